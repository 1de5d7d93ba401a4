/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.syntax;

import java.nio.charset.StandardCharsets;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.parser.IEncodingProvider;

/** Designs are UTF-8 on every machine. */
public class Utf8 implements IEncodingProvider {
    @Override
    public String getEncoding(URI file) {
        return StandardCharsets.UTF_8.name();
    }
}

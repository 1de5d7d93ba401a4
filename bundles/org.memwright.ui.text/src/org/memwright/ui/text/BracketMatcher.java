/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Shows the partner of the bracket at the caret. */
public final class BracketMatcher extends DefaultCharacterPairMatcher {
    public BracketMatcher() {
        super("{}()[]".toCharArray());
    }
}

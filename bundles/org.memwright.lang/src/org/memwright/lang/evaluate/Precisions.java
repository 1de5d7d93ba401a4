/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import java.util.Arrays;
import java.util.List;
import org.memwright.hardware.Precision;

/** The words for number formats. */
public final class Precisions {
    private Precisions() {}

    public static List<String> words() {
        return Arrays.stream(Precision.values()).map(Precision::word).toList();
    }

    /** All words, for a message. */
    public static String list() {
        return String.join(", ", words());
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

/** Colours a text for a terminal, or leaves it alone. */
enum Paint {
    COLOURED {
        @Override
        String apply(String codes, String text) {
            return "\u001b[" + codes + "m" + text + "\u001b[0m";
        }
    },
    PLAIN {
        @Override
        String apply(String codes, String text) {
            return text;
        }
    };

    static Paint of(boolean coloured) {
        return coloured ? COLOURED : PLAIN;
    }

    abstract String apply(String codes, String text);

    String bold(String text) {
        return apply("1", text);
    }

    String faint(String text) {
        return apply("2", text);
    }

    String red(String text) {
        return apply("31", text);
    }

    String boldRed(String text) {
        return apply("1;31", text);
    }

    String green(String text) {
        return apply("32", text);
    }

    String yellow(String text) {
        return apply("33", text);
    }

    String cyan(String text) {
        return apply("36", text);
    }
}

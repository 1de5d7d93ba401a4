/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.ui.diagram.figure.Look;
import org.memwright.ui.live.Status;

/**
 * The colours of both themes can be told apart by everyone who can read a screen.
 *
 * <p>Source: W3C, <cite>Web Content Accessibility Guidelines 2.2</cite>, 2023, success criteria 1.4.3 and 1.4.11: contrast of text at
 * least 4.5, of lines and other graphics at least 3.
 */
class LookTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;

    private static Look look(boolean dark) {
        var fonts = new Look.Fonts(null, null, null);
        return dark ? Look.dark(fonts) : Look.light(fonts);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void text_standsOutFromWhatIsBehindIt(boolean dark) {
        Look look = look(dark);
        for (double speed = 1e9; speed <= 3e13; speed *= 2) {
            assertContrast(TEXT, "ink", look.ink(), "a tier of " + speed + " B/s", look.tierFill(speed));
            assertContrast(TEXT, "faint", look.faint(), "a tier of " + speed + " B/s", look.tierFill(speed));
        }
        Color[] behind = {look.canvas(), look.unitFill(), look.storeFill(), look.cardFill()};
        for (int i = 0; i < behind.length; i++) {
            assertContrast(TEXT, "ink", look.ink(), "fill " + i, behind[i]);
            assertContrast(TEXT, "faint", look.faint(), "fill " + i, behind[i]);
        }
        assertContrast(TEXT, "the name of a store", look.storeLine(), "it", look.storeFill());
        assertContrast(TEXT, "warning", look.warning(), "the canvas", look.canvas());
        for (Status status : Status.values()) {
            assertContrast(TEXT, status.toString(), look.status(status), "a step", look.cardFill());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lines_standOutFromTheCanvas(boolean dark) {
        Look look = look(dark);
        assertContrast(GRAPHICS, "link", look.link(), "the canvas", look.canvas());
        assertContrast(GRAPHICS, "accent", look.accent(), "the canvas", look.canvas());
        for (String mechanism : new String[] {"move", "fetch", "swap", "offload"}) {
            assertContrast(GRAPHICS, mechanism, look.flow(mechanism), "the canvas", look.canvas());
            assertContrast(GRAPHICS, mechanism, look.flow(mechanism), "a fast tier", look.tierFill(2e13));
        }
    }

    private static void assertContrast(double least, String what, Color front, String where, Color back) {
        double contrast = contrast(front, back);
        assertTrue(contrast >= least, () -> what + " on " + where + " has a contrast of " + contrast);
    }

    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

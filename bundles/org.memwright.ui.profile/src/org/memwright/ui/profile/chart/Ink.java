/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.chart;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * The colours of what is drawn: those of the HTML report, in the variant that suits the background of the view.
 *
 * @param paper the background itself
 * @param dark whether the background is dark
 */
public record Ink(Color paper, boolean dark) {
    private static final int[] LIGHT = {0x1f5fb4, 0xc2500a, 0x14795a, 0x7d3fb2, 0xb51f58, 0x0b7285, 0x7a5b00, 0x4b5665};
    private static final int[] DARK = {0x6fa8ff, 0xff9a5c, 0x4fd1a1, 0xc79bf5, 0xff82ab, 0x55cfe6, 0xe3c45c, 0xb3bfcd};
    private static final int[] PARTS_LIGHT = {
        0x1f5fb4, 0x5f9ede, 0x14795a, 0x6cbf9c, 0xc2500a, 0xeba66c, 0x7d3fb2, 0xbf9ae0, 0x4b5665, 0xa9b2bf
    };
    private static final int[] PARTS_DARK = {
        0x5b98f0, 0x2f63ad, 0x3fc291, 0x1f7a59, 0xf08b4c, 0xa4531c, 0xb98af0, 0x7448a8, 0xa9b5c4, 0x66727f
    };

    /** The colours for what is drawn on a control. */
    public static Ink on(Control control) {
        Color paper = control.getBackground();
        RGB rgb = paper.getRGB();
        // weights of the sRGB primaries
        return new Ink(paper, 0.2126 * rgb.red + 0.7152 * rgb.green + 0.0722 * rgb.blue < 128);
    }

    /** Text. */
    public Color text() {
        return color(dark ? 0xe8edf3 : 0x16202c);
    }

    /** Text of less weight. */
    public Color soft() {
        return color(dark ? 0xa3afbd : 0x55606e);
    }

    /** Lines that help the eye. */
    public Color grid() {
        return mixed(dark ? 0xffffff : 0x000000, 0.1);
    }

    /** What a full gauge is seen against. */
    public Color trough() {
        return mixed(dark ? 0xffffff : 0x16202c, 0.11);
    }

    /** What is best, or holds. */
    public Color good() {
        return color(dark ? 0x6fdba8 : 0x12704a);
    }

    /** What does not hold. */
    public Color bad() {
        return color(dark ? 0xff9b93 : 0xb3261e);
    }

    /** What cannot be told. */
    public Color open() {
        return color(dark ? 0xf2c96b : 0x7a5300);
    }

    /** Limits. */
    public Color limit() {
        return color(dark ? 0xff9b93 : 0xb3261e);
    }

    /** The colour of the column at a place of the experiment. */
    public Color column(int index) {
        int[] colors = dark ? DARK : LIGHT;
        return color(colors[Math.floorMod(index, colors.length)]);
    }

    /** The colour of a part of the time. */
    public Color part(int index) {
        int[] colors = dark ? PARTS_DARK : PARTS_LIGHT;
        return color(colors[Math.floorMod(index, colors.length)]);
    }

    private Color mixed(int over, double share) {
        RGB under = paper.getRGB();
        return new Color(
                mixed(under.red, over >> 16 & 0xff, share),
                mixed(under.green, over >> 8 & 0xff, share),
                mixed(under.blue, over & 0xff, share));
    }

    private static int mixed(int under, int over, double share) {
        return (int) Math.round(under + (over - under) * share);
    }

    private static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.figure;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.memwright.ui.live.Status;

/**
 * Colours and fonts of the diagrams.
 *
 * @param ink text and what must be seen
 * @param faint text that is second to other text
 * @param canvas behind everything
 */
public record Look(
        boolean dark,
        Color canvas,
        Color ink,
        Color faint,
        Color unitFill,
        Color unitLine,
        Color storeFill,
        Color storeLine,
        Color cardFill,
        Color cardLine,
        Color link,
        Color accent,
        Color warning,
        RGB slow,
        RGB fast,
        RGB slowLine,
        RGB fastLine,
        Fonts fonts) {

    /** Fonts by what they are for. */
    public record Fonts(Font name, Font text, Font small) {}

    private static final double LEAST_SPEED = 1e9;
    private static final double MOST_SPEED = 2e13;

    public static Look light(Fonts fonts) {
        return new Look(
                false,
                color(0xFBFCFE),
                color(0x161B22),
                color(0x4B5460),
                color(0xF1F4F9),
                color(0xB4BFD0),
                color(0xFFFFFF),
                color(0x0B7A6F),
                color(0xFFFFFF),
                color(0xAEB9C9),
                color(0x54637A),
                color(0x1D5FD6),
                color(0xB42318),
                new RGB(0xEE, 0xF2, 0xF7),
                new RGB(0xA9, 0xCB, 0xFA),
                new RGB(0xA9, 0xB6, 0xC8),
                new RGB(0x1B, 0x58, 0xC8),
                fonts);
    }

    public static Look dark(Fonts fonts) {
        return new Look(
                true,
                color(0x1B1F26),
                color(0xE9EDF3),
                color(0xC0C9D4),
                color(0x232932),
                color(0x475263),
                color(0x14312F),
                color(0x3FC9B8),
                color(0x272E39),
                color(0x56637A),
                color(0x98A6BA),
                color(0x6EA8FF),
                color(0xFF8A7A),
                new RGB(0x2A, 0x31, 0x3C),
                new RGB(0x22, 0x4F, 0x92),
                new RGB(0x5A, 0x68, 0x7D),
                new RGB(0x7F, 0xB2, 0xFF),
                fonts);
    }

    static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** 0 for the slowest that counts, 1 for the fastest, by a logarithmic scale. */
    public static double speed(double bytesPerSecond) {
        if (bytesPerSecond <= LEAST_SPEED) {
            return 0;
        }
        return Math.min(1, Math.log(bytesPerSecond / LEAST_SPEED) / Math.log(MOST_SPEED / LEAST_SPEED));
    }

    /** The fill of a tier: the faster, the stronger. */
    public Color tierFill(double bytesPerSecond) {
        return mix(slow, fast, speed(bytesPerSecond));
    }

    /** The border of a tier: the faster, the stronger. */
    public Color tierLine(double bytesPerSecond) {
        return mix(slowLine, fastLine, speed(bytesPerSecond));
    }

    private static Color mix(RGB from, RGB to, double share) {
        return new Color(
                (int) Math.round(from.red + (to.red - from.red) * share),
                (int) Math.round(from.green + (to.green - from.green) * share),
                (int) Math.round(from.blue + (to.blue - from.blue) * share));
    }

    /** The colour of a flow, by what moves it. */
    public Color flow(String mechanism) {
        return switch (mechanism) {
            case "move" -> color(dark ? 0xF5B544 : 0xA85A00);
            case "fetch" -> color(dark ? 0x5BD68A : 0x13803D);
            case "swap" -> color(dark ? 0xC3A6FF : 0x7033D6);
            default -> color(dark ? 0xF58FC0 : 0xB0256C);
        };
    }

    /** The colour of a step, by how far it is. */
    public Color status(Status status) {
        return switch (status) {
            case PENDING -> color(dark ? 0x97A4B8 : 0x6B7787);
            case ACTIVE -> color(dark ? 0x6EA8FF : 0x1D5FD6);
            case DONE -> color(dark ? 0x5BD68A : 0x13803D);
            case FAILED -> color(dark ? 0xFF8A7A : 0xC0281C);
            case SKIPPED -> color(dark ? 0xB9A3C9 : 0x86648F);
        };
    }
}

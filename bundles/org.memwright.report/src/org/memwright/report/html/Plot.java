/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.html;

import java.util.List;

/** The frame of a chart with two axes: grid, labels, units. Drawings go over it. */
final class Plot {
    static final int WIDTH = 600;
    static final int TOP = 24;
    static final int BOTTOM = 36;
    static final int RIGHT = 16;

    /** About what a character of a label takes. */
    private static final double CHARACTER = 6.6;

    private Plot() {}

    /** Room for the labels of a vertical axis. */
    static double left(Axis y) {
        double widest = y.ticks().stream()
                .mapToDouble(tick -> tick.label().length())
                .max()
                .orElse(1);
        return 12 + CHARACTER * widest;
    }

    /**
     * Draws grid and labels.
     *
     * @param xTitle of the horizontal axis, without its unit
     * @param yTitle of the vertical axis, without its unit
     */
    static void frame(Svg svg, Axis x, Axis y, String xTitle, String yTitle, int height) {
        double bottom = height - BOTTOM;
        for (Axis.Tick tick : y.ticks()) {
            if (!tick.label().isEmpty() || tick.major()) {
                svg.line(
                        tick.label().isEmpty() ? "grid faint" : "grid",
                        x.start(),
                        tick.position(),
                        x.end(),
                        tick.position());
                svg.text("tick e", x.start() - 6, tick.position() + 4, tick.label());
            }
        }
        double taken = Double.NEGATIVE_INFINITY;
        for (Axis.Tick tick : x.ticks()) {
            svg.line("axis", tick.position(), bottom, tick.position(), bottom + (tick.major() ? 5 : 3));
            if (x.isLogarithmic() && tick.major()) {
                svg.line("grid faint", tick.position(), y.end(), tick.position(), bottom);
            }
            double half = tick.label().length() * CHARACTER / 2;
            if (!tick.label().isEmpty() && tick.position() - half > taken && tick.position() + half < WIDTH) {
                svg.text("tick m", tick.position(), bottom + 17, tick.label());
                taken = tick.position() + half + 6;
            }
        }
        svg.line("axis", x.start(), bottom, x.end(), bottom);
        svg.text("title", 2, 12, titled(yTitle, y.symbol()));
        svg.text("title e", x.end(), height - 4, titled(xTitle, x.symbol()));
    }

    private static String titled(String title, String unit) {
        if (unit.isEmpty()) {
            return title;
        }
        return title.isEmpty() ? unit : title + ", " + unit;
    }

    /** The data of a path through points. */
    static String through(List<double[]> points) {
        var data = new StringBuilder();
        for (double[] point : points) {
            data.append(data.isEmpty() ? 'M' : 'L')
                    .append(Svg.px(point[0]))
                    .append(' ')
                    .append(Svg.px(point[1]));
        }
        return data.toString();
    }
}

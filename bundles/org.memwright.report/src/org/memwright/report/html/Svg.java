/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.html;

/** A drawing in SVG. Positions are rounded to a tenth of a pixel; texts are escaped. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    /** @param label what the drawing shows, for those who do not see it */
    Svg(int width, int height, String label) {
        out.append("<svg viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(Markup.escape(label))
                .append("\">");
    }

    /** A position as text: {@code 12.3}, {@code 12}. */
    static String px(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    Svg line(String classes, double x1, double y1, double x2, double y2) {
        return path(classes, "M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2));
    }

    Svg path(String classes, String data) {
        out.append("<path class=\"")
                .append(classes)
                .append("\" d=\"")
                .append(data)
                .append("\"/>");
        return this;
    }

    Svg text(String classes, double x, double y, String text) {
        out.append("<text class=\"")
                .append(classes)
                .append("\" x=\"")
                .append(px(x))
                .append("\" y=\"")
                .append(px(y))
                .append("\">")
                .append(Markup.escape(text))
                .append("</text>");
        return this;
    }

    Svg rect(String classes, double x, double y, double width, double height, String title) {
        out.append("<rect class=\"")
                .append(classes)
                .append("\" x=\"")
                .append(px(x))
                .append("\" y=\"")
                .append(px(y))
                .append("\" width=\"")
                .append(px(Math.max(0, width)))
                .append("\" height=\"")
                .append(px(height))
                .append("\"><title>")
                .append(Markup.escape(title))
                .append("</title></rect>");
        return this;
    }

    /** A mark whose shape tells columns apart where colours do not: circle, square, triangle, diamond, ... */
    Svg mark(String classes, int shape, double x, double y, double radius, String title) {
        double r = radius;
        String data = switch (shape % 4) {
            case 0 ->
                "M" + px(x - r) + " " + px(y) + "a" + px(r) + " " + px(r) + " 0 1 0 " + px(2 * r) + " 0a" + px(r) + " "
                        + px(r) + " 0 1 0 " + px(-2 * r) + " 0z";
            case 1 -> polygon(x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
            case 2 -> polygon(x, y - 1.2 * r, x + 1.2 * r, y + r, x - 1.2 * r, y + r);
            default -> polygon(x, y - 1.35 * r, x + 1.35 * r, y, x, y + 1.35 * r, x - 1.35 * r, y);
        };
        out.append("<path class=\"")
                .append(classes)
                .append("\" d=\"")
                .append(data)
                .append("\"><title>")
                .append(Markup.escape(title))
                .append("</title></path>");
        return this;
    }

    private static String polygon(double... corners) {
        var data = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            data.append(i == 0 ? "M" : "L").append(px(corners[i])).append(' ').append(px(corners[i + 1]));
        }
        return data.append('z').toString();
    }

    /** The drawing. */
    String end() {
        return out + "</svg>";
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

/** Draws into SVG text, with text as text. */
final class SvgGraphics extends Graphics {
    private static final class State {
        Color foreground;
        Color background;
        Font font;
        int lineWidth = 1;
        int lineStyle = LINE_SOLID;
        int alpha = 255;
        double dx;
        double dy;
        double scale = 1;
        Rectangle clip;
        boolean xor;

        State copy() {
            State copy = new State();
            copy.foreground = foreground;
            copy.background = background;
            copy.font = font;
            copy.lineWidth = lineWidth;
            copy.lineStyle = lineStyle;
            copy.alpha = alpha;
            copy.dx = dx;
            copy.dy = dy;
            copy.scale = scale;
            copy.clip = clip == null ? null : clip.getCopy();
            copy.xor = xor;
            return copy;
        }
    }

    private final StringBuilder body = new StringBuilder();
    private final Deque<State> saved = new ArrayDeque<>();
    private final Rectangle area;
    private State state = new State();
    private int clips;

    /** @param area what is drawn, in the figures' own coordinates */
    SvgGraphics(Rectangle area, Color background, Font font) {
        this.area = area.getCopy();
        Display display = Display.getCurrent();
        state.foreground = display.getSystemColor(SWT.COLOR_BLACK);
        state.background = background;
        state.font = font;
        state.dx = -area.x;
        state.dy = -area.y;
        fillRectangle(area.x, area.y, area.width, area.height);
    }

    /** The whole drawing. */
    String svg() {
        return String.format(
                                Locale.ROOT,
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n"
                                        + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0"
                                        + " %1$d %2$d\">%n",
                                area.width,
                                area.height)
                        .replace("\r\n", "\n")
                + body
                + "</svg>\n";
    }

    private String x(double x) {
        return number(x * state.scale + state.dx);
    }

    private String y(double y) {
        return number(y * state.scale + state.dy);
    }

    private String size(double size) {
        return number(size * state.scale);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String rgb(Color color) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue());
    }

    private String stroke() {
        String dash = switch (state.lineStyle) {
            case LINE_DASH -> " stroke-dasharray=\"6 4\"";
            case LINE_DOT -> " stroke-dasharray=\"2 3\"";
            default -> "";
        };
        return " fill=\"none\" stroke=\"" + rgb(state.foreground) + "\" stroke-width=\"" + size(state.lineWidth) + "\""
                + dash + opacity();
    }

    private String fill() {
        return " fill=\"" + rgb(state.background) + "\"" + opacity();
    }

    private String opacity() {
        return state.alpha == 255 ? "" : " opacity=\"" + number(state.alpha / 255.0) + "\"";
    }

    private void element(String name, String attributes) {
        String clip = "";
        if (state.clip != null && !state.clip.contains(area)) {
            String id = "c" + clips++;
            body.append("<clipPath id=\"")
                    .append(id)
                    .append("\"><rect")
                    .append(place(state.clip))
                    .append("/></clipPath>\n");
            clip = " clip-path=\"url(#" + id + ")\"";
        }
        body.append('<').append(name).append(attributes).append(clip).append("/>\n");
    }

    private String place(Rectangle box) {
        return " x=\"" + x(box.x) + "\" y=\"" + y(box.y) + "\" width=\"" + size(box.width) + "\" height=\""
                + size(box.height) + "\"";
    }

    @Override
    public void clipRect(Rectangle box) {
        state.clip = state.clip == null ? box.getCopy() : state.clip.getIntersection(box);
    }

    @Override
    public void dispose() {
        // nothing is held
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int length) {
        double rx = width / 2.0;
        double ry = height / 2.0;
        double from = Math.toRadians(start);
        double to = Math.toRadians(start + length);
        element(
                "path",
                " d=\"M" + x(x + rx + rx * Math.cos(from)) + " " + y(y + ry - ry * Math.sin(from)) + " A" + size(rx)
                        + " " + size(ry) + " 0 " + (Math.abs(length) > 180 ? 1 : 0) + " " + (length > 0 ? 0 : 1) + " "
                        + x(x + rx + rx * Math.cos(to)) + " " + y(y + ry - ry * Math.sin(to)) + "\"" + stroke());
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int length) {
        double rx = width / 2.0;
        double ry = height / 2.0;
        double from = Math.toRadians(start);
        double to = Math.toRadians(start + length);
        element(
                "path",
                " d=\"M" + x(x + rx) + " " + y(y + ry) + " L" + x(x + rx + rx * Math.cos(from)) + " "
                        + y(y + ry - ry * Math.sin(from)) + " A" + size(rx) + " " + size(ry) + " 0 "
                        + (Math.abs(length) > 180 ? 1 : 0) + " " + (length > 0 ? 0 : 1) + " "
                        + x(x + rx + rx * Math.cos(to)) + " " + y(y + ry - ry * Math.sin(to)) + " Z\"" + fill());
    }

    @Override
    public void drawFocus(int x, int y, int width, int height) {
        drawRectangle(x, y, width, height);
    }

    @Override
    public void drawImage(Image image, int x, int y) {
        throw new UnsupportedOperationException("figures are drawn with lines and text; there are no images in an SVG");
    }

    @Override
    public void drawImage(Image image, int x1, int y1, int w1, int h1, int x2, int y2, int w2, int h2) {
        drawImage(image, x2, y2);
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        element(
                "line",
                " x1=\"" + x(x1) + "\" y1=\"" + y(y1) + "\" x2=\"" + x(x2) + "\" y2=\"" + y(y2) + "\"" + stroke());
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        element("ellipse", ellipse(x, y, width, height) + stroke());
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        element("ellipse", ellipse(x, y, width, height) + fill());
    }

    private String ellipse(int x, int y, int width, int height) {
        return " cx=\"" + x(x + width / 2.0) + "\" cy=\"" + y(y + height / 2.0) + "\" rx=\"" + size(width / 2.0)
                + "\" ry=\"" + size(height / 2.0) + "\"";
    }

    private String points(PointList points) {
        StringBuilder text = new StringBuilder(" points=\"");
        for (int i = 0; i < points.size(); i++) {
            text.append(i == 0 ? "" : " ")
                    .append(x(points.getPoint(i).x))
                    .append(',')
                    .append(y(points.getPoint(i).y));
        }
        return text.append('"').toString();
    }

    @Override
    public void drawPolygon(PointList points) {
        element("polygon", points(points) + stroke());
    }

    @Override
    public void drawPolyline(PointList points) {
        element("polyline", points(points) + stroke());
    }

    @Override
    public void fillPolygon(PointList points) {
        element("polygon", points(points) + fill());
    }

    @Override
    public void drawRectangle(int x, int y, int width, int height) {
        element("rect", place(new Rectangle(x, y, width, height)) + stroke());
    }

    @Override
    public void fillRectangle(int x, int y, int width, int height) {
        element("rect", place(new Rectangle(x, y, width, height)) + fill());
    }

    @Override
    public void drawRoundRectangle(Rectangle box, int arcWidth, int arcHeight) {
        element("rect", place(box) + round(arcWidth, arcHeight) + stroke());
    }

    @Override
    public void fillRoundRectangle(Rectangle box, int arcWidth, int arcHeight) {
        element("rect", place(box) + round(arcWidth, arcHeight) + fill());
    }

    private String round(int width, int height) {
        return " rx=\"" + size(width / 2.0) + "\" ry=\"" + size(height / 2.0) + "\"";
    }

    @Override
    public void drawString(String text, int x, int y) {
        FontData font = state.font.getFontData()[0];
        int ascent = FigureUtilities.getFontMetrics(state.font).getAscent();
        double pixels = font.getHeight() * Display.getCurrent().getDPI().y / 72.0;
        body.append("<text x=\"")
                .append(x(x))
                .append("\" y=\"")
                .append(y(y + ascent))
                .append("\" font-family=\"")
                .append(escaped(font.getName()))
                .append(", sans-serif\" font-size=\"")
                .append(size(pixels))
                .append('"')
                .append((font.getStyle() & SWT.BOLD) == 0 ? "" : " font-weight=\"bold\"")
                .append(" textLength=\"")
                .append(size(FigureUtilities.getTextExtents(text, state.font).width))
                .append("\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"")
                .append(rgb(state.foreground))
                .append('"')
                .append(opacity())
                .append('>')
                .append(escaped(text))
                .append("</text>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void drawText(String text, int x, int y) {
        int height = FigureUtilities.getFontMetrics(state.font).getHeight();
        int line = 0;
        for (String each : text.lines().toList()) {
            drawString(each, x, y + height * line++);
        }
    }

    @Override
    public void fillString(String text, int x, int y) {
        fillText(text, x, y);
    }

    @Override
    public void fillText(String text, int x, int y) {
        fillRectangle(new Rectangle(
                x,
                y,
                FigureUtilities.getTextExtents(text, state.font).width,
                FigureUtilities.getTextExtents(text, state.font).height));
        drawText(text, x, y);
    }

    @Override
    public void fillGradient(int x, int y, int width, int height, boolean vertical) {
        fillRectangle(x, y, width, height);
    }

    @Override
    public Color getBackgroundColor() {
        return state.background;
    }

    @Override
    public Rectangle getClip(Rectangle rect) {
        rect.setBounds(state.clip == null ? area : state.clip);
        return rect;
    }

    @Override
    public Font getFont() {
        return state.font;
    }

    @Override
    public FontMetrics getFontMetrics() {
        return FigureUtilities.getFontMetrics(state.font);
    }

    @Override
    public Color getForegroundColor() {
        return state.foreground;
    }

    @Override
    public int getLineStyle() {
        return state.lineStyle;
    }

    @Override
    public int getLineWidth() {
        return state.lineWidth;
    }

    @Override
    public boolean getXORMode() {
        return state.xor;
    }

    @Override
    public void pushState() {
        saved.push(state.copy());
    }

    @Override
    public void popState() {
        state = saved.pop();
    }

    @Override
    public void restoreState() {
        state = saved.element().copy();
    }

    @Override
    public void scale(double amount) {
        state.scale *= amount;
        if (state.clip != null) {
            state.clip = null; // clips are only ever drawn at the outermost scale
        }
    }

    @Override
    public void translate(int dx, int dy) {
        state.dx += dx * state.scale;
        state.dy += dy * state.scale;
        if (state.clip != null) {
            state.clip.translate(-dx, -dy);
        }
    }

    @Override
    public void setBackgroundColor(Color color) {
        state.background = color;
    }

    @Override
    public void setClip(Rectangle box) {
        state.clip = box == null ? null : box.getCopy();
    }

    @Override
    public void setFont(Font font) {
        state.font = font;
    }

    @Override
    public void setForegroundColor(Color color) {
        state.foreground = color;
    }

    @Override
    public void setLineStyle(int style) {
        state.lineStyle = style;
    }

    @Override
    public void setLineWidth(int width) {
        state.lineWidth = width;
    }

    @Override
    public void setXORMode(boolean on) {
        state.xor = on;
    }

    @Override
    public int getAlpha() {
        return state.alpha;
    }

    @Override
    public void setAlpha(int alpha) {
        state.alpha = alpha;
    }

    @Override
    public int getAntialias() {
        return SWT.ON;
    }

    @Override
    public void setAntialias(int value) {
        // SVG is always smooth
    }

    @Override
    public int getTextAntialias() {
        return SWT.ON;
    }

    @Override
    public void setTextAntialias(int value) {
        // SVG is always smooth
    }
}

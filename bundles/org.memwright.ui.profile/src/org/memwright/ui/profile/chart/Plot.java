/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IAxis.Position;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;

/**
 * A chart with one axis each way. Values are in base units; the axes choose how they are written.
 *
 * <p>State: what was added, until the control is disposed.
 */
public final class Plot {
    private static final LineStyle[] DASHES = {LineStyle.SOLID, LineStyle.DASH, LineStyle.DOT, LineStyle.DASHDOT};
    private static final PlotSymbolType[] MARKS = {
        PlotSymbolType.CIRCLE,
        PlotSymbolType.SQUARE,
        PlotSymbolType.TRIANGLE,
        PlotSymbolType.DIAMOND,
        PlotSymbolType.INVERTED_TRIANGLE
    };
    private static final int NEAR = 12;
    /** Where along a line its caption may stand, the best first. */
    private static final double[] ALONG = {0.5, 0.65, 0.8, 0.95};

    private static final int RING = 10;
    private static final int ASIDE = 12;

    private final Chart chart;
    private final Ink ink;
    private final Scaled x;
    private final Scaled y;
    private final List<Rectangle> labels = new ArrayList<>();
    private int next;
    private double[] ring;

    /**
     * Makes a chart.
     *
     * @param title what it shows; above it, and for screen readers
     */
    public Plot(Composite parent, Ink ink, String title, Scaled x, Scaled y) {
        this.ink = ink;
        this.x = x;
        this.y = y;
        chart = new Chart(parent, SWT.NONE);
        chart.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); // its colours are those of the ink
        chart.setBackground(ink.paper());
        chart.setBackgroundInPlotArea(ink.paper());
        chart.enableCompress(false);
        chart.getLegend().setVisible(false);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), chart);
        FontDescriptor usual = FontDescriptor.createFrom(JFaceResources.getDefaultFont());
        Font heading = resources.create(usual.setStyle(SWT.BOLD));
        Font small = resources.create(usual.increaseHeight(-1));
        chart.getTitle().setText(title);
        chart.getTitle().setVisible(!title.isEmpty());
        chart.getTitle().setForeground(ink.text());
        chart.getTitle().setFont(heading);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTitle().setFont(small);
            axis.getTick().setFont(small);
            axis.getGrid().setStyle(LineStyle.SOLID);
        }
        IAxis xAxis = chart.getAxisSet().getXAxis(0);
        xAxis.getTick().setTickMarkStepHint(80);
        xAxis.setPosition(Position.Primary);
        xAxis.getGrid().setVisible(false);
        chart.getAxisSet().getYAxis(0).getGrid().setVisible(!y.log());
        chart.getAxisSet().getYAxis(0).getTick().setTickMarkStepHint(36);
        area().addListener(SWT.Paint, e -> labels.clear());
        String name = title;
        chart.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }

    /** The widget. */
    public Chart control() {
        return chart;
    }

    private Control area() {
        return chart.getPlotArea().getControl();
    }

    /** Sets the ranges; the last thing to do, since series change them. */
    public Plot finish() {
        x.apply(chart.getAxisSet().getXAxis(0), ink);
        y.apply(chart.getAxisSet().getYAxis(0), ink);
        chart.updateLayout();
        return this;
    }

    /**
     * Draws a line.
     *
     * @param index of the column, for the kind of its dashes
     */
    public ILineSeries<?> line(double[] xs, double[] ys, Color color, int index) {
        ILineSeries<?> line = series(xs, ys);
        line.setLineColor(color);
        line.setLineStyle(DASHES[Math.floorMod(index, DASHES.length)]);
        line.setLineWidth(2);
        line.setSymbolType(PlotSymbolType.NONE);
        return line;
    }

    /** Draws a line that helps the eye. */
    public void guide(double[] xs, double[] ys, Color color, boolean dashed) {
        ILineSeries<?> line = series(xs, ys);
        line.setLineColor(color);
        line.setLineStyle(dashed ? LineStyle.DASH : LineStyle.SOLID);
        line.setLineWidth(1);
        line.setSymbolType(PlotSymbolType.NONE);
    }

    /** Draws one mark. */
    public void mark(double atX, double atY, Color color, int index, int size) {
        ILineSeries<?> dot = series(new double[] {atX}, new double[] {atY});
        dot.setLineStyle(LineStyle.NONE);
        dot.setSymbolType(MARKS[Math.floorMod(index, MARKS.length)]);
        dot.setSymbolSize(size);
        dot.setSymbolColor(color);
    }

    private ILineSeries<?> series(double[] xs, double[] ys) {
        ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, "series " + next++);
        line.setXSeries(x.at(xs));
        line.setYSeries(y.at(ys));
        line.setAntialias(SWT.ON);
        return line;
    }

    /** Draws a level that cannot be passed, with what it is. */
    public void limit(double atY, String label) {
        paint(false, gc -> {
            int top = chart.getAxisSet().getYAxis(0).getPixelCoordinate(y.at(atY));
            int width = chart.getPlotArea().getSize().x;
            gc.setForeground(ink.limit());
            gc.setLineStyle(SWT.LINE_DASH);
            gc.drawLine(0, top, width, top);
            gc.setLineStyle(SWT.LINE_SOLID);
            Point size = gc.textExtent(label);
            int below = top + 2 + size.y < chart.getPlotArea().getSize().y ? top + 2 : top - size.y - 2;
            place(gc, label, width - size.x - 6, below, ink.limit());
        });
    }

    /** Fills between two lines, behind all others. */
    public void band(double[] xs, double[] lows, double[] highs, Color color) {
        double[] atX = x.at(xs);
        double[] atLow = y.at(lows);
        double[] atHigh = y.at(highs);
        paint(true, gc -> {
            IAxis across = chart.getAxisSet().getXAxis(0);
            IAxis up = chart.getAxisSet().getYAxis(0);
            int n = atX.length;
            int[] polygon = new int[4 * n];
            for (int i = 0; i < n; i++) {
                polygon[2 * i] = across.getPixelCoordinate(atX[i]);
                polygon[2 * i + 1] = up.getPixelCoordinate(atHigh[i]);
                polygon[4 * n - 2 * i - 2] = across.getPixelCoordinate(atX[i]);
                polygon[4 * n - 2 * i - 1] = up.getPixelCoordinate(atLow[i]);
            }
            gc.setAntialias(SWT.ON);
            gc.setBackground(color);
            gc.setAlpha(50);
            gc.fillPolygon(polygon);
            gc.setAlpha(255);
        });
    }

    /** Writes beside a place, where nothing else is written. */
    public void label(double atX, double atY, String text, Color color) {
        paint(false, gc -> {
            Point at = pixel(atX, atY);
            Point size = gc.textExtent(text);
            int width = chart.getPlotArea().getSize().x;
            int right = at.x + ASIDE;
            place(gc, text, right + size.x > width ? at.x - ASIDE - size.x : right, at.y - size.y / 2, color);
        });
    }

    /** Writes above the end of a line. */
    public void caption(double atX, double atY, String text, boolean before, Color color) {
        paint(false, gc -> {
            Point at = pixel(atX, atY);
            Point size = gc.textExtent(text);
            place(gc, text, before ? at.x - size.x - 6 : at.x + 6, at.y - size.y - 1, color);
        });
    }

    /**
     * Writes beside a line that rises from the origin, where the line does not cross the text: left of it, or right where there is no room.
     *
     * @param fromX where the line begins
     * @param toX where it ends
     * @param slope y for an x of 1
     * @param texts the first for which there is room is written; the last where there is none for any
     */
    public void caption(double fromX, double toX, double slope, List<String> texts, Color color) {
        paint(false, gc -> {
            for (String text : texts) {
                Point size = gc.textExtent(text);
                for (double share : ALONG) {
                    double atX = fromX * Math.pow(toX / fromX, share);
                    Point at = pixel(atX, atX * slope);
                    Rectangle left = new Rectangle(at.x - size.x - 3, at.y - size.y - 1, size.x, size.y);
                    if (left.x >= 2 && left.y >= 0 && !isTaken(left)) {
                        place(gc, text, left.x, left.y, color);
                        return;
                    }
                }
            }
            double middle = Math.sqrt(fromX * toX);
            Point at = pixel(middle, middle * slope);
            place(gc, texts.getLast(), at.x + 8, at.y + 2, color);
        });
    }

    /** Draws a ring around the one place that is selected. */
    public void ring(double atX, double atY) {
        if (ring == null) {
            paint(false, gc -> {
                Point at = pixel(ring[0], ring[1]);
                gc.setAntialias(SWT.ON);
                gc.setForeground(ink.text());
                gc.setLineStyle(SWT.LINE_SOLID);
                gc.setLineWidth(2);
                gc.drawOval(at.x - RING, at.y - RING, 2 * RING, 2 * RING);
                gc.setLineWidth(1);
            });
        }
        ring = new double[] {atX, atY};
        chart.redraw();
    }

    /** Where a place is in the plot area. */
    public Point pixel(double atX, double atY) {
        return new Point(
                chart.getAxisSet().getXAxis(0).getPixelCoordinate(x.at(atX)),
                chart.getAxisSet().getYAxis(0).getPixelCoordinate(y.at(atY)));
    }

    /** Moves a text aside, up or down until it covers no other, and draws it. */
    private void place(GC gc, String text, int left, int top, Color color) {
        Point size = gc.textExtent(text);
        Point room = chart.getPlotArea().getSize();
        int atX = Math.clamp(left, 2, Math.max(2, room.x - size.x - 2));
        Rectangle box = new Rectangle(atX, Math.clamp(top, 0, Math.max(0, room.y - size.y)), size.x, size.y);
        int start = box.y;
        for (int step = 1; step < 5 && isTaken(box); step++) {
            box.x = Math.clamp(atX + step * (size.x + 5L), 2, Math.max(2, room.x - size.x - 2));
        }
        box.x = isTaken(box) ? atX : box.x;
        for (int step = 1; step < 24 && isTaken(box); step++) {
            int moved = start + (step % 2 == 0 ? 1 : -1) * (step + 1) / 2 * (size.y / 2);
            box.y = Math.clamp(moved, 0, Math.max(0, room.y - size.y));
        }
        labels.add(box);
        gc.setForeground(color);
        gc.drawText(text, box.x, box.y, true);
    }

    private boolean isTaken(Rectangle box) {
        return labels.stream().anyMatch(other -> other.intersects(box));
    }

    private void paint(boolean behind, Drawing drawing) {
        chart.getPlotArea().addCustomPaintListener(new ICustomPaintListener() {
            @Override
            public void paintControl(PaintEvent event) {
                drawing.draw(event.gc);
            }

            @Override
            public boolean drawBehindSeries() {
                return behind;
            }
        });
    }

    /** Draws on the plot area. */
    @FunctionalInterface
    private interface Drawing {
        void draw(GC gc);
    }

    /** Shows a text under the pointer that depends on where along the x axis it is. */
    public void hover(DoubleFunction<String> text) {
        area().addListener(SWT.MouseMove, e -> {
            double at = x.base(chart.getAxisSet().getXAxis(0).getDataCoordinate(e.x));
            show(at >= x.low() && at <= x.high() ? text.apply(at) : null);
        });
    }

    /** What is at a place, and what to do when it is clicked. */
    public record Spot(double atX, double atY, String text, Runnable click) {}

    /** Makes places known to the pointer. */
    public void spots(List<Spot> spots) {
        area().addListener(SWT.MouseMove, e -> {
            Optional<Spot> near = near(spots, e.x, e.y);
            show(near.map(Spot::text).orElse(null));
            area().setCursor(near.isPresent() ? chart.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
        });
        area().addListener(
                        SWT.MouseDown,
                        e -> near(spots, e.x, e.y)
                                .ifPresent(spot -> spot.click().run()));
    }

    private Optional<Spot> near(List<Spot> spots, int atX, int atY) {
        Spot nearest = null;
        double least = NEAR;
        for (Spot spot : spots) {
            Point at = pixel(spot.atX(), spot.atY());
            double distance = Math.hypot(at.x - atX, at.y - atY);
            if (distance <= least) {
                least = distance;
                nearest = spot;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private void show(String tip) {
        String now = area().getToolTipText();
        if (tip == null ? now != null : !tip.equals(now)) {
            area().setToolTipText(tip);
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.memwright.profile.view.Frame;
import org.memwright.profile.view.Frame.Gauge;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.run.DiagramFeed;

/** A moment of a run as gauges: what is held in blue, what is moved in orange, requests in green. */
final class Gauges extends Canvas {
    private static final int MARGIN = 8;
    private static final int COLUMN = 300;
    private static final int GAP = 26;

    private Frame frame;
    private String message = "";

    Gauges(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); // its colours are those of the ink
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, e -> redraw());
        getVerticalBar().addListener(SWT.Selection, e -> redraw());
        getVerticalBar().setVisible(false);
    }

    void show(Frame moment) {
        frame = moment;
        message = "";
        redraw();
    }

    void say(String text) {
        frame = null;
        message = text;
        redraw();
    }

    Optional<Frame> frame() {
        return Optional.ofNullable(frame);
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Ink ink = Ink.on(getParent());
        gc.setAntialias(SWT.ON);
        Rectangle area = getClientArea();
        gc.setBackground(ink.paper());
        gc.fillRectangle(area);
        if (frame == null) {
            gc.setForeground(ink.text());
            wrapped(gc, message, area);
            return;
        }
        Map<String, List<Gauge>> groups = new LinkedHashMap<>();
        for (Gauge gauge : frame.gauges()) {
            groups.computeIfAbsent(group(gauge.kind()), name -> new ArrayList<>())
                    .add(gauge);
        }
        int columns = Math.clamp(area.width / COLUMN, 1, Math.max(1, groups.size()));
        int width = (area.width - MARGIN - GAP * (columns - 1)) / columns;
        int line = gc.getFontMetrics().getHeight();
        int cell = 2 * line + 10;
        int[] heights = new int[columns];
        int scrolled = getVerticalBar().getVisible() ? getVerticalBar().getSelection() : 0;
        for (var group : groups.entrySet()) {
            int column = shortest(heights);
            int left = MARGIN / 2 + column * (width + GAP);
            int top = heights[column] - scrolled;
            gc.setForeground(ink.soft());
            gc.drawText(group.getKey(), left, top, true);
            top += line + 4;
            for (Gauge gauge : group.getValue()) {
                draw(gc, ink, gauge, new Rectangle(left, top, width, cell), line);
                top += cell;
            }
            heights[column] = top + scrolled + MARGIN;
        }
        scroll(area, heights);
    }

    private void scroll(Rectangle area, int[] heights) {
        int needed = 0;
        for (int height : heights) {
            needed = Math.max(needed, height);
        }
        var bar = getVerticalBar();
        boolean wanted = needed > area.height;
        if (wanted) {
            bar.setValues(bar.getSelection(), 0, needed, area.height, 20, area.height);
        }
        if (bar.getVisible() != wanted) {
            bar.setVisible(wanted);
        }
    }

    private static int shortest(int[] heights) {
        int shortest = 0;
        for (int i = 1; i < heights.length; i++) {
            shortest = heights[i] < heights[shortest] ? i : shortest;
        }
        return shortest;
    }

    private static String group(SeriesKind kind) {
        return switch (kind) {
            case TIER_OCCUPANCY -> "Tiers hold";
            case STORE_OCCUPANCY -> "Stores hold";
            case TIER_TRAFFIC -> "Tiers move";
            case LINK_TRAFFIC -> "Links carry";
            case ENERGY -> "Power";
            case REQUESTS -> "Requests";
            case STEP_STATUS -> "Steps";
        };
    }

    private static Color color(Ink ink, SeriesKind kind) {
        return switch (kind) {
            case TIER_OCCUPANCY, STORE_OCCUPANCY -> ink.column(0);
            case TIER_TRAFFIC, LINK_TRAFFIC, ENERGY -> ink.column(1);
            case REQUESTS, STEP_STATUS -> ink.column(2);
        };
    }

    private static void draw(GC gc, Ink ink, Gauge gauge, Rectangle at, int line) {
        gc.setForeground(ink.text());
        gc.drawText(gauge.of(), at.x, at.y, true);
        String text = gauge.kind() == SeriesKind.STEP_STATUS
                ? DiagramFeed.status(gauge).name().toLowerCase(Locale.ROOT)
                : gauge.text();
        Point size = gc.textExtent(text);
        gc.drawText(text, at.x + at.width - size.x, at.y, true);
        int top = at.y + line + 2;
        int height = at.height - line - 10;
        gc.setBackground(ink.trough());
        gc.fillRoundRectangle(at.x, top, at.width, height, 6, 6);
        int full = (int) Math.round(at.width * gauge.share());
        if (full > 0) {
            gc.setBackground(color(ink, gauge.kind()));
            gc.fillRoundRectangle(at.x, top, Math.max(4, full), height, 6, 6);
        }
    }

    private static void wrapped(GC gc, String text, Rectangle area) {
        int y = MARGIN;
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && gc.textExtent(line + " " + word).x > area.width - 2 * MARGIN) {
                gc.drawText(line.toString(), MARGIN, y, true);
                y += gc.getFontMetrics().getHeight() + 2;
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        gc.drawText(line.toString(), MARGIN, y, true);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.chart;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** What the colours of a chart mean: entries in lines that break where the width ends. */
public final class Legend extends Canvas {
    private static final int KEY = 12;
    private static final int INNER = 6;
    private static final int OUTER = 18;
    private static final int MARGIN = 4;

    private final Ink ink;
    private final List<Entry> entries;

    /** A colour and its meaning. */
    public record Entry(String name, Color color) {}

    public Legend(Composite parent, Ink ink, List<Entry> entries) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.ink = ink;
        this.entries = List.copyOf(entries);
        setBackground(ink.paper());
        addListener(SWT.Paint, this::paint);
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        var gc = new GC(this);
        int width = wHint == SWT.DEFAULT ? Integer.MAX_VALUE : wHint;
        int x = MARGIN;
        int widest = 0;
        int lines = 1;
        for (Entry entry : entries) {
            int next = width(gc, entry);
            if (x > MARGIN && x + next > width) {
                lines++;
                x = MARGIN;
            }
            x += next;
            widest = Math.max(widest, x);
        }
        int line = gc.getFontMetrics().getHeight() + MARGIN;
        gc.dispose();
        return new Point(wHint == SWT.DEFAULT ? widest : wHint, hHint == SWT.DEFAULT ? lines * line + MARGIN : hHint);
    }

    private static int width(GC gc, Entry entry) {
        return KEY + INNER + gc.textExtent(entry.name()).x + OUTER;
    }

    private void paint(Event event) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        int line = gc.getFontMetrics().getHeight() + MARGIN;
        int x = MARGIN;
        int y = MARGIN / 2;
        for (Entry entry : entries) {
            int next = width(gc, entry);
            if (x > MARGIN && x + next > getClientArea().width) {
                y += line;
                x = MARGIN;
            }
            gc.setBackground(entry.color());
            gc.fillRoundRectangle(x, y + (line - MARGIN - KEY) / 2 + 1, KEY, KEY, 4, 4);
            gc.setForeground(ink.text());
            gc.drawText(entry.name(), x + KEY + INNER, y, true);
            x += next;
        }
    }
}

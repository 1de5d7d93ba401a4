/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.swt.graphics.Color;
import org.memwright.ui.diagram.scene.Facts;

/** A store: its name, what it holds and how, and what stays in it. */
public final class StoreFigure extends CardFigure {
    private static final int INSET = 12;
    private static final int LINE = 250;
    private static final int MOST_LINES = 3;

    public StoreFigure(Look look, Facts.Store facts) {
        super(look, facts);
    }

    @Override
    protected Dimension arrange(int width) {
        Facts.Store store = (Facts.Store) facts();
        Look.Fonts fonts = look().fonts();
        int y = 7;
        int least = put(store.name(), fonts.name(), look().storeLine(), INSET + 4, y, "name");
        y += height(fonts.name());
        int line = height(fonts.text());
        for (String layout : wrapped(store.layout(), fonts.text(), LINE, MOST_LINES)) {
            least = Math.max(least, put(layout, fonts.text(), look().ink(), INSET + 4, y, "layout"));
            y += line;
        }
        for (String rule : store.rules()) {
            for (String text : wrapped(rule, fonts.small(), LINE, MOST_LINES)) {
                least = Math.max(least, put(text, fonts.small(), look().faint(), INSET + 4, y + 1, ""));
                y += height(fonts.small());
            }
        }
        if (level().isKnown()) {
            least = Math.max(least, put(level().label(), fonts.small(), look().ink(), INSET + 4, y + 1, ""));
            y += height(fonts.small());
        }
        return new Dimension(Math.max(90, least + 2 * INSET + 4), y + 7);
    }

    @Override
    protected Color fill() {
        return look().storeFill();
    }

    @Override
    protected Color line() {
        return look().storeLine();
    }

    @Override
    protected int corner() {
        return 8;
    }

    /** A bar at the left, as a file card has. */
    @Override
    protected void decorate(Graphics graphics) {
        graphics.setBackgroundColor(look().storeLine());
        graphics.fillRectangle(bounds.x + 5, bounds.y + 8, 3, bounds.height - 16);
    }
}

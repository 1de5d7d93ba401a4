/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.swt.graphics.Color;
import org.memwright.ui.diagram.scene.Facts;

/** A compute unit: its name, how many there are, and its peaks; the tiers that are on it lie in it. */
public final class UnitFigure extends CardFigure {
    private static final int INSET = 14;
    private static final int CHIP = 15;

    /** Peaks that reach beyond this go on the next line. */
    private static final int WIDEST = 500;

    public UnitFigure(Look look, Facts.Unit facts) {
        super(look, facts);
    }

    @Override
    protected Dimension arrange(int width) {
        Facts.Unit unit = (Facts.Unit) facts();
        Look.Fonts fonts = look().fonts();
        int top = 9;
        int x = INSET + CHIP + 8;
        x += put(unit.name(), fonts.name(), look().ink(), x, top, "name");
        if (unit.count() > 1) {
            x += put("× " + unit.count(), fonts.name(), look().accent(), x + 6, top, "count") + 6;
        }
        x += 16;
        int baseline = top + height(fonts.name()) - height(fonts.text());
        int first = x;
        int least = x;
        int y = top + height(fonts.name());
        for (String peak : unit.peaks()) {
            int space = peak.indexOf(' ');
            String precision = peak.substring(0, space);
            String rate = peak.substring(space + 1);
            if (x > first && x + width(precision, fonts.text()) + 5 + width(rate, fonts.text()) > WIDEST) {
                x = first;
                baseline += height(fonts.text());
                y += height(fonts.text());
            }
            x += put(precision, fonts.text(), look().faint(), x, baseline, "") + 5;
            x += put(rate, fonts.text(), look().ink(), x, baseline, "peak " + precision) + 14;
            least = Math.max(least, x);
        }
        if (!unit.details().isEmpty()) {
            least = Math.max(least, 2 * INSET + put(unit.details(), fonts.small(), look().faint(), INSET, y + 2, ""));
            y += height(fonts.small()) + 2;
        }
        return new Dimension(least, y + 8);
    }

    @Override
    protected Color fill() {
        return look().unitFill();
    }

    @Override
    protected Color line() {
        return look().unitLine();
    }

    /** A chip with pins. */
    @Override
    protected void decorate(Graphics graphics) {
        int x = bounds.x + INSET;
        int y = bounds.y + 9 + (height(look().fonts().name()) - CHIP) / 2;
        graphics.setForegroundColor(look().accent());
        graphics.setBackgroundColor(look().accent());
        graphics.setLineWidth(1);
        graphics.drawRectangle(x + 3, y + 3, CHIP - 7, CHIP - 7);
        graphics.fillRectangle(x + 6, y + 6, CHIP - 12, CHIP - 12);
        for (int pin = 0; pin < 3; pin++) {
            int at = 4 + pin * 3;
            graphics.drawLine(x + at, y, x + at, y + 2);
            graphics.drawLine(x + at, y + CHIP - 3, x + at, y + CHIP - 1);
            graphics.drawLine(x, y + at, x + 2, y + at);
            graphics.drawLine(x + CHIP - 3, y + at, x + CHIP - 1, y + at);
        }
    }

    @Override
    protected int corner() {
        return 18;
    }
}

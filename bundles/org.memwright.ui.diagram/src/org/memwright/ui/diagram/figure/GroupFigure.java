/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.graphics.Color;
import org.memwright.ui.diagram.scene.Facts;

/** A hardware that is used, once or several times: as a card with others behind it. */
public final class GroupFigure extends CardFigure {
    private static final int INSET = 14;

    public GroupFigure(Look look, Facts.Group facts) {
        super(look, facts);
    }

    @Override
    protected Dimension arrange(int width) {
        Facts.Group group = (Facts.Group) facts();
        Look.Fonts fonts = look().fonts();
        int x = INSET;
        x += put(group.name(), fonts.name(), look().ink(), x, 8, "name") + 8;
        if (group.count() > 1) {
            x += put("× " + group.count(), fonts.name(), look().accent(), x, 8, "count") + 10;
        }
        int baseline = 8 + height(fonts.name()) - height(fonts.text());
        x += put(group.hardware(), fonts.text(), look().faint(), x, baseline, "");
        return new Dimension(x + INSET, 8 + height(fonts.name()) + 4);
    }

    @Override
    protected Color fill() {
        return look().canvas();
    }

    @Override
    protected Color line() {
        return look().unitLine();
    }

    @Override
    protected int corner() {
        return 18;
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        Facts.Group group = (Facts.Group) facts();
        if (group.count() > 1) {
            graphics.setForegroundColor(line());
            for (int behind = 2; behind > 0; behind--) {
                Rectangle box = getBounds();
                graphics.setAlpha(90 + 60 * (2 - behind));
                graphics.drawLine(
                        box.x + 14 + behind * 6, box.y + 1 + behind, box.right() - 14 - behind * 6, box.y + 1 + behind);
            }
            graphics.setAlpha(255);
        }
        super.paintFigure(graphics);
    }
}

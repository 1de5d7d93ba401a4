/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.figure;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.swt.graphics.Color;
import org.memwright.ui.diagram.scene.Facts;

/** Where stores lie that no tier holds. */
public final class ShelfFigure extends CardFigure {
    public ShelfFigure(Look look, Facts.Shelf facts) {
        super(look, facts);
    }

    @Override
    protected Dimension arrange(int width) {
        Look.Fonts fonts = look().fonts();
        int needed = put(((Facts.Shelf) facts()).title(), fonts.text(), look().faint(), 14, 8, "");
        return new Dimension(needed + 28, 8 + height(fonts.text()) + 4);
    }

    @Override
    protected Color fill() {
        return look().canvas();
    }

    @Override
    protected Color line() {
        return look().faint();
    }
}

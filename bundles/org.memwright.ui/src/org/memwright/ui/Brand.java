/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** The mark of Memwright, drawn at any size: three levels of memory, small and fast on top. */
public final class Brand {
    static final Color DARK = new Color(24, 38, 56);
    static final Color BLUE = new Color(61, 127, 196);
    static final Color LIGHT = new Color(244, 247, 251);

    private static final int LEVELS = 3;

    private Brand() {}

    /** Draws it into an area. */
    public static void draw(GC gc, Rectangle area) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(BLUE);
        int height = area.height / (2 * LEVELS - 1) + area.height / 16;
        for (int level = 0; level < LEVELS; level++) {
            int width = area.width * (level + 2) / (LEVELS + 1);
            int x = area.x + (area.width - width) / 2;
            int y = area.y + level * (area.height - height) / (LEVELS - 1);
            gc.setAlpha(255 - 70 * level);
            gc.fillRoundRectangle(x, y, width, height, height / 2, height / 2);
        }
        gc.setAlpha(255);
    }
}

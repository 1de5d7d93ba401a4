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

/** A level of memory: the wider the larger, the stronger its colour the faster; a meter says how fast. */
public final class TierFigure extends CardFigure {
    private static final int BARS = 5;
    private static final int METER = BARS * 5 - 1;
    private static final int INSET = 14;

    private int meterX;

    public TierFigure(Look look, Facts.Tier facts) {
        super(look, facts);
    }

    @Override
    protected Dimension arrange(int width) {
        Facts.Tier tier = (Facts.Tier) facts();
        Look.Fonts fonts = look().fonts();
        int top = 9;
        int x = INSET;
        x += put(tier.name(), fonts.name(), look().ink(), x, top, "name") + 12;
        String capacity = tier.capacity().isEmpty() ? "no capacity" : tier.capacity();
        Color capacityColor = tier.capacity().isEmpty() ? look().warning() : look().ink();
        x += put(capacity, fonts.name(), capacityColor, x, top, "capacity") + 18;
        String speed = tier.bandwidth().isEmpty() ? "no bandwidth" : tier.bandwidth();
        int baseline = top + height(fonts.name()) - height(fonts.text());
        x += put(speed, fonts.text(), look().ink(), x, baseline, "bandwidth") + 8;
        meterX = x;
        int least = x + METER + INSET;
        int y = top + height(fonts.name()) + 1;
        String details = tier.details();
        if (level().isKnown()) {
            details = level().label();
        }
        if (!details.isEmpty()) {
            least = Math.max(least, 2 * INSET + put(details, fonts.small(), look().faint(), INSET, y, ""));
            y += height(fonts.small());
        }
        return new Dimension(least, y + 8);
    }

    @Override
    protected Color fill() {
        Facts.Tier tier = (Facts.Tier) facts();
        return look().tierFill(tier.bytesPerSecond());
    }

    @Override
    protected Color line() {
        Facts.Tier tier = (Facts.Tier) facts();
        return look().tierLine(tier.bytesPerSecond());
    }

    @Override
    protected void fillLevel(Graphics graphics, Rectangle box) {
        super.fillLevel(graphics, new Rectangle(box.x, box.y, box.width, room().height - 2));
    }

    @Override
    protected void decorate(Graphics graphics) {
        Facts.Tier tier = (Facts.Tier) facts();
        int full = (int) Math.round(Look.speed(tier.bytesPerSecond()) * BARS);
        int bottom = bounds.y + 8 + height(look().fonts().name());
        for (int bar = 0; bar < BARS; bar++) {
            int height = 4 + bar * 3;
            graphics.setBackgroundColor(bar < Math.max(1, full) ? line() : look().canvas());
            graphics.setAlpha(bar < Math.max(1, full) ? 255 : 130);
            graphics.fillRectangle(bounds.x + meterX + bar * 5, bottom - height, 4, height);
        }
        graphics.setAlpha(255);
    }
}

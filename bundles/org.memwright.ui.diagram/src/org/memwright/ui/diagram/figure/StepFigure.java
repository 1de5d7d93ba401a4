/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.graphics.Color;
import org.memwright.ui.diagram.scene.Facts;
import org.memwright.ui.live.Status;

/** A step of a task, or the task itself: its title, what goes in and comes out, and how far it is. */
public final class StepFigure extends CardFigure {
    private static final int INSET = 12;
    private static final int LINE = 220;
    private static final int KNOB = 14;

    private Status status = Status.PENDING;
    private boolean parent;
    private boolean collapsed;
    private int hidden;

    public StepFigure(Look look, Facts facts) {
        super(look, facts);
    }

    private boolean isRoot() {
        return facts() instanceof Facts.Task;
    }

    public void setStatus(Status status) {
        if (this.status != status) {
            this.status = status;
            recompose();
        }
    }

    public Status status() {
        return status;
    }

    /**
     * Shows whether its steps can be seen.
     *
     * @param hasSteps whether there are any
     * @param steps how many there are in all, for when they cannot be seen
     */
    public void setCollapsed(boolean hasSteps, boolean isCollapsed, int steps) {
        if (parent != hasSteps || collapsed != isCollapsed || hidden != steps) {
            parent = hasSteps;
            collapsed = isCollapsed;
            hidden = steps;
            recompose();
        }
    }

    /** The knob that collapses and expands, in the figure's own coordinates. */
    public Rectangle knob() {
        return parent
                ? new Rectangle(bounds.right() - KNOB - 7, bounds.y + 7, KNOB, KNOB)
                : new Rectangle(bounds.right(), bounds.y, 0, 0);
    }

    public boolean isKnobAt(Point point) {
        return parent && knob().getExpanded(3, 3).contains(point);
    }

    @Override
    protected Dimension arrange(int width) {
        Look.Fonts fonts = look().fonts();
        boolean root = isRoot();
        String name = facts() instanceof Facts.Task task ? task.name() : ((Facts.Step) facts()).name();
        String title = facts() instanceof Facts.Task task ? task.goal() : ((Facts.Step) facts()).title();
        int x = INSET + 6;
        int y = 7;
        int knob = parent ? KNOB + 8 : 0;
        int least = put(name, fonts.name(), look().ink(), x, y, "name");
        if (status != Status.PENDING) {
            String word = status.name().toLowerCase(java.util.Locale.ROOT);
            least += 8 + put(word, fonts.small(), look().status(status), x + least + 8, y + 2, "");
        }
        if (collapsed) {
            least += 8 + put("+" + hidden, fonts.small(), look().faint(), x + least + 8, y + 2, "");
        }
        least += knob;
        y += height(fonts.name());
        for (String line : wrapped(title, fonts.text(), root ? LINE + 40 : LINE, 3)) {
            least = Math.max(least, put(line, fonts.text(), look().ink(), x, y, root ? "goal" : "title"));
            y += height(fonts.text());
        }
        if (facts() instanceof Facts.Step data) {
            if (!data.inputs().isEmpty()) {
                least = Math.max(least, line("in ", String.join(", ", data.inputs()), x, y));
                y += height(fonts.small());
            }
            if (!data.outputs().isEmpty()) {
                least = Math.max(least, line("out ", String.join(", ", data.outputs()), x, y));
                y += height(fonts.small());
            }
        }
        return new Dimension(Math.max(96, least + INSET + x), y + 8);
    }

    private int line(String word, String rest, int x, int y) {
        Look.Fonts fonts = look().fonts();
        int width = put(word, fonts.small(), look().accent(), x, y + 1, "");
        String text = wrapped(rest, fonts.small(), LINE - width, 1).getFirst();
        return width + put(text, fonts.small(), look().faint(), x + width, y + 1, "");
    }

    @Override
    protected Color fill() {
        return isRoot() ? look().unitFill() : look().cardFill();
    }

    @Override
    protected Color line() {
        return status == Status.PENDING ? look().cardLine() : look().status(status);
    }

    @Override
    protected int corner() {
        return 10;
    }

    @Override
    protected void decorate(Graphics graphics) {
        graphics.setBackgroundColor(isRoot() ? look().accent() : look().status(status));
        graphics.fillRoundRectangle(new Rectangle(bounds.x + 5, bounds.y + 7, 4, bounds.height - 14), 4, 4);
        if (status == Status.ACTIVE || status == Status.DONE || status == Status.FAILED) {
            graphics.setBackgroundColor(look().status(status));
            graphics.setAlpha(look().dark() ? 46 : 22);
            graphics.fillRoundRectangle(getBounds(), corner(), corner());
            graphics.setAlpha(255);
        }
        if (parent) {
            Rectangle knob = knob();
            graphics.setBackgroundColor(look().canvas());
            graphics.setForegroundColor(look().faint());
            graphics.setLineWidth(1);
            graphics.fillOval(knob);
            graphics.drawOval(knob.x, knob.y, knob.width - 1, knob.height - 1);
            int middleX = knob.x + knob.width / 2;
            int middleY = knob.y + knob.height / 2;
            graphics.drawLine(knob.x + 4, middleY, knob.right() - 5, middleY);
            if (collapsed) {
                graphics.drawLine(middleX, knob.y + 4, middleX, knob.bottom() - 5);
            }
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.memwright.ui.diagram.scene.Facts;
import org.memwright.ui.diagram.scene.Item;

/** A box with pieces of text in it; the figures of what it contains lie on it. */
public abstract class CardFigure extends Figure {
    /**
     * A piece of text, from the card's corner on.
     *
     * @param field what it can be edited as, such as {@code capacity}; empty where it cannot be edited
     */
    protected record Piece(String text, Font font, Color color, int x, int y, int width, int height, String field) {}

    private final List<Piece> pieces = new ArrayList<>();
    private Look look;
    private Facts facts;
    private Item.Level level = Item.Level.NONE;
    private boolean selected;
    private boolean editable = true;
    private Dimension room;
    private int composedWidth = -1;

    protected CardFigure(Look look, Facts facts) {
        this.look = look;
        this.facts = facts;
    }

    /** What it says. */
    protected final Facts facts() {
        return facts;
    }

    /** Says something else of the same kind. */
    public final void show(Facts newFacts) {
        if (!newFacts.equals(facts)) {
            facts = newFacts;
            recompose();
        }
    }

    protected final Look look() {
        return look;
    }

    public final void setLook(Look newLook) {
        if (look != newLook) {
            look = newLook;
            recompose();
        }
    }

    protected final Item.Level level() {
        return level;
    }

    /** Shows how full it is. */
    public final void setLevel(Item.Level newLevel) {
        if (!level.equals(newLevel)) {
            level = newLevel;
            recompose();
        }
    }

    public final void setSelected(boolean selected) {
        this.selected = selected;
        repaint();
    }

    /** Shows whether it can be edited: what is declared elsewhere has a broken border. */
    public final void setEditable(boolean editable) {
        this.editable = editable;
        repaint();
    }

    protected final boolean isEditable() {
        return editable;
    }

    /** Arranges the text anew when it is needed next; called when what it says has changed. */
    protected final void recompose() {
        composedWidth = -1;
        room = null;
        repaint();
    }

    /** The least room that the text needs. */
    public final Dimension room() {
        if (room == null) {
            room = compose(0);
            composedWidth = -1;
        }
        return room.getCopy();
    }

    /**
     * Arranges the text with {@link #put}.
     *
     * @param width how wide the card is; 0 where the least width is asked for
     * @return the least size
     */
    protected abstract Dimension arrange(int width);

    private Dimension compose(int width) {
        pieces.clear();
        return arrange(width);
    }

    /** Puts text at a place and returns its width. */
    protected final int put(String text, Font font, Color color, int x, int y, String field) {
        Dimension size = FigureUtilities.getTextExtents(text, font);
        pieces.add(new Piece(text, font, color, x, y, size.width, size.height, field));
        return size.width;
    }

    protected static int width(String text, Font font) {
        return text.isEmpty() ? 0 : FigureUtilities.getTextExtents(text, font).width;
    }

    protected static int height(Font font) {
        return FigureUtilities.getTextExtents("Mg", font).height;
    }

    private void composed() {
        room();
        if (composedWidth != bounds.width) {
            compose(bounds.width);
            composedWidth = bounds.width;
        }
    }

    /** The field whose text is at a point, in the card's own coordinates. */
    public final Optional<String> fieldAt(Point point) {
        composed();
        return pieces.stream()
                .filter(piece -> !piece.field.isEmpty())
                .filter(piece -> new Rectangle(
                                bounds.x + piece.x - 3, bounds.y + piece.y - 2, piece.width + 6, piece.height + 4)
                        .contains(point))
                .map(Piece::field)
                .findFirst();
    }

    /** Where a field's text is, in the card's own coordinates. */
    public final Optional<Rectangle> area(String field) {
        composed();
        return pieces.stream()
                .filter(piece -> piece.field.equals(field))
                .map(piece -> new Rectangle(bounds.x + piece.x, bounds.y + piece.y, piece.width, piece.height))
                .findFirst();
    }

    /** All text, for tests and screen readers. */
    public final List<String> texts() {
        composed();
        return pieces.stream().map(Piece::text).toList();
    }

    /** Where text is, in the card's own coordinates, for tests. */
    public final List<Rectangle> textAreas() {
        composed();
        return pieces.stream()
                .map(piece -> new Rectangle(bounds.x + piece.x, bounds.y + piece.y, piece.width, piece.height))
                .toList();
    }

    @Override
    public Dimension getPreferredSize(int widthHint, int heightHint) {
        return room();
    }

    protected abstract Color fill();

    protected abstract Color line();

    /** Draws what is neither box nor text, such as a meter. */
    protected void decorate(Graphics graphics) {}

    @Override
    protected void paintFigure(Graphics graphics) {
        composed();
        graphics.setAntialias(SWT.ON);
        graphics.setTextAntialias(SWT.ON);
        Rectangle box = getBounds().getCopy();
        graphics.setBackgroundColor(fill());
        graphics.fillRoundRectangle(box, corner(), corner());
        if (level.isKnown()) {
            fillLevel(graphics, box);
        }
        decorate(graphics);
        for (Piece piece : pieces) {
            graphics.setFont(piece.font);
            graphics.setForegroundColor(piece.color);
            graphics.drawString(piece.text, box.x + piece.x, box.y + piece.y);
        }
        box.width--;
        box.height--;
        graphics.setForegroundColor(selected ? look.accent() : line());
        graphics.setLineWidth(selected ? 2 : 1);
        graphics.setLineStyle(editable || selected ? Graphics.LINE_SOLID : Graphics.LINE_DASH);
        if (selected) {
            box.shrink(1, 1);
        }
        graphics.drawRoundRectangle(box, corner(), corner());
        graphics.setLineStyle(Graphics.LINE_SOLID);
        graphics.setLineWidth(1);
    }

    /** Draws how full it is, from the left. */
    protected void fillLevel(Graphics graphics, Rectangle box) {
        int width = (int) Math.round(box.width * Math.min(1, level.share()));
        if (width > 0) {
            graphics.pushState();
            graphics.clipRect(new Rectangle(box.x, box.y, width, box.height));
            graphics.setBackgroundColor(levelColor());
            graphics.setAlpha(look.dark() ? 110 : 80);
            graphics.fillRoundRectangle(box, corner(), corner());
            graphics.setAlpha(255);
            graphics.popState();
        }
    }

    protected Color levelColor() {
        return level.share() > 0.95 ? look.warning() : line();
    }

    protected int corner() {
        return 12;
    }

    /** Breaks a text into lines no wider than a width, at spaces, commas and brackets; the last one ends in … where there is more. */
    protected static List<String> wrapped(String text, Font font, int width, int mostLines) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && lines.size() < mostLines) {
            if (width(rest, font) <= width) {
                lines.add(rest);
                return lines;
            }
            boolean last = lines.size() == mostLines - 1;
            int end = rest.length();
            while (end > 1 && width(rest.substring(0, end) + (last ? "…" : ""), font) > width) {
                end--;
            }
            if (last) {
                lines.add(rest.substring(0, end).stripTrailing() + "…");
                return lines;
            }
            int cut = end;
            while (cut > 0 && " ,(:|".indexOf(rest.charAt(cut - 1)) < 0) {
                cut--;
            }
            cut = cut < end / 3 ? end : cut;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        return lines;
    }
}

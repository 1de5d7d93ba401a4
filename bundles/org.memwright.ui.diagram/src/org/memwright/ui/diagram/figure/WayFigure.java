/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.figure;

import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.Locator;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.PolygonDecoration;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.memwright.ui.diagram.scene.Facts;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;
import org.memwright.ui.diagram.scene.Route;

/** An edge: a line with round corners along its route, arrows where it says which way, and a label on it. */
public final class WayFigure extends PolylineConnection {
    private static final int CORNER = 7;

    /** The text on the line, on a plate of the canvas' colour. */
    private static final class Plate extends Label {
        private Color line;

        Plate() {
            setOpaque(true);
            setBorder(new MarginBorder(1, 6, 1, 6));
        }

        @Override
        protected void paintFigure(Graphics graphics) {
            graphics.setAntialias(SWT.ON);
            graphics.setTextAntialias(SWT.ON);
            Rectangle box = getBounds();
            graphics.setBackgroundColor(getBackgroundColor());
            graphics.fillRoundRectangle(box, 10, 10);
            graphics.setFont(getFont());
            graphics.setForegroundColor(getForegroundColor());
            Dimension size = FigureUtilities.getTextExtents(getText(), getFont());
            graphics.drawString(
                    getText(), box.x + (box.width - size.width) / 2, box.y + (box.height - size.height) / 2);
            graphics.setForegroundColor(line);
            graphics.drawRoundRectangle(new Rectangle(box.x, box.y, box.width - 1, box.height - 1), 10, 10);
        }
    }

    private final Kind kind;
    private final Plate plate = new Plate();
    private Look look;
    private Facts facts;
    private Item.Level level = Item.Level.NONE;
    private boolean selected;
    private Route route;

    public WayFigure(Kind kind, Look look, Facts facts) {
        this.kind = kind;
        add(plate, (Locator) target -> {
            Dimension size = target.getPreferredSize();
            if (route != null && route.label() != null) {
                // what a run says may need more room than what the design says
                int width = Math.max(size.width, route.label().width());
                target.setBounds(new Rectangle(
                        route.label().x() + (route.label().width() - width) / 2,
                        route.label().y(),
                        width,
                        route.label().height()));
            } else {
                Point middle = getPoints().getMidpoint();
                target.setBounds(
                        new Rectangle(middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height));
            }
        });
        setTolerance(6);
        show(look, facts);
    }

    public void show(Look newLook, Facts newFacts) {
        look = newLook;
        facts = newFacts;
        refresh();
    }

    /** Shows how busy it is. */
    public void setLevel(Item.Level level) {
        this.level = level;
        refresh();
    }

    public void setSelected(boolean selected) {
        this.selected = selected;
        refresh();
    }

    /** Lays it along a route. */
    public void lay(Route newRoute) {
        route = newRoute;
        revalidate();
    }

    public Route route() {
        return route;
    }

    /** Where its label is. */
    public Rectangle labelBounds() {
        return plate.getBounds();
    }

    public String label() {
        return plate.getText();
    }

    /** How much room a label needs. */
    public static Dimension labelRoom(Look look, Facts facts, Item.Level level) {
        String text = text(facts, level);
        if (text.isEmpty()) {
            return new Dimension();
        }
        return FigureUtilities.getTextExtents(text, font(look, facts)).getExpanded(14, 4);
    }

    private static Font font(Look look, Facts facts) {
        return facts instanceof Facts.Link ? look.fonts().text() : look.fonts().small();
    }

    private static String text(Facts facts, Item.Level level) {
        return switch (facts) {
            case Facts.Link link -> (link.name() + "  " + (level.isKnown() ? level.label() : link.bandwidth())).strip();
            case Facts.Flow flow -> flow.mechanism();
            case Facts.Dependency dependency -> dependency.label();
            default -> "";
        };
    }

    private Color color() {
        if (selected) {
            return look.accent();
        }
        return switch (kind) {
            case FLOW -> look.flow(((Facts.Flow) facts).mechanism());
            case AFTER -> look.flow("move");
            case USES -> look.flow("fetch");
            case BRANCH -> look.cardLine();
            default -> look.link();
        };
    }

    private int thickness() {
        return switch (facts) {
            case Facts.Link link ->
                level.isKnown()
                        ? 2 + (int) Math.round(8 * Math.min(1, level.share()))
                        : 2 + (int) Math.round(5 * Look.speed(link.bytesPerSecond()));
            case Facts.Flow flow -> 2;
            default -> kind == Kind.BRANCH ? 1 : 2;
        };
    }

    private void refresh() {
        setForegroundColor(color());
        setBackgroundColor(color());
        setLineWidth(thickness());
        setLineStyle(kind == Kind.USES || kind == Kind.FLOW ? Graphics.LINE_DASH : Graphics.LINE_SOLID);
        String text = text(facts, level);
        plate.setVisible(!text.isEmpty());
        plate.setText(text);
        plate.setFont(font(look, facts));
        plate.setForegroundColor(kind == Kind.LINK ? look.ink() : color());
        plate.setBackgroundColor(look.canvas());
        plate.line = color();
        boolean towards = kind == Kind.FLOW
                || kind == Kind.AFTER
                || kind == Kind.USES
                || facts instanceof Facts.Link link && !link.duplex();
        setTargetDecoration(towards ? arrow() : null);
        repaint();
    }

    private static PolygonDecoration arrow() {
        PolygonDecoration arrow = new PolygonDecoration() {
            @Override
            public void paintFigure(Graphics graphics) {
                graphics.setAntialias(SWT.ON);
                graphics.setLineStyle(Graphics.LINE_SOLID);
                super.paintFigure(graphics);
            }
        };
        arrow.setScale(9, 4);
        return arrow;
    }

    @Override
    protected void outlineShape(Graphics graphics) {
        graphics.setAntialias(SWT.ON);
        graphics.setLineStyle(getLineStyle());
        PointList points = getPoints();
        if (points.size() < 2) {
            return;
        }
        Point from = points.getPoint(0);
        for (int i = 1; i < points.size(); i++) {
            Point corner = points.getPoint(i);
            if (i == points.size() - 1) {
                graphics.drawLine(from, corner);
                break;
            }
            Point next = points.getPoint(i + 1);
            int radius = Math.min(CORNER, Math.min(length(from, corner), length(corner, next) / 2));
            Point before = towards(corner, from, radius);
            Point after = towards(corner, next, radius);
            graphics.drawLine(from, before);
            arc(graphics, before, corner, after, radius);
            from = after;
        }
    }

    private static int length(Point a, Point b) {
        return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    }

    private static Point towards(Point from, Point to, int distance) {
        return new Point(
                from.x + Integer.signum(to.x - from.x) * distance, from.y + Integer.signum(to.y - from.y) * distance);
    }

    private static void arc(Graphics graphics, Point before, Point corner, Point after, int radius) {
        if (radius < 2) {
            graphics.drawLine(before, corner);
            graphics.drawLine(corner, after);
            return;
        }
        // the middle of the circle lies across from the corner
        int middleX = before.x + after.x - corner.x;
        int middleY = before.y + after.y - corner.y;
        boolean right = corner.x > middleX;
        boolean below = corner.y > middleY;
        int start = right ? below ? 270 : 0 : below ? 180 : 90;
        graphics.drawArc(middleX - radius, middleY - radius, 2 * radius, 2 * radius, start, 90);
    }

    /** Lays connections along their figures' routes. */
    public static void route(Connection connection) {
        WayFigure way = (WayFigure) connection;
        PointList points = new PointList();
        if (way.route != null) {
            for (int i = 0; i < way.route.points().size(); i += 2) {
                points.addPoint(way.route.points().get(i), way.route.points().get(i + 1));
            }
        }
        if (points.size() < 2) {
            points.removeAllPoints();
            points.addPoint(connection.getSourceAnchor().getReferencePoint());
            points.addPoint(connection.getTargetAnchor().getReferencePoint());
        }
        connection.setPoints(points);
    }
}

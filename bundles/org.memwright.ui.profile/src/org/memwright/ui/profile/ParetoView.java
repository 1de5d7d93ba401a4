/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.view.ParetoFront;
import org.memwright.runtime.Measure;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.ui.profile.chart.FigureTable;
import org.memwright.ui.profile.chart.FigureTable.Cell;
import org.memwright.ui.profile.chart.FigureTable.Column;
import org.memwright.ui.profile.chart.FigureTable.Row;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.profile.chart.Plot;
import org.memwright.ui.profile.chart.Scaled;

/** Two measures against each other, for every design at every point of the grid, and which no other beats in both. */
public final class ParetoView extends ProfileView {
    /** The view. */
    public static final String ID = "org.memwright.ui.profile.pareto";

    private static final int MOST_NAMES = 24;

    private Ink ink;
    private ExperimentProfile profile;
    private List<Measure> measures = List.of();
    private Combo across;
    private Combo up;
    private SashForm sash;
    private Label hint;
    private String acrossName = "";
    private String upName = "";
    private FigureTable<ComparisonView.Chosen> table;
    private Plot plot;
    private ParetoFront front;

    @Override
    protected boolean isOfOnePoint() {
        return false;
    }

    @Override
    protected String nothing() {
        return "A trade-off needs two measures and two designs that came to their end. Name them with compare, vary"
                + " and measure.";
    }

    @Override
    protected void build(Composite parent, Ink with, ExperimentProfile of) {
        ink = with;
        profile = of;
        front = null;
        table = null;
        measures = measures(of);
        if (measures.size() < 2 || of.columns().size() * of.points().size() < 2) {
            return;
        }
        var all = new Composite(parent, SWT.NONE);
        all.setBackground(ink.paper());
        all.setLayout(plain(1));
        var head = new Composite(all, SWT.NONE);
        head.setBackground(ink.paper());
        head.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        head.setLayout(plain(4));
        up = choice(head, "Upwards");
        word(head, "against");
        across = choice(head, "To the right");
        hint = word(head, "");
        hint.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        preselect();
        if (of.points().size() > 1) {
            legend(all, ink, of, of.columns());
        }
        sash = filling(new SashForm(all, SWT.HORIZONTAL | SWT.SMOOTH));
        sash.setBackground(ink.paper());
        draw();
    }

    /** All measures that runs came to, those that the experiment asks for first. */
    private static List<Measure> measures(ExperimentProfile of) {
        List<Measure> found = new ArrayList<>();
        of.measures()
                .forEach(metric -> of.runs().stream()
                        .flatMap(run -> run.measure(metric).stream())
                        .findFirst()
                        .ifPresent(found::add));
        of.runs().stream()
                .flatMap(run -> run.measures().stream())
                .filter(measure -> found.stream().noneMatch(m -> m.metric().equals(measure.metric())))
                .forEach(found::add);
        return found;
    }

    private Label word(Composite parent, String text) {
        var label = new Label(parent, SWT.NONE);
        label.setText(text);
        label.setForeground(ink.soft());
        label.setBackground(ink.paper());
        return label;
    }

    private Combo choice(Composite parent, String tip) {
        var combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setToolTipText(tip);
        combo.setItems(measures.stream().map(m -> m.metric().label()).toArray(String[]::new));
        combo.addListener(SWT.Selection, e -> {
            upName = up.getText();
            acrossName = across.getText();
            draw();
            shown().profile().ifPresent(p -> selected(shown().column(), shown().point()));
        });
        return combo;
    }

    /** What was chosen before, else what the report shows: what one gains against what one pays. */
    private void preselect() {
        ParetoFront first = ParetoFront.of(profile, 1).stream().findFirst().orElse(null);
        select(up, upName, first == null ? 0 : place(first.y().metric().label()));
        select(across, acrossName, first == null ? 1 : place(first.x().metric().label()));
    }

    private int place(String label) {
        return Math.max(
                0, measures.stream().map(m -> m.metric().label()).toList().indexOf(label));
    }

    private static void select(Combo combo, String wanted, int otherwise) {
        int index = combo.indexOf(wanted);
        combo.select(index >= 0 ? index : otherwise);
    }

    private void draw() {
        for (var child : sash.getChildren()) {
            child.dispose();
        }
        front = ParetoFront.of(profile, measures.get(across.getSelectionIndex()), measures.get(up.getSelectionIndex()));
        hint.setText("Better is " + direction(front.y().better(), "down", "up") + " and "
                + direction(front.x().better(), "left", "right")
                + "; the larger marks are beaten by no other in both.");
        chart();
        table = dots();
        sash.setWeights(58, 42);
        sash.layout(true, true);
        hint.getParent().layout(true, true);
    }

    private static String direction(Better better, String lower, String higher) {
        return switch (better) {
            case LOWER -> lower;
            case HIGHER -> higher;
            case NEITHER -> "neither way";
        };
    }

    private void chart() {
        Scaled x = Scaled.around(
                front.x().metric().label(),
                front.x().dimension(),
                front.dots().stream().mapToDouble(d -> d.x().mean()));
        Scaled y = Scaled.around(
                front.y().metric().label(),
                front.y().dimension(),
                front.dots().stream().mapToDouble(d -> d.y().mean()));
        plot = new Plot(sash, ink, "", x, y);
        List<ParetoFront.Dot> best = front.dots().stream()
                .filter(ParetoFront.Dot::onFront)
                .sorted(Comparator.comparingDouble(dot -> dot.x().mean()))
                .toList();
        steps(best, front.x().better() == Better.LOWER);
        List<Plot.Spot> spots = new ArrayList<>();
        boolean grid = profile.points().size() > 1;
        for (ParetoFront.Dot dot : front.dots()) {
            int column = index(profile, dot.column());
            double atX = dot.x().mean();
            double atY = dot.y().mean();
            plot.mark(atX, atY, ink.column(column), column, dot.onFront() ? 6 : 4);
            if (!grid || dot.onFront() && front.dots().size() <= 4 * MOST_NAMES) {
                String name = grid ? String.join(", ", dot.point().values()) : dot.column();
                plot.label(atX, atY, name, dot.onFront() ? ink.text() : ink.soft());
            }
            spots.add(new Plot.Spot(atX, atY, text(dot), () -> choose(dot)));
        }
        plot.spots(spots);
        plot.finish();
    }

    /** A staircase on the worse side of the front, so that nothing under it looks reached. */
    private void steps(List<ParetoFront.Dot> best, boolean lowerIsBetter) {
        List<double[]> corners = new ArrayList<>();
        for (ParetoFront.Dot dot : best) {
            double atX = dot.x().mean();
            double atY = dot.y().mean();
            if (!corners.isEmpty()) {
                double[] last = corners.getLast();
                corners.add(lowerIsBetter ? new double[] {atX, last[1]} : new double[] {last[0], atY});
            }
            corners.add(new double[] {atX, atY});
        }
        if (corners.size() > 1) {
            plot.guide(
                    corners.stream().mapToDouble(c -> c[0]).toArray(),
                    corners.stream().mapToDouble(c -> c[1]).toArray(),
                    ink.soft(),
                    true);
        }
    }

    private String text(ParetoFront.Dot dot) {
        String point = ExperimentProfile.label(dot.point());
        return dot.column() + (point.isEmpty() ? "" : " at " + point) + "\n"
                + front.y().metric().label() + " "
                + front.y().scale().text(dot.y().mean()) + "\n"
                + front.x().metric().label() + " "
                + front.x().scale().text(dot.x().mean());
    }

    private void choose(ParetoFront.Dot dot) {
        shown().select(dot.column(), dot.point());
        DeclaredPlaces.showMemory(getSite().getPage(), shown(), dot.column());
    }

    private FigureTable<ComparisonView.Chosen> dots() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("Design", "", false));
        profile.axes().keySet().forEach(axis -> columns.add(new Column(axis, "Axis of vary", false)));
        columns.add(new Column(head(front.y()), "", true));
        columns.add(new Column(head(front.x()), "", true));
        columns.add(new Column("Front", "Beaten by no other in both", false));
        FigureTable<ComparisonView.Chosen> figures = new FigureTable<>(sash, columns);
        List<Row<ComparisonView.Chosen>> rows = new ArrayList<>();
        for (ParetoFront.Dot dot : front.dots()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(dot.column()));
            profile.axes()
                    .keySet()
                    .forEach(axis -> cells.add(Cell.text(dot.point().getOrDefault(axis, ""))));
            cells.add(Cell.number(
                    front.y().scale().number(dot.y().mean()), dot.y().mean()));
            cells.add(Cell.number(
                    front.x().scale().number(dot.x().mean()), dot.x().mean()));
            cells.add(new Cell(dot.onFront() ? "\u2605" : "", Double.NaN, ink.good(), true, 0, ""));
            rows.add(new Row<>(
                    new ComparisonView.Chosen(dot.column(), dot.point()),
                    ink.column(index(profile, dot.column())),
                    cells));
        }
        figures.show(rows);
        figures.onSelect(chosen -> shown().select(chosen.column(), chosen.point()));
        figures.onOpen(chosen -> DeclaredPlaces.openMemory(getSite().getPage(), shown(), chosen.column()));
        return figures;
    }

    private static String head(ParetoFront.Axis axis) {
        String unit = axis.scale().suffix().strip();
        return axis.metric().label() + (unit.isEmpty() ? "" : ", " + unit);
    }

    @Override
    protected void selected(String column, Map<String, String> point) {
        if (table == null || table.control().isDisposed() || front == null) {
            return;
        }
        table.select(new ComparisonView.Chosen(column, point));
        front.dots().stream()
                .filter(dot -> dot.column().equals(column) && dot.point().equals(point))
                .findFirst()
                .ifPresent(dot -> plot.ring(dot.x().mean(), dot.y().mean()));
    }

    /** The chart, for who drives the view. */
    public Plot plot() {
        return plot;
    }

    /** What the chart shows, for who drives the view. */
    public ParetoFront front() {
        return front;
    }

    /** The table of dots, for who drives the view. */
    public FigureTable<?> table() {
        return table;
    }
}

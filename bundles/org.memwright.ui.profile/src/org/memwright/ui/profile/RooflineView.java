/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.memwright.profile.Ceiling;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.view.Roofline;
import org.memwright.ui.profile.chart.FigureTable;
import org.memwright.ui.profile.chart.FigureTable.Cell;
import org.memwright.ui.profile.chart.FigureTable.Column;
import org.memwright.ui.profile.chart.FigureTable.Row;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.profile.chart.Plot;
import org.memwright.ui.profile.chart.Scaled;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/** How near each operation of a design came to what its compute unit and tier can do. */
public final class RooflineView extends ProfileView {
    /** The view. */
    public static final String ID = "org.memwright.ui.profile.roofline";

    private static final Dimension INTENSITY = Dimension.OPERATIONS.dividedBy(Dimension.BYTES);

    private List<Roofline> rooflines = List.of();
    private Ink ink;
    private Combo choice;
    private SashForm sash;
    private FigureTable<Roofline.Point> table;
    private String drawn = "";

    @Override
    protected String nothing() {
        return "No design of this run reports operations at this point.";
    }

    @Override
    protected void build(Composite parent, Ink with, ExperimentProfile profile) {
        rooflines = Roofline.of(profile, shown().point());
        ink = with;
        drawn = "";
        table = null;
        if (rooflines.isEmpty()) {
            return;
        }
        var all = new Composite(parent, SWT.NONE);
        all.setBackground(ink.paper());
        all.setLayout(plain(1));
        choice = new Combo(all, SWT.READ_ONLY | SWT.DROP_DOWN);
        choice.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        choice.setItems(rooflines.stream().map(Roofline::column).toArray(String[]::new));
        choice.setToolTipText("Design");
        choice.addListener(
                SWT.Selection,
                e -> shown().select(rooflines.get(choice.getSelectionIndex()).column(), shown().point()));
        sash = filling(new SashForm(all, SWT.HORIZONTAL | SWT.SMOOTH));
        sash.setBackground(ink.paper());
        draw(rooflines.getFirst(), profile);
    }

    @Override
    protected void selected(String column, Map<String, String> point) {
        if (sash == null || sash.isDisposed()) {
            return;
        }
        for (Roofline roofline : rooflines) {
            if (roofline.column().equals(column) && !drawn.equals(column)) {
                shown().profile().ifPresent(profile -> draw(roofline, profile));
                sash.layout(true, true);
            }
        }
    }

    private void draw(Roofline roofline, ExperimentProfile profile) {
        for (var child : sash.getChildren()) {
            child.dispose();
        }
        drawn = roofline.column();
        choice.select(rooflines.indexOf(roofline));
        plot(roofline, profile);
        table = table(roofline);
        sash.setWeights(55, 45);
    }

    private void plot(Roofline roofline, ExperimentProfile profile) {
        // All designs in the same frame, so that the eye compares them.
        List<Roofline.Point> points =
                rooflines.stream().flatMap(r -> r.points().stream()).toList();
        double least =
                points.stream().mapToDouble(Roofline.Point::intensity).min().orElse(1) / 2;
        double most =
                points.stream().mapToDouble(Roofline.Point::intensity).max().orElse(1) * 2;
        double slowest =
                points.stream().mapToDouble(Roofline.Point::achieved).min().orElse(1) / 2;
        double peak = roofline.ceilings().stream()
                .filter(c -> c.kind() == Ceiling.Kind.COMPUTE)
                .mapToDouble(Ceiling::perSecond)
                .max()
                .orElse(points.stream()
                        .mapToDouble(Roofline.Point::achieved)
                        .max()
                        .orElse(1));
        double ridge = roofline.ceilings().stream()
                .filter(c -> c.kind() == Ceiling.Kind.BANDWIDTH)
                .mapToDouble(c -> peak / c.perSecond())
                .max()
                .orElse(most);
        Scaled x = Scaled.log("operations per byte", Dimension.NUMBER, least, Math.max(most, ridge * 2));
        Scaled y = Scaled.log("operations per second", Dimension.COMPUTE, slowest, peak * 2.5);
        Plot plot = new Plot(sash, ink, "", x, y);
        for (Ceiling ceiling : roofline.ceilings()) {
            ceiling(plot, ceiling, roofline, x, y, peak);
        }
        var color = ink.column(index(profile, roofline.column()));
        List<Plot.Spot> spots = new ArrayList<>();
        for (int i = 0; i < roofline.points().size(); i++) {
            Roofline.Point point = roofline.points().get(i);
            plot.mark(
                    point.intensity(), point.achieved(), color, 0, 3 + (int) Math.round(6 * Math.sqrt(point.share())));
            plot.label(point.intensity(), point.achieved(), Integer.toString(i + 1), ink.text());
            spots.add(new Plot.Spot(point.intensity(), point.achieved(), text(point), () -> table.select(point)));
        }
        plot.spots(spots);
        plot.finish();
    }

    private void ceiling(Plot plot, Ceiling ceiling, Roofline roofline, Scaled x, Scaled y, double peak) {
        if (ceiling.kind() == Ceiling.Kind.COMPUTE) {
            double bandwidth = roofline.ceilings().stream()
                    .filter(c -> c.kind() == Ceiling.Kind.BANDWIDTH)
                    .mapToDouble(Ceiling::perSecond)
                    .max()
                    .orElse(Double.NaN);
            double from =
                    Double.isNaN(bandwidth) ? x.low() : Math.clamp(ceiling.perSecond() / bandwidth, x.low(), x.high());
            plot.guide(
                    new double[] {from, x.high()},
                    new double[] {ceiling.perSecond(), ceiling.perSecond()},
                    ink.soft(),
                    false);
            String name = ceiling.name() + " " + ceiling.precision() + " "
                    + Format.of(ceiling.perSecond(), Dimension.COMPUTE);
            plot.caption(x.high(), ceiling.perSecond(), name, true, ink.soft());
            return;
        }
        double from = Math.max(x.low(), y.low() / ceiling.perSecond());
        double to = Math.min(x.high(), peak / ceiling.perSecond());
        if (to > from) {
            plot.guide(
                    new double[] {from, to},
                    new double[] {from * ceiling.perSecond(), to * ceiling.perSecond()},
                    ink.soft(),
                    false);
            String name = ceiling.name() + " " + Format.of(ceiling.perSecond(), Dimension.BANDWIDTH);
            plot.caption(from, to, ceiling.perSecond(), List.of(name, ceiling.name()), ink.soft());
        }
    }

    private static String text(Roofline.Point point) {
        return point.operation().name() + "\n" + Format.of(point.achieved(), Dimension.COMPUTE) + " at "
                + Format.of(point.intensity(), INTENSITY) + "\n" + share(point.achieved() / point.attainable())
                + " of attainable, " + share(point.share()) + " of the time\nbound by "
                + point.operation().boundBy();
    }

    private static String share(double share) {
        return Double.isFinite(share) ? Format.percent(Math.rint(1000 * share) / 1000) : "n/a";
    }

    private FigureTable<Roofline.Point> table(Roofline roofline) {
        FigureTable<Roofline.Point> figures = new FigureTable<>(
                sash,
                List.of(
                        new Column("", "Number in the chart", true),
                        new Column("Operation", "", false),
                        new Column("FLOP/B", "Operations per byte moved", true),
                        new Column("Achieved", "Operations per second", true),
                        new Column("of attainable", "Of the lower of peak and bandwidth", true),
                        new Column("of time", "Share of the time of all operations", true),
                        new Column("Bound by", "", false)));
        List<Row<Roofline.Point>> rows = new ArrayList<>();
        for (int i = 0; i < roofline.points().size(); i++) {
            Roofline.Point point = roofline.points().get(i);
            double intensity = point.intensity() >= 100 ? Math.rint(point.intensity()) : point.intensity();
            double reached = point.achieved() / point.attainable();
            rows.add(new Row<>(
                    point,
                    null,
                    List.of(
                            Cell.number(Integer.toString(i + 1), i),
                            Cell.text(point.operation().name()),
                            Cell.number(Format.of(intensity, Dimension.NUMBER), point.intensity()),
                            Cell.number(Format.of(point.achieved(), Dimension.COMPUTE), point.achieved()),
                            Cell.number(share(reached), reached),
                            new Cell(share(point.share()), point.share(), null, false, point.share(), ""),
                            Cell.text(point.operation().boundBy()))));
        }
        return figures.show(rows);
    }

    /** The table of operations of the design drawn, for who drives the view. */
    public FigureTable<Roofline.Point> table() {
        return table;
    }
}

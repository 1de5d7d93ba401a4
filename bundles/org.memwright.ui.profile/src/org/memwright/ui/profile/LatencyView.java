/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.view.Scale;
import org.memwright.profile.view.Spread;
import org.memwright.ui.profile.chart.FigureTable;
import org.memwright.ui.profile.chart.FigureTable.Cell;
import org.memwright.ui.profile.chart.FigureTable.Column;
import org.memwright.ui.profile.chart.FigureTable.Row;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.profile.chart.Plot;
import org.memwright.ui.profile.chart.Scaled;
import org.memwright.ui.profile.chart.Shelf;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/** How the figures of the requests are spread: cumulative distributions, with their percentiles in a table. */
public final class LatencyView extends ProfileView {
    /** The view. */
    public static final String ID = "org.memwright.ui.profile.latency";

    private static final int WIDTH = 430;
    private static final int HEIGHT = 340;

    private final List<FigureTable<String>> tables = new ArrayList<>();

    @Override
    protected String nothing() {
        return "No request of this run has a latency at this point.";
    }

    @Override
    protected void build(Composite parent, Ink ink, ExperimentProfile profile) {
        tables.clear();
        List<Spread> spreads = Spread.of(profile, shown().point());
        if (spreads.isEmpty()) {
            return;
        }
        var all = new Composite(parent, SWT.NONE);
        all.setBackground(ink.paper());
        all.setLayout(plain(1));
        legend(
                all,
                ink,
                profile,
                spreads.getFirst().curves().stream().map(Spread.Curve::column).toList());
        Shelf shelf = new Shelf(all, ink, WIDTH);
        filling(shelf.control());
        for (Spread spread : spreads) {
            var cell = new Composite(shelf.content(), SWT.NONE);
            cell.setBackground(ink.paper());
            cell.setLayout(plain(1));
            filling(plot(cell, ink, profile, spread).control());
            tables.add(table(cell, ink, profile, spread));
            shelf.add(cell, HEIGHT);
        }
    }

    private static Plot plot(Composite parent, Ink ink, ExperimentProfile profile, Spread spread) {
        double least = spread.curves().stream()
                .flatMap(curve ->
                        curve.points().stream().filter(p -> p.percent() >= 1).limit(1))
                .mapToDouble(Spread.Point::value)
                .min()
                .orElse(0);
        double greatest = spread.curves().stream()
                .mapToDouble(curve -> curve.points().getLast().value())
                .max()
                .orElse(1);
        double median = spread.curves().stream()
                .mapToDouble(curve -> curve.headlines().getFirst())
                .min()
                .orElse(1);
        Scaled x = least > 0 && greatest > 12 * median
                ? Scaled.log("", spread.dimension(), least, greatest)
                : Scaled.exact("", spread.dimension(), greatest);
        Scaled y = new Scaled("% of requests", Dimension.NUMBER, org.memwright.units.Unit.NONE, 0, 100, false);
        Plot plot = new Plot(parent, ink, spread.name(), x, y);
        for (Spread.Curve curve : spread.curves()) {
            List<Spread.Point> points = curve.points().stream()
                    .filter(point -> point.value() >= x.low())
                    .toList();
            plot.line(
                    points.stream().mapToDouble(Spread.Point::value).toArray(),
                    points.stream().mapToDouble(Spread.Point::percent).toArray(),
                    ink.column(index(profile, curve.column())),
                    index(profile, curve.column()));
        }
        plot.hover(value -> text(spread, value));
        return plot.finish();
    }

    private static String text(Spread spread, double value) {
        var text = new StringBuilder(spread.name() + " up to " + Format.of(value, spread.dimension()));
        for (Spread.Curve curve : spread.curves()) {
            double percent = curve.points().stream()
                    .filter(point -> point.value() <= value)
                    .mapToDouble(Spread.Point::percent)
                    .max()
                    .orElse(0);
            text.append('\n').append(curve.column()).append(": ").append(Format.percent(Math.rint(percent) / 100));
        }
        return text.toString();
    }

    private FigureTable<String> table(Composite parent, Ink ink, ExperimentProfile profile, Spread spread) {
        Scale scale = Scale.of(
                spread.dimension(),
                "",
                spread.curves().stream()
                        .flatMap(curve -> curve.headlines().stream())
                        .mapToDouble(Double::doubleValue));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(scale.suffix().strip(), "All figures are in this unit", false));
        columns.add(new Column("mean", "", true));
        for (double percent : Spread.HEADLINES) {
            columns.add(new Column(percent == 100 ? "max" : "p" + Math.round(percent), "", true));
        }
        columns.add(new Column("requests", "Requests that have a value, of all", true));
        FigureTable<String> table = new FigureTable<>(parent, columns);
        List<Row<String>> rows = new ArrayList<>();
        for (Spread.Curve curve : spread.curves()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(curve.column()));
            cells.add(Cell.number(scale.number(curve.mean()), curve.mean()));
            for (double value : curve.headlines()) {
                cells.add(Cell.number(scale.number(value), value));
            }
            int all = curve.count() + curve.missing();
            cells.add(Cell.number(curve.missing() > 0 ? curve.count() + " of " + all : "" + all, curve.count()));
            rows.add(new Row<>(curve.column(), ink.column(index(profile, curve.column())), cells));
        }
        table.show(rows);
        table.onSelect(column -> shown().select(column, shown().point()));
        GridData data = new GridData(SWT.FILL, SWT.END, true, false);
        data.heightHint =
                table.control().getHeaderHeight() + table.control().getItemHeight() * Math.min(5, rows.size());
        data.widthHint = WIDTH - 30;
        table.control().setLayoutData(data);
        return table;
    }

    @Override
    protected void selected(String column, java.util.Map<String, String> point) {
        tables.stream().filter(t -> !t.control().isDisposed()).forEach(t -> t.select(column));
    }

    /** The tables of percentiles, for who drives the view. */
    public List<FigureTable<String>> tables() {
        return List.copyOf(tables);
    }
}

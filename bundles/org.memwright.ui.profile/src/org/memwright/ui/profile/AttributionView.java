/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.view.LowerBound;
import org.memwright.profile.view.TimeAttribution;
import org.memwright.profile.view.TimeSplits;
import org.memwright.ui.profile.chart.FigureTable;
import org.memwright.ui.profile.chart.FigureTable.Cell;
import org.memwright.ui.profile.chart.FigureTable.Column;
import org.memwright.ui.profile.chart.FigureTable.Row;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.profile.chart.Legend;
import org.memwright.units.Format;
import org.memwright.units.Nanos;

/**
 * What the time of each design went to: of the whole run, with the least it could have taken, or of its requests, by metric. The parts are
 * compute, each tier, each link, queueing and overhead of the run; queueing, prefill, weights, KV, links, collectives and overhead of
 * requests.
 */
public final class AttributionView extends ProfileView {
    /** The view. */
    public static final String ID = "org.memwright.ui.profile.attribution";

    private static final int BAR = 22;
    private static final int GAP = 8;

    private static final String WHOLE_RUN = "the whole run";

    private FigureTable<String> table;
    private Combo choice;
    private String chosen = WHOLE_RUN;

    @Override
    protected String nothing() {
        return "No design of this run reports what its time went to at this point.";
    }

    @Override
    protected void build(Composite parent, Ink ink, ExperimentProfile profile) {
        Map<String, TimeAttribution> times = times(profile);
        table = null;
        choice = null;
        if (times.isEmpty()) {
            return;
        }
        var all = new Composite(parent, SWT.NONE);
        all.setBackground(ink.paper());
        all.setLayout(plain(1));
        choice = new Combo(all, SWT.READ_ONLY | SWT.DROP_DOWN);
        choice.setItems(times.keySet().toArray(String[]::new));
        choice.setToolTipText(
                "Whose time: that of the run, or the mean of its requests; the parts of each add up to it");
        choice.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        choice.select(Math.max(0, choice.indexOf(chosen)));
        var scroller = filling(new ScrolledComposite(all, SWT.V_SCROLL));
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.setBackground(ink.paper());
        var drawn = new Composite(scroller, SWT.NONE);
        drawn.setBackground(ink.paper());
        drawn.setLayout(plain(1));
        scroller.setContent(drawn);
        scroller.addListener(
                SWT.Resize,
                e -> scroller.setMinHeight(drawn.computeSize(scroller.getClientArea().width, SWT.DEFAULT).y));
        choice.addListener(SWT.Selection, e -> {
            chosen = choice.getText();
            draw(drawn, ink, profile, times.get(chosen));
            selected(shown().column(), shown().point());
        });
        draw(drawn, ink, profile, times.get(choice.getText()));
    }

    /** The times that there are parts of, by whose they are. */
    private Map<String, TimeAttribution> times(ExperimentProfile profile) {
        Map<String, TimeAttribution> times = new LinkedHashMap<>();
        TimeAttribution run = TimeAttribution.of(profile, shown().point());
        if (!run.bars().isEmpty()) {
            times.put(WHOLE_RUN, run);
        }
        for (TimeSplits split : TimeSplits.of(profile, shown().point())) {
            times.put(split.metric() + ", mean of requests", split.attribution());
        }
        return times;
    }

    private void draw(Composite all, Ink ink, ExperimentProfile profile, TimeAttribution attribution) {
        for (var child : all.getChildren()) {
            child.dispose();
        }
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < attribution.parts().size(); i++) {
            entries.add(new Legend.Entry(attribution.parts().get(i), ink.part(i)));
        }
        new Legend(all, ink, entries).setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        var bars = new Bars(all, ink, attribution);
        bars.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        table = filling(all, table(all, ink, profile, attribution));
        all.layout(true, true);
    }

    private static FigureTable<String> filling(Composite parent, FigureTable<String> table) {
        filling(table.control());
        return table;
    }

    private FigureTable<String> table(
            Composite parent, Ink ink, ExperimentProfile profile, TimeAttribution attribution) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("Design", "", false));
        boolean whole = choice.getText().equals(WHOLE_RUN);
        columns.add(
                new Column("Time", whole ? "Of the whole run, simulated" : "Mean of the requests, simulated", true));
        if (whole) {
            columns.add(new Column("Bound", "The least time that the same bytes and operations could take here", true));
            columns.add(new Column("Bound by", "What that least time is of", false));
        }
        attribution.parts().forEach(part -> columns.add(new Column(part, "Time that went to it", true)));
        FigureTable<String> figures = new FigureTable<>(parent, columns);
        List<LowerBound> bounds = LowerBound.of(profile, shown().point());
        List<Row<String>> rows = new ArrayList<>();
        for (TimeAttribution.Bar bar : attribution.bars()) {
            LowerBound bound = bounds.stream()
                    .filter(each -> each.column().equals(bar.column()))
                    .findFirst()
                    .orElse(null);
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(bar.column()));
            cells.add(Cell.number(Nanos.format(bar.totalNanos()), bar.totalNanos()));
            if (whole) {
                cells.add(
                        bound == null
                                ? Cell.number("", Double.NaN)
                                : Cell.number(
                                        Nanos.format(bound.bound().nanos()),
                                        bound.bound().nanos()));
                cells.add(Cell.text(bound == null ? "" : bound.bound().limitedBy()));
            }
            for (double nanos : bar.nanos()) {
                double share = bar.totalNanos() > 0 ? nanos / bar.totalNanos() : 0;
                cells.add(new Cell(
                        nanos == 0 ? "" : Nanos.format(nanos), nanos, null, false, share, Format.percent(share)));
            }
            rows.add(new Row<>(bar.column(), ink.column(index(profile, bar.column())), cells));
        }
        figures.show(rows);
        figures.onSelect(column -> shown().select(column, shown().point()));
        return figures;
    }

    @Override
    protected void selected(String column, Map<String, String> point) {
        if (table != null && !table.control().isDisposed()) {
            table.select(column);
        }
    }

    /** Whose time is shown, for who drives the view. */
    public Combo choice() {
        return choice;
    }

    /** The table of parts, for who drives the view. */
    public FigureTable<String> table() {
        return table;
    }

    /** A bar for each design, all on one scale of time. */
    private static final class Bars extends Canvas {
        private final Ink ink;
        private final TimeAttribution attribution;
        private int names;

        Bars(Composite parent, Ink ink, TimeAttribution attribution) {
            super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
            this.ink = ink;
            this.attribution = attribution;
            setBackground(ink.paper());
            addListener(SWT.Paint, this::paint);
            addListener(SWT.MouseMove, this::tip);
            addListener(SWT.Resize, e -> redraw());
        }

        @Override
        public Point computeSize(int wHint, int hHint, boolean changed) {
            return new Point(
                    wHint == SWT.DEFAULT ? 400 : wHint, attribution.bars().size() * (BAR + GAP) + GAP);
        }

        private Rectangle bounds(int bar, double from, double to) {
            double longest = attribution.bars().stream()
                    .mapToDouble(TimeAttribution.Bar::totalNanos)
                    .max()
                    .orElse(1);
            int room = Math.max(1, getClientArea().width - names - 2 * GAP);
            int left = names + GAP + (int) Math.round(room * from / longest);
            int right = names + GAP + (int) Math.round(room * to / longest);
            return new Rectangle(left, GAP + bar * (BAR + GAP), right - left, BAR);
        }

        private void paint(Event event) {
            GC gc = event.gc;
            names = attribution.bars().stream()
                            .mapToInt(bar -> gc.textExtent(bar.column()).x)
                            .max()
                            .orElse(0)
                    + GAP;
            for (int b = 0; b < attribution.bars().size(); b++) {
                TimeAttribution.Bar bar = attribution.bars().get(b);
                gc.setForeground(ink.text());
                Point size = gc.textExtent(bar.column());
                gc.drawText(bar.column(), GAP / 2, GAP + b * (BAR + GAP) + (BAR - size.y) / 2, true);
                double from = 0;
                for (int p = 0; p < bar.nanos().size(); p++) {
                    double nanos = bar.nanos().get(p);
                    Rectangle area = bounds(b, from, from + nanos);
                    gc.setBackground(ink.part(p));
                    gc.fillRectangle(area);
                    String share = Format.percent(Math.rint(100 * nanos / bar.totalNanos()) / 100);
                    if (gc.textExtent(share).x + 6 < area.width) {
                        gc.setForeground(contrast(p));
                        gc.drawText(share, area.x + 4, area.y + (BAR - size.y) / 2, true);
                    }
                    from += nanos;
                }
            }
        }

        private org.eclipse.swt.graphics.Color contrast(int part) {
            var rgb = ink.part(part).getRGB();
            double light = 0.2126 * rgb.red + 0.7152 * rgb.green + 0.0722 * rgb.blue;
            return getDisplay().getSystemColor(light > 140 ? SWT.COLOR_BLACK : SWT.COLOR_WHITE);
        }

        private void tip(Event event) {
            String tip = null;
            for (int b = 0; b < attribution.bars().size(); b++) {
                TimeAttribution.Bar bar = attribution.bars().get(b);
                double from = 0;
                for (int p = 0; p < bar.nanos().size(); p++) {
                    double nanos = bar.nanos().get(p);
                    if (bounds(b, from, from + nanos).contains(event.x, event.y)) {
                        tip = bar.column() + ", " + attribution.parts().get(p) + ": " + Nanos.format(nanos) + ", "
                                + Format.percent(Math.rint(1000 * nanos / bar.totalNanos()) / 1000);
                    }
                    from += nanos;
                }
            }
            if (tip == null ? getToolTipText() != null : !tip.equals(getToolTipText())) {
                setToolTipText(tip);
            }
        }
    }
}

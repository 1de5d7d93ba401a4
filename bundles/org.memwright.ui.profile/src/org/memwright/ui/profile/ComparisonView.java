/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Verdict;
import org.memwright.profile.view.ComparisonTable;
import org.memwright.report.archive.KeptRun;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.ui.profile.chart.FigureTable;
import org.memwright.ui.profile.chart.FigureTable.Cell;
import org.memwright.ui.profile.chart.FigureTable.Column;
import org.memwright.ui.profile.chart.FigureTable.Row;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.run.Places;
import org.memwright.units.Format;

/** Compares the designs: a row for each at each point of the grid, a column for each measure, and what was expected. */
public final class ComparisonView extends ProfileView {
    /** The view. */
    public static final String ID = "org.memwright.ui.profile.comparison";

    private static final int LOW = 330;

    private FigureTable<Chosen> table;
    private FigureTable<Verdict> verdicts;

    /** A design at a point of the grid. */
    record Chosen(String column, Map<String, String> point) {}

    @Override
    protected boolean isOfOnePoint() {
        return false;
    }

    @Override
    protected String nothing() {
        return "This run has no measures: none of its designs came to its end.";
    }

    @Override
    protected void build(Composite parent, Ink ink, ExperimentProfile profile) {
        ComparisonTable comparison = ComparisonTable.of(profile);
        if (comparison.sections().isEmpty()
                || comparison.sections().getFirst().rows().isEmpty()) {
            return;
        }
        var all = new Composite(parent, SWT.NONE);
        all.setBackground(ink.paper());
        all.setLayout(plain(1));
        List<ComparisonTable.Row> measures = comparison.sections().getFirst().rows();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("Design", "", false));
        profile.axes().keySet().forEach(axis -> columns.add(new Column(axis, "Axis of vary", false)));
        for (int i = 0; i < measures.size(); i++) {
            ComparisonTable.Row measure = measures.get(i);
            String unit = unit(comparison, i);
            columns.add(new Column(
                    measure.metric().label() + (unit.isEmpty() ? "" : ", " + unit),
                    switch (measure.better()) {
                        case HIGHER -> "Higher is better";
                        case LOWER -> "Lower is better";
                        case NEITHER -> "";
                    },
                    true));
        }
        var sash = filling(new SashForm(all, SWT.VERTICAL | SWT.SMOOTH));
        sash.setBackground(ink.paper());
        table = new FigureTable<>(sash, columns);
        table.show(rows(comparison, profile, ink));
        table.onSelect(chosen -> shown().select(chosen.column(), chosen.point()));
        table.onOpen(chosen -> DeclaredPlaces.openMemory(getSite().getPage(), shown(), chosen.column()));
        expectations(sash, ink, profile);
        if (verdicts != null) {
            sash.setWeights(60, 40);
            sash.addListener(SWT.Resize, e -> {
                // below each other where there is room for both, else beside each other
                int wanted = sash.getClientArea().height < LOW ? SWT.HORIZONTAL : SWT.VERTICAL;
                if (sash.getOrientation() != wanted) {
                    sash.setOrientation(wanted);
                }
            });
        }
    }

    /** The one unit of a measure at all points of the grid; empty where it differs, then each cell has its own. */
    private static String unit(ComparisonTable comparison, int row) {
        Set<String> units = new LinkedHashSet<>();
        comparison
                .sections()
                .forEach(section ->
                        units.add(section.rows().get(row).scale().suffix().strip()));
        return units.size() == 1 ? units.iterator().next() : "";
    }

    private static List<Row<Chosen>> rows(ComparisonTable comparison, ExperimentProfile profile, Ink ink) {
        List<Row<Chosen>> rows = new ArrayList<>();
        for (ComparisonTable.Section section : comparison.sections()) {
            for (int c = 0; c < comparison.columns().size(); c++) {
                String column = comparison.columns().get(c);
                List<Cell> cells = new ArrayList<>();
                cells.add(new Cell(column, Double.NaN, null, true, 0, "Double click or Enter: where it is declared"));
                for (String axis : profile.axes().keySet()) {
                    cells.add(Cell.text(section.point().getOrDefault(axis, "")));
                }
                for (int r = 0; r < section.rows().size(); r++) {
                    cells.add(cell(section.rows().get(r), c, unit(comparison, r).isEmpty(), comparison, ink));
                }
                rows.add(new Row<>(new Chosen(column, section.point()), ink.column(index(profile, column)), cells));
            }
        }
        return rows;
    }

    private static Cell cell(
            ComparisonTable.Row row, int column, boolean withUnit, ComparisonTable comparison, Ink ink) {
        ComparisonTable.Cell cell = row.cells().get(column);
        boolean known = cell.estimate().count() > 0;
        double most = row.cells().stream()
                .mapToDouble(each -> Math.abs(each.estimate().mean()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        String text = cell.text() + (known && withUnit ? row.scale().suffix() : "") + (cell.best() ? " \u2605" : "");
        return new Cell(
                text,
                cell.estimate().mean(),
                known ? cell.best() ? ink.good() : null : ink.soft(),
                cell.best(),
                most > 0 && known ? Math.abs(cell.estimate().mean()) / most : 0,
                tip(row, cell, comparison.columns().getFirst()));
    }

    /** How a figure came about. */
    private static String tip(ComparisonTable.Row row, ComparisonTable.Cell cell, String first) {
        var text = new StringBuilder();
        text.append(cell.column())
                .append(", ")
                .append(row.metric().label())
                .append(": ")
                .append(cell.text())
                .append(cell.estimate().count() > 0 ? row.scale().suffix() : "");
        if (cell.best()) {
            text.append(row.better() == Better.HIGHER ? ", the highest" : ", the lowest");
        }
        if (Double.isFinite(cell.factor()) && !cell.column().equals(first)) {
            text.append("\n").append(String.format(Locale.ROOT, "%.2f", cell.factor()));
            text.append(" times ").append(first);
        }
        if (Double.isFinite(cell.bound())) {
            text.append("\nat best, on this hardware: ").append(row.scale().text(cell.bound()));
        }
        Explanation explanation = cell.explanation();
        if (explanation != null) {
            text.append("\n= ").append(explanation.formula());
            for (Explanation.Input input : explanation.inputs()) {
                text.append("\n   ")
                        .append(input.name())
                        .append(": ")
                        .append(Format.of(input.value(), input.dimension()));
            }
            if (!explanation.boundBy().isEmpty()) {
                text.append("\nbound by ").append(explanation.boundBy());
            }
        }
        return text.toString();
    }

    private void expectations(Composite parent, Ink ink, ExperimentProfile profile) {
        verdicts = null;
        if (profile.verdicts().isEmpty()) {
            return;
        }
        boolean grid = !profile.axes().isEmpty();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("Verdict", "", false));
        columns.add(new Column("Expected", "Double click or Enter: where it is written", false));
        columns.add(new Column("Found", "", false));
        if (grid) {
            columns.add(new Column("At", "Point of the grid", false));
        }
        verdicts = new FigureTable<>(parent, columns);
        List<Row<Verdict>> rows = new ArrayList<>();
        for (Verdict verdict : profile.verdicts()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(
                    switch (verdict.outcome()) {
                        case PASSED -> new Cell("\u2713 holds", 0, ink.good(), true, 0, "");
                        case FAILED -> new Cell("\u2717 fails", 2, ink.bad(), true, 0, "");
                        case UNDECIDED -> new Cell("? open", 1, ink.open(), true, 0, verdict.reason());
                    });
            cells.add(Cell.text(verdict.text()));
            cells.add(Cell.text(verdict.reason().isEmpty() ? verdict.values() : verdict.reason()));
            if (grid) {
                cells.add(Cell.text(ExperimentProfile.label(verdict.point())));
            }
            rows.add(new Row<>(verdict, null, cells));
        }
        verdicts.show(rows);
        verdicts.onOpen(this::jump);
    }

    private void jump(Verdict verdict) {
        IProject project = shown().project().orElse(null);
        for (KeptRun run : shown().runs()) {
            if (project != null) {
                Places.file(project, run, verdict.position().file())
                        .ifPresent(file -> Places.open(
                                getSite().getPage(),
                                file,
                                verdict.position().line(),
                                verdict.position().column(),
                                true));
            }
        }
    }

    @Override
    protected void selected(String column, Map<String, String> point) {
        if (table != null && !table.control().isDisposed()) {
            table.select(new Chosen(column, point));
        }
    }

    /** The table of designs, for who drives the view. */
    public FigureTable<?> table() {
        return table;
    }

    /** The table of expectations; null where nothing is expected. */
    public FigureTable<?> verdicts() {
        return verdicts;
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.view.Frame;
import org.memwright.profile.view.ParetoFront;
import org.memwright.profile.view.Timeline;
import org.memwright.report.ReportFailure;
import org.memwright.report.ReportFiles;
import org.memwright.report.archive.KeptRun;
import org.memwright.report.html.HtmlReport;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.JsonNode;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.ui.profile.AttributionView;
import org.memwright.ui.profile.ComparisonView;
import org.memwright.ui.profile.LatencyView;
import org.memwright.ui.profile.ParetoView;
import org.memwright.ui.profile.ReplayView;
import org.memwright.ui.profile.ReportExport;
import org.memwright.ui.profile.RooflineView;
import org.memwright.ui.profile.RunsView;
import org.memwright.ui.profile.TimelinesView;
import org.memwright.ui.profile.chart.FigureTable;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.units.Quantity;

/** The views show the numbers of the profile that is kept on disk, and lead to the text. */
class ViewsTest extends ProfileTest {

    private KeptRun runPair() throws IOException, CoreException {
        return run(file("small.memw", DESIGN), "Pair");
    }

    private static FigureTable.Row<?> row(FigureTable<?> table, String name) {
        return table.rows().stream()
                .filter(row -> row.cells().getFirst().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> heads(FigureTable<?> table) {
        List<String> heads = new ArrayList<>();
        for (var column : table.control().getColumns()) {
            heads.add(column.getText());
        }
        return heads;
    }

    private static void open(FigureTable<?> table, int row) {
        table.control().setSelection(row);
        table.control().notifyListeners(SWT.DefaultSelection, new Event());
        settle();
    }

    @Test
    void comparison_showsTheNumbersOfTheFile() throws IOException, CoreException, JsonFailure {
        ComparisonView view = view(ComparisonView.class, ComparisonView.ID);
        JsonNode file = json(runPair());

        List<String> heads = heads(view.table());
        List<String[]> metrics = List.of(
                new String[] {"throughput", ""},
                new String[] {"ttft", "p50"},
                new String[] {"ttft", "p99"},
                new String[] {"tpot", "p99"},
                new String[] {"peak", "hbm"},
                new String[] {"energy", ""});
        assertEquals(1 + metrics.size(), heads.size(), heads.toString());
        for (String column : List.of("Whole", "Swapping")) {
            FigureTable.Row<?> row = row(view.table(), column);
            for (int i = 0; i < metrics.size(); i++) {
                double value = value(file, column, metrics.get(i)[0], metrics.get(i)[1]);
                FigureTable.Cell cell = row.cells().get(i + 1);
                assertEquals(value, cell.order(), "exactly what is in the file");
                String unit = heads.get(i + 1).substring(heads.get(i + 1).indexOf(", ") + 2);
                double written = Quantity.parse(cell.text().replace(" \u2605", "") + " " + unit)
                        .base();
                assertEquals(value, written, 0.02 * value, "what a person reads: " + cell.text() + " " + unit);
            }
        }
        assertTrue(
                view.table().rows().stream()
                        .anyMatch(row -> row.cells().get(1).text().endsWith("\u2605")),
                "the best is marked");
    }

    @Test
    void comparison_sortsByAMeasureEitherWay() throws IOException, CoreException {
        ComparisonView view = view(ComparisonView.class, ComparisonView.ID);
        runPair();

        var head = view.table().control().getColumn(1);
        head.notifyListeners(SWT.Selection, new Event());
        double[] down = view.table().rows().stream()
                .mapToDouble(row -> row.cells().get(1).order())
                .toArray();
        head.notifyListeners(SWT.Selection, new Event());
        double[] up = view.table().rows().stream()
                .mapToDouble(row -> row.cells().get(1).order())
                .toArray();

        assertTrue(down[0] > down[1] && up[0] == down[1] && up[1] == down[0]);
    }

    @Test
    void expectation_leadsToItsLine() throws IOException, CoreException {
        ComparisonView view = view(ComparisonView.class, ComparisonView.ID);
        runPair();

        assertEquals(
                "\u2717 fails", view.verdicts().rows().get(1).cells().getFirst().text());
        open(view.verdicts(), 1);

        ITextSelection selection = (ITextSelection)
                page().getActiveEditor().getSite().getSelectionProvider().getSelection();
        assertEquals(DESIGN.lines().toList().indexOf("  expect Whole.ttft(p99) < 1 us"), selection.getStartLine());
    }

    @Test
    void design_leadsToItsDeclaration() throws IOException, CoreException {
        ComparisonView view = view(ComparisonView.class, ComparisonView.ID);
        runPair();

        open(view.table(), 1);

        waitUntil("the declaration is selected", () -> selectedLine() == line("memory Swapping for kv {"));
    }

    private int selectedLine() {
        IEditorPart editor = page().getActiveEditor();
        return editor != null
                        && editor.getSite().getSelectionProvider() != null
                        && editor.getSite().getSelectionProvider().getSelection() instanceof ITextSelection text
                ? text.getStartLine()
                : -1;
    }

    private static int line(String text) {
        return DESIGN.lines().toList().indexOf(text);
    }

    @Test
    void timelines_drawTheSeriesOfTheFile() throws IOException, CoreException, ReportFailure {
        TimelinesView view = view(TimelinesView.class, TimelinesView.ID);
        KeptRun kept = runPair();
        ExperimentProfile file = ReportFiles.read(kept.folder()).getFirst();

        List<Timeline> timelines = TimelinesView.timelines(file, Map.of()).stream()
                .filter(t -> t.lines().stream().anyMatch(line -> line.peak() > 0))
                .toList();
        assertEquals(timelines.size(), view.plots().size());
        Timeline hbm = timelines.getFirst();
        assertEquals(SeriesKind.TIER_OCCUPANCY, hbm.kind());
        ISeries<?>[] drawn = view.plots().getFirst().control().getSeriesSet().getSeries();
        assertEquals(2, drawn.length, "a line for each design");
        for (int line = 0; line < 2; line++) {
            double[] values = drawn[line].getYSeries();
            List<Timeline.Window> windows = hbm.lines().get(line).windows();
            assertEquals(windows.size(), values.length);
            for (int i = 0; i < values.length; i++) {
                assertEquals(windows.get(i).mean() / (1L << 30), values[i], 1e-9, "in GiB");
            }
        }
    }

    @Test
    void latency_showsTheDistributionsOfTheFile() throws IOException, CoreException, JsonFailure {
        LatencyView view = view(LatencyView.class, LatencyView.ID);
        JsonNode file = json(runPair());

        FigureTable<String> ttft = view.tables().getFirst();
        // columns: name, mean, p50, p90, p95, p99, max, requests
        assertEquals(
                value(file, "Whole", "ttft", "p50"),
                row(ttft, "Whole").cells().get(2).order(),
                1e-12);
        assertEquals(
                value(file, "Swapping", "ttft", "p99"),
                row(ttft, "Swapping").cells().get(5).order(),
                1e-12);
        assertEquals(300, row(ttft, "Whole").cells().get(7).order());
    }

    @Test
    void roofline_showsTheOperationsOfTheSelectedDesign() throws IOException, CoreException, JsonFailure {
        RooflineView view = view(RooflineView.class, RooflineView.ID);
        JsonNode file = json(runPair());
        shown().select("Swapping", Map.of());
        settle();

        JsonNode run = file.get("runs").list().get(1);
        assertEquals("Swapping", run.get("column").text());
        int drawn = 0;
        for (JsonNode operation : run.get("operations").list()) {
            double operations = operation.get("operations").number();
            double bytes = operation.get("bytes").number();
            double nanos = operation.get("time_ns").number();
            if (operations > 0 && bytes > 0 && nanos > 0) {
                FigureTable.Row<?> row = view.table().rows().get(drawn++);
                assertEquals(operation.get("name").text(), row.cells().get(1).text());
                assertEquals(operations / bytes, row.cells().get(2).order(), 1e-9 * operations / bytes);
                assertEquals(operations / nanos * 1e9, row.cells().get(3).order(), operations / nanos);
            }
        }
        assertEquals(drawn, view.table().rows().size());
        assertTrue(drawn > 3, "operations of a transformer");
    }

    @Test
    void attribution_addsUpToTheTimeOfTheFile() throws IOException, CoreException, ReportFailure {
        AttributionView view = view(AttributionView.class, AttributionView.ID);
        RunProfile run = ReportFiles.read(runPair().folder())
                .getFirst()
                .shown("Whole", Map.of())
                .orElseThrow();

        FigureTable.Row<?> row = row(view.table(), "Whole");
        List<String> heads = heads(view.table());
        double sum = 0;
        for (int i = 4; i < heads.size(); i++) {
            double nanos = row.cells().get(i).order();
            assertEquals(run.attribution().getOrDefault(heads.get(i), 0.0), nanos, heads.get(i));
            sum += nanos;
        }
        assertEquals(run.endNanos(), sum, 1);
        assertEquals(sum, row.cells().get(1).order(), 1);
    }

    @Test
    void attribution_ofRequestsAddsUpToTheirMeanInTheFile() throws IOException, CoreException, JsonFailure {
        AttributionView view = view(AttributionView.class, AttributionView.ID);
        JsonNode file = json(runPair());
        for (String metric : List.of("ttft", "tpot")) {
            view.choice().setText(metric + ", mean of requests");
            view.choice().notifyListeners(SWT.Selection, new Event());
            settle();

            List<String> heads = heads(view.table());
            assertTrue(heads.contains("queueing"), heads.toString());
            for (String column : List.of("Whole", "Swapping")) {
                FigureTable.Row<?> row = row(view.table(), column);
                double sum = 0;
                for (int i = 2; i < heads.size(); i++) {
                    sum += row.cells().get(i).order();
                }
                double mean = value(file, column, metric, "mean") * 1e9;
                assertEquals(mean, sum, 1e-6 * mean, metric + " of " + column);
                assertEquals(mean, row.cells().get(1).order(), 1e-6 * mean, metric + " of " + column);
            }
        }
    }

    @Test
    void views_haveTheColoursOfTheThemeThatIsChosenWhileTheyAreOpen() throws IOException, CoreException {
        ReplayView replay = view(ReplayView.class, ReplayView.ID);
        RunsView runs = view(RunsView.class, RunsView.ID);
        AttributionView time = view(AttributionView.class, AttributionView.ID);
        runPair();
        IThemeEngine themes = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        try {
            themes.setTheme("org.eclipse.e4.ui.css.theme.e4_dark", false);
            waitUntil(
                    "the shown view is dark",
                    () -> isDark(time.choice().getParent())
                            && isDark(time.table().control()));
            page().activate(replay);
            waitUntil("the replay is dark", () -> isDark(replay.slider().getParent()));
            page().activate(runs);
            waitUntil("the runs are dark", () -> isDark(runs.table().control()));
            screenshot("theme-runs-dark");
            page().activate(time);
            screenshot("theme-time-dark");
        } finally {
            themes.setTheme("org.eclipse.e4.ui.css.theme.e4_default", false);
        }
        waitUntil("the shown view is light", () -> !isDark(time.choice().getParent()));
        screenshot("theme-time-light");
    }

    private static boolean isDark(Control control) {
        return Ink.on(control).dark();
    }

    @Test
    void pareto_selectsTheRunAndItsDeclaration() throws IOException, CoreException {
        ParetoView view = view(ParetoView.class, ParetoView.ID);
        run(file("small.memw", DESIGN), "Grid");
        assertEquals(6, view.front().dots().size(), "two designs at three points");
        page().toggleZoom(page().getReference(view));
        settle();
        ParetoFront.Dot dot = view.front().dots().stream()
                .filter(d -> d.column().equals("Swapping") && d.onFront())
                .findFirst()
                .orElseThrow();

        Control area = view.plot().control().getPlotArea().getControl();
        Point at = view.plot().pixel(dot.x().mean(), dot.y().mean());
        Event click = new Event();
        click.x = at.x;
        click.y = at.y;
        click.button = 1;
        area.notifyListeners(SWT.MouseDown, click);

        assertEquals("Swapping", shown().column());
        assertEquals(dot.point(), shown().point());
        waitUntil("the declaration is selected", () -> selectedLine() == line("memory Swapping for kv {"));
    }

    @Test
    void replay_showsWhatTheMemoriesHeldThen() throws IOException, CoreException, ReportFailure {
        ReplayView view = view(ReplayView.class, ReplayView.ID);
        RunProfile run = ReportFiles.read(runPair().folder())
                .getFirst()
                .shown("Whole", Map.of())
                .orElseThrow();
        var hbm = run.series().stream()
                .filter(s -> s.kind() == SeriesKind.TIER_OCCUPANCY && s.of().equals("hbm"))
                .findFirst()
                .orElseThrow();

        shown().select("Whole", Map.of());
        for (int step : new int[] {1, 250, 999}) {
            view.slider().setSelection(step);
            view.slider().notifyListeners(SWT.Selection, new Event());
            Frame frame = view.frame().orElseThrow();
            assertEquals((long) ((double) run.endNanos() * step / 1000), frame.nanos());
            assertEquals(hbm.at(frame.nanos()), frame.gauges().getFirst().value());
        }
    }

    @Test
    void compare_putsTwoVersionsOfTheFileSideBySide() throws Exception {
        IFile file = file("small.memw", DESIGN);
        KeptRun before = run(file, "Pair");
        file("small.memw", DESIGN.replace("requests 300", "requests 200"));
        KeptRun after = run(file, "Pair");
        ComparisonView view = view(ComparisonView.class, ComparisonView.ID);
        RunsView runs = view(RunsView.class, RunsView.ID);
        view = view(ComparisonView.class, ComparisonView.ID);

        runs.table().selectAll(List.of(before, after));
        runs.table().control().notifyListeners(SWT.Selection, new Event());
        runs.compare().run();
        waitUntil("both are shown", () -> shown().runs().equals(List.of(before, after)));
        settle();

        assertEquals(
                List.of("Whole #1", "Whole #2", "Swapping #1", "Swapping #2"),
                view.table().rows().stream()
                        .map(row -> row.cells().getFirst().text())
                        .toList());
        assertEquals(
                value(json(before), "Whole", "energy", ""),
                row(view.table(), "Whole #1").cells().get(6).order());
        assertEquals(
                value(json(after), "Swapping", "energy", ""),
                row(view.table(), "Swapping #2").cells().get(6).order());
    }

    @Test
    void export_isTheReportOfTheCommandLine() throws IOException, CoreException, ReportFailure {
        KeptRun kept = runPair();
        Path target = folder().resolve("report");

        ReportExport.write(shown(), target);

        assertEquals(
                Files.readString(kept.folder().resolve("profile.json")),
                Files.readString(target.resolve("profile.json")));
        assertEquals(HtmlReport.text(ReportFiles.read(kept.folder())), Files.readString(target.resolve("report.html")));
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.RunSetup;
import org.memwright.profile.Verdict;
import org.memwright.profile.view.ComparisonTable;
import org.memwright.profile.view.ComparisonTable.Cell;
import org.memwright.profile.view.ComparisonTable.Row;
import org.memwright.profile.view.LowerBound;
import org.memwright.profile.view.OpenRuns;
import org.memwright.profile.view.ParetoFront;
import org.memwright.profile.view.Roofline;
import org.memwright.profile.view.RunNotes;
import org.memwright.profile.view.Scale;
import org.memwright.profile.view.Spread;
import org.memwright.profile.view.Sweep;
import org.memwright.profile.view.TimeAttribution;
import org.memwright.profile.view.TimeSplits;
import org.memwright.profile.view.Timeline;
import org.memwright.profile.view.ValidationTable;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/**
 * The report in HTML: comparison and verdicts first, then what happened over time, how latencies are spread, what limited
 * the runs, and what a reader must know.
 *
 * <p>Without its script the file shows everything; the script adds tabs, and figures under the pointer.
 */
public final class HtmlReport {
    /** Windows that a timeline is cut into, where there are few points of the grid. */
    private static final int WINDOWS = 160;

    /** Charts are drawn for so many points of the grid at most, which keeps the file below 5 MB. */
    private static final int MOST_POINTS = 16;

    private final Appendable out;
    private int ids;

    private HtmlReport(Appendable out) {
        this.out = out;
    }

    /** Writes the report. */
    public static void write(List<ExperimentProfile> experiments, Appendable out) throws IOException {
        new HtmlReport(out).page(null, experiments);
    }

    /**
     * Writes what was predicted against what was measured, and below it the replays that predicted it.
     *
     * @param replays the experiments that were run for it; some measurements need none
     */
    public static void write(ValidationTable validation, List<ExperimentProfile> replays, Appendable out)
            throws IOException {
        new HtmlReport(out).page(validation, replays);
    }

    /** The report as text. */
    public static String text(List<ExperimentProfile> experiments) {
        var text = new StringBuilder();
        try {
            write(experiments, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program is incomplete: " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HtmlReport raw(String html) throws IOException {
        out.append(html);
        return this;
    }

    private HtmlReport text(String text) throws IOException {
        out.append(Markup.escape(text));
        return this;
    }

    private void page(@Nullable ValidationTable validation, List<ExperimentProfile> experiments) throws IOException {
        String title = validation != null
                ? "Predicted against measured - Memwright"
                : experiments.isEmpty()
                        ? "Memwright"
                        : String.join(
                                        ", ",
                                        experiments.stream()
                                                .map(e -> simple(e.name()))
                                                .toList()) + " - Memwright";
        raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .text(title)
                .raw("</title>\n<style>\n");
        raw(resource("report.css")).raw("</style>\n</head>\n<body>\n");
        if (validation != null) {
            raw("<main id=\"validation\">\n");
            validation(validation);
            raw("</main>\n");
        }
        if (experiments.size() > 1) {
            raw("<nav class=\"contents\" aria-label=\"Experiments\">");
            for (int i = 0; i < experiments.size(); i++) {
                raw("<a href=\"#experiment" + i + "\">").text(experiments.get(i).name());
                raw("</a>");
            }
            raw("</nav>\n");
        }
        for (int i = 0; i < experiments.size(); i++) {
            raw("<main id=\"experiment" + i + "\">\n");
            experiment(experiments.get(i));
            raw("</main>\n");
        }
        raw("<footer>Made by Memwright. Times are simulated unless a note says otherwise.</footer>\n");
        raw("<div id=\"tip\" role=\"tooltip\" hidden></div>\n<script>\n");
        raw(resource("report.js")).raw("</script>\n</body>\n</html>\n");
    }

    private void validation(ValidationTable validation) throws IOException {
        raw("<header>\n<p class=\"product\">Memwright</p>\n<h1>Predicted against measured</h1>\n");
        raw("<p class=\"doc\">").text(validation.definitions()).raw("</p>\n</header>\n");
        for (ValidationTable.Run run : validation.runs()) {
            raw("<section><h2>")
                    .text(run.name())
                    .raw(" <span class=\"unit\">")
                    .text(run.kind())
                    .raw("</span></h2>\n");
            if (!run.problem().isEmpty()) {
                raw("<p class=\"callout bad\">").text(run.problem()).raw("</p>\n");
            }
            if (!run.rows().isEmpty()) {
                validationRows(run.rows());
            }
            if (!run.notes().isEmpty()) {
                raw("<ul class=\"note\">");
                for (String note : run.notes()) {
                    raw("<li>").text(note).raw("</li>");
                }
                raw("</ul>\n");
            }
            raw("</section>\n");
        }
    }

    private void validationRows(List<ValidationTable.Row> rows) throws IOException {
        raw("<div class=\"scroll\"><table class=\"figures\"><thead><tr>");
        for (String head : List.of("metric", "predicted", "measured", "error", "other tools")) {
            raw(head.equals("metric") ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">")
                    .text(head)
                    .raw("</th>");
        }
        raw("</tr></thead><tbody>\n");
        for (ValidationTable.Row row : rows) {
            raw("<tr><th scope=\"row\">").text(row.metric()).raw("</th>");
            for (String cell : List.of(row.predictedText(), row.measuredText(), row.errorText(), row.publishedText())) {
                raw("<td class=\"n\">").text(cell).raw("</td>");
            }
            raw("</tr>\n");
        }
        raw("</tbody></table></div>\n");
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    private void experiment(ExperimentProfile experiment) throws IOException {
        var charts = new Charts(experiment.columns());
        header(experiment);
        problems(experiment);
        RunNotes notes = RunNotes.of(experiment);
        List<Map<String, String>> points = experiment.points();
        if (points.size() > 1) {
            overGrid(experiment, charts);
        }
        ComparisonTable table = ComparisonTable.of(experiment);
        panels("Point of the grid", points, ExperimentProfile::label, point -> {
            ComparisonTable.Section section = table.sections().get(points.indexOf(point));
            comparison(table.columns(), section);
            verdicts(section.verdicts());
            callout(notes.of(NoteKind.WARNING), "Mind this");
            callout(notes.of(NoteKind.GAP), "Not in these figures");
            if (points.indexOf(point) < MOST_POINTS) {
                charts(experiment, point, charts, points.size());
            } else {
                raw("<p class=\"lead\">Charts are drawn for the first " + MOST_POINTS + " of " + points.size()
                        + " points; profile.json has all of them.</p>");
            }
        });
        rest(experiment);
        about(experiment, notes);
    }

    /** Writes a panel. */
    @FunctionalInterface
    private interface Panel<T> {
        void write(T of) throws IOException;
    }

    /** Panels under tabs; a single one stands alone. */
    private <T> void panels(String label, List<T> items, Function<T, String> name, Panel<T> panel) throws IOException {
        if (items.size() == 1) {
            panel.write(items.getFirst());
            return;
        }
        int group = ids++;
        raw("<div class=\"tabs\" role=\"tablist\" aria-label=\"").text(label).raw("\">");
        for (int i = 0; i < items.size(); i++) {
            String id = group + "-" + i;
            raw("<button role=\"tab\" id=\"tab" + id + "\" aria-controls=\"panel" + id + "\" aria-selected=\""
                    + (i == 0) + "\">");
            text(name.apply(items.get(i))).raw("</button>");
        }
        raw("</div>\n");
        for (int i = 0; i < items.size(); i++) {
            String id = group + "-" + i;
            raw("<div class=\"panel\" role=\"tabpanel\" id=\"panel" + id + "\" aria-labelledby=\"tab" + id + "\">");
            raw("<p class=\"paneltitle\">").text(name.apply(items.get(i))).raw("</p>\n");
            panel.write(items.get(i));
            raw("</div>\n");
        }
    }

    private void header(ExperimentProfile experiment) throws IOException {
        raw("<header>\n<p class=\"product\">Memwright</p>\n<h1>")
                .text(experiment.name())
                .raw("</h1>\n");
        if (!experiment.doc().isEmpty()) {
            raw("<p class=\"doc\">").text(experiment.doc()).raw("</p>\n");
        }
        raw("<ul class=\"facts\">");
        fact("hardware", experiment.hardware());
        fact("model", experiment.model());
        fact("workload", experiment.workload());
        fact("seeds", experiment.seeds() > 1 ? Integer.toString(experiment.seeds()) : "");
        RunSetup setup = experiment.runs().isEmpty()
                ? null
                : experiment.runs().getFirst().setup();
        if (setup != null) {
            int split = setup.tensorSplit() * setup.pipelineSplit();
            fact("split over", split > 1 ? split + " devices" : "");
            fact("serving", setup.serving());
            fact("objectives", String.join(", ", setup.objectives()));
        }
        raw("</ul>\n");
        summary(experiment.verdicts());
        raw("</header>\n");
    }

    private void fact(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            raw("<li><span>").text(name).raw("</span> ").text(value).raw("</li>");
        }
    }

    private void summary(List<Verdict> verdicts) throws IOException {
        if (verdicts.isEmpty()) {
            return;
        }
        long passed = count(verdicts, Verdict.Outcome.PASSED);
        long failed = count(verdicts, Verdict.Outcome.FAILED);
        long undecided = count(verdicts, Verdict.Outcome.UNDECIDED);
        raw("<p class=\"summary\">");
        badge("passed", passed, passed == 1 ? "expectation holds" : "expectations hold");
        badge("failed", failed, failed == 1 ? "does not hold" : "do not hold");
        badge("undecided", undecided, "cannot be told");
        raw("</p>\n");
    }

    private static long count(List<Verdict> verdicts, Verdict.Outcome outcome) {
        return verdicts.stream().filter(v -> v.outcome() == outcome).count();
    }

    private void badge(String kind, long count, String text) throws IOException {
        if (count > 0) {
            raw("<span class=\"badge " + kind + "\">" + sign(kind) + " " + count + " " + text + "</span> ");
        }
    }

    private static String sign(String kind) {
        return switch (kind) {
            case "passed" -> "\u2713";
            case "failed" -> "\u2717";
            default -> "?";
        };
    }

    private void problems(ExperimentProfile experiment) throws IOException {
        List<OpenRuns> open = OpenRuns.of(experiment);
        if (open.isEmpty()) {
            return;
        }
        raw("<section class=\"callout bad\"><h2>Runs without a result</h2><ul>");
        for (OpenRuns runs : open) {
            raw("<li><b>").text(runs.subject()).raw("</b> ").text(runs.reason()).raw("</li>");
        }
        raw("</ul></section>\n");
    }

    private void callout(List<RunNotes.Entry> entries, String title) throws IOException {
        if (!entries.isEmpty()) {
            raw("<section class=\"callout\"><h2>").text(title).raw("</h2>");
            entries(entries);
            raw("</section>\n");
        }
    }

    private void entries(List<RunNotes.Entry> entries) throws IOException {
        raw("<ul>");
        for (RunNotes.Entry entry : entries) {
            raw("<li>");
            if (!entry.columns().isEmpty()) {
                raw("<b>").text(String.join(", ", entry.columns())).raw("</b>: ");
            }
            text(entry.text()).raw("</li>");
        }
        raw("</ul>");
    }

    private void overGrid(ExperimentProfile experiment, Charts charts) throws IOException {
        List<Sweep> sweeps = Sweep.of(experiment);
        List<ParetoFront> fronts = ParetoFront.of(experiment, 2);
        if (sweeps.isEmpty() && fronts.isEmpty()) {
            return;
        }
        raw("<section><h2>Over the grid</h2>\n").raw(charts.legend(experiment.columns()));
        raw("<div class=\"charts\">");
        for (ParetoFront front : fronts) {
            raw(charts.pareto(front));
        }
        for (Sweep sweep : sweeps) {
            raw(charts.sweep(sweep));
        }
        raw("</div></section>\n");
    }

    private void comparison(List<String> columns, ComparisonTable.Section section) throws IOException {
        raw("<section><h2>Comparison</h2>\n");
        lead(section);
        table(columns, section);
        raw("</section>\n");
    }

    /** The answer in a sentence: which column is best in the first measure that has a best. */
    private void lead(ComparisonTable.Section section) throws IOException {
        for (Row row : section.rows()) {
            List<Cell> best = row.cells().stream().filter(Cell::best).toList();
            if (best.size() != 1) {
                continue;
            }
            Cell cell = best.getFirst();
            long wins = section.rows().stream()
                    .flatMap(r -> r.cells().stream())
                    .filter(c -> c.best() && c.column().equals(cell.column()))
                    .count();
            String most = row.better() == Better.HIGHER ? "Highest " : "Lowest ";
            raw("<p class=\"lead\">").text(most + row.metric().label() + ": ");
            raw("<b>")
                    .text(cell.column())
                    .raw("</b>, ")
                    .text(row.scale().text(cell.estimate().mean()));
            String first = row.cells().getFirst().column();
            if (Double.isFinite(cell.factor()) && !first.equals(cell.column())) {
                text(", " + Charts.times(cell.factor()) + " " + first);
            }
            text(". It is best in " + wins + " of " + section.rows().size() + " measures.")
                    .raw("</p>\n");
            return;
        }
    }

    private void table(List<String> columns, ComparisonTable.Section section) throws IOException {
        raw("<div class=\"scroll\"><table class=\"comparison\"><thead><tr><th scope=\"col\">measure</th>");
        for (int i = 0; i < columns.size(); i++) {
            raw("<th scope=\"col\" class=\"n\" style=\"width:" + Svg.px(80.0 / columns.size()) + "%\"><i class=\"key b"
                            + i % 8 + "\"></i>")
                    .text(columns.get(i));
            raw("</th>");
        }
        raw("</tr></thead>\n<tbody>\n");
        for (Row row : section.rows()) {
            double most = row.cells().stream()
                    .mapToDouble(c -> Math.abs(c.estimate().mean()))
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
            raw("<tr><th scope=\"row\">").text(row.metric().label());
            raw(" <span class=\"unit\">").text(row.scale().suffix().strip()).raw("</span>");
            raw("<span class=\"better\">")
                    .text(
                            switch (row.better()) {
                                case HIGHER -> "higher is better";
                                case LOWER -> "lower is better";
                                case NEITHER -> "";
                            })
                    .raw("</span></th>");
            for (int i = 0; i < row.cells().size(); i++) {
                cell(row, row.cells().get(i), i, most);
            }
            raw("</tr>\n");
        }
        raw("</tbody></table></div>\n");
    }

    private void cell(Row row, Cell cell, int column, double most) throws IOException {
        boolean known = cell.estimate().count() > 0;
        Explanation explanation = cell.explanation();
        raw("<td class=\"n" + (cell.best() ? " best" : "") + (known ? "" : " none") + "\""
                + (explanation == null ? "" : " tabindex=\"0\"") + ">");
        raw("<span class=\"value\">").text(cell.text()).raw("</span>");
        if (cell.best()) {
            raw("<span class=\"mark\">best</span>");
        }
        if (known) {
            raw("<span class=\"sub\">")
                    .text(column == 0 || !Double.isFinite(cell.factor()) ? "" : Charts.times(cell.factor()))
                    .raw("</span>");
        }
        if (known && most > 0) {
            raw("<span class=\"bar\"><span class=\"b" + column % 8 + "\" style=\"width:"
                    + Charts.percent(Math.abs(cell.estimate().mean()) / most) + "\"></span></span>");
        }
        if (explanation != null) {
            raw("<div class=\"why\" hidden>");
            explanation(row, cell, explanation);
            raw("</div>");
        }
        raw("</td>");
    }

    private void explanation(Row row, Cell cell, Explanation explanation) throws IOException {
        raw("<b>").text(cell.column() + "." + row.metric().label()).raw("</b> = ");
        text(row.scale().text(cell.estimate().mean()));
        if (cell.estimate().count() > 1) {
            text(" (mean of " + cell.estimate().count() + " seeds; the inputs are of the first)");
        }
        raw("<br><span class=\"formula\">= ").text(explanation.formula()).raw("</span>");
        inputs(explanation.inputs());
        if (Double.isFinite(cell.bound())) {
            raw("<p>At best ").text(row.scale().text(cell.bound())).raw(" on this hardware.</p>");
        }
        if (!explanation.boundBy().isEmpty()) {
            raw("<p>Bound by <b>").text(explanation.boundBy()).raw("</b>.</p>");
        }
    }

    private void inputs(List<Explanation.Input> inputs) throws IOException {
        if (inputs.isEmpty()) {
            return;
        }
        raw("<ul>");
        for (Explanation.Input input : inputs) {
            raw("<li>").text(input.name() + " = " + Format.of(input.value(), input.dimension()));
            inputs(input.inputs());
            raw("</li>");
        }
        raw("</ul>");
    }

    private void verdicts(List<Verdict> verdicts) throws IOException {
        if (verdicts.isEmpty()) {
            return;
        }
        raw("<section><h2>Expectations</h2>\n<ul class=\"verdicts\">");
        for (Verdict verdict : verdicts) {
            String kind = switch (verdict.outcome()) {
                case PASSED -> "passed";
                case FAILED -> "failed";
                case UNDECIDED -> "undecided";
            };
            raw("<li class=\"" + kind + "\"><span class=\"badge " + kind + "\">" + sign(kind) + " " + kind
                    + "</span> <code>");
            text(verdict.text())
                    .raw("</code> <span class=\"values\">")
                    .text(verdict.values())
                    .raw("</span>");
            if (!verdict.reason().isEmpty()) {
                raw("<br><span class=\"reason\">").text(verdict.reason()).raw("</span>");
            }
            raw("</li>");
        }
        raw("</ul></section>\n");
    }

    private void charts(ExperimentProfile experiment, Map<String, String> point, Charts charts, int points)
            throws IOException {
        List<String> shown = experiment.columns().stream()
                .filter(column -> experiment.shown(column, point).isPresent())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        List<ParetoFront> fronts = ParetoFront.of(experiment, 2);
        if (points == 1 && experiment.columns().size() > 2 && !fronts.isEmpty()) {
            raw("<section><h2>Trade-offs</h2>\n<p class=\"note\">Faint marks are beaten in both measures.</p>\n");
            raw("<div class=\"charts\">");
            for (ParetoFront front : fronts) {
                raw(charts.pareto(front));
            }
            raw("</div></section>\n");
        }
        limits(experiment, point, charts);
        splits(TimeSplits.of(experiment, point), charts);
        List<Timeline> timelines = Timeline.of(experiment, point, Math.max(60, Math.min(WINDOWS, 1200 / points)));
        timelines(
                "Occupancy",
                "What lies in each tier and store; the band spans the least and the most.",
                timelines,
                shown,
                charts,
                SeriesKind.TIER_OCCUPANCY,
                SeriesKind.STORE_OCCUPANCY);
        timelines(
                "Traffic",
                "What each tier and link moves.",
                timelines,
                shown,
                charts,
                SeriesKind.TIER_TRAFFIC,
                SeriesKind.LINK_TRAFFIC);
        timelines("Power", "What the machine draws.", timelines, shown, charts, SeriesKind.ENERGY);
        timelines("Requests", "How many are in each state.", timelines, shown, charts, SeriesKind.REQUESTS);
        spreads(Spread.of(experiment, point), shown, charts);
        rooflines(Roofline.of(experiment, point), charts);
    }

    private void limits(ExperimentProfile experiment, Map<String, String> point, Charts charts) throws IOException {
        TimeAttribution attribution = TimeAttribution.of(experiment, point);
        List<LowerBound> bounds = LowerBound.of(experiment, point);
        if (!attribution.bars().isEmpty() || !bounds.isEmpty()) {
            raw("<section><h2>Where the time goes</h2>\n");
            if (!attribution.bars().isEmpty()) {
                raw(charts.attribution(attribution));
            }
            if (!bounds.isEmpty()) {
                raw("<p class=\"note\">The bound is the least time that the same bytes and operations could take"
                        + " on this hardware, every part busy all the time.</p>");
                raw("<div class=\"scroll\">").raw(charts.bounds(bounds)).raw("</div>");
            }
            raw("</section>\n");
        }
    }

    private void splits(List<TimeSplits> splits, Charts charts) throws IOException {
        if (splits.isEmpty()) {
            return;
        }
        raw("<section><h2>Where the time of requests goes</h2>\n");
        raw("<p class=\"note\">Means over requests; the parts of each add up to it, to the nanosecond.</p>\n");
        for (TimeSplits split : splits) {
            raw("<h3>").text(split.metric()).raw("</h3>\n").raw(charts.attribution(split.attribution()));
        }
        raw("</section>\n");
    }

    private void timelines(
            String title, String note, List<Timeline> timelines, List<String> shown, Charts charts, SeriesKind... kinds)
            throws IOException {
        List<Timeline> drawn = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (Timeline timeline : timelines) {
            if (List.of(kinds).contains(timeline.kind())) {
                if (timeline.lines().stream().anyMatch(line -> line.peak() > 0)) {
                    drawn.add(timeline);
                } else {
                    empty.add(timeline.of());
                }
            }
        }
        if (drawn.isEmpty()) {
            return;
        }
        raw("<section><h2>").text(title).raw("</h2>\n<p class=\"note\">").text(note);
        if (!empty.isEmpty()) {
            text(" Nothing at any time: " + String.join(", ", empty) + ".");
        }
        raw("</p>\n").raw(charts.legend(shown)).raw("<div class=\"charts\">");
        for (Timeline timeline : drawn) {
            raw(charts.timeline(timeline));
        }
        raw("</div></section>\n");
    }

    private void spreads(List<Spread> spreads, List<String> shown, Charts charts) throws IOException {
        if (spreads.isEmpty()) {
            return;
        }
        raw("<section><h2>Distributions over requests</h2>\n").raw(charts.legend(shown));
        raw("<div class=\"charts\">");
        for (Spread spread : spreads) {
            raw("<div class=\"card\">").raw(charts.spread(spread));
            Scale scale = Scale.of(
                    spread.dimension(),
                    "",
                    spread.curves().stream()
                            .flatMap(c -> c.headlines().stream())
                            .mapToDouble(Double::doubleValue));
            raw("<div class=\"scroll\"><table class=\"figures\"><thead><tr><th scope=\"col\">")
                    .text(scale.suffix().strip())
                    .raw("</th><th class=\"n\">mean</th>");
            for (double percent : Spread.HEADLINES) {
                raw("<th class=\"n\">")
                        .text(percent == 100 ? "max" : "p" + Math.round(percent))
                        .raw("</th>");
            }
            raw("<th class=\"n\">requests</th></tr></thead><tbody>");
            for (Spread.Curve curve : spread.curves()) {
                raw("<tr><th scope=\"row\">").text(curve.column()).raw("</th><td class=\"n\">");
                text(scale.number(curve.mean())).raw("</td>");
                for (double value : curve.headlines()) {
                    raw("<td class=\"n\">").text(scale.number(value)).raw("</td>");
                }
                raw("<td class=\"n\">" + curve.count());
                raw(curve.missing() > 0 ? " of " + (curve.count() + curve.missing()) : "")
                        .raw("</td></tr>");
            }
            raw("</tbody></table></div></div>");
        }
        raw("</div></section>\n");
    }

    private void rooflines(List<Roofline> rooflines, Charts charts) throws IOException {
        if (rooflines.isEmpty()) {
            return;
        }
        List<Roofline.Point> all =
                rooflines.stream().flatMap(r -> r.points().stream()).toList();
        double least = all.stream().mapToDouble(Roofline.Point::intensity).min().orElse(1);
        double greatest =
                all.stream().mapToDouble(Roofline.Point::intensity).max().orElse(1);
        double slowest =
                all.stream().mapToDouble(Roofline.Point::achieved).min().orElse(1);
        raw("<section><h2>Roofline</h2>\n<p class=\"note\">Each operation against the peak of its compute unit and the"
                + " bandwidth of its tier.</p>\n");
        panels("Column", rooflines, Roofline::column, roofline -> {
            raw("<div class=\"roofline\">").raw(charts.roofline(roofline, least, greatest, slowest));
            raw("<div class=\"scroll\"><table class=\"figures\"><thead><tr><th></th><th>operation</th><th"
                    + " class=\"n\">FLOP/B</th><th class=\"n\">achieved</th><th class=\"n\">of"
                    + " attainable</th><th class=\"n\">of time</th><th>bound by</th></tr></thead><tbody>");
            for (int i = 0; i < roofline.points().size(); i++) {
                Roofline.Point p = roofline.points().get(i);
                raw("<tr><td class=\"n\">" + (i + 1) + "</td><th scope=\"row\">")
                        .text(p.operation().name());
                raw("</th><td class=\"n\">").text(Format.of(significant(p.intensity()), Dimension.NUMBER));
                raw("</td><td class=\"n\">").text(Format.of(p.achieved(), Dimension.COMPUTE));
                raw("</td><td class=\"n\">").text(share(p.achieved() / p.attainable()));
                raw("</td><td class=\"n\">").text(share(p.share()));
                raw("</td><td>").text(p.operation().boundBy()).raw("</td></tr>");
            }
            raw("</tbody></table></div></div>");
        });
        raw("</section>\n");
    }

    private static double significant(double value) {
        return value >= 100 ? Math.rint(value) : value;
    }

    /** A share with at most one decimal. */
    private static String share(double share) {
        return Double.isFinite(share) ? Format.percent(Math.rint(1000 * share) / 1000) : "";
    }

    private void rest(ExperimentProfile experiment) throws IOException {
        ComparisonTable rest = ComparisonTable.ofTheRest(experiment);
        if (rest.sections().stream().noneMatch(section -> !section.rows().isEmpty())) {
            return;
        }
        raw("<section><details><summary>All other figures</summary>\n");
        for (ComparisonTable.Section section : rest.sections()) {
            if (!section.point().isEmpty()) {
                raw("<h3>").text(ExperimentProfile.label(section.point())).raw("</h3>");
            }
            table(rest.columns(), section);
        }
        raw("</details></section>\n");
    }

    private void about(ExperimentProfile experiment, RunNotes notes) throws IOException {
        raw("<section class=\"about\"><h2>How to read this</h2>\n<div class=\"columns\">");
        about("Defaults that were used", notes.of(NoteKind.DEFAULT));
        about("Method", notes.of(NoteKind.METHOD));
        raw("<div><h3>Definitions</h3><ul><li><b>ttft</b>: from arrival to the first token at the engine.</li>"
                + "<li><b>tpot</b>: (last token - first token) / (output tokens - 1).</li>"
                + "<li><b>latency</b>: from arrival to the last token.</li>"
                + "<li><b>p50, p99</b>: percentiles by linear interpolation over all requests.</li>"
                + "<li><b>bound</b>: what the declared hardware could reach at best with the same work.</li>");
        if (experiment.seeds() > 1) {
            raw("<li><b>\u00b1</b>: half of the 95 % interval over " + experiment.seeds()
                    + " seeds, by Student's distribution. Charts show the first seed.</li>");
        }
        raw("</ul></div>");
        raw("<div><h3>Designs</h3><ul>");
        for (String column : experiment.columns()) {
            @Nullable
            RunSetup setup = experiment.runs().stream()
                    .filter(run -> run.column().equals(column))
                    .findFirst()
                    .map(RunProfile::setup)
                    .orElse(null);
            if (setup != null) {
                raw("<li><b>").text(column).raw("</b>");
                text(simple(setup.memory()).equals(column) ? "" : " is " + setup.memory());
                text(" for " + setup.engine() + ": ").raw("<code>");
                text(String.join("; ", setup.stores())).raw("</code></li>");
            }
        }
        raw("</ul></div></div></section>\n");
    }

    private void about(String title, List<RunNotes.Entry> entries) throws IOException {
        if (!entries.isEmpty()) {
            raw("<div><h3>").text(title).raw("</h3>");
            entries(entries);
            raw("</div>");
        }
    }
}

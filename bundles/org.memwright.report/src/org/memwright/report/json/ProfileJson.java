/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memwright.profile.Ceiling;
import org.memwright.profile.Distribution;
import org.memwright.profile.Estimate;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.RunSetup;
import org.memwright.profile.Spans;
import org.memwright.profile.TimeSeries;
import org.memwright.profile.Verdict;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Explanation;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunSink.Note;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.runtime.RunSink.Operation;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.units.Dimension;
import org.memwright.units.Units;

/** The profile's format, {@code profile.json}: everything that a profile holds. */
public final class ProfileJson {
    /** What the key {@code format} says. */
    public static final String FORMAT = "memwright profile";

    /** Raised when a reader of the older format would misunderstand the newer. */
    public static final int VERSION = 1;

    private ProfileJson() {}

    /** The profiles as text. */
    public static String text(List<ExperimentProfile> experiments) {
        var text = new StringBuilder();
        try {
            write(experiments, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    /** Writes the profiles; the same bytes for equal profiles. */
    public static void write(List<ExperimentProfile> experiments, Appendable out) throws IOException {
        var json = new JsonWriter(out);
        json.object().field("format", FORMAT).field("version", VERSION);
        json.key("experiments").array();
        for (ExperimentProfile experiment : experiments) {
            write(experiment, json);
        }
        json.endArray().endObject().end();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws JsonFailure if it is not a profile of this version
     */
    public static List<ExperimentProfile> read(String text) throws JsonFailure {
        JsonNode root = JsonNode.parse(text);
        if (!root.isObject()
                || !root.fields().containsKey("format")
                || !root.get("format").text().equals(FORMAT)) {
            throw new JsonFailure("it is not a profile: a profile begins with \"format\": \"" + FORMAT + "\"");
        }
        long version = root.get("version").whole();
        if (version != VERSION) {
            throw new JsonFailure("it is a profile of version " + version + ", this program reads version " + VERSION
                    + "; run the experiment again");
        }
        return root.get("experiments").list(ProfileJson::experiment);
    }

    private static void write(ExperimentProfile experiment, JsonWriter json) throws IOException {
        json.object()
                .field("name", experiment.name())
                .field("doc", experiment.doc())
                .field("hardware", experiment.hardware())
                .field("model", experiment.model())
                .field("workload", experiment.workload());
        write(experiment.position(), json);
        json.texts("columns", experiment.columns());
        json.key("axes").array();
        for (var axis : experiment.axes().entrySet()) {
            json.flatObject()
                    .field("name", axis.getKey())
                    .texts("values", axis.getValue())
                    .endObject();
        }
        json.endArray().field("seeds", experiment.seeds());
        json.key("measures").array();
        for (MetricCall metric : experiment.measures()) {
            json.flatObject();
            write(metric, json);
            json.endObject();
        }
        json.endArray().key("verdicts").array();
        for (Verdict verdict : experiment.verdicts()) {
            write(verdict, json);
        }
        json.endArray().key("runs").array();
        for (RunProfile run : experiment.runs()) {
            write(run, json);
        }
        json.endArray().endObject();
    }

    private static ExperimentProfile experiment(JsonNode node) throws JsonFailure {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        for (JsonNode axis : node.get("axes").list()) {
            axes.put(axis.get("name").text(), axis.get("values").list(JsonNode::text));
        }
        return new ExperimentProfile(
                node.get("name").text(),
                node.get("doc").text(),
                node.get("hardware").text(),
                node.get("model").text(),
                node.get("workload").text(),
                node.get("columns").list(JsonNode::text),
                axes,
                node.get("seeds").count(),
                node.get("measures").list(ProfileJson::metric),
                node.get("runs").list(ProfileJson::run),
                node.get("verdicts").list(ProfileJson::verdict),
                position(node));
    }

    private static void write(SourcePosition position, JsonWriter json) throws IOException {
        json.key("position")
                .flatObject()
                .field("file", position.file())
                .field("line", position.line())
                .field("column", position.column())
                .endObject();
    }

    private static SourcePosition position(JsonNode parent) throws JsonFailure {
        JsonNode node = parent.get("position");
        return new SourcePosition(
                node.get("file").text(),
                node.get("line").count(),
                node.get("column").count());
    }

    private static void write(MetricCall metric, JsonWriter json) throws IOException {
        json.field("metric", metric.name()).field("argument", metric.argument());
    }

    private static MetricCall metric(JsonNode node) throws JsonFailure {
        return new MetricCall(node.get("metric").text(), node.get("argument").text());
    }

    private static void writePoint(Map<String, String> point, JsonWriter json) throws IOException {
        json.key("point").flatObject();
        for (var value : point.entrySet()) {
            json.field(value.getKey(), value.getValue());
        }
        json.endObject();
    }

    private static Map<String, String> point(JsonNode parent) throws JsonFailure {
        Map<String, String> point = new LinkedHashMap<>();
        for (var value : parent.get("point").fields().entrySet()) {
            point.put(value.getKey(), value.getValue().text());
        }
        return point;
    }

    private static void write(Verdict verdict, JsonWriter json) throws IOException {
        json.object().field("text", verdict.text());
        writePoint(verdict.point(), json);
        json.field("outcome", word(verdict.outcome()));
        json.key("left");
        write(verdict.left(), json);
        json.field("operator", verdict.operator()).key("right");
        write(verdict.right(), json);
        json.field("unit", verdict.dimension().baseSymbol()).field("reason", verdict.reason());
        write(verdict.position(), json);
        json.endObject();
    }

    private static Verdict verdict(JsonNode node) throws JsonFailure {
        return new Verdict(
                node.get("text").text(),
                point(node),
                node.get("outcome").word(word -> Verdict.Outcome.valueOf(constant(word))),
                estimate(node.get("left")),
                node.get("operator").text(),
                estimate(node.get("right")),
                dimension(node),
                node.get("reason").text(),
                position(node));
    }

    private static void write(Estimate estimate, JsonWriter json) throws IOException {
        json.flatObject()
                .field("mean", estimate.mean())
                .field("half_width", estimate.halfWidth())
                .field("count", estimate.count())
                .endObject();
    }

    private static Estimate estimate(JsonNode node) throws JsonFailure {
        return new Estimate(
                node.get("mean").number(),
                node.get("half_width").number(),
                node.get("count").count());
    }

    private static void write(RunProfile run, JsonWriter json) throws IOException {
        json.object().field("column", run.column());
        writePoint(run.point(), json);
        json.field("seed", run.seed());
        write(run.setup(), json);
        json.field("outcome", word(run.outcome()))
                .field("message", run.message())
                .field("end_ns", run.endNanos());
        json.key("measures").array();
        for (Measure measure : run.measures()) {
            write(measure, json);
        }
        json.endArray().key("series").array();
        for (TimeSeries series : run.series()) {
            write(series, json);
        }
        json.endArray().key("distributions").array();
        for (Distribution distribution : run.distributions()) {
            json.object()
                    .field("name", distribution.name())
                    .field("unit", distribution.dimension().baseSymbol());
            json.key("values").flatArray();
            for (int i = 0; i < distribution.size(); i++) {
                json.value(distribution.value(i));
            }
            json.endArray().endObject();
        }
        json.endArray().key("operations").array();
        for (Operation operation : run.operations()) {
            json.flatObject()
                    .field("name", operation.name())
                    .field("compute", operation.unit())
                    .field("tier", operation.tier())
                    .field("precision", operation.precision())
                    .field("times", operation.times())
                    .field("operations", operation.operations())
                    .field("bytes", operation.bytes())
                    .field("time_ns", operation.nanos())
                    .field("bound_by", operation.boundBy())
                    .endObject();
        }
        json.endArray().key("ceilings").array();
        for (Ceiling ceiling : run.ceilings()) {
            json.flatObject()
                    .field("name", ceiling.name())
                    .field("kind", word(ceiling.kind()))
                    .field("precision", ceiling.precision())
                    .field("per_second", ceiling.perSecond())
                    .endObject();
        }
        json.endArray().key("attribution").array();
        for (var part : run.attribution().entrySet()) {
            json.flatObject()
                    .field("part", part.getKey())
                    .field("time_ns", part.getValue())
                    .endObject();
        }
        json.endArray();
        write(run.bound(), json);
        write(run.spans(), json);
        json.key("notes").array();
        for (Note note : run.notes()) {
            json.flatObject()
                    .field("kind", word(note.kind()))
                    .field("text", note.text())
                    .endObject();
        }
        json.endArray().endObject();
    }

    private static RunProfile run(JsonNode node) throws JsonFailure {
        Map<String, Double> attribution = new LinkedHashMap<>();
        for (JsonNode part : node.get("attribution").list()) {
            attribution.put(part.get("part").text(), part.get("time_ns").number());
        }
        return new RunProfile(
                node.get("column").text(),
                point(node),
                node.get("seed").whole(),
                setup(node.get("setup")),
                node.get("outcome").word(word -> RunProfile.Outcome.valueOf(constant(word))),
                node.get("message").text(),
                node.get("end_ns").whole(),
                node.get("measures").list(ProfileJson::measure),
                node.get("series").list(ProfileJson::series),
                node.get("distributions")
                        .list(d -> new Distribution(
                                d.get("name").text(),
                                dimension(d),
                                d.get("values").numbers())),
                node.get("operations").list(ProfileJson::operation),
                node.get("ceilings")
                        .list(c -> new Ceiling(
                                c.get("name").text(),
                                c.get("kind").word(word -> Ceiling.Kind.valueOf(constant(word))),
                                c.get("precision").text(),
                                c.get("per_second").number())),
                attribution,
                bound(node.get("bound")),
                spans(node.get("spans")),
                node.get("notes")
                        .list(n -> new Note(
                                n.get("kind").word(word -> NoteKind.valueOf(constant(word))),
                                n.get("text").text())));
    }

    private static void write(RunSetup setup, JsonWriter json) throws IOException {
        json.key("setup")
                .object()
                .field("engine", setup.engine())
                .field("memory", setup.memory())
                .texts("stores", setup.stores())
                .field("hardware", setup.hardware())
                .field("devices", setup.devices())
                .field("tensor_split", setup.tensorSplit())
                .field("pipeline_split", setup.pipelineSplit())
                .field("model", setup.model())
                .field("workload", setup.workload())
                .field("serving", setup.serving())
                .texts("objectives", setup.objectives())
                .endObject();
    }

    private static RunSetup setup(JsonNode node) throws JsonFailure {
        return new RunSetup(
                node.get("engine").text(),
                node.get("memory").text(),
                node.get("stores").list(JsonNode::text),
                node.get("hardware").text(),
                node.get("devices").count(),
                node.get("tensor_split").count(),
                node.get("pipeline_split").count(),
                node.get("model").text(),
                node.get("workload").text(),
                node.get("serving").text(),
                node.get("objectives").list(JsonNode::text));
    }

    private static void write(Measure measure, JsonWriter json) throws IOException {
        json.object();
        write(measure.metric(), json);
        json.field("value", measure.value())
                .field("unit", measure.dimension().baseSymbol())
                .field("shown_in", measure.unit())
                .field("better", word(measure.better()))
                .field("bound", measure.bound())
                .field("low", measure.interval().low())
                .field("high", measure.interval().high());
        json.key("explanation").object().field("formula", measure.explanation().formula());
        write(measure.explanation().inputs(), json);
        json.field("bound_by", measure.explanation().boundBy()).endObject().endObject();
    }

    private static void write(List<Explanation.Input> inputs, JsonWriter json) throws IOException {
        json.key("inputs").array();
        for (Explanation.Input input : inputs) {
            json.flatObject()
                    .field("name", input.name())
                    .field("value", input.value())
                    .field("unit", input.dimension().baseSymbol());
            write(input.inputs(), json);
            json.endObject();
        }
        json.endArray();
    }

    private static Measure measure(JsonNode node) throws JsonFailure {
        JsonNode explanation = node.get("explanation");
        return new Measure(
                metric(node),
                node.get("value").number(),
                dimension(node),
                node.get("shown_in").text(),
                node.get("better").word(word -> Better.valueOf(constant(word))),
                node.get("bound").number(),
                new Explanation(
                        explanation.get("formula").text(),
                        explanation.get("inputs").list(ProfileJson::input),
                        explanation.get("bound_by").text()),
                new Measure.Interval(node.get("low").number(), node.get("high").number()));
    }

    private static Explanation.Input input(JsonNode node) throws JsonFailure {
        return new Explanation.Input(
                node.get("name").text(),
                node.get("value").number(),
                dimension(node),
                node.get("inputs").list(ProfileJson::input));
    }

    private static void write(TimeSeries series, JsonWriter json) throws IOException {
        json.object()
                .field("kind", word(series.kind()))
                .field("of", series.of())
                .field("unit", series.dimension().baseSymbol())
                .field("limit", series.limit())
                .field("mean", series.mean());
        json.key("times_ns").flatArray();
        for (int i = 0; i < series.size(); i++) {
            json.value(series.nanos(i));
        }
        json.endArray().key("values").flatArray();
        for (int i = 0; i < series.size(); i++) {
            json.value(series.value(i));
        }
        json.endArray().endObject();
    }

    private static TimeSeries series(JsonNode node) throws JsonFailure {
        long[] nanos = node.get("times_ns").wholes();
        double[] values = node.get("values").numbers();
        if (nanos.length != values.length) {
            throw new JsonFailure(node.path() + " has " + nanos.length + " times and " + values.length
                    + " values, must have as many of each");
        }
        return new TimeSeries(
                node.get("kind").word(word -> SeriesKind.valueOf(constant(word))),
                node.get("of").text(),
                dimension(node),
                node.get("limit").number(),
                node.get("mean").number(),
                nanos,
                values);
    }

    private static Operation operation(JsonNode node) throws JsonFailure {
        return new Operation(
                node.get("name").text(),
                node.get("compute").text(),
                node.get("tier").text(),
                node.get("precision").text(),
                node.get("times").whole(),
                node.get("operations").number(),
                node.get("bytes").number(),
                node.get("time_ns").number(),
                node.get("bound_by").text());
    }

    private static void write(@Nullable Bound bound, JsonWriter json) throws IOException {
        if (bound == null) {
            json.none("bound");
            return;
        }
        json.key("bound")
                .object()
                .field("time_ns", bound.nanos())
                .field("limited_by", bound.limitedBy())
                .key("resources")
                .array();
        for (Bound.Resource resource : bound.resources()) {
            json.flatObject()
                    .field("name", resource.name())
                    .field("kind", resource.kind())
                    .field("amount", resource.amount())
                    .field("time_ns", resource.nanos())
                    .endObject();
        }
        json.endArray().endObject();
    }

    private static @Nullable Bound bound(JsonNode node) throws JsonFailure {
        return node.isNull()
                ? null
                : new Bound(
                        node.get("time_ns").number(),
                        node.get("limited_by").text(),
                        node.get("resources")
                                .list(r -> new Bound.Resource(
                                        r.get("name").text(),
                                        r.get("kind").text(),
                                        r.get("amount").number(),
                                        r.get("time_ns").number())));
    }

    private static void write(Spans spans, JsonWriter json) throws IOException {
        json.key("spans").object().texts("tracks", spans.tracks()).texts("names", spans.names());
        json.key("track").flatArray();
        for (int i = 0; i < spans.size(); i++) {
            json.value(spans.track(i));
        }
        json.endArray().key("name").flatArray();
        for (int i = 0; i < spans.size(); i++) {
            json.value(spans.name(i));
        }
        json.endArray().key("start_ns").flatArray();
        for (int i = 0; i < spans.size(); i++) {
            json.value(spans.startNanos(i));
        }
        json.endArray().key("duration_ns").flatArray();
        for (int i = 0; i < spans.size(); i++) {
            json.value(spans.endNanos(i) - spans.startNanos(i));
        }
        json.endArray().endObject();
    }

    private static Spans spans(JsonNode node) throws JsonFailure {
        long[] start = node.get("start_ns").wholes();
        long[] end = node.get("duration_ns").wholes();
        for (int i = 0; i < Math.min(start.length, end.length); i++) {
            end[i] += start[i];
        }
        try {
            return new Spans(
                    node.get("tracks").list(JsonNode::text),
                    node.get("names").list(JsonNode::text),
                    indices(node.get("track")),
                    indices(node.get("name")),
                    start,
                    end);
        } catch (IllegalArgumentException e) {
            throw new JsonFailure(node.path() + ": " + e.getMessage());
        }
    }

    private static int[] indices(JsonNode node) throws JsonFailure {
        long[] whole = node.wholes();
        int[] indices = new int[whole.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = Math.clamp(whole[i], -1, Integer.MAX_VALUE);
        }
        return indices;
    }

    private static Dimension dimension(JsonNode parent) throws JsonFailure {
        JsonNode unit = parent.get("unit");
        return Units.find(unit.text())
                .orElseThrow(() -> new JsonFailure(unit.path() + " is an unknown unit"))
                .dimension();
    }

    /** How the format writes a choice: {@code tier_occupancy}. */
    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}

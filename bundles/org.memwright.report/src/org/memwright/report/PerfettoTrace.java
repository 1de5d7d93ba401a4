/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.Spans;
import org.memwright.profile.TimeSeries;
import org.memwright.report.json.JsonWriter;

/**
 * Runs as a trace that Perfetto and Chrome's tracing page open: a process per run, a thread per track, a counter per
 * series.
 *
 * <p>Source: Google, <cite>Trace Event Format</cite>. Units: microseconds.
 */
public final class PerfettoTrace {
    private static final double NANOS_PER_MICRO = 1e3;

    private PerfettoTrace() {}

    /** Writes the trace. */
    public static void write(List<ExperimentProfile> experiments, Appendable out) throws IOException {
        var json = new JsonWriter(out);
        json.object().field("displayTimeUnit", "ms").key("traceEvents").array();
        int process = 0;
        for (ExperimentProfile experiment : experiments) {
            for (RunProfile run : experiment.runs()) {
                process++;
                write(experiment, run, process, json);
            }
        }
        json.endArray().endObject().end();
    }

    private static void write(ExperimentProfile experiment, RunProfile run, int process, JsonWriter json)
            throws IOException {
        String point = ExperimentProfile.label(run.point());
        String name = experiment.name() + " " + run.column()
                + (point.isEmpty() ? "" : " [" + point + "]")
                + (experiment.seeds() > 1 ? " seed " + run.seed() : "");
        named("process_name", name, process, 0, json);
        Spans spans = run.spans();
        for (int track = 0; track < spans.tracks().size(); track++) {
            named("thread_name", spans.tracks().get(track), process, track + 1, json);
        }
        for (int i = 0; i < spans.size(); i++) {
            begin(spans.names().get(spans.name(i)), "X", process, spans.startNanos(i), json);
            json.field("tid", spans.track(i) + 1)
                    .field("dur", (spans.endNanos(i) - spans.startNanos(i)) / NANOS_PER_MICRO)
                    .endObject();
        }
        for (TimeSeries series : run.series()) {
            String of = series.of() + " "
                    + series.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String unit = series.dimension().baseSymbol();
            for (int i = 0; i < series.size(); i++) {
                begin(of, "C", process, series.nanos(i), json);
                json.key("args")
                        .object()
                        .field(unit.isEmpty() ? "count" : unit, series.value(i))
                        .endObject()
                        .endObject();
            }
        }
    }

    private static void begin(String name, String phase, int process, long nanos, JsonWriter json) throws IOException {
        json.flatObject()
                .field("name", name)
                .field("ph", phase)
                .field("pid", process)
                .field("ts", nanos / NANOS_PER_MICRO);
    }

    private static void named(String what, String name, int process, int thread, JsonWriter json) throws IOException {
        json.flatObject()
                .field("name", what)
                .field("ph", "M")
                .field("pid", process)
                .field("tid", thread);
        json.key("args").object().field("name", name).endObject().endObject();
    }
}

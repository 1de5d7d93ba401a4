/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.memwright.engine.kv.design.KvDesign;
import org.memwright.engine.kv.serve.Scheduler;
import org.memwright.engine.kv.workload.RequestWorkload;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.hardware.Efficiency;
import org.memwright.runtime.Bound;
import org.memwright.runtime.Engine;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.RunSink.Note;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.runtime.meter.Meter;
import org.memwright.runtime.meter.Statistics;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.Objective;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;
import org.memwright.runtime.vocabulary.MetricArgument;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.units.Bytes;
import org.memwright.units.Nanos;

/** Serves requests to a transformer by iteration-level batching, its keys and values in declared stores. */
@ServiceProvider(Engine.class)
public final class KvEngine implements Engine {
    private static final String NAME = "kv";

    /** What serves where an experiment names nothing. */
    private static final String DEFAULT_SERVING = "continuous";

    private static final EngineWord WORD = new EngineWord(
            NAME,
            "Serves requests to a transformer, its keys and values in declared stores on declared hardware.",
            events(),
            List.of(RequestWorkload.PROPERTY),
            KvMetric.words());

    private static Map<String, String> events() {
        Map<String, String> events = new LinkedHashMap<>();
        events.put("arrive", "a request arrives");
        events.put("admit", "a request begins to run");
        events.put("prefill", "the prompt of a request has been processed");
        events.put("decode", "a running request generates its next token");
        events.put("full", "a store has no room for a running request");
        events.put("preempt", "a running request gives way");
        events.put("finish", "a request has generated its last token");
        return Collections.unmodifiableMap(events);
    }

    @Override
    public EngineWord word() {
        return WORD;
    }

    @Override
    public void run(RunPlan plan, RunSink sink) throws RunFailure {
        try {
            serve(plan, sink);
        } catch (IllegalArgumentException e) {
            throw new RunFailure(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private static void serve(RunPlan plan, RunSink sink) throws RunFailure {
        TransformerShape model = plan.model();
        if (model == null) {
            throw new RunFailure("experiment " + plan.experiment()
                    + " names no model, but kv serves one; name it, such as: model Llama2_7B");
        }
        requireMetrics(plan);
        Scheduler scheduler = scheduler(plan, sink);
        Requests requests = RequestWorkload.of(plan.workload(), plan.seed());
        Placement placement = Placement.of(
                plan.machine(), model, plan.tensorSplit(), plan.pipelineSplit(), scheduler, longestPrompt(requests));
        KvDesign design =
                KvDesign.of(plan.memory(), placement.shape(), placement.home().name());
        var serving = new Serving(plan, placement, design, scheduler, requests, 1, sink);
        KvRun run = serving.run;
        Stores stores = serving.stores;
        run.run(sink);
        if (run.finished() == 0 && run.rejected() > 0 && !run.isCancelled()) {
            throw new RunFailure("no request fits: " + shortage(run, requests, stores)
                    + "; place the store in a larger tier, split over more devices, or keep fewer bytes of each token");
        }
        KvReport report = serving.report();
        List<KvReport> others = new ArrayList<>();
        double error = run.relativeError();
        if (!Double.isNaN(error) && sink.wantsIntervals() && !run.isCancelled()) {
            for (double scale : List.of(1 - run.measuredError(), 1 + run.measuredError())) {
                var other = new Serving(plan, placement, design, scheduler, requests, scale, new Silent(sink));
                other.run.run(new Silent(sink));
                others.add(other.report());
            }
        }
        report.emit(sink, others);
        notes(plan, sink, placement, design, requests, stores, serving.recorder, run);
        measurementNotes(sink, placement, error);
        scheduler.rules().forEach(rule -> sink.note(new Note(NoteKind.METHOD, rule)));
        if (plan.strict()) {
            requireBound(run, report);
        }
    }

    /** One time through the requests. */
    private static final class Serving {
        private final RunPlan plan;
        private final Placement placement;
        private final KvDesign design;
        private final Requests requests;
        private final Stores stores;
        private final Meter meter;
        private final KvRecorder recorder;
        private final KvRun run;

        /** @param scale factor on all measured times */
        Serving(
                RunPlan plan,
                Placement placement,
                KvDesign design,
                Scheduler scheduler,
                Requests requests,
                double scale,
                RunSink sink) {
            this.plan = plan;
            this.placement = placement;
            this.design = design;
            this.requests = requests;
            Requests held = scheduler.reusesWholeBlocks() ? requests.withOwnBlocks() : requests;
            stores = new Stores(placement, design, held, scheduler.cutsPrompts(), scheduler.mostBatched());
            meter = new Meter(plan.machine(), Efficiency.DEFAULT, placement.devices());
            recorder = new KvRecorder(sink, placement, stores, meter, scheduler.mostRunning());
            run = new KvRun(placement, design, scheduler, requests, stores, meter, recorder, plan.strict());
            run.scaleMeasured(scale);
        }

        KvReport report() {
            return new KvReport(plan, placement, design, requests, stores, meter, recorder, run);
        }
    }

    /** Takes nothing down, but can be stopped. */
    private record Silent(RunSink asked) implements RunSink {
        @Override
        public boolean cancelled() {
            return asked.cancelled();
        }

        @Override
        public void progress(double done, long nanos) {
            // The first time through has told all.
        }

        @Override
        public int series(Series series) {
            return 0;
        }

        @Override
        public void sample(int series, long nanos, double value) {
            // Only figures are compared.
        }

        @Override
        public void distribution(Distribution distribution) {
            // Only figures are compared.
        }

        @Override
        public void measure(Measure measure) {
            // The report is asked for its figures.
        }

        @Override
        public void operation(Operation operation) {
            // Only figures are compared.
        }

        @Override
        public void attribution(String part, double nanos) {
            // Only figures are compared.
        }

        @Override
        public void bound(Bound bound) {
            // The same for all.
        }

        @Override
        public void span(String track, String name, long startNanos, long endNanos) {
            // Only figures are compared.
        }

        @Override
        public void note(Note note) {
            // The same for all.
        }
    }

    private static int longestPrompt(Requests requests) {
        int longest = 0;
        for (int r = 0; r < requests.count(); r++) {
            longest = Math.max(longest, requests.promptTokens(r));
        }
        return longest;
    }

    private static Scheduler scheduler(RunPlan plan, RunSink sink) {
        MechanismCall call = plan.serving();
        if (call == null) {
            call = Mechanisms.call(Scheduler.class, NAME, MechanismKind.SCHEDULER, DEFAULT_SERVING, Map.of());
            sink.note(new Note(NoteKind.DEFAULT, "serving = " + DEFAULT_SERVING + "(" + arguments(call) + ")"));
        }
        return Mechanisms.create(Scheduler.class, NAME, MechanismKind.SCHEDULER, call);
    }

    private static String arguments(MechanismCall call) {
        var text = new StringBuilder();
        call.arguments()
                .forEach((name, value) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(name)
                        .append(": ")
                        .append(value));
        return text.toString();
    }

    /** Refuses what the run could not report before it runs. */
    private static void requireMetrics(RunPlan plan) {
        for (MetricCall call : plan.measures()) {
            KvMetric metric = KvMetric.named(call.name())
                    .orElseThrow(() -> new IllegalArgumentException("kv produces no metric '" + call.name()
                            + "'; it produces "
                            + String.join(
                                    ", ",
                                    KvMetric.words().stream().map(w -> w.name()).toList())));
            requireArgument(plan, call, metric.word());
        }
        for (Objective objective : plan.objectives()) {
            if (!KvReport.objectives().contains(objective.metric())) {
                throw new IllegalArgumentException(
                        "slo " + objective + ": an objective may be on " + String.join(", ", KvReport.objectives()));
            }
        }
    }

    private static void requireArgument(RunPlan plan, MetricCall call, MetricWord word) {
        String argument = call.argument();
        boolean known = switch (word.argument()) {
            case NONE -> argument.isEmpty();
            case STATISTIC -> Statistics.of(new double[0]).statistic(argument).isPresent();
            case THING -> argument.isEmpty() || word.things().contains(argument);
            case TIER -> isTier(plan, argument);
            case TIER_OR_LINK -> isTier(plan, argument) || isLink(plan, argument);
            case RESOURCE ->
                isTier(plan, argument)
                        || isLink(plan, argument)
                        || plan.machine().computeUnits().stream()
                                .anyMatch(u -> u.name().equals(argument));
            case COUNT -> false;
        };
        if (!known) {
            throw new IllegalArgumentException(
                    "metric " + call.label() + " takes " + takes(word) + ", not '" + argument + "'");
        }
    }

    private static String takes(MetricWord word) {
        return word.argument() == MetricArgument.THING
                ? String.join(" or ", word.things())
                : word.argument().label();
    }

    private static boolean isTier(RunPlan plan, String name) {
        return plan.machine().tiers().stream().anyMatch(t -> t.name().equals(name));
    }

    private static boolean isLink(RunPlan plan, String name) {
        return plan.machine().links().stream().anyMatch(l -> l.name().equals(name));
    }

    private static String shortage(KvRun run, Requests requests, Stores stores) {
        int request = run.firstRejected();
        String what = "request " + request + " of " + requests.count() + " (" + requests.promptTokens(request)
                + " tokens of prompt, " + requests.outputTokens(request) + " generated)";
        return stores.shortage(request)
                .map(s -> what + " needs " + Bytes.format(s.neededBytes()) + " of " + s.tier() + ", but "
                        + Bytes.format(s.capacityBytes()) + " are left beside the weights")
                .orElse(what + " does not fit its stores even alone");
    }

    private static void notes(
            RunPlan plan,
            RunSink sink,
            Placement placement,
            KvDesign design,
            Requests requests,
            Stores stores,
            KvRecorder recorder,
            KvRun run) {
        if (design.isPressureDefaulted()) {
            sink.note(new Note(NoteKind.DEFAULT, "on full = preempt(recompute)"));
        }
        boolean rates = plan.measures().stream()
                .anyMatch(m -> m.name().equals("goodput") || m.name().equals("attainment"));
        if (rates && plan.objectives().isEmpty()) {
            sink.note(new Note(NoteKind.DEFAULT, "slo = none: every request that finished counts for goodput"));
        }
        for (String text : requests.defaults()) {
            sink.note(new Note(NoteKind.DEFAULT, text));
        }
        for (String text : requests.notes()) {
            sink.note(new Note(NoteKind.WARNING, text));
        }
        if (run.isCancelled()) {
            sink.note(new Note(
                    NoteKind.WARNING,
                    "stopped at " + Nanos.format(run.now()) + " of simulated time: " + run.finished() + " of "
                            + requests.count() + " requests had ended; figures are of these"));
        }
        if (run.rejected() > 0) {
            sink.note(new Note(
                    NoteKind.WARNING,
                    run.rejected() + " of " + requests.count() + " requests were rejected: "
                            + shortage(run, requests, stores)));
        }
        if (run.fallbacks() > 0) {
            sink.note(new Note(
                    NoteKind.WARNING,
                    run.fallbacks() + " times a request was computed again instead of swapped out, because the tier"
                            + " to swap to was full"));
        }
        noteContext(sink, placement, requests);
        if (recorder.areSpansCut()) {
            sink.note(new Note(
                    NoteKind.WARNING,
                    "the trace shows the first " + KvRecorder.SPAN_REQUESTS + " requests that ended"));
        }
        List<String> losses = design.losses();
        if (!losses.isEmpty()) {
            sink.note(new Note(
                    NoteKind.GAP,
                    "memory " + plan.memory().name() + " may change answers (" + String.join("; ", losses)
                            + "): what that costs in time and saves in bytes is computed here, what it does to answers"
                            + " is not; a memory for attention measures that"));
        }
        boolean measured = !placement.unit().times().sources().isEmpty();
        sink.note(new Note(
                NoteKind.METHOD,
                "Scheduling, allocation, eviction, sharing and swapping ran; times and energy were computed by the"
                        + " hardware model from bytes and operations, at the documented share of the data sheet's"
                        + " peaks and bandwidths"
                        + (measured ? " where no measurement speaks for them." : ".")));
    }

    private static void measurementNotes(RunSink sink, Placement placement, double error) {
        List<String> sources = placement.unit().times().sources();
        for (String source : sources) {
            sink.note(new Note(NoteKind.METHOD, "Measured " + source + "."));
        }
        if (sources.isEmpty()) {
            return;
        }
        if (Double.isNaN(error)) {
            sink.note(new Note(
                    NoteKind.WARNING,
                    "the measurements of " + placement.unit().name()
                            + " speak for less than 75 % of the time of iterations"
                            + " of " + placement.model().name() + " split over " + placement.tensor()
                            + " devices; the rest is by the data sheet, so that figures have no interval"));
        } else if (sink.wantsIntervals()) {
            sink.note(new Note(
                    NoteKind.METHOD,
                    String.format(
                            Locale.ROOT,
                            "Intervals: times are off by %.1f %% in the mean, by the errors on points held back and by"
                                    + " half for what was not measured, weighted by their share of the time; each figure's"
                                    + " interval spans runs that are longer and shorter by that.",
                            100 * error)));
        }
    }

    private static void noteContext(RunSink sink, Placement placement, Requests requests) {
        int context = placement.model().context();
        int longer = 0;
        for (int r = 0; r < requests.count(); r++) {
            longer += (long) requests.promptTokens(r) + requests.outputTokens(r) > context ? 1 : 0;
        }
        if (longer > 0) {
            sink.note(new Note(
                    NoteKind.WARNING,
                    longer + " of " + requests.count() + " requests are longer than the context of "
                            + placement.model().name() + ", " + context + " tokens; they were served all the same"));
        }
    }

    private static void requireBound(KvRun run, KvReport report) {
        if (run.now() < report.bound().nanos() * (1 - 1e-9) - 1) {
            throw new IllegalStateException("the run took " + run.now() + " ns, less than its bound of "
                    + report.bound().nanos() + " ns by " + report.bound().limitedBy());
        }
    }
}

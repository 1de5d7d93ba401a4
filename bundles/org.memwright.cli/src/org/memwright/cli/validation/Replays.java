/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memwright.compile.Compilation;
import org.memwright.compile.ExperimentCompiler;
import org.memwright.compile.Overrides;
import org.memwright.hardware.Machine;
import org.memwright.lang.Finding;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.lang.evaluate.WholeModel;
import org.memwright.model.Experiment;
import org.memwright.model.Hardware;
import org.memwright.model.Model;
import org.memwright.profile.Distribution;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Profiler;
import org.memwright.profile.ProfilingListener;
import org.memwright.profile.RunProfile;
import org.memwright.runtime.ForwardingSink;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.RunPlan;

/** Runs measured runs again, each as a design in the language. */
public final class Replays {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Runs without intervals, which tables do not show. */
    private static final ProfilingListener PLAIN = new ProfilingListener() {
        @Override
        public RunSink watched(int run, RunPlan plan, RunSink recorder) {
            return new ForwardingSink(recorder) {
                @Override
                public boolean wantsIntervals() {
                    return false;
                }
            };
        }
    };

    private final Language language;
    private final ExperimentCompiler compiler;
    private final Profiler profiler;
    private final Library library;
    private final @Nullable String hardware;
    private final boolean reported;
    private final List<ExperimentProfile> profiles = new ArrayList<>();

    /**
     * @param profiler what runs the designs
     * @param hardware qualified name of what was measured; null to look for what the measurements name
     * @param reported whether profiles are kept for a report; only then are intervals computed, which takes two further
     *     simulations of each run
     */
    public Replays(Language language, Profiler profiler, @Nullable String hardware, boolean reported) {
        this.language = language;
        this.compiler = new ExperimentCompiler(language.vocabulary());
        this.profiler = profiler;
        this.library = new Library(language.service(org.memwright.lang.scoping.Library.class));
        this.hardware = hardware;
        this.reported = reported;
    }

    /** The profiles of what was replayed and is worth looking at, in order. */
    public List<ExperimentProfile> profiles() {
        return List.copyOf(profiles);
    }

    /**
     * The qualified name of the hardware that was measured.
     *
     * @param device what the measurement calls it; empty where it does not say
     */
    String hardware(String device) throws Unreplayable {
        if (hardware != null) {
            return hardware;
        }
        if (device.isEmpty()) {
            throw new Unreplayable("it does not say which device was measured; name its hardware with --on");
        }
        return library.hardware(device)
                .orElseThrow(() -> new Unreplayable("no hardware of the library is like '" + device
                        + "'; name one with --on, such as --on H100_SXM"));
    }

    /** The qualified name of a model that a measurement names. */
    String model(String name) throws Unreplayable {
        return findModel(name)
                .orElseThrow(() -> new Unreplayable("no model of the library is called like '" + name + "'"));
    }

    Optional<String> findModel(String name) {
        return library.model(name);
    }

    /** The layers of a model that a measurement names. */
    int layers(String name) throws Unreplayable {
        Project project = project("model Replayed extends " + model(name) + " { }\n");
        return WholeModel.of(project.declarations(Model.class).getFirst())
                .shape()
                .layers();
    }

    /** The declaration of {@code Node}: so many of a hardware, each joined to each. */
    static String node(String hardware, long devices) {
        return "hardware Node {\n  use " + hardware + " as node[" + devices + "]\n"
                + "  link nvlink : node.hbm <-> node.hbm { bandwidth 450 GB/s  latency 5 us }\n}\n";
    }

    /** The calibrated sibling of a hardware, if the library has one; otherwise the hardware. */
    String calibrated(String qualifiedName) {
        return library.calibrated(qualifiedName);
    }

    /** The machine of a hardware of the library. */
    Machine machine(String qualifiedName) throws Unreplayable {
        Project project = project("hardware Replayed extends " + qualifiedName + " { }\n");
        return compiler.machine(project.declarations(Hardware.class).getFirst());
    }

    private Project project(String text) throws Unreplayable {
        Project project = Project.of(language, Path.of("").toAbsolutePath(), Map.of("replay.memw", text));
        String wrong = project.findings().stream()
                .filter(Finding::isError)
                .map(Finding::message)
                .collect(Collectors.joining(" "));
        if (!wrong.isEmpty()) {
            throw new Unreplayable("the design that replays it is refused: " + wrong);
        }
        return project;
    }

    /** The plan of the one experiment of a design. */
    ExperimentPlan plan(String design) throws Unreplayable {
        Experiment experiment = project(design).declarations(Experiment.class).getFirst();
        Compilation compilation = compiler.compile(experiment, Overrides.NONE);
        return compilation
                .successful()
                .orElseThrow(() -> new Unreplayable(
                        compilation.problems().stream().map(p -> p.message()).collect(Collectors.joining(" "))));
    }

    /** A measure of a run in base units by its label, such as {@code recall(5)}; NaN where there is none. */
    static double measure(RunProfile run, String label) {
        return run.measures().stream()
                .filter(m -> m.metric().label().equals(label))
                .mapToDouble(Measure::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Runs the one experiment of a design: every column at every point, in the order of the text. */
    List<RunProfile> runs(String design) throws Unreplayable {
        List<RunProfile> runs = profiler.profile(plan(design)).runs();
        for (RunProfile run : runs) {
            if (!run.isComplete()) {
                throw new Unreplayable(run.message());
            }
        }
        return runs;
    }

    /** What one replay gave. */
    record Replay(RunProfile profile, double wallSeconds) {
        /** A measure in base units by its label, such as {@code ttft(p99)}; NaN where there is none. */
        double measure(String label) {
            return Replays.measure(profile, label);
        }

        /** A figure of every request. */
        Distribution distribution(String name) throws Unreplayable {
            return profile.distribution(name)
                    .orElseThrow(() -> new Unreplayable("the replay reports no " + name + " of its requests"));
        }
    }

    /**
     * Runs the one experiment of a design, which has one column, point and seed.
     *
     * @param kept whether the profile is worth a place in the report
     */
    Replay run(String design, boolean kept) throws Unreplayable {
        ExperimentPlan plan = plan(design);
        long start = System.nanoTime();
        ExperimentProfile profile =
                profiler.profile(plan, reported && kept ? ProfilingListener.NONE : PLAIN, () -> false);
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        RunProfile run = profile.runs().getFirst();
        if (!run.isComplete()) {
            throw new Unreplayable(run.message());
        }
        if (reported && kept) {
            profiles.add(profile);
        }
        return new Replay(run, seconds);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.memwright.compile.Compilation;
import org.memwright.compile.ExperimentCompiler;
import org.memwright.compile.Experiments;
import org.memwright.compile.Overrides;
import org.memwright.compile.Problem;
import org.memwright.lang.Finding;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.model.Experiment;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Headway;
import org.memwright.profile.Profiler;
import org.memwright.profile.ProfilingListener;
import org.memwright.profile.RunProfile;
import org.memwright.profile.view.Frame;
import org.memwright.profile.view.LiveRun;
import org.memwright.report.ReportFailure;
import org.memwright.report.archive.KeptRun;
import org.memwright.report.archive.Origin;
import org.memwright.report.archive.RunArchive;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.ui.preference.RunOptions;
import org.memwright.units.Nanos;

/**
 * One run of an experiment: load, check, compile, run, keep. The steps are those of {@code memwright run}; this job adds progress,
 * cancellation and what views watch.
 */
public final class ExperimentRun extends Job {
    private static final int TICKS = 1000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final IFile file;
    private final String experiment;
    private final Language language;
    private final String version;
    private final Map<Integer, LiveRun> going = new TreeMap<>();
    private volatile List<Obstacle> obstacles = List.of();
    private volatile KeptRun kept;
    private volatile Headway headway;

    /**
     * Why an experiment cannot be run, or its result not be kept.
     *
     * @param position without a line where it is of no file
     */
    public record Obstacle(String message, SourcePosition position) {}

    ExperimentRun(IFile file, String experiment, Language language, String version) {
        super("Run " + experiment);
        this.file = file;
        this.experiment = experiment;
        this.language = language;
        this.version = version;
        setUser(false);
        setPriority(LONG);
    }

    /** The file that the experiment stands in. */
    public IFile file() {
        return file;
    }

    /** The experiment's name. */
    public String experiment() {
        return experiment;
    }

    /** What kept the run from beginning; empty where it began. */
    public List<Obstacle> obstacles() {
        return obstacles;
    }

    /** What was kept of it, once it ended. */
    public Optional<KeptRun> kept() {
        return Optional.ofNullable(kept);
    }

    /** Share of the work done, 0 to 1. */
    public double share() {
        Headway now = headway;
        return now == null ? 0 : now.share();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == RunService.FAMILY;
    }

    /** The present moment of the first design that goes on; empty between designs. */
    Optional<Frame> frame() {
        LiveRun first;
        synchronized (going) {
            first = going.values().stream().findFirst().orElse(null);
        }
        return Optional.ofNullable(first)
                .map(LiveRun::frame)
                .filter(frame -> !frame.gauges().isEmpty());
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), TICKS);
        try {
            monitor.subTask("checking the design");
            Project project = Project.load(language, folder());
            Experiments found = Experiments.of(project, path());
            List<Experiment> named = found.named(experiment);
            if (named.isEmpty()) {
                return cannot(List.of(new Obstacle(
                        "there is no experiment " + experiment + " in " + file.getName() + " any more",
                        SourcePosition.NONE)));
            }
            List<Finding> errors = found.errors(named);
            if (!errors.isEmpty()) {
                return cannot(errors.stream()
                        .map(e -> new Obstacle(e.message(), new SourcePosition(e.file(), e.line(), e.column())))
                        .toList());
            }
            Experiment chosen = named.getFirst();
            Compilation compilation = new ExperimentCompiler(language.vocabulary()).compile(chosen, Overrides.NONE);
            if (compilation.successful().isEmpty()) {
                return cannot(compilation.problems().stream()
                        .filter(problem -> problem.kind() != Problem.Kind.WARNING)
                        .map(problem -> new Obstacle(problem.message(), problem.position()))
                        .toList());
            }
            return profile(compilation.successful().get(), designs(chosen), monitor);
        } catch (IOException | ReportFailure e) {
            return cannot(List.of(new Obstacle(e.getMessage(), SourcePosition.NONE)));
        } finally {
            monitor.done();
        }
    }

    private IStatus profile(ExperimentPlan plan, Map<String, String> designs, IProgressMonitor monitor)
            throws ReportFailure {
        Instant started = Instant.now();
        long begin = System.nanoTime();
        headway = new Headway(plan);
        var profiler = new Profiler(language.vocabulary(), RunOptions.read().threads());
        ExperimentProfile profile = profiler.profile(plan, new Watching(plan, monitor, begin), monitor::isCanceled);
        if (profile.runs().stream().anyMatch(run -> run.outcome() != RunProfile.Outcome.SKIPPED)) {
            monitor.subTask("keeping the results");
            var origin = new Origin(
                    file.getProjectRelativePath().toString(), started, System.nanoTime() - begin, version, designs);
            kept = new RunArchive(folder()).keep(profile, origin);
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    /** Not an error of the program, so it does not go to its log: whoever asked for the run is told. */
    private IStatus cannot(List<Obstacle> why) {
        obstacles = why;
        return Status.OK_STATUS;
    }

    private Path folder() {
        return file.getProject().getLocation().toPath();
    }

    private Path path() {
        return folder().resolve(file.getProjectRelativePath().toOSString());
    }

    private Map<String, String> designs(Experiment chosen) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path each : Experiments.files(chosen)) {
            if (each.startsWith(folder())) {
                String name = folder().relativize(each).toString().replace('\\', '/');
                texts.put(name, Files.readString(each, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Turns what the profiler tells into progress and keeps the runs that go on for whoever watches. */
    private final class Watching implements ProfilingListener {
        private static final long SAY_NANOS = 200_000_000;

        private final ExperimentPlan plan;
        private final IProgressMonitor monitor;
        private final long begin;
        private int ticks;
        private long said;

        Watching(ExperimentPlan plan, IProgressMonitor monitor, long begin) {
            this.plan = plan;
            this.monitor = monitor;
            this.begin = begin;
        }

        @Override
        public RunSink watched(int run, RunPlan of, RunSink recorder) {
            var live = new LiveRun(of, recorder);
            synchronized (going) {
                going.put(run, live);
            }
            return live;
        }

        @Override
        public void progressed(int run, double done, long nanos) {
            headway.progressed(run, done);
            tell(plan.runs().get(run), System.nanoTime());
        }

        @Override
        public void finished(int run, RunProfile profile) {
            headway.finished(run);
            synchronized (going) {
                going.remove(run);
            }
            said = 0;
            tell(plan.runs().get(run), System.nanoTime());
        }

        private void tell(RunPlan current, long now) {
            int reached = (int) (headway.share() * TICKS);
            if (reached > ticks) {
                monitor.worked(reached - ticks);
                ticks = reached;
            }
            if (said != 0 && now - said < SAY_NANOS) {
                return;
            }
            said = now;
            List<String> parts = new ArrayList<>();
            parts.add(current.column());
            if (headway.runs() > 1) {
                parts.add(headway.finished() + " of " + headway.runs() + " runs done");
            }
            OptionalLong left = headway.leftNanos(now - begin);
            left.ifPresent(
                    nanos -> parts.add(Nanos.format(Math.ceil(nanos / NANOS_PER_SECOND) * NANOS_PER_SECOND) + " left"));
            monitor.subTask(String.join(", ", parts));
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.RunPlan;

/**
 * Runs the runs of an experiment side by side and collects their profiles.
 *
 * <p>The profile is the same for any number of threads: runs share nothing, and stand in the order of the plan. A run that
 * fails is recorded with its message and the others go on.
 */
public final class Profiler {
    private final Vocabulary vocabulary;
    private final int threads;

    /**
     * @param vocabulary where engines are found by name
     * @param threads how many runs may go on at a time, at least 1; the calling thread is one of them
     */
    public Profiler(Vocabulary vocabulary, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", must be at least 1");
        }
        this.vocabulary = vocabulary;
        this.threads = threads;
    }

    /** Runs an experiment to its end. */
    public ExperimentProfile profile(ExperimentPlan plan) {
        return profile(plan, ProfilingListener.NONE, () -> false);
    }

    /**
     * Runs an experiment.
     *
     * @param cancelled asked by every run at least once per iteration; once it says yes, runs that go on are stopped and
     *     kept as partial, the others are skipped. Interrupting the calling thread does the same.
     */
    public ExperimentProfile profile(ExperimentPlan plan, ProfilingListener listener, BooleanSupplier cancelled) {
        return new Batch(plan, listener, cancelled).profile();
    }

    /** One experiment on its way. */
    private final class Batch {
        private final ExperimentPlan plan;
        private final ProfilingListener listener;
        private final BooleanSupplier cancelled;
        private final @Nullable RunProfile[] results;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        private final Object calls = new Object();

        Batch(ExperimentPlan plan, ProfilingListener listener, BooleanSupplier cancelled) {
            this.plan = plan;
            this.listener = listener;
            this.cancelled = cancelled;
            this.results = new @Nullable RunProfile[plan.runs().size()];
        }

        ExperimentProfile profile() {
            Thread[] others = new Thread[Math.max(0, Math.min(threads, results.length) - 1)];
            for (int i = 0; i < others.length; i++) {
                others[i] = new Thread(this::work, "memwright run " + (i + 2));
                others[i].setDaemon(true);
                others[i].start();
            }
            work();
            boolean interrupted = false;
            for (Thread other : others) {
                boolean joined = false;
                while (!joined) {
                    try {
                        other.join();
                        joined = true;
                    } catch (InterruptedException e) {
                        interrupted = true;
                        stop.set(true);
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            rethrow(broken.get());
            List<RunProfile> profiles = Arrays.stream(results)
                    .map(profile -> {
                        if (profile == null) {
                            throw new IllegalStateException("a run of " + plan.name() + " left no profile");
                        }
                        return profile;
                    })
                    .toList();
            return ExperimentProfile.of(plan, profiles);
        }

        private void work() {
            try {
                int run = next.getAndIncrement();
                while (run < results.length && broken.get() == null) {
                    results[run] = run(run, plan.runs().get(run));
                    run = next.getAndIncrement();
                }
            } catch (RuntimeException | Error e) {
                broken.compareAndSet(null, e);
                stop.set(true);
            }
        }

        private boolean stopped() {
            if (!stop.get()
                    && (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted())) {
                stop.set(true);
            }
            return stop.get();
        }

        private RunProfile run(int index, RunPlan run) {
            if (stopped()) {
                return RunProfile.skipped(run);
            }
            synchronized (calls) {
                listener.started(index, run);
            }
            var recorder = new RunRecorder(run, this::stopped, (done, nanos) -> {
                synchronized (calls) {
                    listener.progressed(index, done, nanos);
                }
            });
            RunProfile profile = run(index, run, recorder);
            synchronized (calls) {
                listener.finished(index, profile);
            }
            return profile;
        }

        private RunProfile run(int index, RunPlan run, RunRecorder recorder) {
            String name = run.memory().engine();
            var engine = vocabulary.engine(name);
            if (engine.isEmpty()) {
                return recorder.failed("There is no engine '" + name + "' in this version, so " + run.column()
                        + " cannot be run; " + built() + ".");
            }
            try {
                engine.get().run(run, listener.watched(index, run, recorder));
                return recorder.finished();
            } catch (RunFailure e) {
                return recorder.failed(text(e));
            } catch (OutOfMemoryError e) {
                return recorder.failed(
                        "The run needs more memory than there is; give the program more, run fewer at a time or limit the workload.");
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                return recorder.failed("Engine '" + name + "' broke: " + e + at(e));
            }
        }

        private String built() {
            List<String> names = Vocabulary.ENGINES.stream()
                    .filter(engine -> vocabulary.engine(engine).isPresent())
                    .toList();
            return names.isEmpty() ? "none is built" : "built are " + String.join(", ", names);
        }
    }

    private static String text(RunFailure failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }

    private static String at(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private static void rethrow(@Nullable Throwable thrown) {
        switch (thrown) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }
}

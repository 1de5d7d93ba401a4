/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.profile.RunProfile.Outcome;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;

class ProfilerTest {
    private static Profiler profiler(int threads) {
        return new Profiler(Vocabulary.load(CountingEngine.class), threads);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 3, 8, 40})
    void profile_isTheSameForAnyNumberOfThreads(int threads) {
        ExperimentPlan plan = new Plans()
                .column("A", 20_000, 10)
                .column("B", 500, 20)
                .column("C", 3000, 5)
                .broken("D", "file")
                .sizes("1 B", "2 B", "4 B")
                .seeds(3)
                .expect(Plans.measured("A", "held"), ">=", Plans.measured("B", "held"))
                .plan();
        assertEquals(profiler(1).profile(plan), profiler(threads).profile(plan));
    }

    @Test
    void profile_keepsTheOrderOfThePlan() {
        ExperimentPlan plan =
                new Plans().column("A", 9000, 1).column("B", 10, 1).seeds(4).plan();
        List<RunProfile> runs = profiler(2).profile(plan).runs();
        for (int i = 0; i < runs.size(); i++) {
            assertEquals(plan.runs().get(i).column(), runs.get(i).column());
            assertEquals(plan.runs().get(i).seed(), runs.get(i).seed());
        }
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2})
    void profile_recordsARunThatFailsAndGoesOn(int threads) {
        ExperimentProfile profile = profiler(threads)
                .profile(new Plans()
                        .column("A", 10, 1)
                        .broken("File", "file")
                        .broken("Code", "code")
                        .column("B", 10, 1)
                        .plan());

        assertEquals(
                List.of(Outcome.DONE, Outcome.FAILED, Outcome.FAILED, Outcome.DONE),
                profile.runs().stream().map(RunProfile::outcome).toList());
        assertEquals(
                "trace.csv:3:7: '12x' is not a number", profile.runs().get(1).message());
        String broke = profile.runs().get(2).message();
        assertTrue(
                broke.startsWith("Engine 'count' broke: java.lang.IndexOutOfBoundsException: Index 7 out of bounds for"
                        + " length 7 at org.memwright.profile.CountingEngine.run"),
                broke);
        assertFalse(profile.isComplete());
    }

    @Test
    void profile_saysThatAnEngineIsNotBuilt() {
        ExperimentProfile profile = profiler(1)
                .profile(new Plans().engine("sequence").column("A", 10, 1).plan());
        assertEquals(
                "There is no engine 'sequence' in this version, so A cannot be run; none is built.",
                profile.runs().getFirst().message());
    }

    @Test
    void profile_keepsWhatIsDoneWhenCancelled() {
        ExperimentPlan plan = new Plans()
                .column("A", 100, 1)
                .column("B", 200_000, 1)
                .column("C", 100, 1)
                .plan();
        var stop = new AtomicBoolean();
        var listener = new ProfilingListener() {
            @Override
            public void progressed(int run, double done, long nanos) {
                if (run == 1 && done >= 0.25) {
                    stop.set(true);
                }
            }
        };
        ExperimentProfile profile = profiler(1).profile(plan, listener, stop::get);

        assertEquals(
                List.of(Outcome.DONE, Outcome.PARTIAL, Outcome.SKIPPED),
                profile.runs().stream().map(RunProfile::outcome).toList());
        double held = profile.runs()
                .get(1)
                .measure(new MetricCall("held", ""))
                .orElseThrow()
                .value();
        // A quarter of the steps, and the next thousandth of progress at most.
        assertTrue(held >= 50_000 && held <= 50_200, held + " B");
    }

    @Test
    void profile_stopsWhenItsThreadIsInterrupted() {
        ExperimentPlan plan = new Plans()
                .column("A", 400_000, 1)
                .column("B", 400_000, 1)
                .column("C", 400_000, 1)
                .column("D", 400_000, 1)
                .plan();
        Thread caller = Thread.currentThread();
        var callerRuns = new CountDownLatch(1);
        var runOfCaller = new AtomicInteger(-1);
        var listener = new ProfilingListener() {
            @Override
            public RunSink watched(int run, RunPlan of, RunSink recorder) {
                if (Thread.currentThread().equals(caller)) {
                    runOfCaller.set(run);
                    caller.interrupt();
                    callerRuns.countDown();
                } else {
                    await(callerRuns);
                }
                return recorder;
            }
        };
        ExperimentProfile profile = profiler(2).profile(plan, listener, () -> false);

        assertTrue(Thread.interrupted(), "the interrupt is passed on");
        assertEquals(Outcome.PARTIAL, profile.runs().get(runOfCaller.get()).outcome());
        assertTrue(profile.runs().stream().noneMatch(run -> run.outcome() == Outcome.FAILED));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("only the caller is interrupted", e);
        }
    }

    @Test
    void listener_hearsOfEveryRunWithoutOverlap() {
        ExperimentPlan plan =
                new Plans().column("A", 5000, 1).column("B", 5000, 1).seeds(10).plan();
        Set<Integer> started = new HashSet<>();
        Set<Integer> finished = new HashSet<>();
        var inside = new AtomicInteger();
        var overlaps = new AtomicInteger();
        var listener = new ProfilingListener() {
            private void once(Runnable call) {
                if (inside.incrementAndGet() > 1) {
                    overlaps.incrementAndGet();
                }
                call.run();
                inside.decrementAndGet();
            }

            @Override
            public void started(int run, RunPlan of) {
                once(() -> started.add(run));
            }

            @Override
            public void progressed(int run, double done, long nanos) {
                once(() -> assertTrue(started.contains(run) && !finished.contains(run)));
            }

            @Override
            public void finished(int run, RunProfile profile) {
                once(() -> finished.add(run));
            }
        };
        profiler(4).profile(plan, listener, () -> false);
        assertEquals(20, started.size());
        assertEquals(20, finished.size());
        assertEquals(0, overlaps.get());
    }

    @Test
    void listener_mayWatchARunLive() {
        List<Double> watched = new ArrayList<>();
        var listener = new ProfilingListener() {
            @Override
            public RunSink watched(int run, RunPlan plan, RunSink recorder) {
                return new Tee(recorder, watched);
            }
        };
        ExperimentPlan plan = new Plans().column("A", 4, 10).plan();
        ExperimentProfile profile = profiler(1).profile(plan, listener, () -> false);
        assertEquals(List.of(10.0, 20.0, 30.0, 40.0), watched);
        assertEquals(profiler(1).profile(plan), profile);
    }

    @Test
    void listener_thatThrowsEndsTheExperiment() {
        var listener = new ProfilingListener() {
            @Override
            public void finished(int run, RunProfile profile) {
                throw new IllegalStateException("the view is closed");
            }
        };
        ExperimentPlan plan = new Plans().column("A", 4, 1).column("B", 4, 1).plan();
        var error = assertThrows(IllegalStateException.class, () -> profiler(2).profile(plan, listener, () -> false));
        assertEquals("the view is closed", error.getMessage());
    }

    @Test
    void threads_areAtLeastOne() {
        var error = assertThrows(IllegalArgumentException.class, () -> profiler(0));
        assertEquals("threads is 0, must be at least 1", error.getMessage());
    }

    /** Passes everything on and remembers the samples. */
    private record Tee(RunSink to, List<Double> samples) implements RunSink {
        @Override
        public boolean cancelled() {
            return to.cancelled();
        }

        @Override
        public void progress(double done, long nanos) {
            to.progress(done, nanos);
        }

        @Override
        public int series(Series series) {
            return to.series(series);
        }

        @Override
        public void sample(int series, long nanos, double value) {
            samples.add(value);
            to.sample(series, nanos, value);
        }

        @Override
        public void distribution(Distribution distribution) {
            to.distribution(distribution);
        }

        @Override
        public void measure(org.memwright.runtime.Measure measure) {
            to.measure(measure);
        }

        @Override
        public void operation(Operation operation) {
            to.operation(operation);
        }

        @Override
        public void attribution(String part, double nanos) {
            to.attribution(part, nanos);
        }

        @Override
        public void bound(org.memwright.runtime.Bound bound) {
            to.bound(bound);
        }

        @Override
        public void span(String track, String name, long startNanos, long endNanos) {
            to.span(track, name, startNanos, endNanos);
        }

        @Override
        public void note(Note note) {
            to.note(note);
        }
    }
}

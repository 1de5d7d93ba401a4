/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.concurrent.TimeUnit;
import org.memwright.runtime.RunFailure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does one iteration of the event loop cost? One operation is one token of every running request. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class IterationBenchmark {
    private static final int ITERATIONS = 20_000;

    @Param({"1", "16", "256"})
    int running;

    @Param({"pages", "kivi"})
    String design;

    private Runs runs;

    @Setup
    public void setUp() {
        Runs load =
                Runs.run().lenient().on(Runs.machine(1, 1, 1L << 50, 1L << 40)).requests(running, 1, ITERATIONS);
        runs = design.equals("pages")
                ? load.store("cache", "hbm", "pages")
                : load.store("cache", "hbm", "kv", "keys", Runs.quantiser("int2", "per", "channel", "group", "32"))
                        .store("residual", "hbm", "kv")
                        .keepElse("residual", "", "cache", Runs.selector("recent", "tokens", "128 tokens"));
    }

    @Benchmark
    @OperationsPerInvocation(ITERATIONS)
    public double iteration() throws RunFailure {
        return runs.go().value("makespan");
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.concurrent.TimeUnit;
import org.memwright.engine.kv.workload.ArrivalProcess;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How does the time of a whole run grow with its requests? One operation is one run of Llama-2-7B on one A100 at its capacity,
 * requests drawn like those of a conversation service.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WholeRunBenchmark {
    @Param({"5000", "10000", "20000"})
    int requests;

    @Param({"recompute", "swap"})
    String pressure;

    private Runs runs;

    @Setup
    public void setUp() {
        runs = Runs.run()
                .lenient()
                .seed(20_240_601)
                .workload("requests", Runs.amount(Integer.toString(requests)))
                .workload(
                        "arrival", Runs.call(ArrivalProcess.class, MechanismKind.ARRIVAL, "poisson", "rate", "5.5 /s"))
                .workload("prompt", Runs.length("lognormal", "mean", "1155 tokens", "cv", "0.9"))
                .workload("output", Runs.length("lognormal", "mean", "211 tokens", "cv", "0.8"))
                .store("cache", "hbm", "pages")
                .onFull("preempt", "how", pressure);
    }

    @Benchmark
    public double run() throws RunFailure {
        return runs.go().value("makespan");
    }
}

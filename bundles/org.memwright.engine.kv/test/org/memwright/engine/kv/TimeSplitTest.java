/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.run;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.runtime.Explanation.Input;
import org.memwright.runtime.RunFailure;

/** What the time of requests went to. A strict run checks at every first and last token that the parts add up to the nanosecond. */
class TimeSplitTest {
    private static Map<String, Double> parts(Recorded run, String label) {
        return mean(run, label).inputs().stream().collect(Collectors.toMap(Input::name, Input::value));
    }

    private static Input mean(Recorded run, String label) {
        return run.measures.get(label).explanation().inputs().stream()
                .filter(input -> input.name().equals("mean"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertWhole(Recorded run) {
        for (String label : List.of("ttft", "tpot", "latency")) {
            Input mean = mean(run, label);
            double sum = mean.inputs().stream().mapToDouble(Input::value).sum();
            assertEquals(mean.value(), sum, 1e-9 * mean.value() + 1e-12, label);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void parts_addUpToTheTimeOfEveryRequest(long seed) throws RunFailure {
        var random = new SplittableRandom(seed);
        boolean swaps = random.nextBoolean();
        int devices = random.nextInt(1, 3);
        Runs runs = run().seed(seed)
                .on(Runs.machine(devices, 1, (devices == 1 ? 16L : 10L) << 30, 64L << 30))
                .split(devices, 1)
                .workload("requests", Runs.amount("60"))
                .workload(
                        "arrival",
                        Runs.call(
                                org.memwright.engine.kv.workload.ArrivalProcess.class,
                                org.memwright.runtime.vocabulary.MechanismKind.ARRIVAL,
                                "poisson",
                                "rate",
                                random.nextInt(1, 40) + " /s"))
                .workload("prompt", Runs.length("uniform", "min", "10 tokens", "max", "900 tokens"))
                .workload("output", Runs.length("uniform", "min", "1 tokens", "max", "200 tokens"))
                .store("cache", "hbm", "pages");
        runs = swaps ? runs.onFull("swap", "to", "dram") : runs.onFull("preempt");
        runs = random.nextBoolean() ? runs.serving("vllm") : runs.serving("continuous");

        Recorded run = runs.go();

        assertEquals(60, run.value("finished"));
        assertWhole(run);
    }

    @Test
    void waitingForRoom_isQueueing() throws RunFailure {
        Recorded run = run().requests(8, 500, 50)
                .store("cache", "hbm", "pages", "capacity", "40")
                .go();

        assertWhole(run);
        assertEquals(run.value("queueing(mean)"), parts(run, "ttft").get(Cause.QUEUEING.label()), 1e-9);
    }

    @Test
    void shortStepsOfOneRequest_readWeights() throws RunFailure {
        Recorded run = run().requests(1, 16, 100).store("cache", "hbm", "pages").go();

        Map<String, Double> parts = parts(run, "tpot");
        double weights = parts.get(Cause.WEIGHTS.label());
        assertTrue(weights > 0.7 * run.value("tpot(mean)"), parts::toString);
        assertFalse(parts.containsKey(Cause.COLLECTIVES.label()), parts::toString);
    }

    @Test
    void longPrompt_computes() throws RunFailure {
        Recorded run = run().requests(1, 4000, 2).store("cache", "hbm", "pages").go();

        double computing = parts(run, "ttft").get(Cause.COMPUTING.label());
        assertTrue(
                computing > 0.7 * run.value("ttft(mean)"),
                () -> parts(run, "ttft").toString());
    }

    @Test
    void splitLayers_waitForCollectives() throws RunFailure {
        Recorded run = run().on(Runs.a100s(4))
                .split(4, 1)
                .requests(2, 500, 20)
                .store("cache", "hbm", "pages")
                .go();

        assertWhole(run);
        assertTrue(parts(run, "latency").get(Cause.COLLECTIVES.label()) > 0);
    }

    @Test
    void pipelineStages_addUpToo() throws RunFailure {
        Recorded run = run().on(Runs.a100s(4))
                .split(1, 4)
                .requests(5, 500, 20)
                .store("cache", "hbm", "pages")
                .go();

        assertWhole(run);
    }
}

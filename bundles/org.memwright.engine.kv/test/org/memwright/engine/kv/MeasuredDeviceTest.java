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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.KernelTimes;
import org.memwright.hardware.LayerShape;
import org.memwright.hardware.LayerTimes;
import org.memwright.hardware.Machine;
import org.memwright.hardware.PowerLevels;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.runtime.RunSink.SeriesKind;

/** Runs on a device whose kernels take known times. */
class MeasuredDeviceTest {
    private static final List<String> LAYERS =
            List.of("layernorm", "qkv_proj", "o_proj", "gate_up_proj", "down_proj", "embedding", "lm_head", "sampler");

    /** Every layer takes 10 us and 1 us per token, attention 20 us and 1 us per kept token of the longest sequence. */
    private record Known(double error, Optional<PowerLevels> measuredPower) implements KernelTimes, LayerTimes {
        @Override
        public Optional<LayerTimes> layers(LayerShape shape) {
            return shape.heads() == 32 && shape.tensor() == 1 ? Optional.of(this) : Optional.empty();
        }

        @Override
        public List<String> layers() {
            return LAYERS;
        }

        @Override
        public double seconds(int layer, double count) {
            return 10e-6 + count * 1e-6;
        }

        @Override
        public double attentionSeconds(double fresh, double before, double decodes, double kept, double most) {
            return fresh + decodes == 0 ? 0 : 20e-6 + 1e-6 * (fresh + most);
        }

        @Override
        public double heldBackError(Kernel kernel) {
            return error;
        }

        @Override
        public Optional<PowerLevels> power() {
            return measuredPower;
        }

        @Override
        public List<String> sources() {
            return List.of("layers of a known model of time");
        }
    }

    private static Machine device(KernelTimes times) {
        var unit = new ComputeUnit(
                0, "gpu", 0, 1, -1, Map.of(Precision.FP16, 300e12), 0, 400, 80, 0, Double.NaN, 0, times);
        var tier = new Tier(0, "hbm", 0, 0, 80L << 30, 2e12, 2e12, 400e-9, 1, 32e-12, 0, 0);
        return new Machine("known", 1, List.of(unit), List.of(tier), List.of(), 0, 100);
    }

    private static Runs on(KernelTimes times) {
        return run().on(device(times)).store("cache", "hbm", "pages").serving("vllm", "graphs", Runs.word("none"));
    }

    /** Seconds of an iteration of Llama-2-7B: 32 layers of six calls, and the ends. */
    private static double iteration(double tokens, double outputs, double attended) {
        double layer = 10e-6 + tokens * 1e-6;
        double ends = layer + 2 * (10e-6 + outputs * 1e-6);
        return 32 * (6 * layer + 20e-6 + 1e-6 * attended) + ends;
    }

    @Test
    void iterations_takeTheMeasuredTimes() throws RunFailure {
        Recorded run =
                on(new Known(Double.NaN, Optional.empty())).requests(1, 100, 3).go();

        double prompt = iteration(100, 1, 100);
        double steps = iteration(1, 1, 101) + iteration(1, 1, 102);
        assertEquals(prompt, run.value("ttft(max)"), 1e-8);
        assertEquals(prompt + steps, run.value("latency(max)"), 2e-8);
        assertTrue(run.hasNote(NoteKind.METHOD, "Measured layers of a known model of time"));
    }

    @Test
    void smallBatches_arePaddedToTheSizesOfGraphs() throws RunFailure {
        Recorded run = on(new Known(Double.NaN, Optional.empty()))
                .serving("vllm")
                .requests(1, 100, 2)
                .go();

        double padded = iteration(104, 1, 100);
        assertEquals(padded, run.value("ttft(max)"), 1e-8);
    }

    @Test
    void knownError_givesEveryFigureAnInterval() throws RunFailure {
        Recorded run =
                on(new Known(0.05, Optional.empty())).requests(4, 100, 20).go();

        Measure latency = run.measures.get("latency(mean)");
        assertTrue(latency.interval().isKnown());
        assertEquals(0.95, latency.interval().low() / latency.value(), 0.002);
        assertEquals(1.05, latency.interval().high() / latency.value(), 0.002);
        Measure throughput = run.measures.get("throughput");
        assertTrue(throughput.interval().low() < throughput.value()
                && throughput.value() < throughput.interval().high());
        assertTrue(run.hasNote(NoteKind.METHOD, "measured times are off by 5.0 % in the mean"));
    }

    @Test
    void unknownError_givesNoInterval() throws RunFailure {
        Recorded run =
                on(new Known(Double.NaN, Optional.empty())).requests(4, 100, 20).go();

        assertFalse(run.measures.get("latency(mean)").interval().isKnown());
        assertTrue(run.hasNote(NoteKind.WARNING, "speak for less than 90 % of the time"));
    }

    @Test
    void otherShape_isTimedByTheDataSheet() throws RunFailure {
        Recorded run = on(new Known(0.05, Optional.empty()))
                .model(Runs.dense("Other", 32, 5120, 40, 40, 13824, 32000, 4096))
                .requests(1, 100, 3)
                .go();

        assertFalse(run.measures.get("latency(mean)").interval().isKnown());
        assertTrue(run.hasNote(NoteKind.WARNING, "of Other split over 1"));
    }

    @Test
    void measuredPower_isThatOfWorkThenReadinessThenRest() throws RunFailure {
        var levels = new PowerLevels(700, 450, 2, 380);
        // Two requests, the second so late that the device rests before it.
        Recorded run = on(new Known(Double.NaN, Optional.of(levels)))
                .requests(2, 100, 3)
                .workload(
                        "arrival",
                        Runs.call(
                                org.memwright.engine.kv.workload.ArrivalProcess.class,
                                org.memwright.runtime.vocabulary.MechanismKind.ARRIVAL,
                                "uniform",
                                "rate",
                                "0.1 /s"))
                .go();

        double makespan = run.value("makespan");
        double busy = run.value("latency(mean)") * 2;
        assertTrue(makespan > busy + 5, "makespan " + makespan);
        double expected = 380 * makespan + (700 - 380) * busy + (450 - 380) * 2;
        assertEquals(expected, run.value("energy"), 1e-6 * expected);
        assertEquals(expected / makespan, run.value("power"), 1e-6 * expected / makespan);
        assertTrue(run.series.stream().anyMatch(s -> s.kind() == SeriesKind.ENERGY));
    }
}

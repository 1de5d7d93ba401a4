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
import org.memwright.hardware.IterationTimes;
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
        assertTrue(run.hasNote(NoteKind.METHOD, "times are off by 5.0 % in the mean"));
    }

    @Test
    void unknownError_givesNoInterval() throws RunFailure {
        Recorded run =
                on(new Known(Double.NaN, Optional.empty())).requests(4, 100, 20).go();

        assertFalse(run.measures.get("latency(mean)").interval().isKnown());
        assertTrue(run.hasNote(NoteKind.WARNING, "speak for less than 75 % of the time"));
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

    /** A prompt takes 50 ms and 1 us a token, a step 30 ms and 100 us a sequence. */
    private record Phases() implements KernelTimes, IterationTimes {
        @Override
        public Optional<IterationTimes> iterations(String model, int tensor) {
            return Optional.of(this);
        }

        @Override
        public double promptSeconds(double tokens) {
            return 50e-3 + 1e-6 * tokens;
        }

        @Override
        public double tokenSeconds(double sequences) {
            return 30e-3 + 100e-6 * sequences;
        }

        @Override
        public double heldBackError(Kernel kernel) {
            return kernel == Kernel.ITERATION ? 0.1 : Double.NaN;
        }

        @Override
        public List<String> sources() {
            return List.of("iterations of a known model of time");
        }
    }

    @Test
    void measuredIterations_takeThePlaceOfAllElse() throws RunFailure {
        Recorded run = on(new Phases()).requests(2, 100, 3).go();

        // Both prompts in one iteration of 200 tokens, then two steps of two sequences.
        assertEquals(50.2e-3, run.value("ttft(max)"), 1e-8);
        assertEquals(50.2e-3 + 2 * 30.2e-3, run.value("latency(max)"), 2e-8);
        Measure latency = run.measures.get("latency(mean)");
        assertEquals(1.1, latency.interval().high() / latency.value(), 0.002);
    }

    /** Every product takes 100 us, element-wise work 1 us, attention 20 us; the host adds 50 us a layer if asked to. */
    private record Kernels(double vector, double host) implements KernelTimes {
        @Override
        public double matrixSeconds(Precision precision, double rows, double columns, double depth) {
            return 100e-6;
        }

        @Override
        public double vectorSeconds(double bytes) {
            return vector;
        }

        @Override
        public double hostSeconds(double layers, double sequences) {
            return layers * host;
        }
    }

    @Test
    void measuredProducts_areChargedWithWhatRunsBetweenThem() throws RunFailure {
        double short1 = on(new Kernels(1e-6, 0)).requests(1, 100, 3).go().value("ttft(max)");
        double long1 = on(new Kernels(3e-6, 0)).requests(1, 100, 3).go().value("ttft(max)");

        // In each of 32 layers two norms, rotary positions and an activation, and one norm at the end, each 2 us
        // longer.
        assertEquals((32 * 4 + 1) * 2e-6, long1 - short1, 1e-8);
    }

    @Test
    void measuredHost_isAddedToEachIteration() throws RunFailure {
        double without = on(new Kernels(1e-6, 0)).requests(1, 100, 3).go().value("latency(max)");
        double with = on(new Kernels(1e-6, 50e-6)).requests(1, 100, 3).go().value("latency(max)");

        // A prompt and two steps of 32 layers.
        assertEquals(3 * 32 * 50e-6, with - without, 1e-8);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.hardware.Machines.DRAM;
import static org.memwright.hardware.Machines.GPU;
import static org.memwright.hardware.Machines.HBM;
import static org.memwright.hardware.Machines.PIM;
import static org.memwright.hardware.Machines.SSD;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RooflineTest {
    private final Machine a100 = Machines.a100();
    private final Operation operation = new Operation(a100);
    private final Roofline roofline = new Roofline(a100, Efficiency.DEFAULT);

    @Test
    void time_ofAMatrixProduct_isItsArithmetic() {
        // [4096, 4096] x [4096, 4096] in fp16: 2 x 4096^3 = 137,438,953,472 operations, 3 x 32 MiB moved.
        // Computing: 137.439e9 / 312e12 = 440.51 us; at 80 % of the peak 550.64 us; launch 4 us.
        // Moving: 100,663,296 / 2.039e12 = 49.37 us, less.
        double bytes = 4096.0 * 4096 * 2;
        operation.begin(Work.MATRIX, GPU, Precision.FP16).compute(2 * Math.pow(4096, 3));
        operation.read(HBM, 2 * bytes).write(HBM, bytes);

        roofline.time(operation);

        assertEquals(554_636.8, operation.nanos(), 0.1);
        assertEquals(440_509.5, operation.idealNanos(), 0.1);
        assertEquals(554_637, operation.wholeNanos());
        assertEquals(Limit.COMPUTE, operation.limit());
        assertEquals(-1, operation.limitingTier());
    }

    @Test
    void time_ofReadingAllWeights_isTheBandwidth() {
        // Llama-2-7B in fp16 is 6,738,415,616 x 2 B; at 2.039 TB/s that is 6.6095 ms, at 78 % 8.4738 ms; launch 4 us.
        operation.begin(Work.MATRIX, GPU, Precision.FP16).compute(2 * 6_738_415_616.0);
        operation.read(HBM, 2 * 6_738_415_616.0);

        roofline.time(operation);

        assertEquals(6_609_530, operation.idealNanos(), 1);
        assertEquals(6_609_530 / 0.78 + 4000, operation.nanos(), 2);
        assertEquals(Limit.TIER, operation.limit());
        assertEquals(HBM, operation.limitingTier());
    }

    @Test
    void time_readsAndWritesAtTheirOwnBandwidth() {
        // 7 GB at 7 GB/s and 5 GB at 5 GB/s over one bus: 2 s. 4096 divides neither 7e9 nor 5e9: 1,708,985 and
        // 1,220,704
        // accesses of 4 KiB.
        operation.begin(Work.VECTOR, GPU, Precision.FP16).read(SSD, 7e9).write(SSD, 5e9);

        new Roofline(a100, Efficiency.IDEAL).time(operation);

        assertEquals(1_708_985 * 4096.0, operation.readBytes(SSD));
        assertEquals(1_220_704 * 4096.0, operation.writtenBytes(SSD));
        assertEquals(2e9, operation.nanos(), 2000);
    }

    @Test
    void read_ofSmallPieces_movesWholeAccesses() {
        // 1000 keys of 256 B from an SSD with accesses of 4 KiB: 4,096,000 B rather than 256,000.
        operation.begin(Work.ATTENTION, GPU, Precision.FP16).read(SSD, 1000, 256);

        assertEquals(4_096_000, operation.readBytes(SSD));

        operation.read(DRAM, 1000, 256);

        assertEquals(256_000, operation.readBytes(DRAM));
    }

    @Test
    void time_ofLittle_isLatencyAndLaunch() {
        // 4 KiB of the SSD take 0.6 us at 7 GB/s, but the first byte comes after 80 us; then 1 us declared by the PIM
        // unit.
        operation.begin(Work.VECTOR, PIM, Precision.FP16).read(SSD, 1);

        roofline.time(operation);

        assertEquals(81_000, operation.nanos(), 1e-6);
        assertEquals(Limit.LATENCY, operation.limit());
        assertEquals(SSD, operation.limitingTier());
    }

    @Test
    void time_ofNothing_isTheLaunch() {
        operation.begin(Work.ATTENTION, GPU, Precision.FP16);

        assertEquals(12_000, roofline.time(operation), 1e-6);
        assertEquals(Limit.LAUNCH, operation.limit());
        assertEquals(0, operation.idealNanos());
    }

    @Test
    void time_inATier_usesTheUnitsOwnBandwidth_ofAllUnits() {
        // 16 units with 1 TB/s and 1 TFLOP/s each: 16 GB in 1 ms, 32e9 operations in 2 ms.
        operation.begin(Work.VECTOR, PIM, Precision.FP16).read(HBM, 16e9);
        new Roofline(a100, Efficiency.IDEAL).time(operation);
        assertEquals(1e6, operation.idealNanos(), 1e-3);

        operation.compute(32e9);
        new Roofline(a100, Efficiency.IDEAL).time(operation);
        assertEquals(2e6, operation.idealNanos(), 1e-3);
    }

    @Test
    void begin_forgetsTheOperationBefore() {
        operation
                .begin(Work.MATRIX, GPU, Precision.FP16)
                .compute(1e12)
                .read(HBM, 1e9)
                .write(DRAM, 1e9);
        roofline.time(operation);

        operation.begin(Work.MATRIX, GPU, Precision.FP16);

        assertEquals(0, operation.operations());
        assertEquals(0, operation.tierCount());
        assertEquals(0, operation.readBytes(HBM));
        assertEquals(0, operation.writtenBytes(DRAM));
        assertEquals(0, operation.nanos());
    }

    @Test
    void time_inAFormatWithoutPeak_usesTheNextThatHoldsIt() {
        // No fp8 and no int4 peak: fp8 computes in fp16, int4 in int8.
        assertEquals(1e9 / 312e12, roofline.idealComputeNanos(GPU, Precision.FP8, 1));
        assertEquals(1e9 / 624e12, roofline.idealComputeNanos(GPU, Precision.INT4, 1));
        assertEquals(1e9 / 312e12, roofline.idealComputeNanos(GPU, Precision.BF16, 1));
    }

    @Test
    void time_inAFormatThatNothingHolds_saysWhatThereIs() {
        operation.begin(Work.MATRIX, GPU, Precision.FP64).compute(1);

        var error = assertThrows(IllegalArgumentException.class, () -> roofline.time(operation));

        assertEquals(
                "compute gpu has no peak for fp64, only for [fp16, int8]; declare one, such as: peak fp64 1 TFLOP/s",
                error.getMessage());
    }

    @Test
    void read_ofANegativeAmount_isRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> operation.read(HBM, -1));

        assertEquals("bytes is -1.0, must be 0 or more and finite", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> operation.compute(Double.NaN));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void time_obeysItsLaws(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            Machine machine = Machines.random(random);
            Machine twice = Machines.faster(machine, 2);
            var slow = new Roofline(machine, Efficiency.DEFAULT);
            var fast = new Roofline(twice, Efficiency.DEFAULT);
            var best = new Roofline(machine, Efficiency.IDEAL);
            var some = randomOperation(machine, random);

            slow.time(some);
            double nanos = some.nanos();
            double ideal = some.idealNanos();
            fast.time(some);

            assertTrue(nanos >= ideal, "never below the bound");
            assertTrue(some.nanos() <= nanos, "twice the bandwidth and peak is never slower");
            assertEquals(ideal / 2, some.idealNanos(), ideal * 1e-12);
            best.time(some);
            assertEquals(ideal, some.idealNanos(), "efficiency does not move the bound");
            assertEquals(textbookNanos(machine, some), nanos, nanos * 1e-12);
        }
    }

    private static Operation randomOperation(Machine machine, SplittableRandom random) {
        var operation = new Operation(machine);
        Work[] works = Work.values();
        operation.begin(works[random.nextInt(works.length)], 0, random.nextBoolean() ? Precision.FP8 : Precision.FP32);
        operation.compute(Math.pow(10, random.nextDouble(15)));
        int accesses = random.nextInt(6);
        for (int i = 0; i < accesses; i++) {
            int tier = random.nextInt(machine.tiers().size());
            if (random.nextBoolean()) {
                operation.read(tier, random.nextInt(1000), random.nextDouble(1e6));
            } else {
                operation.write(tier, random.nextInt(1000), random.nextDouble(1e6));
            }
        }
        return operation;
    }

    /** The formula of the documentation, tier by tier from the declarations. */
    private static double textbookNanos(Machine machine, Operation operation) {
        Efficiency.Kind kind = Efficiency.DEFAULT.of(operation.work());
        ComputeUnit unit = machine.computeUnits().getFirst();
        double peak = unit.peak(operation.precision()).orElseThrow() * unit.count();
        double longest = operation.operations() / (peak * kind.compute());
        for (Tier tier : machine.tiers()) {
            double read = operation.readBytes(tier.id());
            double written = operation.writtenBytes(tier.id());
            double moving = (read / tier.readBytesPerSecond() + written / tier.writeBytesPerSecond()) / kind.memory();
            longest = Math.max(longest, moving);
            if (read + written > 0) {
                longest = Math.max(longest, tier.latencySeconds());
            }
        }
        return (longest + kind.launchSeconds()) * 1e9;
    }
}

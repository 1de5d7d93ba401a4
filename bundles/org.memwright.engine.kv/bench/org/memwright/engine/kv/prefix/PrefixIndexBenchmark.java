/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.prefix;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/** What does a block of a prompt cost that is looked up, used and released? One operation is one block. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PrefixIndexBenchmark {
    private static final long SEED = 20_240_601;
    private static final int CHAIN = 64;
    private static final int CHAINS = 1 << 12; // a power of two, so that a mask replaces the modulo

    @Param({"1024", "65536", "1048576"})
    int capacity;

    @Param({"LEAF_FIRST", "ROOT_FIRST"})
    EvictionOrder order;

    private final int[] ids = new int[CHAINS * CHAIN];
    private PrefixIndex index;
    private int next;

    @Setup
    public void setUp() {
        // Half of each chain is one of 64 common beginnings, the rest is its own.
        var random = new SplittableRandom(SEED);
        int own = 64 * CHAIN;
        for (int chain = 0; chain < CHAINS; chain++) {
            int beginning = random.nextInt(64);
            for (int block = 0; block < CHAIN; block++) {
                ids[chain * CHAIN + block] = block < CHAIN / 2 ? beginning * CHAIN + block : own++;
            }
        }
        index = new PrefixIndex(capacity, 16, order);
    }

    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public int lookupRetainRelease() {
        int from = (next++ & (CHAINS - 1)) * CHAIN;
        int hit = index.lookup(ids, from, from + CHAIN, CHAIN * 16);
        index.release(ids, from, from + index.retain(ids, from, from + CHAIN));
        return hit;
    }
}

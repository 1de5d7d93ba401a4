/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.amount;
import static org.memwright.engine.kv.Runs.call;
import static org.memwright.engine.kv.Runs.length;
import static org.memwright.engine.kv.Runs.quantiser;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.score;
import static org.memwright.engine.kv.Runs.selector;
import static org.memwright.engine.kv.Runs.step;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memwright.engine.kv.workload.ArrivalProcess;
import org.memwright.engine.kv.workload.PrefixSharing;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;

/**
 * What holds for every design and workload. Designs, hardware and requests are drawn from a seed; a failure names it, and
 * {@code -Dmemwright.seed=N} draws that one alone. Runs are strict, so that the engine checks its own laws at every iteration.
 */
class LawsTest {
    private static final int SEEDS = 120;

    static LongStream seeds() {
        Long one = Long.getLong("memwright.seed");
        return one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one);
    }

    /** A small model: 64 KiB of weights a layer, 512 B of keys and values a token. */
    private static final TransformerShape SMALL = Runs.dense("Small", 4, 64, 4, 2, 256, 1000, 512);

    private final List<String> pressures = List.of("recompute", "swap", "none");

    /** A run drawn from a seed. */
    private Runs draw(long seed, double speed, int most) {
        var random = new SplittableRandom(seed);
        int tensor = random.nextInt(4) == 0 ? 2 : 1;
        int pipeline = random.nextInt(4) == 0 ? 2 : 1;
        TransformerShape model = random.nextInt(5) == 0 ? Runs.mixture(SMALL, 8, 2) : SMALL;
        // Room for 200 to 2200 tokens beside the weights and the workspace.
        long room = (200 + random.nextInt(2000)) * 512L;
        long fixed = (long) (model.weightBytes() + 2048 * (4 * 64 + 2 * 2 * 256) * 2.0 + 64 * 1000 * 4);
        long host = random.nextInt(3) == 0 ? 20_000 : 1 << 24;
        // From one where starting operations takes all the time to one where their bytes do.
        double base = List.of(1.0, 1e-3, 1e-5).get(random.nextInt(3));
        double launch = random.nextBoolean() ? 0 : Double.NaN;
        Runs runs = run().seed(seed)
                .model(model)
                .on(Runs.machine(tensor * pipeline, base * speed, fixed + room, host, launch))
                .split(tensor, pipeline);
        design(runs, random);
        serving(runs, random);
        workload(runs, random, most);
        return runs;
    }

    private void design(Runs runs, SplittableRandom random) {
        switch (random.nextInt(11)) {
            case 0 -> runs.store("cache", "hbm", "kv", "reserve", random.nextBoolean() ? "context" : "request");
            case 1, 2 -> runs.store("cache", "hbm", "pages", "size", (1 + random.nextInt(32)) + " tokens");
            case 3 ->
                runs.store("cache", "hbm", "pages", "share", "prefix", "size", (1 + random.nextInt(32)) + " tokens");
            case 4 -> runs.store("cache", "hbm", "virtual", "page", "2 KiB");
            case 5 ->
                runs.store("cache", "hbm", "kv")
                        .keep(
                                "cache",
                                "",
                                selector("recent", "tokens", random.nextInt(60) + " tokens"),
                                selector("top", "tokens", "10%"));
            case 6 ->
                runs.store("cache", "hbm", "pages")
                        .keep("cache", "prefill", selector("recent", "tokens", random.nextInt(60) + " tokens"));
            case 7 ->
                runs.store("cache", "hbm", "kv", "keys", quantiser("int2", "per", "channel", "group", "8"))
                        .store("young", "hbm", "kv")
                        .keepElse("young", "", "cache", selector("recent", "tokens", random.nextInt(40) + " tokens"));
            case 8 -> runs.store("cache", "dram", "pages");
            case 9 ->
                runs.store("cache", "hbm", "pages").keepElse("cache", "", "dram", selector("recent", "tokens", "30%"));
            default ->
                runs.store("keys", "hbm", "low_rank", "rank", "8", "reserve", "request")
                        .store("values", "dram", "kv", "part", "values")
                        .onDecode(
                                step(
                                        "select",
                                        "tokens",
                                        selector("top", "tokens", "20 tokens", "by", score("landmark"))),
                                step("fetch", "store", "values"),
                                step("reconstruct", "store", "keys"));
        }
        String pressure = pressures.get(random.nextInt(pressures.size()));
        boolean inHost = runs.plan().memory().stores().getFirst().tier().equals("dram");
        if (!pressure.equals("none") && !(inHost && pressure.equals("swap"))) {
            runs.onFull("preempt", "how", pressure);
        }
    }

    private static void serving(Runs runs, SplittableRandom random) {
        String prefill = List.of("chunked", "first", "mixed").get(random.nextInt(3));
        String order = random.nextBoolean() ? "fcfs" : "shortest";
        runs.serving(
                "continuous",
                "max_running",
                Integer.toString(1 + random.nextInt(64)),
                "max_batched",
                (1 + random.nextInt(300)) + " tokens",
                "prefill",
                prefill,
                "order",
                order,
                "host",
                random.nextBoolean() ? "0 s" : "100 us");
    }

    private static void workload(Runs runs, SplittableRandom random, int most) {
        int count = 1 + random.nextInt(most);
        runs.workload("requests", amount(Integer.toString(count)))
                .workload("prompt", length("uniform", "min", "1 tokens", "max", (1 + random.nextInt(300)) + " tokens"))
                .workload("output", length("uniform", "min", "1 tokens", "max", (1 + random.nextInt(60)) + " tokens"));
        if (random.nextBoolean()) {
            Value poisson = call(
                    ArrivalProcess.class, MechanismKind.ARRIVAL, "poisson", "rate", (1 + random.nextInt(2000)) + " /s");
            runs.workload("arrival", poisson);
        }
        if (random.nextBoolean()) {
            Value shared = call(
                    PrefixSharing.class,
                    MechanismKind.PREFIX,
                    "shared",
                    "tokens",
                    (1 + random.nextInt(100)) + " tokens",
                    "groups",
                    Integer.toString(1 + random.nextInt(4)));
            runs.workload("prefix", shared);
        }
    }

    /** What a run left, or nothing where none of its requests fits. */
    private static Recorded go(Runs runs, long seed) {
        try {
            return runs.go();
        } catch (RunFailure e) {
            if (e.getMessage().startsWith("no request fits")) {
                return new Recorded();
            }
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e, e);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRun_keepsItsLaws(long seed) {
        Recorded run = go(draw(seed, 1, 60), seed);
        if (run.measures.isEmpty()) {
            return;
        }
        String where = "seed " + seed;
        double nanos = run.value("makespan") * 1e9;
        double[] latency = run.distributions.get("latency");
        // Every request ends exactly once.
        assertEquals(latency.length, run.value("finished") + run.value("rejected"), where);
        // The parts of the time add up to the whole, and none is negative.
        double parts = 0;
        for (double part : run.attribution.values()) {
            assertTrue(part >= 0, where + ": " + run.attribution);
            parts += part;
        }
        assertEquals(Math.rint(nanos), parts, where + ": " + run.attribution);
        // No result below its bound.
        assertTrue(run.bound().nanos() <= nanos * (1 + 1e-9) + 1, where + ": " + run.bound());
        // No tier above its capacity, at any time.
        for (int i = 0; i < run.series.size(); i++) {
            boolean isTraffic = run.series.get(i).kind().isTotal(); // its limit is a rate
            double limit = isTraffic ? Double.NaN : run.series.get(i).limit();
            double before = -1;
            for (double[] sample : run.samples.get(i)) {
                assertTrue(Double.isNaN(limit) || sample[1] <= limit, where + ": " + run.series.get(i));
                assertTrue(sample[0] >= before, where + ": time runs back in " + run.series.get(i));
                before = sample[0];
            }
        }
        requireDefinitions(run, where);
        double hits = run.value("prefix_hit_rate");
        assertTrue(hits >= 0 && hits <= 1, where);
        assertTrue(run.value("fragmentation") >= 0 && run.value("fragmentation") <= 1, where);
        for (String resource : List.of("gpu", "hbm", "pcie")) {
            double used = run.value("utilisation(" + resource + ")");
            assertTrue(used >= 0 && used <= 1 + 1e-9, where + ": " + resource + " " + used);
        }
    }

    /** Latency is ttft and the time per token for all but the first. */
    private static void requireDefinitions(Recorded run, String where) {
        double[] ttft = run.distributions.get("ttft");
        double[] tpot = run.distributions.get("tpot");
        double[] latency = run.distributions.get("latency");
        double[] queueing = run.distributions.get("queueing");
        for (int r = 0; r < latency.length; r++) {
            if (!Double.isNaN(latency[r])) {
                assertTrue(ttft[r] > queueing[r] && queueing[r] >= 0, where + ", request " + r);
                assertTrue(latency[r] >= ttft[r], where + ", request " + r);
                assertEquals(Double.isNaN(tpot[r]), latency[r] == ttft[r], where + ", request " + r);
            }
        }
    }

    /**
     * Of requests that are all there from the start. Where they arrive over time, faster hardware may begin an iteration just
     * before a request that slower hardware would have taken into it, and end later by that (R. L. Graham's anomaly, 1969).
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fasterHardware_isNeverSlower(long seed) {
        Recorded slow = go(draw(seed, 1, 40).allAtOnce(), seed);
        Recorded fast = go(draw(seed, 2, 40).allAtOnce(), seed);
        if (slow.measures.isEmpty()) {
            return;
        }
        assertTrue(
                fast.value("makespan") <= slow.value("makespan") * (1 + 1e-9),
                "seed " + seed + ": " + fast.value("makespan") + " s on hardware twice as fast, "
                        + slow.value("makespan") + " s before");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void samePlan_givesTheSameBits(long seed) {
        assertEquals(
                go(draw(seed, 1, 40), seed).text(), go(draw(seed, 1, 40), seed).text(), "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hitRate_neverFallsWithCapacity(long seed) {
        var random = new SplittableRandom(seed);
        int size = 1 + random.nextInt(16);
        String evict = random.nextBoolean() ? "leaf" : "root";
        double before = 0;
        for (int capacity = 1; capacity <= 64; capacity *= 2) {
            Runs runs = run().seed(seed)
                    .model(SMALL)
                    .requests(60, 80, 2)
                    .workload(
                            "prefix",
                            call(
                                    PrefixSharing.class,
                                    MechanismKind.PREFIX,
                                    "shared",
                                    "tokens",
                                    (1 + new SplittableRandom(seed).nextInt(80)) + " tokens",
                                    "groups",
                                    "6"))
                    .serving("replay")
                    .store(
                            "cache",
                            "hbm",
                            "pages",
                            "share",
                            "prefix",
                            "size",
                            size + " tokens",
                            "evict",
                            evict,
                            "capacity",
                            Integer.toString(capacity));
            double rate = go(runs, seed).value("prefix_hit_rate");
            assertTrue(
                    rate >= before,
                    "seed " + seed + ": " + rate + " with " + capacity + " pages, " + before + " with half of them");
            before = rate;
        }
    }
}

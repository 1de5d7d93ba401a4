/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.design;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.quantiser;
import static org.memwright.engine.kv.Runs.run;
import static org.memwright.engine.kv.Runs.selector;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.engine.kv.Runs;
import org.memwright.engine.kv.shape.KvShape;

class KvDesignTest {
    private static final int NOT_YET = -1;

    private static KvDesign design(Runs runs) {
        return KvDesign.of(runs.plan().memory(), KvShape.of(Runs.LLAMA2_7B, 1, 1), "hbm");
    }

    private static int[] hold(KvDesign design, int tokens, int prefilled) {
        int[] held = new int[design.stores().size()];
        design.hold(tokens, prefilled, held);
        return held;
    }

    private static Runs kivi() {
        return run().store("cache", "hbm", "kv", "keys", quantiser("int2", "per", "channel", "group", "32"))
                .store("residual", "hbm", "kv")
                .keepElse("residual", "", "cache", selector("recent", "tokens", "128 tokens"));
    }

    @Test
    void hold_movesWholeGroupsToTheNextStore() {
        // The store that tokens are written to comes first. Of 200 tokens 72 are old: two groups of 32 have moved.
        KvDesign design = design(kivi());
        assertEquals("residual", design.stores().get(0).name());
        assertArrayEquals(new int[] {128, 0}, hold(design, 128, NOT_YET));
        assertArrayEquals(new int[] {159, 0}, hold(design, 159, NOT_YET));
        assertArrayEquals(new int[] {128, 32}, hold(design, 160, NOT_YET));
        assertArrayEquals(new int[] {136, 64}, hold(design, 200, NOT_YET));
    }

    @Test
    void hold_atPrefillThinsThePromptOnce() {
        // 1000 of a prompt of 5000 stay; what is generated after it stays, too.
        KvDesign design = design(run().store("cache", "hbm", "kv")
                .keep("cache", "prefill", selector("recent", "tokens", "1000 tokens")));
        assertArrayEquals(new int[] {4999}, hold(design, 4999, NOT_YET));
        assertArrayEquals(new int[] {1000}, hold(design, 5000, 5000));
        assertArrayEquals(new int[] {1100}, hold(design, 5100, 5000));
    }

    @Test
    void bytesPerToken_countsEveryStore() {
        // Of 4096 tokens 124 groups of 32, 3968, are packed: keys in 3 bits, values as computed.
        double numbers = 32 * 4096.0;
        double packed = numbers * (3 / 8.0 + 2);
        double full = numbers * 4;
        assertEquals((3968 * packed + 128 * full) / 4096, design(kivi()).bytesPerToken(4096), 1e-9);
    }

    @Test
    void losses_nameWhatMayChangeAnswers() {
        assertEquals(
                java.util.List.of(),
                design(run().store("cache", "hbm", "pages")).losses());
        assertEquals(java.util.List.of("store cache quantises"), design(kivi()).losses());
        assertEquals(
                java.util.List.of("store cache drops tokens"),
                design(run().store("cache", "hbm", "kv").keep("cache", "", selector("first", "tokens", "4 tokens")))
                        .losses());
    }

    private static void refuses(String message, Runs runs) {
        String said =
                assertThrows(IllegalArgumentException.class, () -> design(runs)).getMessage();
        assertTrue(said.contains(message), said);
    }

    @Test
    void of_refusesWhatDoesNotGoTogether() {
        refuses("memory design has no store; write one, such as: store cache : kv() in hbm", run());
        refuses(
                "stores 'a' and 'b' both take new keys; let one of them get its tokens from the other",
                run().store("a", "hbm", "kv").store("b", "hbm", "kv"));
        refuses(
                "no store takes new values; add one, such as: store values : kv(part: values) in hbm",
                run().store("a", "hbm", "kv", "part", "keys"));
        refuses(
                "has two keep rules for one moment",
                run().store("a", "hbm", "kv")
                        .keep("a", "", selector("first", "tokens", "4 tokens"))
                        .keep("a", "", selector("recent", "tokens", "4 tokens")));
        refuses(
                "keep a at finish: a keep rule applies always, or at prefill",
                run().store("a", "hbm", "kv").keep("a", "finish", selector("first", "tokens", "4 tokens")));
        refuses(
                "stores move their tokens round in a circle",
                run().store("new", "hbm", "kv")
                        .store("a", "hbm", "kv")
                        .store("b", "hbm", "kv")
                        .keepElse("new", "", "a", selector("recent", "tokens", "4 tokens"))
                        .keepElse("a", "", "b", selector("recent", "tokens", "4 tokens"))
                        .keepElse("b", "", "a", selector("recent", "tokens", "4 tokens")));
        refuses(
                "has no store 'x'",
                run().store("a", "hbm", "kv").keep("x", "", selector("first", "tokens", "4 tokens")));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void hold_losesNoTokenThatIsOnlyMoved(long seed) {
        var random = new SplittableRandom(Long.getLong("memwright.seed", seed));
        for (int round = 0; round < 50; round++) {
            int window = 1 + random.nextInt(300);
            int second = 1 + random.nextInt(300);
            int group = 1 + random.nextInt(64);
            KvDesign design = design(run().store("a", "hbm", "kv")
                    .store(
                            "b",
                            "hbm",
                            "kv",
                            "keys",
                            quantiser("int4", "per", "channel", "group", Integer.toString(group)))
                    .keepElse("a", "", "b", selector("recent", "tokens", window + " tokens"))
                    .keepElse("b", "", "dram", selector("recent", "tokens", second + " tokens")));
            int before = 0;
            for (int tokens = 0; tokens < 700; tokens++) {
                int[] held = hold(design, tokens, NOT_YET);
                int sum = 0;
                for (int one : held) {
                    assertTrue(one >= 0, "a store holds " + one);
                    sum += one;
                }
                assertEquals(tokens, sum, "window " + window + ", group " + group);
                assertTrue(held[0] <= window + group - 1, "the first store holds " + held[0]);
                assertTrue(held[2] >= before, "tokens come back from the last store");
                before = held[2];
            }
        }
    }
}

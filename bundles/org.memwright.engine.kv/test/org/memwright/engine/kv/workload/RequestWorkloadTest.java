/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.workload.Plans.call;
import static org.memwright.engine.kv.workload.Plans.word;
import static org.memwright.engine.kv.workload.Plans.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.WorkloadPlan;

class RequestWorkloadTest {
    private static final MechanismCall POISSON = call("poisson", "rate", "4 /s");
    private static final MechanismCall LOGNORMAL = call("lognormal", "mean", "1024 tokens", "cv", 1.2);
    private static final MechanismCall UNIFORM = call("uniform", "min", "16 tokens", "max", "512 tokens");
    private static final MechanismCall SHARED = call("shared", "tokens", "512 tokens", "groups", 10, "zipf", 1.1);

    private static WorkloadPlan drawn(Object... more) {
        Object[] base = {"requests", 1000, "arrival", POISSON, "prompt", LOGNORMAL, "output", UNIFORM};
        Object[] all = Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return workload(all);
    }

    private static String message(WorkloadPlan plan) {
        return assertThrows(RunFailure.class, () -> RequestWorkload.of(plan, 1)).getMessage();
    }

    @Test
    void requests_areDrawnAgainFromTheSameSeed() throws RunFailure {
        Requests once = RequestWorkload.of(drawn(), 42);
        Requests again = RequestWorkload.of(drawn(), 42);
        Requests other = RequestWorkload.of(drawn(), 43);

        assertArrayEquals(once.arrivalNanos(), again.arrivalNanos());
        assertArrayEquals(once.promptTokens(), again.promptTokens());
        assertArrayEquals(once.outputTokens(), again.outputTokens());
        assertFalse(Arrays.equals(once.promptTokens(), other.promptTokens()));
        assertEquals("1000 requests drawn with seed 42", once.description());
        assertEquals(List.of(), once.defaults());
        assertFalse(once.hasContent());
        assertEquals(0, once.blocks(16).idLimit());
    }

    @Test
    void requests_ofOnePropertyDoNotMoveThoseOfAnother() throws RunFailure {
        Requests base = RequestWorkload.of(drawn("prefix", SHARED), 42);
        Requests faster = RequestWorkload.of(
                workload(
                        "requests",
                        1000,
                        "arrival",
                        call("gamma", "rate", "9 /s", "cv", 3),
                        "prompt",
                        LOGNORMAL,
                        "output",
                        UNIFORM,
                        "prefix",
                        SHARED),
                42);
        Requests shorter = RequestWorkload.of(
                workload(
                        "requests",
                        1000,
                        "arrival",
                        POISSON,
                        "prompt",
                        call("exponential", "mean", "300 tokens"),
                        "output",
                        UNIFORM,
                        "prefix",
                        SHARED),
                42);

        assertArrayEquals(base.promptTokens(), faster.promptTokens());
        assertArrayEquals(base.outputTokens(), faster.outputTokens());
        assertArrayEquals(groups(base), groups(faster));
        assertArrayEquals(base.arrivalNanos(), shorter.arrivalNanos());
        assertArrayEquals(base.outputTokens(), shorter.outputTokens());
        assertArrayEquals(groups(base), groups(shorter));
    }

    private static int[] groups(Requests requests) {
        BlockChains chains = requests.blocks(512);
        int[] groups = new int[requests.count()];
        Arrays.setAll(groups, r -> chains.ids()[chains.from(r)]);
        return groups;
    }

    @Test
    void requests_fewerAreTheFirstOfMore() throws RunFailure {
        Requests all = RequestWorkload.of(drawn("prefix", SHARED), 7);
        Requests some = RequestWorkload.of(drawn("prefix", SHARED, "limit", 10), 7);

        assertEquals(10, some.count());
        assertArrayEquals(Arrays.copyOf(all.arrivalNanos(), 10), some.arrivalNanos());
        assertArrayEquals(Arrays.copyOf(all.promptTokens(), 10), some.promptTokens());
        assertArrayEquals(Arrays.copyOf(groups(all), 10), groups(some));
    }

    @Test
    void requests_sharedPrefixLiesInsideThePrompt() throws RunFailure {
        Requests plain = RequestWorkload.of(drawn(), 42);
        Requests shared = RequestWorkload.of(drawn("prefix", SHARED), 42);

        for (int r = 0; r < plain.count(); r++) {
            assertEquals(Math.max(512, plain.promptTokens(r)), shared.promptTokens(r));
        }
        for (int size : new int[] {1, 16, 100, 512, 513}) {
            BlockChains chains = shared.blocks(size);
            int[] first = new int[10];
            Arrays.fill(first, -1);
            int[] groups = groups(shared);
            for (int r = 0; r < shared.count(); r++) {
                assertEquals(shared.promptTokens(r) / size, chains.fullTo(r) - chains.from(r));
                assertEquals((shared.promptTokens(r) + shared.outputTokens(r)) / size, chains.to(r) - chains.from(r));
                int peer = first[groups[r]];
                if (peer < 0) {
                    first[groups[r]] = r;
                } else {
                    assertEquals(512 / size, RecordedBlocksTest.common(chain(chains, peer), chain(chains, r)));
                }
            }
        }
    }

    private static int[] chain(BlockChains chains, int request) {
        return Arrays.copyOfRange(chains.ids(), chains.from(request), chains.to(request));
    }

    @Test
    void requests_withoutArrivalAreThereAtOnceAndSaySo() throws RunFailure {
        Requests requests = RequestWorkload.of(
                workload("requests", 2, "prompt", "100 tokens", "output", call("constant", "tokens", "7 tokens")), 1);

        assertArrayEquals(new long[] {0, 0}, requests.arrivalNanos());
        assertArrayEquals(new int[] {100, 100}, requests.promptTokens());
        assertArrayEquals(new int[] {7, 7}, requests.outputTokens());
        assertEquals(List.of("arrival = at_once()"), requests.defaults());
    }

    @Test
    void requests_thatAreReadMayArriveAnew(@TempDir Path folder) throws IOException, RunFailure {
        Path file = Files.writeString(folder.resolve("t.csv"), "p,o\n5,1\n6,2\n7,3\n");
        MechanismCall csv = call("csv", "file", file.toString(), "prompt", "p", "output", "o", "unit", "s");

        Requests requests = RequestWorkload.of(
                workload("requests", csv, "arrival", call("uniform", "rate", "2 /s"), "limit", 2), 1);

        assertArrayEquals(new long[] {0, 500_000_000}, requests.arrivalNanos());
        assertArrayEquals(new int[] {5, 6}, requests.promptTokens());
        assertEquals(
                "/designs/w.memw:3:5: csv: names no column of arrivals and the workload draws none; add arrival: and the"
                        + " name of the column, or a line such as arrival poisson(4 /s).",
                message(workload("requests", csv)));
    }

    @Test
    void requests_skipBadRowsAndCountThem(@TempDir Path folder) throws IOException, RunFailure {
        Path file = Files.writeString(folder.resolve("t.csv"), "a,p,o\n0,5,1\n1,x,2\n2,7,0\n3,8,3\n");
        MechanismCall csv = call("csv", "file", file, "arrival", "a", "prompt", "p", "output", "o", "unit", "ms");

        Requests requests = RequestWorkload.of(workload("requests", csv, "skip", word("bad")), 1);

        assertArrayEquals(new int[] {5, 8}, requests.promptTokens());
        assertEquals(2, requests.skippedRows());
        assertEquals(
                List.of(
                        "2 bad rows of t.csv were skipped; the first: t.csv:3:3: prompt 'p' is 'x', must be a whole number"
                                + " of tokens from 1 to 1000000000."),
                requests.notes());
    }

    @Test
    void requests_failWithWhatIsWrongAndWhatIsAllowed() {
        assertEquals(
                "/designs/w.memw:3:5: workload W: has no requests; write how many, as requests 1000, or where from, as"
                        + " requests from csv(...)",
                message(workload("limit", 5)));
        assertEquals(
                "/designs/w.memw:3:5: workload W has no property 'promt'; a workload of requests has requests, arrival,"
                        + " prompt, output, prefix, limit, skip, seed",
                message(workload("requests", 5, "promt", LOGNORMAL)));
        assertEquals(
                "/designs/w.memw:3:5: workload W requests is 2.5, must be a whole number from 1 to 100000000",
                message(workload("requests", 2.5)));
        assertEquals(
                "/designs/w.memw:3:5: workload W limit is 0, must be a whole number from 1 to 2147483647",
                message(drawn("limit", 0)));
        assertEquals(
                "/designs/w.memw:3:5: workload W requests is 5 s, must be a whole number from 1 to 100000000",
                message(workload("requests", "5 s")));
        assertEquals(
                "/designs/w.memw:3:5: workload W: draws its requests but has no output; say how many tokens, as output"
                        + " lognormal(mean: 1024 tokens, cv: 1.2)",
                message(workload("requests", 5, "prompt", "3 tokens")));
        assertEquals(
                "/designs/w.memw:3:5: workload W skips bad rows, but draws its requests, so that there are no rows; leave"
                        + " out skip",
                message(drawn("skip", word("bad"))));
        assertEquals(
                "/designs/w.memw:3:5: workload W skip is all, must be bad: it leaves out rows that cannot be read and"
                        + " counts them",
                message(drawn("skip", word("all"))));
        assertEquals(
                "/designs/w.memw:3:5: workload W draws its output, but requests from csv bring their own; leave out output,"
                        + " or draw the requests with requests 1000",
                message(workload("requests", call("csv"), "output", UNIFORM)));
        assertEquals(
                "/designs/w.memw:3:5: workload W names arrival process 'posson', which is not there; there are at_once,"
                        + " gamma, poisson, uniform",
                message(workload("requests", 5, "arrival", call("posson"))));
        assertEquals(
                "/designs/w.memw:3:5: workload W arrival is 4 /s, must be a call such as poisson(4 /s)",
                message(workload("requests", 5, "arrival", "4 /s")));
        assertEquals(
                "/designs/w.memw:3:5: uniform: max is 3 tokens, must be at least min, which is 9 tokens; exchange the two",
                message(workload(
                        "requests",
                        5,
                        "prompt",
                        call("uniform", "min", "9 tokens", "max", "3 tokens"),
                        "output",
                        UNIFORM)));
        assertTrue(message(workload(
                        "requests",
                        100_000,
                        "arrival",
                        call("uniform", "rate", "0.00001 /s"),
                        "prompt",
                        1,
                        "output",
                        1))
                .endsWith(
                        "workload W arrival: request 31538 of 100000 arrives more than 100 years after the start, which a"
                                + " run cannot hold in nanoseconds; choose a higher rate"));
    }
}

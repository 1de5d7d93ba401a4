/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.engine.kv.Runs.amount;
import static org.memwright.engine.kv.Runs.call;
import static org.memwright.engine.kv.Runs.length;
import static org.memwright.engine.kv.Runs.run;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.workload.ArrivalProcess;
import org.memwright.runtime.Measure;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.runtime.vocabulary.MechanismKind;

class KvEngineTest {
    /** A workload that keeps an A100 busy for a while. */
    private static Runs busy() {
        return run().workload("requests", amount("150"))
                .workload("arrival", call(ArrivalProcess.class, MechanismKind.ARRIVAL, "poisson", "rate", "20 /s"))
                .workload("prompt", length("lognormal", "mean", "1024 tokens", "cv", "1.2"))
                .workload("output", length("lognormal", "mean", "220 tokens", "cv", "0.8"))
                .seed(42);
    }

    @Test
    void step_takesTheTimeOfItsOperations() throws RunFailure {
        // One step of Llama-2-7B for one sequence of 101 tokens on a machine without launch times, by the documented
        // efficiencies: every product reads its weights at 0.78 of 2.039 TB/s, attention its keys and values at 0.72;
        // each
        // operation takes at least the 400 ns until the first byte.
        double matrix = 0.78 * 2.039e12;
        double attention = 0.72 * 2.039e12;
        double h = 4096;
        double f = 11008;
        double project = (2 * h * 3 * h + 2 * (h + 3 * h)) / matrix;
        double output = (2 * h * h + 2 * 2 * h) / matrix;
        double expand = (2 * 2 * h * f + 2 * (h + 2 * f)) / matrix;
        double contract = (2 * h * f + 2 * (f + h)) / matrix;
        // 7 pages of 16 tokens: an entry of 4 bytes for each; keys and values of 101 tokens, the query and the result.
        double attend = (101 * 16384 + 7 * 4 + 2 * 2 * h) / attention;
        double norms = 2 * 400e-9;
        double write = 400e-9;
        double layer = project + output + expand + contract + attend + norms + write;
        double embed = 400e-9;
        double head = (2 * h * 32000 + 2 * (h + 32000)) / matrix;
        double sample = 400e-9;
        double seconds = 32 * layer + embed + head + sample;

        Recorded two = run().on(Runs.machine(1, 1, 80L << 30, 512L << 30, 0))
                .requests(1, 100, 2)
                .store("cache", "hbm", "pages")
                .serving("continuous", "host", "0 s")
                .go();

        assertEquals(seconds, two.value("tpot"), 2e-9);
        assertEquals(two.value("latency"), two.value("ttft") + two.value("tpot"), 1e-12);
    }

    @Test
    void accounting_isExact() throws RunFailure {
        Recorded one = run().requests(1, 100, 1).store("cache", "hbm", "pages").go();

        assertEquals(524288, one.value("kv_bytes_per_token"));
        // Weights, workspace and 7 pages of 16 tokens.
        double workspace = 2048 * (4 * 4096 + 2 * 11008) * 2.0 + 256 * 32000 * 4.0;
        assertEquals(6_738_415_616.0 * 2 + workspace + 7 * 16 * 524288.0, one.value("peak(hbm)"));
        // Attention over 100 tokens: 5050 pairs, 4 x 4096 operations in each of 32 layers.
        assertEquals(
                5050 * 4 * 4096.0 * 32,
                one.operations.get("attention (prefill)").operations(),
                1);
        // Projections: 2 x 100 x 4096 x (3 x 4096).
        assertEquals(
                32 * 2.0 * 100 * 4096 * 3 * 4096,
                one.operations.get("query, key and value projection").operations(),
                1);
    }

    @Test
    void occupancy_ofTheSamplesIsThatOfTheMeasure() throws RunFailure {
        Recorded run =
                run().requests(20, 300, 40).store("cache", "hbm", "pages").go();

        List<double[]> held = run.samples.getFirst();
        assertEquals("hbm", run.series.getFirst().of());
        double integral = 0;
        for (int i = 1; i < held.size(); i++) {
            integral += held.get(i - 1)[1] * (held.get(i)[0] - held.get(i - 1)[0]);
        }
        double end = held.getLast()[0];
        // What the engine sums up itself, over the same time.
        assertEquals(run.value("occupancy(hbm)"), integral / end, 1e-9 * integral / end);
    }

    @Test
    void experts_areTouchedAsOftenAsExpected() throws RunFailure {
        // 8 experts, 2 of them for each of 10 tokens: 8 x (1 - 0.75^10) = 7.55 are read.
        Recorded moe = run().model(Runs.mixture(Runs.LLAMA2_7B, 8, 2))
                .on(Runs.a100s(4))
                .split(2, 1)
                .requests(1, 10, 1)
                .store("cache", "hbm", "pages")
                .go();

        double touched = 8 * (1 - Math.pow(0.75, 10));
        double weights = touched * 4096.0 * 11008 / 2 * 2;
        double activations = 10 * 2 * (11008 / 2.0 + 4096) * 2;
        // On two devices, in 32 layers.
        assertEquals(
                2 * 32 * (weights + activations),
                moe.operations.get("feed-forward (down)").bytes(),
                1e3);
    }

    @Test
    void tensorSplit_dividesWorkAndPaysForCollectives() throws RunFailure {
        Recorded one = run().requests(4, 500, 20).store("cache", "hbm", "pages").go();
        Recorded two = run().on(Runs.a100s(2))
                .split(2, 1)
                .requests(4, 500, 20)
                .store("cache", "hbm", "pages")
                .go();

        assertTrue(two.value("makespan") < one.value("makespan"));
        assertTrue(two.value("makespan") > one.value("makespan") / 2);
        // Two all-reduces of 4096 fp16 numbers a token and layer: each of 2 devices sends as much as it has.
        // 4 x 500 tokens of prompts and 4 x 19 steps; logits of 4 x 20 tokens are gathered in 32 bits.
        double tokens = 4 * 500 + 4 * 19;
        assertEquals(tokens * 2 * 32 * 4096 * 2 * 2 + 4 * 20 * 32000 * 4.0, two.value("traffic(nvlink)"), 1e3);
        assertTrue(two.attribution.get("collectives") > 0);
        double ratio = two.value("peak(hbm)") / one.value("peak(hbm)");
        assertTrue(ratio > 0.45 && ratio < 0.55, "peak of a device " + ratio);
    }

    @Test
    void pipelineSplit_overlapsMicroBatchesAndShowsBubbles() throws RunFailure {
        Recorded one = run().requests(8, 500, 20).store("cache", "hbm", "pages").go();
        Recorded two = run().on(Runs.a100s(2))
                .split(1, 2)
                .requests(8, 500, 20)
                .store("cache", "hbm", "pages")
                .go();
        Recorded alone = run().on(Runs.a100s(2))
                .split(1, 2)
                .requests(1, 500, 20)
                .store("cache", "hbm", "pages")
                .go();

        assertTrue(two.attribution.get("pipeline bubbles and transfers") > 0);
        // One sequence goes from stage to stage: one of the two always waits.
        double share = alone.attribution.get("pipeline bubbles and transfers") / (alone.value("makespan") * 1e9);
        assertTrue(share > 0.4 && share < 0.6, "bubbles " + share);
        assertTrue(two.value("peak(hbm)") < one.value("peak(hbm)"));
        assertEquals(one.value("kv_bytes_per_token"), two.value("kv_bytes_per_token"));
    }

    @Test
    void slo_countsWhoMeetsAllObjectives() throws RunFailure {
        Recorded all = busy().store("cache", "hbm", "kv").slo("latency", "1 d").go();
        Recorded some = busy().store("cache", "hbm", "kv")
                .slo("ttft", "1 s")
                .slo("tpot", "40 ms")
                .go();
        Recorded none = busy().store("cache", "hbm", "kv").slo("tpot", "1 us").go();

        assertEquals(1, all.value("attainment"));
        assertEquals(all.value("throughput(requests)"), all.value("goodput"));
        double[] ttft = some.distributions.get("ttft");
        double[] tpot = some.distributions.get("tpot");
        int meeting = 0;
        for (int r = 0; r < ttft.length; r++) {
            meeting += ttft[r] <= 1 && !(tpot[r] > 0.04) ? 1 : 0;
        }
        assertTrue(meeting > 0 && meeting < ttft.length, "meeting " + meeting);
        assertEquals(meeting / (double) ttft.length, some.value("attainment"), 1e-12);
        assertEquals(meeting / some.value("makespan"), some.value("goodput"), 1e-12);
        assertTrue(none.value("attainment") < 0.1);
    }

    @Test
    void seeds_makeTheWorkload() throws RunFailure {
        String first = busy().store("cache", "hbm", "pages").go().text();
        assertEquals(first, busy().store("cache", "hbm", "pages").go().text());
        assertNotEquals(
                first, busy().seed(43).store("cache", "hbm", "pages").go().text());
    }

    @Test
    void oversizeRequests_areRejectedAndNamed() throws RunFailure {
        // 20 pages of 16 tokens: requests of more than 320 tokens fit nowhere.
        Recorded run = run().workload("requests", amount("50"))
                .workload("prompt", length("uniform", "min", "10 tokens", "max", "600 tokens"))
                .workload("output", amount("10 tokens"))
                .store("cache", "hbm", "pages", "capacity", "20")
                .go();

        double rejected = run.value("rejected");
        assertTrue(rejected > 0 && rejected < 50, "rejected " + rejected);
        assertEquals(50, run.value("finished") + rejected);
        assertTrue(
                run.hasNote(NoteKind.WARNING, (int) rejected + " of 50 requests were rejected: request "),
                run.notes.toString());
    }

    @Test
    void run_failsWhereNoRequestFits() {
        String message = assertThrows(
                        RunFailure.class,
                        run().on(Runs.machine(1, 1, 13_900_000_000L, 1L << 30))
                                .requests(3, 1000, 10)
                                .store("cache", "hbm", "pages")::go)
                .getMessage();

        assertTrue(
                message.startsWith(
                        "no request fits: request 0 of 3 (1000 tokens of prompt, 10 generated) needs 512 MiB of"
                                + " hbm, but "),
                message);
    }

    @Test
    void run_failsWhereWeightsDoNotFit() {
        String message = assertThrows(
                        RunFailure.class,
                        run().model(Runs.LLAMA2_70B).requests(1, 1, 1).store("cache", "hbm", "kv")::go)
                .getMessage();

        assertTrue(message.startsWith("the weights of Llama2_70B take 128.5 GiB and activations "), message);
        assertTrue(message.contains("but hbm of A100x1 holds 80 GiB; split tensor or pipeline"), message);
    }

    @Test
    void run_failsWhereDevicesAreTooFew() {
        String message = assertThrows(
                        RunFailure.class, run().split(4, 1).requests(1, 1, 1).store("cache", "hbm", "kv")::go)
                .getMessage();

        assertEquals(
                "split tensor 4 pipeline 1 needs 4 devices, but A100x1 has 1; split over fewer, or run on a hardware"
                        + " that uses more nodes",
                message);
    }

    @Test
    void run_failsOnWhatItCannotMeasure() {
        String unknown = assertThrows(
                        RunFailure.class,
                        run().requests(1, 1, 1).store("cache", "hbm", "kv").measure("recall", "")::go)
                .getMessage();
        assertTrue(unknown.startsWith("kv produces no metric 'recall'; it produces throughput, goodput"), unknown);
        String argument = assertThrows(
                        RunFailure.class,
                        run().requests(1, 1, 1).store("cache", "hbm", "kv").measure("peak", "vram")::go)
                .getMessage();
        assertEquals("metric peak(vram) takes the name of a tier, not 'vram'", argument);
        String tier = assertThrows(RunFailure.class, run().requests(1, 1, 1).store("cache", "vram", "kv")::go)
                .getMessage();
        assertEquals("A100x1 has no tier 'vram'; it has [sram, hbm, dram]", tier);
    }

    @Test
    void run_failsWhereItWouldNeverEnd() {
        String message = assertThrows(
                        RunFailure.class,
                        run().on(Runs.machine(1, 1e-12, 80L << 30, 1L << 30))
                                .requests(1, 10, 10)
                                .store("cache", "hbm", "pages")::go)
                .getMessage();

        assertTrue(
                message.startsWith("the run comes to more than 100 years: an iteration of 10 tokens takes "), message);
    }

    @Test
    void goodput_withoutObjectivesSaysSo() throws RunFailure {
        Recorded run = run().requests(1, 10, 10)
                .store("cache", "hbm", "pages")
                .measure("goodput", "")
                .go();

        assertTrue(run.hasNote(NoteKind.DEFAULT, "slo = none"));
        assertEquals(run.value("throughput(requests)"), run.value("goodput"));
    }

    @Test
    void cancel_keepsWhatIsDone() throws RunFailure {
        var recorded = new Recorded().stopAfter(300);
        new KvEngine().run(busy().store("cache", "hbm", "pages").plan(), recorded);

        assertTrue(recorded.value("finished") < 150);
        assertTrue(recorded.value("iterations") <= 300);
        assertTrue(recorded.value("throughput") > 0);
        assertTrue(recorded.hasNote(NoteKind.WARNING, "requests had ended; figures are of these"));
    }

    @Test
    void everyMeasure_explainsItself() throws RunFailure {
        Recorded run = busy().store("cache", "hbm", "pages", "share", "prefix")
                .measure("ttft", "p95")
                .go();

        assertTrue(run.measures.containsKey("ttft(p95)"));
        for (Measure measure : run.measures.values()) {
            assertFalse(
                    measure.explanation().formula().isEmpty(), measure.metric().label());
            // Nothing is known of what prompts have in common, so that no block was asked for.
            boolean nothing = measure.metric().label().equals("prefix_hit_rate(blocks)");
            assertEquals(
                    nothing, Double.isNaN(measure.value()), measure.metric().label());
        }
        for (String label : new String[] {"throughput", "ttft(p99)", "tpot", "makespan", "latency"}) {
            assertFalse(run.measures.get(label).explanation().boundBy().isEmpty(), label);
        }
        for (String label : new String[] {"throughput", "throughput(requests)"}) {
            assertTrue(run.measures.get(label).bound() >= run.value(label), label);
        }
        for (String label : new String[] {"ttft(min)", "tpot(min)", "tbt(min)", "makespan", "latency"}) {
            assertTrue(run.measures.get(label).bound() <= run.value(label), label);
        }
    }

    @Test
    void series_showTiersStoresLinksAndQueues() throws RunFailure {
        Recorded run = busy().store("cache", "hbm", "pages").go();

        for (SeriesKind kind : EnumSet.complementOf(EnumSet.of(SeriesKind.STEP_STATUS))) {
            assertTrue(run.series.stream().anyMatch(s -> s.kind() == kind), kind.name());
        }
        for (int i = 0; i < run.series.size(); i++) {
            assertTrue(run.samples.get(i).size() <= 2001, run.series.get(i).of());
        }
        int hbm = 0;
        while (run.series.get(hbm).kind() != SeriesKind.TIER_OCCUPANCY) {
            hbm++;
        }
        double peak = run.samples.get(hbm).stream().mapToDouble(s -> s[1]).max().orElseThrow();
        assertEquals(run.value("peak(hbm)"), peak);
        assertTrue(run.spans.stream().anyMatch(s -> s.startsWith("request 0 prefill")), "spans");
    }

    @Test
    void notes_nameDefaultsMethodAndGaps() throws RunFailure {
        Recorded plain = busy().store("cache", "hbm", "pages").go();
        assertTrue(plain.hasNote(NoteKind.DEFAULT, "serving = continuous(max_running: 256, max_batched: 2048 tokens"));
        assertTrue(plain.hasNote(NoteKind.DEFAULT, "on full = preempt(recompute)"));
        assertTrue(plain.hasNote(NoteKind.METHOD, "computed by the hardware model"));
        assertTrue(plain.hasNote(NoteKind.WARNING, "are longer than the context of Llama2_7B, 4096 tokens"));
        assertFalse(plain.notes.stream().anyMatch(n -> n.kind() == NoteKind.GAP));

        Recorded window = busy().store("cache", "hbm", "kv")
                .keep("cache", "", Runs.selector("recent", "tokens", "512 tokens"))
                .go();
        assertTrue(window.hasNote(NoteKind.GAP, "what it does to answers is not"));
    }

    @Test
    void designs_rankAsThePapersSay() throws RunFailure {
        double full = busy().store("cache", "hbm", "kv").go().value("throughput");
        double paged = busy().store("cache", "hbm", "pages").go().value("throughput");
        double hitters = busy().store("cache", "hbm", "kv")
                .keep("cache", "", Runs.selector("recent", "tokens", "10%"), Runs.selector("top", "tokens", "10%"))
                .go()
                .value("throughput");

        assertTrue(paged > full, paged + " > " + full);
        assertTrue(hitters > paged, hitters + " > " + paged);
    }
}

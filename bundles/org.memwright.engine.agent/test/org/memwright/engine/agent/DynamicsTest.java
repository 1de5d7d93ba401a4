/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.engine.agent.item.Piece;
import org.memwright.engine.agent.store.ItemStore;
import org.memwright.runtime.RunFailure;

/** What happens to memories after they were written, over workloads whose size is known. */
final class DynamicsTest {
    @TempDir
    Path folder;

    private Runs.Result run(String source, String memory) throws RunFailure {
        return Runs.run(
                        folder,
                        memory + "\nworkload Made { dialogue from " + source + "  seed 3 }\n"
                                + "experiment Try { workload Made compare M measure recall(1), recall(10), operations(insert) }\n")
                .get("M");
    }

    /** 2 persons x 4 facts, told 3 times: 8 stay, 16 were replaced, and the archive has these. */
    @Test
    void revise_keepsTheLatestOfEachFact() throws Exception {
        String memory = """
                memory M for agent {
                  store facts   : text()
                  store history : log()
                  on write(turn)   : facts.revise(turn, alike: 60%%s)
                  on recall(query) : facts.lexical(query, k: 3)
                }""";
        Runs.Result dropped = run("facts(persons: 2, updates: 2, distractors: 0)", memory.replace("%%s", "%"));
        assertEquals(24, dropped.measure("operations(insert)"));
        assertEquals(16, dropped.measure("operations(update)"));
        assertEquals(8, dropped.measure("stored(items)"));
        assertEquals(0, dropped.measure("staleness"));
        assertEquals(1, dropped.measure("recall(1)"));
        Runs.Result archived =
                run("facts(persons: 2, updates: 2, distractors: 0)", memory.replace("%%s", "%, archive: history"));
        assertEquals(16, archived.measure("operations(move)"));
        assertEquals(8 + 16, archived.measure("stored(items)"));
    }

    /** 8 facts and 40 turns of small talk of at most 8 kinds: each kind is kept once, with all of its origins. */
    @Test
    void merge_keepsWhatSaysTheSameOnce() throws Exception {
        Runs.Result result = run("facts(persons: 2, updates: 0, distractors: 5)", """
                memory M for agent {
                  store facts : text()
                  on write(turn)   : facts.merge(turn, alike: 95%)
                  on recall(query) : facts.lexical(query, k: 3)
                }""");
        assertEquals(48, result.measure("writes"));
        assertEquals(48, result.measure("operations(insert)") + result.measure("operations(merge)"));
        assertTrue(result.measure("stored(items)") <= 8 + 8);
        assertEquals(result.measure("operations(insert)"), result.measure("stored(items)"));
        assertEquals(1, result.measure("recall(10)"));
    }

    /** 5 persons x 4 facts are 20 turns, one session: one item above them, 20 of them under it. */
    @Test
    void tree_growsAndIsClimbedDown() throws Exception {
        Runs.Result result = run("facts(persons: 5, updates: 0, distractors: 0)", """
                memory M for agent {
                  store diary : tree(embed: none)
                  on write(turn)   : diary.add(turn)
                  on session_end   : diary.raise(summarise(diary.session, sentences: 2), over: diary.session)
                  on recall(query) : diary.recent(k: 1) |> descend()
                }""");
        assertEquals(21, result.measure("stored(items)"));
        assertEquals(20, result.measure("operations(link)"));
        // all leaves in the order of writing: the fact of question i is at place i
        assertEquals(10.0 / 20, result.measure("recall(10)"));
        assertEquals(1.0 / 20, result.measure("recall(1)"));
    }

    /** A day is a session of 20 turns here: 40 turns, one sentence of each of two days. */
    @Test
    void day_givesTheTurnsOfOneDay() throws Exception {
        Runs.Result result = run("facts(persons: 10, updates: 0, distractors: 0)", """
                memory M for agent {
                  store turns : text()
                  store days  : text()
                  on write(turn)   : turns.add(turn)
                  on day_end       : summarise(turns.day, sentences: 1) |> days.add()
                  on recall(query) : days.recent(k: 5)
                }""");
        assertEquals(40 + 2, result.measure("stored(items)"));
    }

    /** Of two turns that name one person, the first is found by what only the second says once this has rewritten it. */
    @Test
    void evolve_letsAnOlderNoteBeFoundByANewerOne() throws Exception {
        String memory = """
                memory M for agent {
                  store notes : notes(embed: hash)
                  on write(turn)   : notes.add(annotate(turn, tags: 2)) |> notes.link(nearest(k: 3, threshold: 20%, common: 1))%s
                  on recall(query) : notes.lexical(query, k: 2)
                }""";
        Runs.Result still = run("chains(chains: 1, distractors: 0)", memory.replace("%s", ""));
        Runs.Result evolved =
                run("chains(chains: 1, distractors: 0)", memory.replace("%s", " |> notes.evolve(tags: 2)"));
        assertEquals(1, still.measure("stored(links)"));
        assertEquals(0, still.measure("operations(update)"));
        assertEquals(1, evolved.measure("operations(update)"));
        assertTrue(evolved.measure("write_amplification") > still.measure("write_amplification"));
        assertTrue(evolved.measure("recall_all(5)") >= still.measure("recall_all(5)"));
    }

    /** 256 x 256 numbers of 4 bytes, whatever is learnt; the 30 facts that were asked for stay in the other store. */
    @Test
    void weights_doNotGrow() throws Exception {
        String memory = """
                memory M for agent {
                  store records : log()
                  store self    : weights(embed: hash)
                  on write(turn)     : records.add(turn)
                  on recall(query)   : records.recent(k: 40)
                  on outcome(useful) : self.learn(useful)%s
                }""";
        Runs.Result once = run("facts(persons: 5, updates: 0, distractors: 0, asked: 30)", memory.replace("%s", ""));
        Runs.Result twice = run(
                "facts(persons: 5, updates: 0, distractors: 0, asked: 30)",
                memory.replace("%s", ", self.learn(useful)"));
        assertEquals(30, once.measure("operations(update)"));
        assertEquals(60, twice.measure("operations(update)"));
        assertEquals(once.measure("stored(bytes)"), twice.measure("stored(bytes)"));
        assertTrue(once.measure("stored(bytes)") > 4 * 256 * 256);
    }

    /** With a rate of 1 the weights give exactly what was learnt last for a key: the record is first, its score its cosine 1. */
    @Test
    void associate_givesWhatWasLearnt() throws Exception {
        Runs.Result result = run("facts(persons: 1, updates: 0, distractors: 0, asked: 40, zipf: 4, soon: 0)", """
                memory M for agent {
                  store records : vectors(embed: hash)
                  store self    : weights(embed: hash)
                  on write(turn)     : records.add(turn)
                  on recall(query)   : self.associate(from: records, query, k: 1) |> otherwise(records.nearest(query, k: 4), below: 0.999)
                  on outcome(useful) : self.learn(useful)
                }""");
        assertEquals(1, result.measure("recall(10)"));
        assertTrue(result.measure("prompt_tokens(p50)") < result.measure("prompt_tokens(max)"));
    }

    /** Nobody spoke of the strangers: below the score of a name and another term nothing is recalled. */
    @Test
    void abstention_isRightForStrangers() throws Exception {
        String memory = """
                memory M for agent {
                  store turns : text()
                  on write(turn)   : turns.add(turn)
                  on recall(query) : turns.lexical(query, k: 3)%s
                }""";
        String source = "facts(persons: 5, updates: 0, distractors: 3, unknown: 4)";
        assertEquals(0, run(source, memory.replace("%s", "")).measure("abstention"));
        Runs.Result abstaining = run(source, memory.replace("%s", " |> abstain(below: 3.5)"));
        assertEquals(1, abstaining.measure("abstention"));
        assertEquals(20, abstaining.measure("questions"));
        // all that it holds back beyond the four costs recall: the others find their turn
        assertEquals(1 - (abstaining.measure("abstained") - 4) / 20, abstaining.measure("recall(10)"), 1e-12);
    }

    /** What is used moves up, what is pushed out moves down; nothing is lost and nothing is twice. */
    @Test
    void migrate_losesNothing() throws Exception {
        Runs.Result result = run("facts(persons: 10, updates: 0, distractors: 1, asked: 120, zipf: 1.2)", """
                memory M for agent {
                  store cold : vectors(embed: hash)
                  store hot  : vectors(embed: hash)
                  on write(turn)     : cold.add(turn)
                  on recall(query)   : hot.nearest(query, k: 5) |> otherwise(cold.nearest(query, k: 5), below: 2)
                  on outcome(useful) : useful |> reinforce()
                  on session_end     : cold.migrate(to: hot, where: strength >= 2)
                  keep hot           : top(5, by: strength) else move(to: cold)
                }""");
        assertEquals(80, result.measure("stored(items)"));
        assertEquals(80 + result.measure("operations(move)"), result.measure("operations(insert)"));
        assertTrue(result.measure("operations(move)") > 5);
        assertEquals(0, result.measure("operations(delete)"));
    }

    /** Traces of 5 lines: what was wanted, 3 that failed, 1 that worked; lessons without specifics become one for each kind and thing. */
    @Test
    void distil_dropsWhatIsSpecific() throws Exception {
        String memory = """
                memory M for agent {
                  store traces  : log()
                  store lessons : text()
                  on write(turn)   : traces.add(turn)
                  on session_end   : distil(traces.session, specifics: %s) |> lessons.merge()
                  on recall(query) : lessons.lexical(query, k: 1)
                }""";
        Runs.Result kept = run("trials(kinds: 2, tasks: 60, steps: 3)", memory.replace("%s", "keep"));
        Runs.Result dropped = run("trials(kinds: 2, tasks: 60, steps: 3)", memory.replace("%s", "drop"));
        assertEquals(300 + 60, kept.measure("stored(items)"));
        // 2 kinds with 6 things each
        assertTrue(dropped.measure("stored(items)") <= 300 + 12);
        // of two kinds, guessing is right half of the time
        assertTrue(dropped.measure("recall(10)") > 0.75);
    }

    /** Two persons tell four facts each, twice: 16 turns, none of them a question. */
    @Test
    void when_letsThroughWhatHasTheFeature() throws Exception {
        String memory = """
                memory M for agent {
                  store named : text()
                  on write(turn)   : when(turn, has: question%s) |> named.add()
                  on recall(query) : named.recent(k: 1)
                }""";
        assertEquals(
                0,
                run("facts(persons: 2, distractors: 0)", memory.replace("%s", ""))
                        .measure("stored(items)"));
        assertEquals(
                16,
                run("facts(persons: 2, distractors: 0)", memory.replace("%s", ", is: false"))
                        .measure("stored(items)"));
    }

    /** What is at hand covers a question about it, and then the archive is not asked. */
    @Test
    void uncovered_asksOnlyWhereNeeded() throws Exception {
        Runs.Result result = run("facts(persons: 20, updates: 0, distractors: 0, asked: 80, soon: 1)", """
                memory M for agent {
                  store turns : vectors(embed: hash)
                  on write(turn)   : turns.add(turn)
                  on recall(query) : uncovered(query, by: turns.recent(k: 1), most: 35%) |> turns.nearest(k: 10)
                }""");
        assertEquals(80, result.measure("abstained"));
    }

    /** Among seeds: what begins stronger never forgets more, and recalling never lowers a strength. */
    @Test
    void strongerMemories_neverFadeFaster() throws Exception {
        for (int seed = 0; seed < 8; seed++) {
            double before = Double.MAX_VALUE;
            for (double strength : new double[] {0.2, 0.5, 1, 3}) {
                String design = String.format(Locale.ROOT, """
                        memory M for agent {
                          store log : text()
                          on write(turn)   : log.add(turn, strength: %s)
                          on recall(query) : log.lexical(query, k: 2) |> reinforce(by: 0.5)
                          keep log         : where(exp(-age / (strength * 4 d)) > 0.2)
                        }
                        workload Made { dialogue from facts(persons: 10, updates: 0, distractors: 3, asked: 60)  seed %s }
                        experiment Try { workload Made compare M measure forgotten }
                        """, strength, seed);
                double forgotten = Runs.run(folder, design).get("M").measure("forgotten");
                double most = before;
                int failing = seed;
                assertTrue(forgotten <= most, () -> "seed " + failing + ", strength " + strength);
                before = forgotten;
            }
        }
        try (var store = new ItemStore(new ItemStore.Settings(0, false, 0.9, 0.4))) {
            store.add(Piece.of("puppy", 0, 0), 0.3, 0, null);
            var random = new java.util.SplittableRandom(9);
            double strength = 0.3;
            for (int i = 0; i < 1_000; i++) {
                store.reinforce(0, random.nextDouble(), i);
                assertTrue(store.strength(0) >= strength);
                strength = store.strength(0);
            }
        }
    }

    @Test
    void everything_twice_givesTheSame() throws Exception {
        String memory = """
                memory M for agent {
                  store notes    : notes(embed: hash)
                  store thoughts : buckets(embed: hash, bits: 4, by: name)
                  store lessons  : tree(embed: hash)
                  store self     : weights(embed: hash)
                  on write(turn)     : notes.add(annotate(turn)) |> notes.link(mixture(most: 4)) |> notes.evolve(), thoughts.revise(turn)
                  on session_end     : lessons.raise(summarise(notes.session), over: lessons.session)
                  on recall(query)   : thoughts.nearest(query, k: 3) |> aged(by: 0.1) |> with(notes.nearest(query, k: 3)) |> weave(words: 6)
                  on outcome(useful) : self.learn(useful)
                  keep notes         : top(60, by: recalls)
                }""";
        String source = "facts(persons: 8, updates: 1, distractors: 1, asked: 30, unknown: 2)";
        assertEquals(run(source, memory).log(), run(source, memory).log());
    }
}

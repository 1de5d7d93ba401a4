/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.runtime.RunFailure;

/** Ways to recall, each over passages that are few enough to follow by hand. */
final class RetrievalTest {
    @TempDir
    Path folder;

    /** Two passages on the way from Alda Moor to the Orn, and four beside it. */
    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("way.json"), """
                [{"question": "On which river lies the town where Alda Moor was born?", "paragraphs": [
                   {"title": "Alda Moor", "paragraph_text": "Alda Moor was born in Quell.", "is_supporting": true},
                   {"title": "Quell", "paragraph_text": "Quell lies on the Orn.", "is_supporting": true}]}]
                """);
        Files.writeString(folder.resolve("way_corpus.json"), """
                [{"title": "Zeld", "text": "Zeld lies on the river Vane."},
                 {"title": "Alda Moor", "text": "Alda Moor was born in Quell."},
                 {"title": "Brun Tal", "text": "Brun Tal was born in Zeld."},
                 {"title": "Quell", "text": "Quell lies on the Orn."},
                 {"title": "Town", "text": "A town where a river lies is a river town."},
                 {"title": "Quell Castle", "text": "Quell Castle is owned by Ruda Pell."}]
                """);
    }

    private Runs.Result way(String recall) throws RunFailure {
        return Runs.run(folder, """
                memory M for agent {
                  store passages : text() in dram
                  store global   : text() in dram
                  store graph    : triples(extract: openie) in dram
                  on write(passage) : passages.add(passage), global.add(passage), graph.add(triples(passage)), graph.anchor(triples(passage))
                  on recall(query)  : %s
                }
                workload Way { documents from musique("way.json") }
                experiment Try { workload Way compare M measure recall(1) }
                """.replace("%s", recall)).get("M");
    }

    private Runs.Result made(String memory, String source) throws RunFailure {
        return Runs.run(
                        folder,
                        "memory M for agent {\n" + memory + "\n}\nworkload Made { documents from " + source
                                + " }\nexperiment Try { workload Made compare M measure recall(1) }")
                .get("M");
    }

    /** By terms, the passages on rivers and towns come before that of Quell; one statement gives one passage, two give both. */
    @Test
    void paths_followStatements() throws Exception {
        assertEquals(0, way("passages.lexical(query, k: 2)").measure("recall_all(5)"));
        String paths = "entities(query) |> graph.paths(hops: %s, width: 2) |> rank(passages, k: 2)";
        assertEquals(0, way(paths.replace("%s", "1")).measure("recall_all(5)"));
        assertEquals(1, way(paths.replace("%s", "2")).measure("recall_all(5)"));
    }

    /** Seeds are the phrases of the statement most like the question, Alda Moor and Quell, whose texts are the nearest nodes. */
    @Test
    void recognise_ranksTextsByTheWalk() throws Exception {
        assertEquals(1, way("graph.recognise(of: passages, k: 3, keep: 100%)").measure("recall_all(5)"));
    }

    /** The second round asks with Quell, a name that the first one brought; one round is the plain search. */
    @Test
    void iterate_asksWithWhatItFound() throws Exception {
        assertEquals(0, way("iterate(passages.lexical(k: 6), rounds: 1, k: 2)").measure("recall_all(10)"));
        assertEquals(1, way("iterate(passages.lexical(k: 6), rounds: 2, k: 2)").measure("recall_all(10)"));
    }

    /** Every second passage shares nothing with its question but a name that the first one brings: clues find it, terms by chance. */
    @Test
    void draft_bringsClues() throws Exception {
        String memory =
                "store p : text()\nstore all : text()\non write(passage) : p.add(passage), all.add(passage)\non recall(query) : ";
        String source = "hops(questions: 10, hops: 2, distractors: 4, filler: 0)";
        double plain = made(memory + "p.lexical(query, k: 10)", source).measure("recall_all(10)");
        double drafted = made(memory + "draft(all.lexical(k: 2), rounds: 2) |> p.lexical(k: 10)", source)
                .measure("recall_all(10)");
        assertTrue(drafted >= 0.5 && drafted > plain, () -> drafted + " and " + plain);
    }

    /** Each passage has about ten tokens: 25 hold two of them, 5 none. */
    @Test
    void budget_isNeverExceeded() throws Exception {
        double two = way("passages.lexical(query, k: 6) |> budget(25 tokens)").measure("prompt_tokens(max)");
        assertTrue(two > 10 && two <= 25, () -> "tokens " + two);
        assertEquals(0, way("passages.lexical(query, k: 6) |> budget(5 tokens)").measure("prompt_tokens(max)"));
    }

    /** Shares of the best score: at 100 % one passage stays, at 0 all do. */
    @Test
    void relevant_dropsWhatFitsLess() throws Exception {
        double all = way("passages.lexical(query, k: 6) |> relevant(least: 0)").measure("prompt_tokens(max)");
        double best =
                way("passages.lexical(query, k: 6) |> relevant(least: 100%)").measure("prompt_tokens(max)");
        assertTrue(best > 0 && best < all / 2, () -> best + " of " + all);
    }

    /**
     * Six sentences, one of which answers. Of whole texts the answer is there; of 20 % of the words, at least one sentence, that which
     * shares terms with the question; of 60 % of the words, the name that few texts have.
     */
    @Test
    void condense_keepsTheAnswer() throws Exception {
        String memory =
                "store p : text()\non write(passage) : p.add(passage)\non recall(query) : p.lexical(query, k: 3)";
        String source = "hops(questions: 10, hops: 1, distractors: 3, filler: 5)";
        Runs.Result whole = made(memory, source);
        Runs.Result chosen = made(memory + " |> condense(by: sentences, keep: 20%)", source);
        Runs.Result thinned = made(memory + " |> condense(by: words, keep: 60%)", source);
        double tokens = whole.measure("prompt_tokens(mean)");

        assertEquals(1, whole.measure("answered"));
        assertEquals(1, chosen.measure("answered"));
        assertEquals(1, thinned.measure("answered"));
        assertTrue(chosen.measure("prompt_tokens(mean)") < 0.35 * tokens);
        assertTrue(thinned.measure("prompt_tokens(mean)") < 0.8 * tokens);
    }

    /** Four questions, each asked three times: four are kept with two passages each, 12 items beside the 8 passages. */
    @Test
    void reservoir_keepsWhatNewQuestionsGot() throws Exception {
        Runs.Result result = made(
                "store p : text()\nstore asked : text()\non write(passage) : p.add(passage)\n"
                        + "on recall(query) : asked.reservoir(by: p.lexical(query, k: 2))",
                "hops(questions: 4, hops: 1, distractors: 1, filler: 0, repeats: 3)");
        assertEquals(8 + 4 * (1 + 2), result.measure("stored(items)"));
        assertEquals(1, result.measure("recall(5)"));
        assertTrue(
                result.log().stream().anyMatch(line -> line.contains("questions answered from the reservoir: 8")),
                () -> String.join("\n", result.log()));
    }

    /** Four passages say one metal and one, most like the question, another: alone it is first, summed up the others are. */
    @Test
    void marginalise_sumsUpWhatPassagesAgreeOn() throws Exception {
        String memory =
                "store p : vectors(embed: hash)\non write(passage) : p.add(passage)\non recall(query) : p.nearest(query, k: 5)";
        String source = "claims(questions: 1, copies: 4)";
        assertEquals(1, made(memory, source).measure("staleness"));
        assertEquals(0, made(memory + " |> marginalise()", source).measure("staleness"));
    }

    /** What is asked for follows the sentence that the question names: it is there with one more, and not without. */
    @Test
    void continuation_bringsWhatFollows() throws Exception {
        String memory =
                "store b : text()\non write(passage) : b.add(passage)\non recall(query) : b.lexical(query, k: 1)";
        String source = "book(chapters: 3, sentences: 4, questions: 5, ask: next)";
        assertEquals(0, made(memory, source).measure("recall(5)"));
        assertEquals(1, made(memory + " |> continuation(after: 1)", source).measure("recall(5)"));
    }

    /** Both sentences that a question names are found; put in order, the earlier is always first. */
    @Test
    void chronological_putsTheEarlierFirst() throws Exception {
        String memory =
                "store b : text()\non write(passage) : b.add(passage)\non recall(query) : b.lexical(query, k: 2) |> chronological()";
        assertEquals(
                1,
                made(memory, "book(chapters: 3, sentences: 4, questions: 20, ask: order)")
                        .measure("recall(1)"));
    }

    /** Without noise the posts of a topic agree on its label; labels that are everywhere win where rarity does not count. */
    @Test
    void labels_preferWhatFewTextsHave() throws Exception {
        String memory =
                "store b : text()\non write(passage) : b.add(passage)\non recall(query) : b.lexical(query, k: 10) |> labels(k: 1%s)";
        String source = "posts(topics: 10, posts: 100, questions: 20, noise: 0)";
        double rare = made(memory.replace("%s", ""), source).measure("answered");
        double common = made(memory.replace("%s", ", global: off"), source).measure("answered");
        assertTrue(rare > 0.9 && rare > common, () -> rare + " and " + common);
    }

    /** Told to nobody, one of ten authors' posts are there, those of peer 0; told on often enough, all are. */
    @Test
    void gossip_reachesThePeer() throws Exception {
        String memory =
                "store b : text()\non write(passage) : gossip(passage, peers: 10, fanout: %s, rounds: 20) |> b.add()\n"
                        + "on recall(query) : b.lexical(query)";
        String source = "posts(topics: 5, posts: 100, questions: 5, authors: 10)";
        assertEquals(10, made(memory.replace("%s", "0"), source).measure("stored(items)"));
        assertEquals(100, made(memory.replace("%s", "3"), source).measure("stored(items)"));
    }

    /** All but members of a team are few; who has the same place as one is found in every team. */
    @Test
    void roles_findTheSamePlace() throws Exception {
        String memory = "store p : text()\nstore g : triples()\non write(passage) : p.add(passage), g.add(passage)\n"
                + "on recall(query) : entities(query) |> g.roles() |> rank(p, k: 5)";
        assertEquals(1, made(memory, "teams(teams: 4, deputies: 2, members: 3)").measure("recall(1)"));
    }

    /** Of what was seen without a mistake, simulating finds the parameters of most; one simulation is a guess. */
    @Test
    void fit_findsTheParameters() throws Exception {
        String memory =
                "store p : text()\non write(passage) : p.add(passage)\non recall(query) : p.fit(simulations: %s)";
        String source = "growths(patients: 20, missed: 0)";
        double found = made(memory.replace("%s", "500"), source).measure("recall(1)");
        double guessed = made(memory.replace("%s", "1"), source).measure("recall(1)");
        assertTrue(found >= 0.7 && guessed <= 0.2, () -> found + " and " + guessed);
    }

    /** Steps that are computed take the place of walks: with twenty of them, the answer is that of the exact walk. */
    @Test
    void combine_ofManySteps_isExact() throws Exception {
        String memory = "store p : text()\nstore g : triples()\nstore w : fingerprints(walks: %w)\n"
                + "on write(passage) : p.add(passage), g.add(passage)\non session_end : w.sample(g)\n"
                + "on recall(query) : entities(query) |> w.combine(g, rounds: %r, least: 0) |> rank(p, k: 10)";
        String source = "links(pages: 100, degree: 2, questions: 10)";
        double exact =
                made(memory.replace("%w", "1").replace("%r", "20"), source).measure("coverage(10)");
        double estimated =
                made(memory.replace("%w", "1").replace("%r", "0"), source).measure("coverage(10)");
        assertTrue(exact >= 0.99, () -> "exact " + exact);
        assertTrue(estimated < exact, () -> "estimated " + estimated);
    }
}

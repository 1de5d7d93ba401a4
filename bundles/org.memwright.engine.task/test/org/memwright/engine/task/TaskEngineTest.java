/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.engine.task.text.Tokens;
import org.memwright.runtime.RunFailure;

final class TaskEngineTest {
    private static final String TRIP = """
            task PlanTrip {
              goal "Book a trip to Kyoto within 2000 USD"
              step flight "Find and book a flight" {
                in dates, budget
                out ticket
                step search "Search flights"
                step choose "Choose one" after search
              }
              step hotel "Book a hotel" after flight uses flight.ticket
              step report "Write the itinerary" uses flight.ticket, hotel
            }
            """;
    private static final String TRANSCRIPT = """
            memory Transcript for task {
              store log : text()
              on prompt : all(log)
            }
            """;
    private static final String TME = """
            memory TME for task {
              store tree : tree()
              on prompt : path(active) |> with(siblings(summary))
              on done : summarise(step)
              on fail : rollback(to: parent)
            }
            """;

    @TempDir
    Path folder;

    private Map<String, Runs.Result> run(String text) throws RunFailure {
        return Runs.run(folder, text);
    }

    private static String experiment(String steps, String columns) {
        return "workload Work { task PlanTrip steps from " + steps + " seed 3 }\nexperiment E { workload Work compare "
                + columns + " measure saved }\n";
    }

    /**
     * Two steps, by hand. The log is: goal, begin a, turn a, begin b, turn b. Each prompt of the transcript has everything before and the
     * instruction; the tree's second prompt has the output of a in place of its turn.
     */
    @Test
    void prompts_areThoseOfTheExample() throws Exception {
        Files.writeString(folder.resolve("run.jsonl"), """
                {"task": "T", "goal": "Add two numbers."}
                {"step": "a", "title": "Find the numbers", "out": ["x"]}
                {"step": "b", "title": "Add them", "uses": ["a.x"], "out": ["sum"]}
                {"turn": "a", "text": "I looked at the sheet.\\nThe first is two. The second is three.", "out": {"x": "2, 3"}, "seconds": 1.5}
                {"turn": "b", "text": "Two and three.", "out": {"sum": "5"}, "seconds": 0.5}
                """);
        Map<String, Runs.Result> results = run("""
                memory Transcript for task { store log : text() on prompt : all(log) }
                memory Outputs for task { store tree : tree() on prompt : path(active) |> with(dependencies(outputs)) }
                memory Own for task { store tree : tree() on prompt : path(active) }
                workload Work { steps from transcript("run.jsonl") }
                experiment E { workload Work compare Transcript, Outputs, Own measure saved }
                """);
        var tokens = new Tokens();
        int goal = tokens.count("Task: Add two numbers.");
        int beginA = tokens.count("Step a: Find the numbers");
        int beginB = tokens.count("Step b: Add them");
        int turnA = tokens.count("I looked at the sheet.\nThe first is two. The second is three.\nx = 2, 3");
        int outA = tokens.count("x = 2, 3");
        int turnB = tokens.count("Two and three.\nsum = 5");
        int askA = tokens.count("Do step a now. Give x.");
        int askB = tokens.count("Do step b now. Give sum.");
        double first = goal + beginA + askA;
        double linear = first + goal + beginA + turnA + beginB + askB;
        double outputs = first + goal + beginA + outA + beginB + askB;
        double own = first + goal + beginB + askB;
        assertEquals(linear, results.get("Transcript").measure("tokens(prompt)"));
        assertEquals(linear, results.get("Transcript").measure("tokens(linear)"));
        assertEquals(0, results.get("Transcript").measure("saved"));
        assertEquals(outputs, results.get("Outputs").measure("tokens(prompt)"));
        assertEquals(linear, results.get("Outputs").measure("tokens(linear)"));
        assertEquals(1 - outputs / linear, results.get("Outputs").measure("saved"), 1e-12);
        assertEquals(own, results.get("Own").measure("tokens(prompt)"));
        assertEquals(turnA + turnB, results.get("Own").measure("tokens(output)"));
        // the one fact needed is x, and only Own does not tell it
        assertEquals(1, results.get("Own").measure("needed(facts)"));
        assertEquals(1, results.get("Transcript").measure("facts"));
        assertEquals(1, results.get("Outputs").measure("facts"));
        assertEquals(0, results.get("Own").measure("facts"));
        assertEquals(2, results.get("Outputs").measure("duration"), 1e-5);
    }

    @Test
    void tree_tellsLessThanTheTranscriptAndAllThatIsNeeded() throws Exception {
        Map<String, Runs.Result> results = run(TRIP + TRANSCRIPT + TME + experiment("scripted()", "Transcript, TME"));
        Runs.Result tree = results.get("TME");
        assertEquals(
                List.of(
                        "flight/search attempt 1",
                        "flight/choose attempt 1",
                        "flight attempt 1",
                        "hotel attempt 1",
                        "report attempt 1"),
                tree.turns);
        assertEquals(1, tree.measure("facts"));
        assertEquals(1, tree.measure("completed"));
        // search 2 (dates, budget), choose 2, flight 2 + 2 results below it, hotel 1, report 2
        assertEquals(11, tree.measure("needed(facts)"));
        assertTrue(tree.measure("saved") > 0.3, () -> "saved " + tree.measure("saved"));
        assertEquals(results.get("Transcript").measure("turns"), tree.measure("turns"));
        assertEquals(1, results.get("Transcript").measure("facts"));
        assertEquals(0, results.get("Transcript").measure("saved"));
    }

    @Test
    void statuses_arePublishedOverTime() throws Exception {
        Runs.Result tree = run(TRIP + TME + experiment("scripted()", "TME")).get("TME");
        assertEquals(List.of(0, 1, 2), tree.statuses("flight/search"));
        assertEquals(List.of(0, 1, 2), tree.statuses("flight"));
        assertTrue(tree.log.stream().anyMatch(l -> l.contains("STORE_OCCUPANCY, of=tree")));
    }

    /** Choosing fails once: with a rollback, searching is done again; with a retry or a new plan with reuse, it is not. */
    @Test
    void failures_areMetAsTheRuleSays() throws Exception {
        Files.writeString(folder.resolve("run.jsonl"), """
                {"turn": "flight.search", "text": "Found three.", "out": {"result": "AF, NH, KL"}}
                {"turn": "flight.choose", "text": "Took NH.", "failed": "it was sold out"}
                {"turn": "flight.choose", "text": "Took KL.", "out": {"result": "KL-862"}}
                {"turn": "flight", "text": "Booked.", "out": {"ticket": "KL-862-T"}}
                {"turn": "hotel", "text": "Booked.", "out": {"result": "Gion Inn"}}
                {"turn": "report", "text": "Wrote it."}
                """);
        String rules = """
                memory Back for task { store tree : tree() on prompt : path(active) |> with(siblings(summary)) on fail : rollback(to: parent) }
                memory Again for task { store tree : tree() on prompt : path(active) |> with(siblings(summary)) on fail : retry(times: 3) }
                memory Anew for task { store tree : tree() on prompt : path(active) |> with(siblings(summary)) on fail : replace(reuse: finished) }
                memory Whole for task { store tree : tree() on prompt : path(active) |> with(siblings(summary)) on fail : replace(reuse: none) }
                memory Never for task { store tree : tree() on prompt : path(active) |> with(siblings(summary)) on fail : retry(times: 1) }
                memory Skip for task { store tree : tree() on prompt : path(active) |> with(siblings(summary)) on fail : skip() }
                """;
        Map<String, Runs.Result> results =
                run(TRIP + rules + experiment("transcript(\"run.jsonl\")", "Back, Again, Anew, Whole, Never, Skip"));
        assertEquals(7, results.get("Back").measure("turns"));
        assertEquals(1, results.get("Back").measure("rollbacks"));
        assertEquals(2, results.get("Back").measure("retries"));
        assertEquals(List.of(0, 1, 2, 0, 1, 2), results.get("Back").statuses("flight/search"));
        assertEquals(6, results.get("Again").measure("turns"));
        assertEquals(List.of(0, 1, 2), results.get("Again").statuses("flight/search"));
        assertEquals(List.of(0, 1, 3, 1, 2), results.get("Again").statuses("flight/choose"));
        assertEquals(6, results.get("Anew").measure("turns"));
        assertEquals(1, results.get("Anew").measure("reused"));
        assertEquals(1, results.get("Anew").measure("replacements"));
        assertEquals(7, results.get("Whole").measure("turns"));
        assertEquals(0, results.get("Whole").measure("reused"));
        assertEquals(0.2, results.get("Never").measure("completed"), 1e-12);
        assertEquals(2, results.get("Never").measure("steps(failed)"));
        assertEquals(2, results.get("Never").measure("steps(skipped)"));
        assertTrue(results.get("Never").notes.stream().anyMatch(n -> n.contains("flight.choose failed for good")));
        assertEquals(0.8, results.get("Skip").measure("completed"), 1e-12);
        assertEquals(5, results.get("Skip").measure("turns"));
    }

    /** A new plan that was recorded: choosing is now two steps, searching stays as it was. */
    @Test
    void replacement_isTakenFromTheRecording() throws Exception {
        Files.writeString(folder.resolve("run.jsonl"), """
                {"step": "flight", "title": "Find and book a flight", "out": ["ticket"]}
                {"step": "flight.search", "title": "Search"}
                {"step": "flight.choose", "title": "Choose", "after": ["search"]}
                {"step": "report", "title": "Report", "uses": ["flight.ticket"]}
                {"turn": "flight.search", "text": "Found three.", "out": {"result": "AF, NH, KL"}}
                {"turn": "flight.choose", "text": "Took NH.", "failed": "it was sold out"}
                {"replace": "flight", "steps": [
                """.stripTrailing() + """
                 {"step": "flight", "title": "Find and book a flight", "out": ["ticket"]},\
                 {"step": "flight.search", "title": "Search"},\
                 {"step": "flight.call", "title": "Call them", "after": ["search"]},\
                 {"step": "flight.choose", "title": "Choose", "after": ["call"]}]}
                {"turn": "flight.call", "text": "Called.", "out": {"result": "KL has seats"}}
                {"turn": "flight.choose", "text": "Took KL.", "out": {"result": "KL-862"}}
                {"turn": "flight", "text": "Booked.", "out": {"ticket": "KL-862-T"}}
                {"turn": "report", "text": "Wrote it."}
                """);
        Runs.Result result = run("""
                memory Anew for task { store tree : tree() on prompt : path(active) |> with(siblings(summary)) on fail : replace() }
                workload Work { steps from transcript("run.jsonl") }
                experiment E { workload Work compare Anew measure saved }
                """).get("Anew");
        assertEquals(
                List.of(
                        "flight/search attempt 1",
                        "flight/choose attempt 1 failed",
                        "flight/call attempt 1",
                        "flight/choose attempt 2",
                        "flight attempt 1",
                        "report attempt 1"),
                result.turns);
        assertEquals(1, result.measure("reused"));
        assertEquals(5, result.measure("steps(all)"));
        assertEquals(1, result.measure("facts"));
    }

    /** An agent that reads 400 tokens loses the ticket in a transcript, and keeps it in a tree. */
    @Test
    void window_losesFactsOfTheTranscript() throws Exception {
        Map<String, Runs.Result> results =
                run(TRIP + TRANSCRIPT + TME + experiment("scripted(window: 400 tokens)", "Transcript, TME"));
        assertEquals(1, results.get("TME").measure("completed"));
        assertTrue(results.get("Transcript").measure("completed") < 1);
        assertTrue(results.get("Transcript").measure("cut") > 0);
        assertTrue(results.get("Transcript").measure("needed(missing)") > 0);
    }

    @Test
    void prune_shrinksTheWorkingSetAndKeepsWhatIsUsed() throws Exception {
        Map<String, Runs.Result> results = run(TRIP + """
                memory Keeps for task { store tree : tree() on prompt : all(tree) }
                memory Prunes for task { store tree : tree() on prompt : all(tree) on done : prune(below) }
                """ + experiment("scripted()", "Keeps, Prunes"));
        assertEquals(1, results.get("Prunes").measure("facts"));
        assertTrue(results.get("Prunes").measure("working_set(max)")
                < results.get("Keeps").measure("working_set(max)"));
        assertEquals(0, results.get("Keeps").measure("dropped"));
        assertTrue(results.get("Prunes").measure("dropped") > 0);
        assertEquals(1, results.get("Prunes").measure("completed"));
    }

    @Test
    void within_keepsTheBudget() throws Exception {
        Runs.Result result = run(TRIP + """
                memory Short for task { store log : text() on prompt : all(log) |> within(200 tokens) }
                """ + experiment("scripted()", "Short")).get("Short");
        // the instruction of a step here has at most 12 tokens
        assertTrue(result.measure("prompt_tokens(max)") <= 212, () -> "" + result.measure("prompt_tokens(max)"));
    }

    @Test
    void twoRuns_giveTheSame() throws Exception {
        String text = TRIP + TRANSCRIPT + TME + experiment("scripted(failures: 40%)", "Transcript, TME");
        Map<String, Runs.Result> once = run(text);
        Map<String, Runs.Result> again = run(text);
        assertEquals(once.get("TME").log, again.get("TME").log);
        assertEquals(once.get("Transcript").log, again.get("Transcript").log);
        assertTrue(once.get("TME").measure("failures") > 0);
    }

    @Test
    void withoutFailRule_itIsTriedAgainAndSaid() throws Exception {
        Runs.Result result =
                run(TRIP + TRANSCRIPT + experiment("scripted()", "Transcript")).get("Transcript");
        assertTrue(result.notes.contains("DEFAULT on fail = retry(times: 3)"), result.notes::toString);
    }

    @Test
    void designsThatCannotRun_areExplained() {
        assertFailure("path needs a store of layout tree()", TRIP + """
                memory Wrong for task { store log : text() on prompt : path(active) }
                """ + experiment("scripted()", "Wrong"));
        assertFailure("does not say what a step is told", TRIP + """
                memory Wrong for task { store log : text() }
                """ + experiment("scripted()", "Wrong"));
        assertFailure("names no task", TRANSCRIPT + """
                workload Work { steps from scripted() }
                experiment E { workload Work compare Transcript measure saved }
                """);
        assertFailure("has no steps", TRANSCRIPT + """
                task Empty { goal "nothing" }
                workload Work { task Empty steps from scripted() }
                experiment E { workload Work compare Transcript measure saved }
                """);
        assertFailure("memwright.llm.url", TRIP + TRANSCRIPT + experiment("model()", "Transcript"));
    }

    private void assertFailure(String expected, String text) {
        RunFailure failure = assertThrows(RunFailure.class, () -> run(text));
        assertTrue(failure.getMessage().contains(expected), failure::getMessage);
    }

    @Test
    void wrongNames_areFoundInTheText() {
        List<String> findings = Runs.findings(
                TRIP.replace("PlanTrip", "PlanTrips") + TRANSCRIPT + experiment("scripted()", "Transcript"));
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.getFirst().contains("PlanTrips"), findings::toString);
        findings = Runs.findings(
                TRIP + TRANSCRIPT.replace("all(log)", "siblings(everything)") + experiment("scripted()", "Transcript"));
        assertTrue(findings.getFirst().contains("full, summary"), findings::toString);
        findings = Runs.findings(TRIP
                + TRANSCRIPT
                + TME.replace("rollback(to: parent)", "path(active)")
                + experiment("scripted()", "TME"));
        assertTrue(findings.getFirst().contains("prompt"), findings::toString);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The systems of the catalog: that each says where it is from and what differs, and that what is expected of it holds. */
class CatalogCommandTest {
    @Test
    void systems_sayWhereTheyAreFromAndWhatDiffers() {
        List<PublishedSystem> all = PublishedSystem.all();

        assertEquals(
                List.of("amadeusgpt", "hiagent", "l2mac", "timrun", "tme"),
                all.stream()
                        .filter(s -> Set.of("task-memory", "agent-memory").contains(s.family()))
                        .map(PublishedSystem::id)
                        .filter(Set.of("amadeusgpt", "hiagent", "l2mac", "timrun", "tme")::contains)
                        .toList());
        for (PublishedSystem system : all) {
            for (String word : List.of("Family", "Source", "Claim", "Mechanism", "Assumes", "Differs")) {
                assertTrue(system.fields().containsKey(word), () -> system.id() + " does not say its " + word);
            }
        }
    }

    @Test
    void list_namesFamilyAndClaim() {
        Called called = Called.with("catalog", "list", "task-memory");

        assertEquals(0, called.exitCode(), called::toString);
        assertTrue(called.out().contains("hiagent  task-memory  success rate doubled"), called::toString);
        called.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void list_asCsvQuotesWhatNeedsIt() {
        Called called = Called.with("catalog", "list", "hiagent", "--format", "csv");

        assertEquals(
                "id,family,title,claim\nhiagent,task-memory,HiAgent: hierarchical working memory,"
                        + "\"success rate doubled and 3.8 steps fewer on average, over five long-horizon tasks; the direction"
                        + " is checked\"\n",
                called.out());
    }

    @Test
    void show_isTheFile() {
        Called called = Called.with("catalog", "show", "tme");

        assertEquals(0, called.exitCode(), called::toString);
        assertTrue(called.out().startsWith("/**\n * TME: Task Memory Engine."), called::toString);
        assertTrue(called.out().contains("experiment TmePrompts {"), called::toString);
    }

    /** All of them: what the catalog expects holds here. */
    @Test
    void run_passesWhatIsExpected() {
        Called called = Called.with("catalog", "run", "--format", "csv");

        assertEquals(0, called.exitCode(), called::toString);
        List<String> lines = called.out().lines().toList();
        assertEquals("id,family,claim,checked,measured,verdict", lines.getFirst());
        assertTrue(lines.size() > 15, called::toString);
        lines.stream().skip(1).forEach(line -> assertTrue(line.endsWith(",passed"), line));
    }

    @Test
    void run_showsClaimCheckedMeasuredVerdict() {
        Called called = Called.with("catalog", "run", "timrun");

        assertEquals(0, called.exitCode(), called::toString);
        assertTrue(
                called.out().contains("  checked   TIMRUN.dropped >= 90%\n  measured  0.98")
                        && called.out().contains("\n  verdict   passed\n"),
                called::toString);
    }

    @Test
    void wrongWords_areExplained() {
        Called unknown = Called.with("catalog", "run", "hiagnet");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("Did you mean 'hiagent'?"), unknown::toString);
        Called action = Called.with("catalog", "lst");
        assertEquals(2, action.exitCode());
        assertTrue(action.err().contains("Did you mean 'list'?"), action::toString);
        assertEquals(2, Called.with("catalog", "list", "--format", "xml").exitCode());
    }
}

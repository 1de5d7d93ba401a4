/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memwright.lang.ide.documentation.WordDocs;
import org.memwright.lang.ide.proposals.Proposal.Sort;
import org.memwright.lang.ide.proposals.Surroundings.Level;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;

/** Rules of a memory and what they name. */
final class MemoryProposals extends CallProposals {
    MemoryProposals(Place place) {
        super(place);
    }

    void memory(Level level) {
        List<String> clause = level.clause;
        String first = clause.isEmpty() ? "" : clause.getFirst();
        String last = clause.isEmpty() ? "" : clause.getLast();
        if (!here.calls().isEmpty()) {
            if (!(first.equals("on") && !clause.contains(":"))) {
                arguments();
            }
            return;
        }
        switch (first) {
            case "param" -> {
                if (clause.contains("=") && Surroundings.wantsOperand(clause)) {
                    memoryNames(true, false);
                } else if (isComplete(clause, "=")) {
                    rules();
                }
            }
            case "store" -> {
                if (last.equals(":")) {
                    mechanisms(memoryCalls(), List.of(MechanismKind.LAYOUT));
                } else if (last.equals("in")) {
                    tiers();
                } else if (clause.contains("in")) {
                    rules();
                } else if (isComplete(clause, ":")) {
                    keyword("in");
                    rules();
                }
            }
            case "keep" -> keep(clause);
            case "on" -> handler(level);
            default -> rules();
        }
    }

    /** Whether the clause has an operand after a mark and needs no other. */
    private static boolean isComplete(List<String> clause, String mark) {
        return clause.indexOf(mark) > 0 && !Surroundings.wantsOperand(clause);
    }

    private void keep(List<String> clause) {
        String last = clause.getLast();
        if (clause.size() == 1) {
            references(ModelPackage.Literals.KEEP__STORE, owner(Memory.class).orElse(null), Sort.PART);
        } else if (last.equals("at")) {
            events(Set.of());
        } else if (last.equals("else")) {
            mechanisms(memoryCalls(), List.of(MechanismKind.OVERFLOW));
        } else if (!clause.contains(":")) {
            if (!clause.contains("at")) {
                keyword("at");
            }
        } else if (Surroundings.wantsOperand(clause)) {
            mechanisms(
                    memoryCalls(), List.of(clause.contains("else") ? MechanismKind.OVERFLOW : MechanismKind.SELECTOR));
        } else {
            if (!clause.contains("else")) {
                keyword("else");
            }
            rules();
        }
    }

    private void handler(Level level) {
        List<String> clause = level.clause;
        if (clause.size() == 1) {
            Set<String> handled = new HashSet<>();
            level.before.stream()
                    .filter(before -> before.size() > 1 && before.getFirst().equals("on"))
                    .forEach(before -> handled.add(before.get(1)));
            events(handled);
        } else if (clause.contains(":")) {
            if (clause.getLast().equals(".")) {
                members();
            } else if (Surroundings.wantsOperand(clause)) {
                actions(clause.get(1));
                receivers(level);
            } else {
                rules();
            }
        }
    }

    private void actions(String event) {
        for (MechanismWord word : memoryCalls().mechanisms(List.of(MechanismKind.ACTION))) {
            if (word.events().isEmpty() || word.events().contains(event)) {
                mechanism(word);
            }
        }
    }

    /** Stores and variables, which an action may begin with. */
    private void receivers(Level level) {
        wholeMemory().ifPresent(memory -> memory.stores().values().forEach(store -> named(Sort.PART, store)));
        level.variables.forEach(variable -> offers.word(Sort.PART, variable, "variable", Place::nothing));
    }

    private void events(Set<String> handled) {
        String engine = engine();
        designs.vocabulary()
                .engineWord(engine)
                .map(EngineWord::events)
                .orElse(Map.of())
                .forEach((event, doc) -> {
                    if (!handled.contains(event)) {
                        offers.word(Sort.EVENT, event, doc, () -> WordDocs.event(designs.vocabulary(), engine, event));
                    }
                });
    }

    private void rules() {
        keyword("param", "param <budget> = <20%>");
        keyword("store", "store <cache> : <kv()> in <hbm>");
        keyword("keep", "keep <cache> : <recent(1024 tokens)>");
        keyword("on", "on <full> : <preempt(recompute)>");
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.ide.documentation.WordDocs;
import org.memwright.lang.ide.meaning.Calls;
import org.memwright.lang.ide.proposals.Proposal.Sort;
import org.memwright.lang.ide.proposals.Surroundings.Block;
import org.memwright.lang.ide.proposals.Surroundings.Call;
import org.memwright.lang.ide.proposals.Surroundings.Level;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;

/** Mechanisms by position, their parameters and the values that these take. */
class CallProposals extends Place {
    CallProposals(Place place) {
        super(place);
    }

    /** What may stand at the caret in an expression. */
    record Slot(
            List<MechanismKind> kinds,
            @Nullable MechanismWord mechanism,
            @Nullable ParamWord param) {}

    /** The kinds of mechanism that the clause takes. */
    List<MechanismKind> clauseKinds() {
        Level level = here.level();
        List<String> clause = level.clause;
        return switch (level.block) {
            case MEMORY ->
                switch (clause.isEmpty() ? "" : clause.getFirst()) {
                    case "store" -> List.of(MechanismKind.LAYOUT);
                    case "keep" -> List.of(clause.contains("else") ? MechanismKind.OVERFLOW : MechanismKind.SELECTOR);
                    case "on" -> List.of(MechanismKind.ACTION);
                    default -> List.of();
                };
            case WORKLOAD ->
                clause.isEmpty()
                        ? List.of()
                        : Properties.find(PropertyOwner.WORKLOAD, clause.getFirst())
                                .map(PropertyWord::kinds)
                                .orElse(List.of());
            case EXPERIMENT ->
                !clause.isEmpty() && clause.getFirst().equals("serving") ? List.of(MechanismKind.SCHEDULER) : List.of();
            default -> List.of();
        };
    }

    /** What the innermost open call takes at the caret. */
    Slot slot() {
        Calls calls = calls();
        Slot slot = new Slot(clauseKinds(), null, null);
        for (Call call : here.calls()) {
            if (call.callee.isEmpty()) {
                continue;
            }
            MechanismWord word = calls.mechanism(slot.kinds(), call.callee).orElse(null);
            if (word == null) {
                slot = new Slot(List.of(), null, null);
                continue;
            }
            ParamWord param = call.argument.isEmpty()
                    ? Calls.positional(word, call.named, call.position).orElse(null)
                    : word.param(call.argument).orElse(null);
            slot = new Slot(param == null ? List.of() : param.kinds(), word, param);
        }
        return slot;
    }

    void arguments() {
        Call call = here.calls().getLast();
        Slot slot = slot();
        MechanismWord word = slot.mechanism();
        if (!Surroundings.wantsOperand(call.words)) {
            return;
        }
        if (!call.words.isEmpty() && call.words.getLast().equals(".")) {
            members();
            return;
        }
        ParamWord param = slot.param();
        if (param == null) {
            if (here.level().block == Block.MEMORY) {
                memoryNames(true, true);
            }
        } else {
            values(param, slot.kinds(), word);
        }
        if (word != null && !call.callee.isEmpty() && call.argument.isEmpty() && call.words.isEmpty()) {
            for (ParamWord each : word.params()) {
                boolean passed = call.named.contains(each.name()) || isPassed(word, call, each);
                if (!passed) {
                    offers.add(
                            Sort.ARGUMENT,
                            each.name() + ":",
                            each.name() + ": " + argument(each),
                            each.isRequired()
                                    ? "required"
                                    : each.hasDefault() ? "default " + each.byDefault() : "may be left out",
                            () -> WordDocs.parameter(word, each));
                }
            }
        }
    }

    /** Whether an argument without a name before the caret went to a parameter. */
    static boolean isPassed(MechanismWord word, Call call, ParamWord param) {
        for (int i = 0; i < call.position; i++) {
            if (Calls.positional(word, call.named, i).filter(param::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** What is filled in after the name of an argument. */
    String argument(ParamWord param) {
        if (param.hasDefault() && param.choices().isEmpty()) {
            return "<" + param.byDefault() + ">";
        }
        return switch (param.type()) {
            case WORD -> "<" + String.join("|", param.choices()) + ">";
            case TOKENS -> "<1024> tokens";
            case TOKENS_OR_RATIO -> "<20%>";
            case COUNT -> "<1>";
            case NUMBER -> "<1.0>";
            case RATIO -> "<20%>";
            case BYTES -> "<2 MiB>";
            case TIME -> "<50 ms>";
            case RATE -> "<4 /s>";
            case BANDWIDTH -> "<31.5 GB/s>";
            case NAME -> "<column>";
            case FILE -> "\"<traces/requests.csv>\"";
            case TIER, PLACE -> "<dram>";
            case STORE -> "<cache>";
            case ITEMS -> "<query>";
            case FORMULA -> "<strength>";
            case VERSION -> "<1.0>";
            case MECHANISM ->
                "<"
                        + calls().mechanisms(param.kinds()).stream()
                                .findFirst()
                                .map(MechanismWord::name)
                                .orElse("mechanism")
                        + ">";
            default -> "<value>";
        };
    }

    void values(ParamWord param, List<MechanismKind> kinds, @Nullable MechanismWord owner) {
        switch (param.type()) {
            case WORD -> {
                if (owner != null) {
                    param.choices()
                            .forEach(choice -> offers.word(
                                    Sort.VALUE, choice, param.doc(), () -> WordDocs.choice(owner, param, choice)));
                }
            }
            case TIER -> tiers();
            case STORE -> memoryNames(false, true);
            case PLACE -> {
                memoryNames(false, true);
                tiers();
            }
            case MECHANISM -> mechanisms(calls(), kinds);
            case FILE ->
                offers.add(
                        Sort.VALUE,
                        "\"...\"",
                        "\"<traces/requests.csv>\"",
                        param.type().label(),
                        Place::nothing);
            case NAME -> {}
            case ITEMS -> {
                memoryNames(false, true);
                mechanisms(calls(), List.of(MechanismKind.ACTION));
            }
            case FORMULA -> {
                Calls.choices(param).forEach(field -> offers.word(Sort.VALUE, field, param.doc(), Place::nothing));
                memoryNames(true, false);
            }
            default -> {
                if (here.level().block == Block.MEMORY) {
                    memoryNames(true, false);
                }
                String example = param.hasDefault() ? param.byDefault() : example(param.type());
                if (!example.isEmpty() && here.words().isEmpty()) {
                    offers.add(Sort.VALUE, example, "<" + example + ">", param.doc(), Place::nothing);
                }
            }
        }
    }

    static String example(ParamType type) {
        return switch (type) {
            case TOKENS -> "1024 tokens";
            case TOKENS_OR_RATIO, RATIO -> "20%";
            case BYTES -> "2 MiB";
            case TIME -> "50 ms";
            case RATE -> "4 /s";
            case BANDWIDTH -> "31.5 GB/s";
            default -> "";
        };
    }

    void mechanisms(Calls calls, List<MechanismKind> kinds) {
        calls.mechanisms(kinds).forEach(this::mechanism);
    }

    /** A call with what it needs. */
    void mechanism(MechanismWord word) {
        mechanism(word, null);
    }

    /** @param given the parameter that is given already; null for none */
    private void mechanism(MechanismWord word, @Nullable ParamWord given) {
        String required = word.params().stream()
                .filter(param -> param.isRequired() && !param.equals(given))
                .map(param -> required(word, param, given))
                .collect(Collectors.joining(", "));
        boolean called = text.startsWith("(", here.replaced().end());
        offers.add(
                Sort.MECHANISM,
                word.name(),
                called ? word.name() : word.name() + "(" + required + ")",
                word.doc(),
                () -> WordDocs.mechanism(word));
    }

    /** A required argument, without its name where there is no other, as one writes {@code recent(1024 tokens)}, or a file. */
    private String required(MechanismWord word, ParamWord param, @Nullable ParamWord given) {
        List<ParamWord> open =
                word.params().stream().filter(each -> !each.equals(given)).toList();
        boolean only = open.stream().filter(ParamWord::isRequired).count() == 1;
        boolean plain = param.type() == ParamType.FILE
                || param.type() == ParamType.ITEMS
                || (only && param.type() != ParamType.TIER && param.type() != ParamType.PLACE);
        return plain && open.getFirst().equals(param) ? argument(param) : param.name() + ": " + argument(param);
    }

    /** What may be called on a store: actions whose first parameter is one, {@code events.nearest(query)}. */
    void members() {
        for (MechanismWord word : memoryCalls().mechanisms(List.of(MechanismKind.ACTION))) {
            Calls.receiver(word).ifPresent(store -> mechanism(word, store));
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.memwright.hardware.Precision;
import org.memwright.lang.ide.documentation.WordDocs;
import org.memwright.lang.ide.meaning.Calls;
import org.memwright.lang.ide.proposals.Proposal.Sort;
import org.memwright.lang.ide.proposals.Surroundings.Level;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyType;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.ModelPackage;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.units.Dimension;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/** Properties of a block that are not written yet, and their values. */
class PropertyProposals extends CallProposals {
    PropertyProposals(Place place) {
        super(place);
    }

    void properties(Level level, PropertyOwner owner) {
        List<String> clause = level.clause;
        if (clause.size() == 1) {
            PropertyWord word = Properties.find(owner, clause.getFirst()).orElse(null);
            if (word != null && word.type() != PropertyType.FLAG) {
                value(word);
                return;
            }
        }
        if (clause.isEmpty() || isFinished(level)) {
            propertyNames(level, owner);
        }
    }

    /** Whether the clause at the caret may end there: it has a value that needs nothing more, or it is a flag. */
    boolean isFinished(Level level) {
        List<String> clause = level.clause;
        if (clause.isEmpty() || !here.calls().isEmpty()) {
            return false;
        }
        boolean isFlag = Properties.find(PropertyOwner.MODEL, clause.getFirst())
                .filter(word -> word.type() == PropertyType.FLAG)
                .isPresent();
        return (clause.size() > 1 || isFlag)
                && !Surroundings.wantsOperand(clause)
                && !clause.getLast().equals("from")
                && !(clause.getFirst().equals("peak") && clause.size() == 2);
    }

    void propertyNames(Level level, PropertyOwner owner) {
        Set<String> written = new HashSet<>();
        level.before.forEach(clause -> written.add(clause.getFirst()));
        if (!level.clause.isEmpty()) {
            written.add(level.clause.getFirst());
        }
        Properties.of(owner).values().forEach(word -> {
            if (!written.contains(word.name())) {
                offers.add(Sort.PROPERTY, word.name(), pattern(word), word.doc(), () -> WordDocs.property(word));
            }
        });
    }

    /** A property with its example, the number and the unit to fill in. */
    static String pattern(PropertyWord word) {
        String example = word.example();
        int space = example.indexOf(' ');
        if (space < 0) {
            return example;
        }
        String value = example.substring(space + 1);
        return switch (word.type()) {
            case QUANTITY -> word.name() + " " + quantity(value, word.dimension());
            case COUNT, PRECISION -> word.name() + " <" + value + ">";
            case CHOICE -> word.name() + " <" + String.join("|", word.choices()) + ">";
            default -> example;
        };
    }

    /** {@code 80 GiB} as two fields, the second with the units of the dimension. */
    static String quantity(String value, Dimension dimension) {
        int space = value.indexOf(' ');
        if (space < 0) {
            return "<" + value + ">";
        }
        String unit = value.substring(space + 1);
        String others = Units.of(dimension).stream()
                .map(Unit::symbol)
                .filter(symbol -> !symbol.equals(unit))
                .limit(8)
                .collect(Collectors.joining("|"));
        return "<" + value.substring(0, space) + "> <" + unit + (others.isEmpty() ? "" : "|" + others) + ">";
    }

    void value(PropertyWord word) {
        String example = word.example().substring(word.example().indexOf(' ') + 1);
        switch (word.type()) {
            case QUANTITY ->
                offers.add(
                        Sort.VALUE,
                        example,
                        quantity(example, word.dimension()),
                        word.doc(),
                        () -> WordDocs.property(word));
            case COUNT ->
                offers.add(Sort.VALUE, example, "<" + example + ">", word.doc(), () -> WordDocs.property(word));
            case PRECISION -> precisions();
            case CHOICE ->
                word.choices()
                        .forEach(choice -> offers.word(Sort.VALUE, choice, word.doc(), () -> WordDocs.property(word)));
            case FLAG -> {}
            case MECHANISM -> {
                if (word.kinds().contains(MechanismKind.SOURCE)) {
                    keyword("from");
                }
                mechanisms(new Calls(designs.vocabulary(), List.of()), word.kinds());
            }
            case COUNT_OR_SOURCE -> {
                offers.add(Sort.VALUE, example, "<" + example + ">", word.doc(), () -> WordDocs.property(word));
                keyword("from");
            }
        }
    }

    void precisions() {
        for (Precision precision : Precision.values()) {
            offers.word(Sort.VALUE, precision.word(), precision.bits() + " bits", () -> WordDocs.precision(precision));
        }
    }

    void workload(Level level) {
        List<String> clause = level.clause;
        PropertyWord word = clause.isEmpty()
                ? null
                : Properties.find(PropertyOwner.WORKLOAD, clause.getFirst()).orElse(null);
        if (!here.calls().isEmpty()) {
            if (word != null) {
                arguments();
            }
            return;
        }
        if (word != null && clause.size() == 2 && clause.getLast().equals("from")) {
            mechanisms(new Calls(designs.vocabulary(), List.of()), word.kinds());
            return;
        }
        boolean namesTask = !clause.isEmpty() && clause.getFirst().equals("task");
        if (namesTask && (clause.size() == 1 || clause.getLast().equals("."))) {
            references(ModelPackage.Literals.WORKLOAD__TASK, null, Sort.DECLARATION);
            return;
        }
        boolean hasTask = namesTask
                || level.before.stream().anyMatch(each -> each.getFirst().equals("task"));
        if (!hasTask && (clause.isEmpty() || isFinished(level))) {
            keyword("task", "task <Task>");
        }
        properties(level, PropertyOwner.WORKLOAD);
    }
}

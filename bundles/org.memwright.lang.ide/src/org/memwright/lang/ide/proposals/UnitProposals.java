/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.memwright.lang.ide.documentation.WordDocs;
import org.memwright.lang.ide.meaning.Calls;
import org.memwright.lang.ide.proposals.Proposal.Sort;
import org.memwright.lang.ide.proposals.Surroundings.Block;
import org.memwright.lang.ide.proposals.Surroundings.Level;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Dimension;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/** Units after a number, of the dimension that fits there. */
final class UnitProposals extends CallProposals {
    UnitProposals(Place place) {
        super(place);
    }

    /** The units that fit after the number before the caret, by how usual they are; none where no number is there. */
    List<Proposal> units() {
        Surroundings.Unit unit = here.unit();
        if (unit == null || isCount()) {
            return List.of();
        }
        List<Dimension> expected = dimensions();
        List<Unit> possible = expected.isEmpty()
                ? Units.all()
                : expected.stream()
                        .flatMap(dimension -> Units.of(dimension).stream())
                        .toList();
        String begun = unit.written().toLowerCase(Locale.ROOT);
        List<Proposal> units = new ArrayList<>();
        for (Unit each : possible) {
            String symbol = each.symbol();
            if (!symbol.isEmpty() && symbol.toLowerCase(Locale.ROOT).startsWith(begun)) {
                String separator = unit.spaced() || each.equals(Unit.PERCENT) ? "" : " ";
                units.add(new Proposal(
                        Sort.UNIT,
                        symbol,
                        separator + symbol,
                        List.of(),
                        unit.span(),
                        each.dimension().describe(),
                        WordDocs.unit(each)));
            }
        }
        return units;
    }

    /** Whether only a unit can be written: the caret touches the number. */
    boolean isOnlyUnits() {
        Surroundings.Unit unit = here.unit();
        return unit != null && !unit.spaced() && !isCount();
    }

    /** Whether a number at the caret takes no unit. */
    private boolean isCount() {
        List<String> words = here.words();
        String first = words.isEmpty() ? "" : words.getFirst();
        boolean inCount = words.contains("[") && !words.contains("]");
        return here.calls().isEmpty() && (inCount || first.equals("split") || first.equals("repeat"));
    }

    /** The dimensions that a number at the caret may have; empty where it may be any. */
    private List<Dimension> dimensions() {
        Level level = here.level();
        if (!here.calls().isEmpty()) {
            Slot slot = slot();
            ParamWord param = slot.param();
            if (param == null) {
                return List.of();
            }
            return switch (param.type()) {
                case TOKENS_OR_RATIO -> List.of(Dimension.TOKENS, Dimension.NUMBER);
                case COUNT, NUMBER, VERSION -> List.of(Dimension.NUMBER);
                default -> WordDocs.dimension(param.type()).stream().toList();
            };
        }
        List<String> clause = level.clause;
        String first = clause.isEmpty() ? "" : clause.getFirst();
        if (first.equals("peak")) {
            return List.of(Dimension.COMPUTE);
        }
        Optional<PropertyOwner> owner = propertyOwner(level.block);
        if (owner.isPresent()) {
            return Properties.find(owner.get(), first).map(PropertyWord::dimension).stream()
                    .toList();
        }
        if (level.block == Block.EXPERIMENT && (first.equals("slo") || first.equals("expect"))) {
            return metricDimensions(level);
        }
        return List.of();
    }

    /** The dimensions of the metrics that the clause names. */
    private List<Dimension> metricDimensions(Level level) {
        Calls calls = experimentCalls();
        Set<Dimension> found = new LinkedHashSet<>();
        List<String> condition = level.clause.subList(Math.max(0, level.clause.lastIndexOf(",")), level.clause.size());
        for (String word : condition) {
            calls.metric(word)
                    .flatMap(metric -> Units.find(metric.word().unit()))
                    .ifPresent(unit -> found.add(unit.dimension()));
        }
        return List.copyOf(found);
    }

    private static Optional<PropertyOwner> propertyOwner(Block block) {
        return Optional.ofNullable(
                switch (block) {
                    case HARDWARE -> PropertyOwner.HARDWARE;
                    case COMPUTE -> PropertyOwner.COMPUTE;
                    case TIER -> PropertyOwner.TIER;
                    case LINK -> PropertyOwner.LINK;
                    case MODEL -> PropertyOwner.MODEL;
                    case WORKLOAD -> PropertyOwner.WORKLOAD;
                    default -> null;
                });
    }
}

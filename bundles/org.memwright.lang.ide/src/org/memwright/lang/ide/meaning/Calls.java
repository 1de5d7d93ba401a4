/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;

/** Finds mechanisms, parameters and metrics of the vocabulary for a few engines, or for all where none is known. */
public record Calls(Vocabulary vocabulary, List<String> engines) {
    public Calls {
        engines = List.copyOf(engines);
    }

    /** The mechanisms of the kinds, by kind and name; each name of a kind once. */
    public List<MechanismWord> mechanisms(List<MechanismKind> kinds) {
        List<MechanismWord> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (MechanismKind kind : kinds) {
            for (MechanismWord word : vocabulary.mechanisms()) {
                boolean taken = engines.isEmpty() || word.engines().stream().anyMatch(engines::contains);
                if (word.kind() == kind && taken && names.add(kind + " " + word.name())) {
                    found.add(word);
                }
            }
        }
        return found;
    }

    public Optional<MechanismWord> mechanism(List<MechanismKind> kinds, String name) {
        return mechanisms(kinds).stream()
                .filter(word -> word.name().equals(name))
                .findFirst();
    }

    /** A metric of one of the engines. */
    public Optional<Meaning.MetricName> metric(String name) {
        return metrics().stream()
                .filter(metric -> metric.word().name().equals(name))
                .findFirst();
    }

    /** All metrics of the engines, each name once. */
    public List<Meaning.MetricName> metrics() {
        List<Meaning.MetricName> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String engine : engines.isEmpty() ? Vocabulary.ENGINES : engines) {
            for (MetricWord word :
                    vocabulary.engineWord(engine).map(EngineWord::metrics).orElse(List.of())) {
                if (names.add(word.name())) {
                    found.add(new Meaning.MetricName(engine, word));
                }
            }
        }
        return found;
    }

    /** The kinds of mechanism that may be called for a parameter: what it names, and for items the actions, which give some. */
    public static List<MechanismKind> kinds(ParamWord param) {
        return param.type() == ParamType.ITEMS ? List.of(MechanismKind.ACTION) : param.kinds();
    }

    /** The parameter that the store before the dot goes to: {@code events.nearest(query)} is {@code nearest(events, query)}. */
    public static Optional<ParamWord> receiver(MechanismWord word) {
        return word.params().stream().findFirst().filter(param -> param.type() == ParamType.STORE);
    }

    /** The words that a parameter takes: its choices, or the fields that its formula may name, without their units. */
    public static List<String> choices(ParamWord param) {
        return param.choices().stream()
                .map(choice -> param.type() == ParamType.FORMULA ? choice.split(" ", 2)[0] : choice)
                .toList();
    }

    /**
     * The parameter that an argument by position goes to: the first that no argument names, counted from the left.
     *
     * @param named the parameters that arguments of the call name
     * @param position how many arguments without a name stand before
     */
    public static Optional<ParamWord> positional(MechanismWord word, Set<String> named, int position) {
        return word.params().stream()
                .filter(param -> !named.contains(param.name()))
                .skip(position)
                .findFirst();
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.WholeWorkload;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyType;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;

/** What the checks ask the vocabulary. Cost: the vocabulary is loaded at the first question. */
@Singleton
class EngineWords {
    /** Engines that run a transformer, and so need a model. */
    private static final Set<String> RUN_A_MODEL = Set.of("kv", "attention", "training");

    /** Engines whose figures mean nothing without the hardware that was meant. */
    private static final Set<String> NEED_HARDWARE = Set.of("kv", "attention", "training", "placement");

    @Inject
    private Provider<Vocabulary> vocabulary;

    private @Nullable Vocabulary loaded;
    private @Nullable List<String> builtNames;
    private @Nullable List<String> workloadKinds;
    private final Map<List<Object>, Optional<MechanismWord>> mechanisms = new ConcurrentHashMap<>();

    Vocabulary vocabulary() {
        Vocabulary known = loaded;
        if (known == null) {
            known = vocabulary.get();
            loaded = known;
        }
        return known;
    }

    /** The mechanism of that name, where the engine has one of that kind. */
    Optional<MechanismWord> mechanism(String engine, MechanismKind kind, String name) {
        return mechanisms.computeIfAbsent(
                List.of(engine, kind, name), key -> vocabulary().mechanism(engine, kind, name));
    }

    /** All engines that a file may name, built or not. */
    List<String> names() {
        return Vocabulary.ENGINES;
    }

    /** The engine of that name, where it is built. */
    Optional<EngineWord> built(String engine) {
        return vocabulary().engineWord(engine);
    }

    List<String> builtNames() {
        List<String> known = builtNames;
        if (known == null) {
            known = names().stream().filter(name -> built(name).isPresent()).toList();
            builtNames = known;
        }
        return known;
    }

    boolean runsAModel(String engine) {
        return RUN_A_MODEL.contains(engine);
    }

    boolean needsHardware(String engine) {
        return NEED_HARDWARE.contains(engine);
    }

    /** Checks calls against an engine's mechanisms; names of tiers are taken as they are. */
    MechanismCalls calls(String engine, Evaluator values, Set<String> stores, MechanismCalls.Problems problems) {
        return new MechanismCalls(this, engine, values, stores, problems, (at, mechanism, param, place) -> {});
    }

    /** The properties of a workload that say what is run: those that are read from a source. */
    List<String> workloadKinds() {
        List<String> known = workloadKinds;
        if (known == null) {
            known = findWorkloadKinds();
            workloadKinds = known;
        }
        return known;
    }

    private List<String> findWorkloadKinds() {
        Set<String> kinds = new LinkedHashSet<>();
        for (PropertyWord word : Properties.of(PropertyOwner.WORKLOAD).values()) {
            boolean source =
                    word.type() == PropertyType.COUNT_OR_SOURCE || word.kinds().contains(MechanismKind.SOURCE);
            if (source) {
                kinds.add(word.name());
            }
        }
        builtNames().forEach(name -> built(name).ifPresent(engine -> kinds.addAll(engine.workloads())));
        return List.copyOf(kinds);
    }

    /** The built engine that runs workloads of this kind. */
    Optional<EngineWord> runs(WholeWorkload workload) {
        return builtNames().stream()
                .flatMap(name -> built(name).stream())
                .filter(engine -> engine.workloads().stream().anyMatch(workload.properties()::containsKey))
                .findFirst();
    }
}

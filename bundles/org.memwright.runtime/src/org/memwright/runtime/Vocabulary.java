/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;

/**
 * The engines, mechanisms and metrics that there are.
 *
 * <p>State: none after construction. Services are asked for with the class loaders given, never the thread's, so that
 * one code path serves class path and OSGi; doubles are dropped.
 */
public final class Vocabulary {
    /** Every engine that the language names, built or not, in the order of documentation. */
    public static final List<String> ENGINES =
            List.of("kv", "attention", "training", "placement", "sequence", "agent", "task", "cache");

    private final Map<String, Engine> engines = new LinkedHashMap<>();
    private final Map<String, EngineWord> engineWords = new LinkedHashMap<>();
    private final List<MechanismWord> mechanisms = new ArrayList<>();

    private Vocabulary() {}

    /** @param anchors classes of the bundles that contribute engines or mechanisms, asked in this order */
    public static Vocabulary load(Class<?>... anchors) {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        loaders.add(Vocabulary.class.getClassLoader());
        for (Class<?> anchor : anchors) {
            loaders.add(anchor.getClassLoader());
        }
        var vocabulary = new Vocabulary();
        for (Engine engine : services(Engine.class, loaders)) {
            EngineWord word = engine.word();
            vocabulary.engines.put(word.name(), engine);
            vocabulary.engineWords.put(word.name(), word);
        }
        for (MechanismFactory<?> factory : services(MechanismFactory.class, loaders)) {
            vocabulary.mechanisms.add(MechanismWord.of(factory));
        }
        vocabulary.mechanisms.sort(Comparator.comparing(MechanismWord::kind).thenComparing(MechanismWord::name));
        return vocabulary;
    }

    private static <S> List<S> services(Class<S> type, Set<ClassLoader> loaders) {
        Map<Class<?>, S> found = new LinkedHashMap<>();
        for (ClassLoader loader : loaders) {
            ServiceLoader.load(type, loader).stream().forEach(p -> found.computeIfAbsent(p.type(), t -> p.get()));
        }
        return new ArrayList<>(found.values());
    }

    /** The engine of that name, or empty where it is not built. */
    public Optional<Engine> engine(String name) {
        return Optional.ofNullable(engines.get(name));
    }

    /** The words of the engine of that name, or empty where it is not built. */
    public Optional<EngineWord> engineWord(String name) {
        return Optional.ofNullable(engineWords.get(name));
    }

    public List<MechanismWord> mechanisms() {
        return List.copyOf(mechanisms);
    }

    /** The mechanisms of a kind that an engine takes, by name. */
    public List<MechanismWord> mechanisms(String engine, MechanismKind kind) {
        return mechanisms.stream()
                .filter(m -> m.kind() == kind && m.engines().contains(engine))
                .toList();
    }

    public Optional<MechanismWord> mechanism(String engine, MechanismKind kind, String name) {
        return mechanisms.stream()
                .filter(m ->
                        m.kind() == kind && m.name().equals(name) && m.engines().contains(engine))
                .findFirst();
    }
}

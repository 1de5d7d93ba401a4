/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.scoping.Library;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.units.Units;

/** All words that can be explained. */
final class Overview {
    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    Overview(Workspace workspace) {
        Vocabulary vocabulary = workspace.vocabulary();
        groups.put("engines", new ArrayList<>(Vocabulary.ENGINES));
        for (MechanismKind kind : MechanismKind.values()) {
            List<String> names = vocabulary.mechanisms().stream()
                    .filter(m -> m.kind() == kind)
                    .map(MechanismWord::name)
                    .distinct()
                    .sorted()
                    .toList();
            if (!names.isEmpty()) {
                groups.put(kind.label(), names);
            }
        }
        List<String> metrics = new ArrayList<>();
        for (String engine : Vocabulary.ENGINES) {
            vocabulary
                    .engineWord(engine)
                    .ifPresent(word ->
                            word.metrics().stream().map(MetricWord::name).forEach(metrics::add));
        }
        groups.put("metrics", metrics.stream().distinct().toList());
        for (PropertyOwner owner : PropertyOwner.values()) {
            groups.put(
                    "properties of a " + owner.label(),
                    List.copyOf(Properties.of(owner).keySet()));
        }
        groups.put("units", Units.atoms());
        List<IEObjectDescription> library =
                workspace.language().service(Library.class).declarations();
        library.stream()
                .collect(Collectors.groupingBy(
                        d -> d.getName().skipLast(1).toString(), LinkedHashMap::new, Collectors.toList()))
                .forEach((name, declarations) -> groups.put(
                        name,
                        declarations.stream()
                                .map(d -> d.getName().getLastSegment())
                                .toList()));
    }

    List<String> words() {
        return groups.values().stream().flatMap(List::stream).distinct().toList();
    }

    void print(Terminal terminal) {
        Paint paint = terminal.outPaint();
        int width = groups.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        groups.forEach((name, words) -> {
            List<String> lines = Page.wrapped(String.join("  ", words), width, terminal.width());
            terminal.out().println(paint.faint(Page.padded(name, width)) + lines.getFirst());
            lines.stream().skip(1).forEach(line -> terminal.out().println(" ".repeat(width) + line));
        });
    }
}

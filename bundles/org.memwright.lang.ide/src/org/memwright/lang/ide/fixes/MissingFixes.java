/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.memwright.lang.ide.meaning.Meaning;
import org.memwright.lang.ide.meaning.Word;
import org.memwright.lang.ide.meaning.Words;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.lang.scoping.QualifiedNames;
import org.memwright.model.Call;
import org.memwright.model.Declaration;
import org.memwright.model.Experiment;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Property;
import org.memwright.model.Select;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.ParamWord;

/** What is not there, but must be. */
final class MissingFixes extends Mending {
    private static final int MOST_NAMES = 3;

    MissingFixes(Mending mending) {
        super(mending);
    }

    void addEngine() {
        Optional<Span> name = at(Memory.class).flatMap(memory -> place(memory, ModelPackage.Literals.NAMED__NAME));
        if (name.isPresent()) {
            for (String engine : Vocabulary.ENGINES) {
                if (designs.vocabulary().engineWord(engine).isPresent()) {
                    insert("Add 'for " + engine + "'", name.get().end(), " for " + engine);
                }
            }
        }
    }

    /** Adds properties at the end of the block of the part that the finding is about. */
    void addProperties(List<String> properties) {
        if (!properties.isEmpty()) {
            at(EObject.class).ifPresent(part -> addAtEnd(part, properties));
        }
    }

    /**
     * Adds a clause to an experiment that names a declaration.
     *
     * @param type of what it may name in the project
     * @param otherwise what it may name where the project has none; empty for nothing
     */
    void addClause(String word, Class<? extends Declaration> type, String otherwise) {
        Experiment experiment = at(Experiment.class).orElse(null);
        if (experiment == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (Declaration declaration : designs.declarations(type)) {
            boolean beside = declaration.eContainer().equals(experiment.eContainer());
            names.add(
                    beside
                            ? declaration.getName()
                            : String.valueOf(new QualifiedNames().getFullyQualifiedName(declaration)));
        }
        if (names.isEmpty() && !otherwise.isEmpty()) {
            names.add(otherwise);
        }
        names.stream().limit(MOST_NAMES).forEach(name -> addAtEnd(experiment, List.of(word + " " + name)));
    }

    /** On lines of their own where the block has several lines, else beside what is there. */
    private void addAtEnd(EObject part, List<String> added) {
        Span place = place(part).orElse(null);
        if (place == null || place.length() == 0 || text.charAt(place.end() - 1) != '}') {
            return;
        }
        int brace = place.end() - 1;
        int end = brace;
        while (end > place.offset() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        String inserted;
        if (text.substring(place.offset(), brace).contains("\n")) {
            String indentation = indentation(place.offset());
            String line = "\n" + indentation + "  ";
            inserted = line + String.join(line, added) + "\n" + indentation;
        } else {
            inserted = (text.charAt(end - 1) == '{' ? " " : "  ") + String.join("  ", added) + " ";
        }
        change("Add '" + String.join("  ", added) + "'", Span.between(end, brace), inserted);
    }

    /** The value of the example of a property that has none. */
    void addValue() {
        Property property = at(Property.class)
                .or(() -> lastPropertyBefore())
                .filter(each -> each.getValue() == null)
                .orElse(null);
        Optional<Span> name =
                property == null ? Optional.empty() : place(property, ModelPackage.Literals.PROPERTY__NAME);
        if (property == null || name.isEmpty()) {
            return;
        }
        PropertyOwner.of(property.eContainer())
                .flatMap(owner -> Properties.find(owner, String.valueOf(property.getName())))
                .map(PropertyWord::example)
                .filter(example -> example.startsWith(property.getName() + " "))
                .ifPresent(example -> insert(
                        "Write '" + example + "'",
                        name.get().end(),
                        example.substring(property.getName().length())));
    }

    /** The finding is at what stands in the place of the value. */
    private Optional<Property> lastPropertyBefore() {
        Property last = null;
        for (var at = resource.getAllContents(); at.hasNext(); ) {
            EObject part = at.next();
            if (part instanceof Property property
                    && place(property)
                            .filter(place -> place.end() <= finding.offset())
                            .isPresent()) {
                last = property;
            }
        }
        return Optional.ofNullable(last);
    }

    void addArgument() {
        Span call = at(Call.class)
                .map(each -> (EObject) each)
                .or(() -> at(Select.class))
                .flatMap(Mending::place)
                .orElse(null);
        String name = data(0).orElse("");
        if (call == null || name.isEmpty()) {
            return;
        }
        String value = mechanismAt(call.offset())
                .flatMap(mechanism -> mechanism.param(name))
                .map(MissingFixes::example)
                .orElse("");
        int close = text.lastIndexOf(')', call.end() - 1);
        if (!value.isEmpty() && close > call.offset()) {
            boolean empty = text.substring(0, close).stripTrailing().endsWith("(");
            String argument = name + ": " + value;
            insert("Add '" + argument + "'", close, (empty ? "" : ", ") + argument);
        }
    }

    private Optional<MechanismWord> mechanismAt(int offset) {
        for (Word word : Words.of(designs, resource)) {
            if (word.span().touches(offset) && word.meaning() instanceof Meaning.MechanismName mechanism) {
                return Optional.of(mechanism.word());
            }
        }
        return Optional.empty();
    }

    /** A value that fits a parameter; empty where only the author can know one. */
    private static String example(ParamWord param) {
        if (param.hasDefault()) {
            return param.byDefault();
        }
        if (!param.choices().isEmpty()) {
            return param.choices().getFirst();
        }
        return switch (param.type()) {
            case TOKENS, TOKENS_OR_RATIO -> "1024 tokens";
            case COUNT, NUMBER -> "1";
            case RATIO -> "20%";
            case BYTES -> "2 MiB";
            case TIME -> "50 ms";
            case RATE -> "4 /s";
            case BANDWIDTH -> "31.5 GB/s";
            default -> "";
        };
    }
}

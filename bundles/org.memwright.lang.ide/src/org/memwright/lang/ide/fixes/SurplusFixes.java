/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.fixes;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.ide.text.Lines;
import org.memwright.lang.ide.text.Span;
import org.memwright.model.Argument;
import org.memwright.model.Declaration;
import org.memwright.model.Handler;
import org.memwright.model.Hardware;
import org.memwright.model.Keep;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.ModelPackage;
import org.memwright.model.Property;
import org.memwright.model.Use;
import org.memwright.model.Workload;

/** What is twice, or too much. */
final class SurplusFixes extends Mending {
    SurplusFixes(Mending mending) {
        super(mending);
    }

    void removeProperty() {
        at(Property.class).ifPresent(property -> remove(property, "Remove this"));
    }

    void removeRule() {
        at(Keep.class)
                .map(keep -> (EObject) keep)
                .or(() -> at(Handler.class))
                .ifPresent(rule -> remove(rule, "Remove this rule for"));
    }

    void removeUse() {
        at(Use.class)
                .or(() -> at(Hardware.class)
                        .flatMap(hardware -> hardware.getComponents().stream()
                                .filter(Use.class::isInstance)
                                .map(Use.class::cast)
                                .findFirst()))
                .ifPresent(use -> remove(use, "Remove"));
    }

    private void remove(EObject part, String title) {
        place(part)
                .ifPresent(place ->
                        change(title + " '" + firstLine(Positions.text(part)) + "'", withSpaceBefore(place), ""));
    }

    private static String firstLine(String written) {
        int end = written.indexOf('\n');
        return end < 0 ? written : written.substring(0, end) + " ...";
    }

    /** A part with the white space before it on its line, and with the line break where it is alone there. */
    private Span withSpaceBefore(Span part) {
        int start = part.offset();
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        var lines = new Lines(text);
        int lineEnd = lines.end(lines.line(part.end()));
        boolean alone = start > 0
                && text.charAt(start - 1) == '\n'
                && text.substring(part.end(), lineEnd).isBlank();
        return Span.between(alone ? start - 1 : start, alone ? lineEnd : part.end());
    }

    /** Removes an argument with the comma before it. */
    void removeArgument() {
        at(Argument.class)
                .ifPresent(argument -> place(argument).ifPresent(place -> {
                    int start = place.offset();
                    int comma = start - 1;
                    while (comma >= 0 && Character.isWhitespace(text.charAt(comma))) {
                        comma--;
                    }
                    if (comma >= 0 && text.charAt(comma) == ',') {
                        start = comma;
                    }
                    change("Remove '" + Positions.text(argument) + "'", Span.between(start, place.end()), "");
                }));
    }

    /** Removes {@code extends} and what follows it. */
    void removeExtends() {
        Declaration declaration = at(Declaration.class).orElse(null);
        EReference parent = switch (declaration) {
            case Hardware hardware -> ModelPackage.Literals.HARDWARE__PARENT;
            case Model model -> ModelPackage.Literals.MODEL__PARENT;
            case Memory memory -> ModelPackage.Literals.MEMORY__PARENT;
            case Workload workload -> ModelPackage.Literals.WORKLOAD__PARENT;
            case null -> null;
            default -> null;
        };
        if (declaration == null || parent == null) {
            return;
        }
        Optional<Span> name = place(declaration, ModelPackage.Literals.NAMED__NAME);
        Optional<Span> extended = place(declaration, parent);
        if (name.isPresent() && extended.isPresent()) {
            change(
                    "Remove 'extends " + extended.get().of(text) + "'",
                    Span.between(name.get().end(), extended.get().end()),
                    "");
        }
    }
}

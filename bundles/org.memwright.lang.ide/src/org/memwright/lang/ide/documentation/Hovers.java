/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.lang.ide.meaning.Meaning;
import org.memwright.lang.ide.meaning.Word;
import org.memwright.lang.ide.meaning.Words;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Span;
import org.memwright.model.Declaration;
import org.memwright.model.Module;
import org.memwright.runtime.Vocabulary;

/** Says what the word under a pointer means. */
public final class Hovers {
    private final Designs designs;
    private final Vocabulary vocabulary;

    public Hovers(Designs designs) {
        this.designs = designs;
        this.vocabulary = designs.vocabulary();
    }

    /** @return empty where nothing is known about the place */
    public Optional<Hover> at(XtextResource resource, int offset) {
        for (Word word : Words.of(designs, resource)) {
            if (word.span().offset() <= offset
                    && offset < Math.max(word.span().end(), word.span().offset() + 1)) {
                String written =
                        word.span().of(resource.getParseResult().getRootNode().getText());
                String markdown = markdown(word.meaning(), written);
                return markdown.isEmpty() ? Optional.empty() : Optional.of(new Hover(word.span(), markdown));
            }
        }
        ILeafNode leaf =
                NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
        if (leaf == null || leaf.isHidden() || !(leaf.getGrammarElement() instanceof Keyword)) {
            return Optional.empty();
        }
        return Keywords.markdown(leaf.getText())
                .map(markdown -> new Hover(new Span(leaf.getOffset(), leaf.getLength()), markdown));
    }

    private String markdown(Meaning meaning, String written) {
        return switch (meaning) {
            case Meaning.Declared declared ->
                declared.targets().stream()
                        .map(target -> new DeclarationDocs(designs).markdown(target))
                        .collect(Collectors.joining("\n\n---\n\n"));
            case Meaning.MechanismName mechanism -> WordDocs.mechanism(mechanism.word());
            case Meaning.ParameterName parameter -> WordDocs.parameter(parameter.mechanism(), parameter.word());
            case Meaning.Choice choice -> WordDocs.choice(choice.mechanism(), choice.parameter(), written);
            case Meaning.MetricName metric -> WordDocs.metric(metric.engine(), metric.word());
            case Meaning.EngineName engine -> WordDocs.engine(vocabulary, engine.engine());
            case Meaning.EventName event -> WordDocs.event(vocabulary, event.engine(), event.event());
            case Meaning.PropertyName property -> WordDocs.property(property.word());
            case Meaning.PrecisionName precision -> WordDocs.precision(precision.precision());
            case Meaning.Amount amount -> WordDocs.amount(amount.quantity());
            case Meaning.PackageName name -> contents(name.name());
            case Meaning.Fixed fixed -> "**" + written + "**\n\n" + fixed.doc();
            case Meaning.UnknownCall unknown -> "";
            case Meaning.Unknown unknown -> "";
        };
    }

    /** What a package declares, in the project and in the library. */
    private String contents(String name) {
        List<String> names = new ArrayList<>();
        for (Declaration declaration : designs.declarations(Declaration.class)) {
            if (declaration.eContainer() instanceof Module module && name.equals(module.getName())) {
                names.add(declaration.getName());
            }
        }
        designs.library().declarations().stream()
                .filter(description ->
                        description.getName().skipLast(1).toString().equals(name))
                .map(description -> description.getName().getLastSegment())
                .forEach(names::add);
        return "**" + name + "**, package\n\n"
                + (names.isEmpty() ? "Nothing is declared in it." : String.join(", ", names));
    }
}

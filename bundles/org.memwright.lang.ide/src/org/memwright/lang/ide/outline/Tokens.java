/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.lang.ide.meaning.Meaning;
import org.memwright.lang.ide.meaning.Word;
import org.memwright.lang.ide.meaning.Words;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Span;
import org.memwright.model.Declaration;
import org.memwright.model.Named;
import org.memwright.model.Parameter;
import org.memwright.model.Variable;

/** Tells the role of every word of a file. */
public final class Tokens {
    /** Rules whose keywords are names and units, not structure. */
    private static final Set<String> NAMES = Set.of("Word", "UnitAtom", "Unit");

    private Tokens() {}

    /** The words that have a role, by place; none overlap. */
    public static List<Token> of(Designs designs, XtextResource resource) {
        List<Token> tokens = new ArrayList<>();
        for (Word word : Words.of(designs, resource)) {
            role(word.meaning())
                    .ifPresent(role -> tokens.add(new Token(
                            word.span(),
                            role,
                            word.meaning() instanceof Meaning.Declared declared && declared.here())));
        }
        int next = 0;
        int words = tokens.size();
        for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
            while (next < words && tokens.get(next).span().end() <= leaf.getOffset()) {
                next++;
            }
            boolean taken = next < words && tokens.get(next).span().offset() < leaf.getEndOffset();
            if (!taken && leaf.getLength() > 0) {
                role(leaf).ifPresent(role -> tokens.add(new Token(span(leaf), role, false)));
            }
        }
        tokens.sort(Comparator.comparingInt(token -> token.span().offset()));
        return tokens;
    }

    /** A line comment goes with its line break, which is not coloured. */
    private static Span span(ILeafNode leaf) {
        return new Span(leaf.getOffset(), leaf.getText().stripTrailing().length());
    }

    private static Optional<Role> role(ILeafNode leaf) {
        String text = leaf.getText();
        if (leaf.isHidden()) {
            return text.startsWith("/*") || text.startsWith("//") ? Optional.of(Role.COMMENT) : Optional.empty();
        }
        if (text.startsWith("\"")) {
            return Optional.of(Role.TEXT);
        }
        return isKeyword(leaf) ? Optional.of(Role.KEYWORD) : Optional.empty();
    }

    /** Whether a word is one of the grammar rather than a name that reads like one. */
    static boolean isKeyword(ILeafNode leaf) {
        if (!(leaf.getGrammarElement() instanceof Keyword keyword)
                || !Character.isLetter(leaf.getText().charAt(0))) {
            return false;
        }
        AbstractRule rule = GrammarUtil.containingRule(keyword);
        return rule == null || !NAMES.contains(rule.getName());
    }

    private static Optional<Role> role(Meaning meaning) {
        return Optional.ofNullable(
                switch (meaning) {
                    case Meaning.Declared declared -> role(declared.targets().getFirst());
                    case Meaning.MechanismName mechanism -> Role.MECHANISM;
                    case Meaning.UnknownCall call -> Role.MECHANISM;
                    case Meaning.ParameterName parameter -> Role.ARGUMENT;
                    case Meaning.Choice choice -> Role.CHOICE;
                    case Meaning.MetricName metric -> Role.METRIC;
                    case Meaning.EngineName engine -> Role.ENGINE;
                    case Meaning.EventName event -> Role.EVENT;
                    case Meaning.PropertyName property -> Role.PROPERTY;
                    case Meaning.PrecisionName precision -> Role.CHOICE;
                    case Meaning.Amount amount -> Role.QUANTITY;
                    case Meaning.PackageName name -> Role.PACKAGE;
                    case Meaning.Fixed fixed -> Role.CHOICE;
                    case Meaning.Unknown unknown -> null;
                });
    }

    private static Role role(Named target) {
        return switch (target) {
            case Declaration declaration -> Role.TYPE;
            case Parameter parameter -> Role.VARIABLE;
            case Variable variable -> Role.VARIABLE;
            default -> Role.NAME;
        };
    }
}

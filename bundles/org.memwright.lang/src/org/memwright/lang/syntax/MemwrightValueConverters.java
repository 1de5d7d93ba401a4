/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.syntax;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.conversion.impl.IDValueConverter;
import org.eclipse.xtext.conversion.impl.STRINGValueConverter;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.jspecify.annotations.Nullable;
import org.memwright.units.Units;

/**
 * Turns words of the text into values and back: {@code ^step} is the name {@code step}, {@code "a\"b"} a text, {@code 8} a
 * count, {@code TB / s} the unit {@code TB/s}.
 */
@Singleton
public class MemwrightValueConverters extends AbstractDeclarativeValueConverterService {
    private static final Set<String> UNITS = Set.copyOf(Units.atoms());
    private static final Pattern WHOLE = Pattern.compile("[0-9]+");

    @Inject
    private IDValueConverter identifier;

    @Inject
    private STRINGValueConverter text;

    @Inject
    private IGrammarAccess grammarAccess;

    private @Nullable Set<String> words;

    @ValueConverter(rule = "ID")
    public IValueConverter<String> identifier() {
        return identifier;
    }

    @ValueConverter(rule = "STRING")
    public IValueConverter<String> text() {
        return text;
    }

    /** A name that may also be a unit. */
    @ValueConverter(rule = "Name")
    public IValueConverter<String> name() {
        return new Words(false, UNITS);
    }

    /** A name that may also be one of the structural words of the language. */
    @ValueConverter(rule = "Word")
    public IValueConverter<String> word() {
        return new Words(false, wordKeywords());
    }

    @ValueConverter(rule = "QualifiedName")
    public IValueConverter<String> qualifiedName() {
        return new Words(true, wordKeywords());
    }

    @ValueConverter(rule = "QualifiedNameWithWildcard")
    public IValueConverter<String> qualifiedNameWithWildcard() {
        return new Words(true, wordKeywords());
    }

    @ValueConverter(rule = "Unit")
    public IValueConverter<String> unit() {
        return new IValueConverter<>() {
            @Override
            public @Nullable String toValue(@Nullable String string, @Nullable INode node) {
                return node == null || string == null ? string : written(node);
            }

            @Override
            public String toString(String value) {
                return value;
            }
        };
    }

    @ValueConverter(rule = "Count")
    public IValueConverter<Integer> count() {
        return new IValueConverter<>() {
            @Override
            public Integer toValue(@Nullable String string, INode node) {
                if (string == null) {
                    return 1; // left out, which the parser reports
                }
                if (!WHOLE.matcher(string).matches()) {
                    throw new ValueConverterException(
                            "'" + string
                                    + "' is not a whole number, but things are counted here. Write digits only, such as 8.",
                            node,
                            null);
                }
                try {
                    return Integer.valueOf(string);
                } catch (NumberFormatException tooLarge) {
                    throw new ValueConverterException(
                            "'" + string + "' is too large to count, the most is " + Integer.MAX_VALUE + ".",
                            node,
                            null);
                }
            }

            @Override
            public String toString(Integer value) {
                return value.toString();
            }
        };
    }

    /** The text of a node without white space and comments. */
    private static String written(INode node) {
        StringBuilder result = new StringBuilder();
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (!leaf.isHidden()) {
                result.append(leaf.getText());
            }
        }
        return result.toString();
    }

    private Set<String> wordKeywords() {
        Set<String> known = words;
        if (known == null) {
            Grammar grammar = grammarAccess.getGrammar();
            known = GrammarUtil.containedKeywords(GrammarUtil.findRuleForName(grammar, "Word")).stream()
                    .map(keyword -> keyword.getValue())
                    .collect(Collectors.toSet());
            known.addAll(GrammarUtil.containedKeywords(GrammarUtil.findRuleForName(grammar, "Flag")).stream()
                    .map(keyword -> keyword.getValue())
                    .toList());
            known.addAll(UNITS);
            words = known;
        }
        return known;
    }

    /** Names that keep some keywords as they are and escape the others. */
    private final class Words implements IValueConverter<String> {
        private final boolean dotted;
        private final Set<String> plain;

        /** @param plain the keywords that are names as they are */
        Words(boolean dotted, Set<String> plain) {
            this.dotted = dotted;
            this.plain = plain;
        }

        @Override
        public @Nullable String toValue(@Nullable String string, @Nullable INode node) {
            if (string == null) {
                return null;
            }
            String word = node == null ? string : written(node);
            return word.indexOf('^') < 0 ? word : word.replace("^", "");
        }

        @Override
        public String toString(String value) {
            if (!dotted) {
                return segment(value);
            }
            return Arrays.stream(value.split("\\.", -1)).map(this::segment).collect(Collectors.joining("."));
        }

        private String segment(String name) {
            return name.equals("*") || plain.contains(name) ? name : identifier.toString(name);
        }
    }
}

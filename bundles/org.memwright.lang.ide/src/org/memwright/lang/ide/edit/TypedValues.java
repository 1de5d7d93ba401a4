/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import com.google.inject.Inject;
import java.io.StringReader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.Expression;
import org.memwright.units.Dimension;
import org.memwright.units.Format;
import org.memwright.units.Quantity;
import org.memwright.units.Units;

/**
 * Reads what is typed into a cell of a property sheet or onto a diagram, with its unit checked.
 *
 * <p>The wording of what is wrong is that of the text editor's checks.
 */
public final class TypedValues {
    private static final Pattern WORD = Pattern.compile("[a-zA-Z]+(/[a-zA-Z]+)?");
    private static final Pattern OPEN = Pattern.compile("[-+*/(,:|>\\s]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]\\s*$");

    private final IParser parser;
    private final ParserRule expression;

    @Inject
    TypedValues(IParser parser, IGrammarAccess grammar) {
        this.parser = parser;
        this.expression = (ParserRule) GrammarUtil.findRuleForName(grammar.getGrammar(), "Expression");
    }

    /** Reads any expression, such as the layout of a store. */
    public TypedValue expression(String text) {
        if (text.isBlank()) {
            return TypedValue.refused("There is nothing here. Write a value, such as 80 GiB.");
        }
        String written = text.strip();
        IParseResult result = parser.parse(expression, new StringReader(written));
        for (INode error : result.getSyntaxErrors()) {
            return TypedValue.refused(problem(written, error));
        }
        return result.getRootASTElement() instanceof Expression read && isWhole(result, written)
                ? TypedValue.of(read)
                : TypedValue.refused(LangIssue.NOT_A_QUANTITY.text(written));
    }

    private static String problem(String written, INode error) {
        String rest = written.substring(Math.min(written.length(), error.getOffset()));
        if (OPEN.matcher(rest).matches()) {
            return "The value is not complete: something is missing behind '" + written + "'.";
        }
        String word =
                WORD.matcher(rest).results().findFirst().map(MatchResult::group).orElse("");
        boolean afterNumber =
                NUMBER.matcher(written.substring(0, error.getOffset())).find();
        return afterNumber && rest.startsWith(word) && !word.isEmpty()
                ? LangIssue.UNIT_UNKNOWN.text(word, Units.nearest(word))
                : error.getSyntaxErrorMessage().getMessage();
    }

    private static boolean isWhole(IParseResult result, String text) {
        return result.getRootNode().getTotalEndOffset() == text.length();
    }

    /** Reads the peak of a compute unit: operations per time. */
    public TypedValue peak(String text) {
        return quantity(text, Dimension.COMPUTE, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
    }

    /**
     * Reads a property's value.
     *
     * @param owner the part that has, or is to have, the property
     * @param name such as {@code capacity}
     */
    public TypedValue property(EObject owner, String name, String text) {
        PropertyWord word = word(owner, name);
        if (word == null) {
            return TypedValue.refused(LangIssue.UNKNOWN_NAME.text("property", name, ""));
        }
        return switch (word.type()) {
            case QUANTITY -> quantity(text, word.dimension(), word.min(), word.max());
            case COUNT -> count(text, word);
            case CHOICE ->
                word.choices().contains(text.strip())
                        ? expression(text)
                        : TypedValue.refused("'" + text.strip() + "' cannot stand here, but " + word.expected() + ".");
            default -> expression(text);
        };
    }

    /** What a property is about, for a tool tip; empty where it is not known. */
    public String documentation(EObject owner, String name) {
        PropertyWord word = word(owner, name);
        return word == null ? "" : word.doc() + " For example: " + word.example();
    }

    private static @Nullable PropertyWord word(EObject owner, String name) {
        return PropertyOwner.of(owner)
                .flatMap(kind -> Properties.find(kind, name))
                .orElse(null);
    }

    private TypedValue count(String text, PropertyWord word) {
        TypedValue typed = quantity(text, word.dimension(), word.min(), word.max());
        if (!typed.isValid()) {
            return typed;
        }
        double value =
                Evaluator.constant().quantity(typed.expression().orElseThrow()).base();
        return value == Math.rint(value)
                ? typed
                : TypedValue.refused(LangIssue.NOT_A_COUNT.text(
                        text.strip(), Math.round(word.min()), Math.round(Math.min(word.max(), Long.MAX_VALUE))));
    }

    private TypedValue quantity(String text, Dimension dimension, double min, double max) {
        TypedValue typed = expression(text);
        if (!typed.isValid()) {
            return typed;
        }
        try {
            Quantity value = Evaluator.constant().quantity(typed.expression().orElseThrow(), dimension);
            if (value.base() < min || value.base() > max) {
                String bound = value.base() < min
                        ? min <= Double.MIN_VALUE && min > 0
                                ? "more than " + Format.of(0, dimension)
                                : "at least " + Format.of(min, dimension)
                        : "at most " + Format.of(max, dimension);
                return TypedValue.refused("'" + text.strip() + "' is out of range: " + bound + " is expected.");
            }
            return typed;
        } catch (EvaluationFailure failure) {
            return TypedValue.refused(String.valueOf(failure.getMessage()));
        }
    }
}

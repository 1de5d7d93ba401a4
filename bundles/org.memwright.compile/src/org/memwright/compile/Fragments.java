/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.model.Expression;

/**
 * Reads expressions that stand in no file: defaults of parameters, values from the command line.
 *
 * <p>State: what was read, by its text.
 */
final class Fragments {
    private final XtextResource context;
    private final Map<String, Expression> read = new HashMap<>();

    /** @param context a file of the language */
    Fragments(XtextResource context) {
        this.context = context;
    }

    /** @throws IllegalArgumentException where the text is no expression */
    Expression expression(String text) {
        Expression known = read.get(text);
        if (known != null) {
            return known;
        }
        Grammar grammar =
                GrammarUtil.getGrammar(context.getParseResult().getRootNode().getGrammarElement());
        ParserRule rule = (ParserRule) GrammarUtil.findRuleForName(grammar, "Expression");
        IParseResult result = context.getParser().parse(rule, new StringReader(text));
        EObject root = result.getRootASTElement();
        if (result.hasSyntaxErrors() || !(root instanceof Expression expression)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no value; write one as in a file, such as 10%, 512 tokens or dram");
        }
        read.put(text, expression);
        return expression;
    }
}

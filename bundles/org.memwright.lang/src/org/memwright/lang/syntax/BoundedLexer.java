/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.syntax;

import java.util.Set;
import org.antlr.runtime.Token;
import org.memwright.lang.parser.antlr.internal.InternalMemwrightLexer;
import org.memwright.units.Units;

/**
 * Splits text into tokens and bounds how deep they nest, because the parser and everything after it descends once per level.
 *
 * <p>What is beyond a bound stays in the text but is taken for white space, up to where the expression or the brackets end; its
 * first token is left for the parser to report.
 *
 * <p>State: the level of nesting and the operators so far at each. Cost: constant per token.
 */
public class BoundedLexer extends InternalMemwrightLexer {
    /** The most brackets that may be open at a place. */
    public static final int MOST_NESTED = 100;

    /** The most operators in one expression. */
    public static final int MOST_OPERATORS = 500;

    private static final Set<String> UNITS = Set.copyOf(Units.atoms());

    private enum Cut {
        NOTHING,
        BRACKETS,
        CHAIN
    }

    private final int[] operators = new int[MOST_NESTED + 1];
    private int depth;
    private Cut cut = Cut.NOTHING;
    private int openedInCut;
    private boolean afterOperand;

    @Override
    public Token nextToken() {
        Token token = super.nextToken();
        int type = token.getType();
        if (type < Token.MIN_TOKEN_TYPE || type == RULE_WS || type == RULE_ML_COMMENT || type == RULE_SL_COMMENT) {
            return token;
        }
        String text = token.getText();
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        boolean startsOperand = isOperand(type, first);
        boolean startsClause = startsOperand && afterOperand && !UNITS.contains(text);
        afterOperand = startsOperand || first == ')' || first == '}';
        switch (cut) {
            case NOTHING -> admit(token, first, startsClause);
            case BRACKETS -> {
                countInCut(first);
                token.setType(RULE_WS);
                if (openedInCut == 0) {
                    cut = Cut.NOTHING;
                }
            }
            case CHAIN -> {
                boolean ends = openedInCut == 0
                        && (startsClause
                                || first == ','
                                || first == ':'
                                || first == ')'
                                || first == '}'
                                || first == ']');
                if (ends) {
                    cut = Cut.NOTHING;
                    operators[depth] = 0;
                    admit(token, first, startsClause);
                } else {
                    countInCut(first);
                    token.setType(RULE_WS);
                }
            }
        }
        return token;
    }

    private void admit(Token token, char first, boolean startsClause) {
        if (startsClause) {
            operators[depth] = 0;
        }
        switch (first) {
            case '(', '{', '[' -> {
                if (depth == MOST_NESTED) {
                    token.setType(RULE_ANY_OTHER);
                    cut = Cut.BRACKETS;
                    openedInCut = 1;
                } else {
                    depth++;
                    operators[depth] = 0;
                }
            }
            case ')', ']' -> depth = Math.max(0, depth - 1);
            case '}' -> {
                depth = Math.max(0, depth - 1);
                operators[depth] = 0;
            }
            case ',', ':' -> operators[depth] = 0;
            case '+', '-', '*', '/', '|', '.', '<', '>', '=', '!' -> {
                operators[depth]++;
                if (operators[depth] > MOST_OPERATORS) {
                    token.setType(RULE_ANY_OTHER);
                    cut = Cut.CHAIN;
                    openedInCut = 0;
                }
            }
            default -> {}
        }
    }

    private void countInCut(char first) {
        if (first == '(' || first == '{' || first == '[') {
            openedInCut++;
        } else if ((first == ')' || first == '}' || first == ']') && openedInCut > 0) {
            openedInCut--;
        }
    }

    private static boolean isOperand(int type, char first) {
        return type == RULE_NUMBER
                || type == RULE_STRING
                || type == RULE_ID
                || Character.isLetter(first)
                || first == '%';
    }
}

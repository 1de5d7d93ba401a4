/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.syntax;

import com.google.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.parser.antlr.internal.InternalMemwrightLexer;
import org.memwright.units.Units;

/** Says what is wrong with text that does not parse, in the words of the language rather than of its parser. */
@Singleton
public class SyntaxMessages extends SyntaxErrorMessageProvider {
    private static final Set<String> UNITS = Set.copyOf(Units.atoms());

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        RecognitionException error = context.getRecognitionException();
        if (error == null || error.token == null) {
            return message(LangIssue.TEXT_NOT_CLOSED);
        }
        Token found = error.token;
        String text = found.getText();
        if (found.getType() == Token.EOF) {
            return message(LangIssue.SYNTAX, "The file ends here, but " + expected(context, error) + " is expected.");
        }
        if (found.getType() == InternalMemwrightLexer.RULE_ANY_OTHER) {
            return leftOver(text);
        }
        String expected = expected(context, error);
        boolean nameExpected = expected.equals("a name");
        if (isWord(text) && found.getType() != InternalMemwrightLexer.RULE_ID && (nameExpected || expected.isEmpty())) {
            LangIssue issue = UNITS.contains(text) ? LangIssue.NAME_IS_UNIT : LangIssue.NAME_IS_KEYWORD;
            return new SyntaxErrorMessage(issue.text(text), issue.code(), new String[] {text});
        }
        if (nameExpected) {
            return message(LangIssue.NAME_MISSING, "'" + text + "'");
        }
        return message(
                LangIssue.SYNTAX,
                expected.isEmpty()
                        ? "'" + text + "' is not expected here."
                        : "'" + text + "' is not expected here, but " + expected + ".");
    }

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
        return message(LangIssue.SYNTAX, context.getDefaultMessage());
    }

    private static SyntaxErrorMessage leftOver(String text) {
        if (text.equals("\"")) {
            return message(LangIssue.TEXT_NOT_CLOSED);
        }
        if (List.of("(", "{", "[").contains(text)) {
            return message(LangIssue.NESTED_TOO_DEEP, BoundedLexer.MOST_NESTED);
        }
        if (List.of("+", "-", "*", "/", "|>", ".", "<", ">", "<=", ">=", "==", "!=")
                .contains(text)) {
            return message(LangIssue.EXPRESSION_TOO_LONG, BoundedLexer.MOST_OPERATORS);
        }
        return message(LangIssue.SYNTAX, "The character '" + text + "' means nothing here. Remove it.");
    }

    private static SyntaxErrorMessage message(LangIssue issue, Object... values) {
        return new SyntaxErrorMessage(issue.text(values), issue.code());
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }

    /** What the parser waited for, where it waited for one thing; otherwise empty. */
    private static String expected(IParserErrorContext context, RecognitionException error) {
        if (!(error instanceof MismatchedTokenException mismatch)) {
            return "";
        }
        String @Nullable [] names = context.getTokenNames();
        int wanted = mismatch.expecting;
        if (names == null || wanted < 0 || wanted >= names.length) {
            return "";
        }
        return switch (names[wanted]) {
            case "RULE_ID" -> "a name";
            case "RULE_NUMBER" -> "a number";
            case "RULE_STRING" -> "a text in quotes";
            default -> names[wanted];
        };
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.syntax;

import com.google.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.runtime.CommonTokenStream;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.lang.parser.antlr.internal.InternalMemwrightLexer;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Experiment;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.Property;
import org.memwright.model.Step;
import org.memwright.model.Task;
import org.memwright.model.Tier;
import org.memwright.model.Workload;
import org.memwright.units.Units;

/** Says what is wrong with text that does not parse, in the words of the language rather than of its parser. */
@Singleton
public class SyntaxMessages extends SyntaxErrorMessageProvider {
    private static final Set<String> UNITS = Set.copyOf(Units.atoms());
    private static final Set<String> VALUE_RULES = Set.of(
            "Expression",
            "Pipe",
            "Comparison",
            "Addition",
            "Multiplication",
            "Prefix",
            "Postfix",
            "Primary",
            "Argument");
    private static final Set<String> NAME_RULES = Set.of(
            "Name",
            "QualifiedName",
            "QualifiedNameWithWildcard",
            "Word",
            "Column",
            "Import",
            "Memory",
            "Keep",
            "Handler",
            "Axis",
            "Point",
            "Use",
            "Experiment",
            "Step",
            "Module");
    private static final List<String> TOP =
            List.of("package", "import", "hardware", "model", "memory", "workload", "task", "experiment");
    private static final int MOST_SHOWN = 40;

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        RecognitionException error = context.getRecognitionException();
        if (error == null || error.token == null) {
            return message(unfinished(String.valueOf(context.getDefaultMessage())));
        }
        Token found = error.token;
        if (found.getType() == Token.EOF) {
            return atEnd(error, expected(context, error));
        }
        String text = shown(found.getText());
        if (found.getType() == InternalMemwrightLexer.RULE_ANY_OTHER) {
            return leftOver(text);
        }
        String expected = expected(context, error);
        if (expected.equals("a name")) {
            return noName(found, text);
        }
        if (text.equals("}") && expected.equals("the end of the file")) {
            return message(LangIssue.BRACKET_NOT_OPENED, "}", "{");
        }
        if (expected.isEmpty()
                && context.getCurrentContext() instanceof Property property
                && property.getName() != null) {
            return message(LangIssue.VALUE_MISSING, property.getName(), "'" + text + "'");
        }
        if (expected.isEmpty() && isIn(VALUE_RULES, context.getCurrentNode())) {
            return message(LangIssue.SYNTAX, "A value is expected here, but found '" + text + "'.");
        }
        if (expected.isEmpty() && isIn(Set.of("Link"), context.getCurrentNode())) {
            return message(LangIssue.SYNTAX, "'" + text + "' is not expected here, but -> or <->.");
        }
        if (expected.isEmpty() && isIn(NAME_RULES, context.getCurrentNode())) {
            return noName(found, text);
        }
        List<String> members = expected.equals("'}'")
                ? members(context.getCurrentContext())
                : expected.equals("the end of the file") ? TOP : List.of();
        if (!members.isEmpty()) {
            String nearest = Nearest.to(text, members);
            return new SyntaxErrorMessage(
                    LangIssue.SYNTAX.text(
                            "'" + text + "' is not expected here." + Nearest.question(nearest) + " Here may stand "
                                    + String.join(", ", members) + (expected.equals("'}'") ? " or }." : ".")),
                    LangIssue.SYNTAX.code(),
                    nearest.isEmpty() ? new String[0] : new String[] {nearest});
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

    /** Names the bracket that is open at the end, or else what is expected there. */
    private static SyntaxErrorMessage atEnd(RecognitionException error, String expected) {
        Deque<Token> open = new ArrayDeque<>();
        if (error.input instanceof CommonTokenStream stream) {
            for (Object each : stream.getTokens()) {
                if (each instanceof Token token && isBracket(token.getType())) {
                    switch (String.valueOf(token.getText())) {
                        case "(", "{", "[" -> open.push(token);
                        case ")", "}", "]" -> open.poll();
                        default -> {}
                    }
                }
            }
        }
        Token bracket = open.peek();
        if (bracket == null) {
            return message(
                    LangIssue.SYNTAX,
                    "The file ends here, but " + (expected.isEmpty() ? "a value" : expected) + " is expected.");
        }
        String closing = switch (bracket.getText()) {
            case "(" -> ")";
            case "[" -> "]";
            default -> "}";
        };
        return new SyntaxErrorMessage(
                LangIssue.BRACKET_NOT_CLOSED.text(bracket.getText(), bracket.getLine(), closing),
                LangIssue.BRACKET_NOT_CLOSED.code(),
                new String[] {closing});
    }

    /** What the lexer was in the middle of: digits repeat, comments end with a star, and what is left are texts. */
    private static LangIssue unfinished(String lexerMessage) {
        if (lexerMessage.contains("(...)+")) {
            return LangIssue.NUMBER_NOT_COMPLETE;
        }
        return lexerMessage.contains("*") ? LangIssue.COMMENT_NOT_CLOSED : LangIssue.TEXT_NOT_CLOSED;
    }

    private static boolean isBracket(int type) {
        return type > InternalMemwrightLexer.RULE_ANY_OTHER;
    }

    private static SyntaxErrorMessage noName(Token found, String text) {
        boolean word = !text.isEmpty() && Character.isLetter(text.charAt(0));
        if (word && found.getType() != InternalMemwrightLexer.RULE_ID) {
            LangIssue issue = UNITS.contains(text) ? LangIssue.NAME_IS_UNIT : LangIssue.NAME_IS_KEYWORD;
            return new SyntaxErrorMessage(issue.text(text), issue.code(), new String[] {"^" + text});
        }
        return message(LangIssue.NAME_MISSING, "'" + text + "'");
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

    private static String shown(@Nullable String text) {
        String whole = text == null ? "" : text;
        return whole.length() <= MOST_SHOWN ? whole : whole.substring(0, MOST_SHOWN - 3) + "...";
    }

    /** Whether the parser was inside one of some rules of the grammar. */
    private static boolean isIn(Set<String> rules, @Nullable INode node) {
        INode at = node;
        for (int i = 0; at != null && i < 3; i++) {
            EObject grammar = at.getGrammarElement();
            AbstractRule rule = grammar instanceof RuleCall call
                    ? call.getRule()
                    : grammar == null ? null : GrammarUtil.containingRule(grammar);
            if (rule != null && rules.contains(rule.getName())) {
                return true;
            }
            at = at.getParent();
        }
        return false;
    }

    /** What may stand in the block of a declaration or part. */
    private static List<String> members(@Nullable EObject owner) {
        return switch (owner) {
            case Hardware hardware -> List.of("compute", "tier", "link", "use", "calibrate", "a property");
            case ComputeUnit unit -> List.of("peak", "a property");
            case Tier tier -> List.of("a property");
            case Link link -> List.of("a property");
            case Model model -> List.of("a property");
            case Workload workload -> List.of("task", "a property");
            case Memory memory -> List.of("param", "store", "keep", "on");
            case Task task -> List.of("goal", "in", "out", "step");
            case Step step -> List.of("in", "out", "step");
            case Experiment experiment ->
                new ArrayList<>(List.of(
                        "on",
                        "split",
                        "model",
                        "workload",
                        "serving",
                        "compare",
                        "vary",
                        "slo",
                        "measure",
                        "expect",
                        "repeat"));
            case null, default -> List.of();
        };
    }

    /** What the parser waited for, where it waited for one thing; otherwise empty. */
    private static String expected(IParserErrorContext context, RecognitionException error) {
        if (!(error instanceof MismatchedTokenException mismatch)) {
            return "";
        }
        String @Nullable [] names = context.getTokenNames();
        int wanted = mismatch.expecting;
        if (wanted == Token.EOF) {
            return "the end of the file";
        }
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

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.parser.antlr.internal.InternalMemwrightLexer;
import org.memwright.lang.syntax.BoundedLexer;
import org.memwright.units.Units;

/**
 * What surrounds a caret, told from the words before it: blocks, the clause, calls. Needs no text that parses, for while one types
 * there is none.
 *
 * <p>Cost: linear in the text.
 */
final class Surroundings {
    private static final Set<String> UNITS = Set.copyOf(Units.atoms());
    private static final Set<String> FLAGS = Set.of("gated", "tied", "biased", "qkv_biased", "qk_norm");
    private static final Pattern UNIT_BEING_WRITTEN = Pattern.compile(
            "(?<![A-Za-z_0-9.])[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?( *)((?:[A-Za-z]+/?[A-Za-z]*|/[A-Za-z]*|%)?)$");

    /** Kinds of blocks, with the words that begin a clause in them. */
    enum Block {
        FILE("package", "import", "hardware", "model", "memory", "workload", "task", "experiment"),
        HARDWARE("compute", "tier", "link", "use", "calibrate"),
        COMPUTE("peak"),
        TIER(),
        LINK(),
        MODEL(),
        MEMORY("param", "store", "keep", "on"),
        WORKLOAD("task"),
        TASK("goal", "in", "out", "step"),
        STEP("in", "out", "step"),
        EXPERIMENT(
                "on", "split", "model", "workload", "serving", "compare", "vary", "slo", "measure", "expect", "repeat");

        private final ImmutableSet<String> starts;

        Block(String... starts) {
            this.starts = ImmutableSet.copyOf(starts);
        }

        private boolean hasProperties() {
            return this == HARDWARE
                    || this == COMPUTE
                    || this == TIER
                    || this == LINK
                    || this == MODEL
                    || this == WORKLOAD;
        }

        private static Block of(String word) {
            for (Block block : values()) {
                if (block.name().toLowerCase(java.util.Locale.ROOT).equals(word)) {
                    return block;
                }
            }
            return FILE;
        }
    }

    /**
     * A bracket that is open at the caret.
     *
     * <p>{@code callee} is the word before it, empty for brackets around an expression; {@code receiver} the word before {@code
     * .callee}, empty where there is none.
     */
    static final class Call {
        final String callee;
        final String receiver;
        /** Names of the arguments before, and of this one. */
        final Set<String> named = new HashSet<>();
        /** Arguments without a name before this one. */
        int position;
        /** The name of this argument; empty where it has none so far. */
        String argument = "";
        /** The words of this argument after its name. */
        final List<String> words = new ArrayList<>();
        /** All words since the bracket. */
        final List<String> all = new ArrayList<>();

        Call(String callee, String receiver) {
            this.callee = callee;
            this.receiver = receiver;
        }
    }

    /** A block that is open at the caret. */
    static final class Level {
        final Block block;
        /** The clause that opened it, such as {@code tier hbm on gpu}. */
        final List<String> header;
        /** The clauses before the one at the caret, each with its words outside of brackets. */
        final List<List<String>> before = new ArrayList<>();
        /** The words of the clause at the caret that stand outside of brackets; a closed bracket is {@code )}. */
        List<String> clause = new ArrayList<>();
        /** The variables of the {@code on} clause at the caret. */
        List<String> variables = new ArrayList<>();

        Level(Block block, List<String> header) {
            this.block = block;
            this.header = header;
        }

        /** The name of what the block belongs to; empty where there is none. */
        String name() {
            return header.size() > 1 ? header.get(1) : "";
        }

        void next() {
            if (!clause.isEmpty()) {
                before.add(clause);
            }
            clause = new ArrayList<>();
            variables = new ArrayList<>();
        }
    }

    private final List<Level> levels = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private boolean nowhere;
    private Span replaced;
    private String prefix = "";
    private @Nullable Unit unit;

    /**
     * A unit that is being written.
     *
     * @param written what there is of it
     * @param spaced whether a space is between it and its number
     */
    record Unit(String written, Span span, boolean spaced) {}

    Surroundings(String text, int caret) {
        replaced = new Span(caret, 0);
        levels.add(new Level(Block.FILE, List.of()));
        var lexer = new BoundedLexer();
        lexer.setCharStream(new ANTLRStringStream(text));
        int offset = 0;
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            String word = token.getText();
            int end = offset + word.length();
            if (offset >= caret) {
                break;
            }
            if (end >= caret && reaches(token, word, offset, end, caret, text)) {
                break;
            }
            if (!isHidden(token)) {
                take(word);
            }
            offset = end;
        }
        String line = text.substring(text.lastIndexOf('\n', Math.max(0, caret - 1)) + 1, caret);
        Matcher number = UNIT_BEING_WRITTEN.matcher(line);
        if (!nowhere && number.find()) {
            String written = number.group(2);
            unit = new Unit(
                    written,
                    new Span(caret - written.length(), written.length()),
                    !number.group(1).isEmpty());
        }
    }

    /** A token at whose end or in which the caret is. */
    private boolean reaches(Token token, String word, int offset, int end, int caret, String text) {
        int type = token.getType();
        boolean inside = end > caret;
        boolean unclosed = type == InternalMemwrightLexer.RULE_ANY_OTHER && word.equals("\"");
        boolean inText = inside
                && (type == InternalMemwrightLexer.RULE_ML_COMMENT || type == InternalMemwrightLexer.RULE_STRING);
        boolean inLineComment = type == InternalMemwrightLexer.RULE_SL_COMMENT
                && !text.substring(offset, caret).endsWith("\n");
        if (unclosed || inText || inLineComment) {
            nowhere = true;
            return true;
        }
        if (Character.isLetter(word.charAt(0)) || word.charAt(0) == '_' || word.charAt(0) == '^') {
            prefix = text.substring(offset, caret);
            replaced = Span.between(offset, end);
            return true;
        }
        if (inside) {
            nowhere = type == InternalMemwrightLexer.RULE_NUMBER;
            return !isHidden(token);
        }
        return false;
    }

    private static boolean isHidden(Token token) {
        return token.getType() == InternalMemwrightLexer.RULE_WS
                || token.getType() == InternalMemwrightLexer.RULE_SL_COMMENT
                || token.getType() == InternalMemwrightLexer.RULE_ML_COMMENT;
    }

    private void take(String word) {
        Level level = levels.getLast();
        switch (word) {
            case "{" -> {
                calls.clear();
                String first = level.clause.isEmpty() ? "" : level.clause.getFirst();
                levels.add(new Level(Block.of(first), List.copyOf(level.clause)));
                level.next();
            }
            case "}" -> {
                calls.clear();
                if (levels.size() > 1) {
                    levels.removeLast();
                    levels.getLast().next();
                } else {
                    level.next();
                }
            }
            case "(" -> {
                List<String> words = words();
                String callee = words.isEmpty() || !isWord(words.getLast()) ? "" : words.getLast();
                boolean selected =
                        words.size() > 2 && words.get(words.size() - 2).equals(".");
                calls.add(new Call(callee, selected ? words.get(words.size() - 3) : ""));
            }
            case ")" -> {
                if (!calls.isEmpty()) {
                    Call closed = calls.removeLast();
                    if (calls.isEmpty()
                            && level.clause.size() == 2
                            && level.clause.getFirst().equals("on")) {
                        level.variables.addAll(
                                closed.all.stream().filter(w -> !w.equals(",")).toList());
                    }
                }
                words().add(")");
            }
            default -> {
                if (calls.isEmpty()) {
                    clause(level, word);
                } else {
                    argument(calls.getLast(), word);
                }
            }
        }
    }

    private static void argument(Call call, String word) {
        call.all.add(word);
        switch (word) {
            case "," -> {
                if (call.argument.isEmpty()) {
                    call.position++;
                }
                call.argument = "";
                call.words.clear();
            }
            case ":" -> {
                call.argument = call.words.isEmpty() ? "" : call.words.getLast();
                call.named.add(call.argument);
                call.words.clear();
            }
            default -> call.words.add(word);
        }
    }

    private static void clause(Level level, String word) {
        if (begins(level, word)) {
            level.next();
        }
        level.clause.add(word);
    }

    /** Whether a word begins another clause. */
    private static boolean begins(Level level, String word) {
        List<String> clause = level.clause;
        if (clause.isEmpty()) {
            return false;
        }
        String last = clause.getLast();
        if (last.equals("for") || last.equals("extends") || last.equals("as")) {
            return false; // names an engine, such as task, or something declared
        }
        boolean continues = last.equals(".") || (level.block != Block.FILE && (last.equals(",") || isOperator(last)));
        if (level.block.starts.contains(word) && !continues) {
            return true;
        }
        return level.block.hasProperties() && isWord(word) && !continues && isComplete(clause, word);
    }

    /** Whether a property, or a use or calibration, ends before a word. */
    private static boolean isComplete(List<String> clause, String word) {
        String first = clause.getFirst();
        String last = clause.getLast();
        return switch (first) {
            case "compute", "tier", "link" -> false;
            case "use" -> clause.contains("as") && !last.equals("as");
            case "calibrate" -> last.startsWith("\"");
            case "peak" -> clause.size() > 2 && !(isNumber(last) && UNITS.contains(word));
            default ->
                FLAGS.contains(first)
                        || (clause.size() > 1
                                && !last.equals("from")
                                && isOperandEnd(last)
                                && !(isNumber(last) && UNITS.contains(word)));
        };
    }

    /** Whether nothing can be written here: in a comment, a text or a number. */
    boolean isNowhere() {
        return nowhere;
    }

    /** The part of a word before the caret. */
    String prefix() {
        return prefix;
    }

    /** The word that the caret is in, or the place between two. */
    Span replaced() {
        return replaced;
    }

    /** The unit that is or may be written at the caret, if the caret is after a number; else null. */
    @Nullable
    Unit unit() {
        return unit;
    }

    Level level() {
        return levels.getLast();
    }

    /** The open blocks, the outermost first; the first is the file. */
    List<Level> levels() {
        return levels;
    }

    /** The open calls, the outermost first. */
    List<Call> calls() {
        return calls;
    }

    /** The words of the clause, or of the innermost open bracket's argument. */
    List<String> words() {
        return calls.isEmpty() ? level().clause : calls.getLast().words;
    }

    /** Whether an operand may stand here: at the start of an expression or after an operator. */
    static boolean wantsOperand(List<String> words) {
        return words.isEmpty() || !isOperandEnd(words.getLast());
    }

    static boolean isWord(String word) {
        return Character.isLetter(word.charAt(0)) || word.charAt(0) == '_' || word.charAt(0) == '^';
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    private static boolean isOperator(String word) {
        return Set.of("+", "-", "*", "/", "|>", "<", "<=", ">", ">=", "==", "!=", "=")
                .contains(word);
    }

    private static boolean isOperandEnd(String word) {
        return isWord(word)
                || isNumber(word)
                || word.equals(")")
                || word.equals("]")
                || word.equals("%")
                || word.startsWith("\"");
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/**
 * Shows how a mechanism is written: of the kv engine, a line of a file that is right as it stands; of an engine whose programs
 * need stores and events of their own, the call alone.
 */
final class Examples {
    private Examples() {}

    /** Such as {@code store cache : pages(size: 16 tokens) in hbm}. */
    static String of(MechanismWord word, Vocabulary vocabulary) {
        String call = call(word, vocabulary, 0);
        if (!word.engines().contains("kv")) {
            return call;
        }
        return switch (word.kind()) {
            case LAYOUT -> "store cache : " + call + " in hbm";
            case SELECTOR -> "keep cache : " + call;
            case OVERFLOW -> "keep cache : recent(128 tokens) else " + call;
            case ACTION ->
                "on " + (word.events().isEmpty() ? "full" : word.events().getFirst()) + " : " + call;
            case SCORE -> "keep cache : top(512 tokens, by: " + call + ")";
            case QUANTISER -> "store cache : kv(keys: " + call + ") in hbm";
            case SCHEDULER -> "serving " + call;
            case SOURCE -> "requests from " + call;
            case ARRIVAL -> "arrival " + call;
            case LENGTH -> "prompt " + call;
            case PREFIX -> "prefix " + call;
        };
    }

    private static String call(MechanismWord word, Vocabulary vocabulary, int depth) {
        List<ParamWord> needed =
                word.params().stream().filter(ParamWord::isRequired).toList();
        List<ParamWord> shown = needed.isEmpty()
                ? word.params().stream().filter(ParamWord::hasDefault).limit(2).toList()
                : needed;
        return word.name()
                + shown.stream()
                        .map(p -> (p == word.params().getFirst() && p.isRequired() ? "" : p.name() + ": ")
                                + (p.isRequired() ? value(p, word, vocabulary, depth) : p.byDefault()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String value(ParamWord param, MechanismWord of, Vocabulary vocabulary, int depth) {
        if (!param.choices().isEmpty() && param.type() != ParamType.FORMULA) {
            return param.choices().getFirst();
        }
        return switch (param.type()) {
            case TOKENS, TOKENS_OR_RATIO -> within(param, param.name().equals("min") ? "16 tokens" : "512 tokens");
            case COUNT -> within(param, "4");
            case NUMBER -> within(param, "1.2");
            case RATIO -> within(param, "20%");
            case BYTES -> within(param, "2 MiB");
            case TIME -> within(param, "50 ms");
            case RATE -> within(param, "4 /s");
            case BANDWIDTH -> within(param, "30 GB/s");
            case WORD -> "word";
            case NAME -> param.name().toUpperCase(Locale.ROOT);
            case FILE -> of.name().equals("csv") ? "\"trace.csv\"" : "\"trace.jsonl\"";
            case TIER -> "dram";
            case STORE -> "cold";
            case PLACE -> "dram";
            case VERSION -> "0.19";
            case MECHANISM -> mechanism(param, of, vocabulary, depth);
            case ITEMS -> "query";
            case FORMULA -> "strength > 1";
        };
    }

    private static String mechanism(ParamWord param, MechanismWord of, Vocabulary vocabulary, int depth) {
        for (MechanismKind kind : param.kinds()) {
            for (MechanismWord word : vocabulary.mechanisms(of.engines().getFirst(), kind)) {
                if (depth < 3) {
                    return call(word, vocabulary, depth + 1);
                }
            }
        }
        return "...";
    }

    private static String within(ParamWord param, String usual) {
        Quantity quantity = Quantity.parse(usual);
        double base = Math.clamp(quantity.base(), param.min(), param.max());
        return base == quantity.base()
                ? usual
                : Quantity.inBase(base, quantity.dimension()).toString();
    }

    static Dimension dimension(ParamType type) {
        return switch (type) {
            case TOKENS, TOKENS_OR_RATIO -> Dimension.TOKENS;
            case BYTES -> Dimension.BYTES;
            case TIME -> Dimension.TIME;
            case RATE -> Dimension.RATE;
            case BANDWIDTH -> Dimension.BANDWIDTH;
            default -> Dimension.NUMBER;
        };
    }
}

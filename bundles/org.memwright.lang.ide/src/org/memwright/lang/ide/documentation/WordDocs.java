/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.documentation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.memwright.hardware.Precision;
import org.memwright.lang.properties.PropertyType;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.MetricArgument;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Dimension;
import org.memwright.units.Format;
import org.memwright.units.Quantity;
import org.memwright.units.Unit;

/** Markdown about words of the vocabulary: mechanisms, metrics, properties, units. */
public final class WordDocs {
    private WordDocs() {}

    /** Signature, meaning, parameters with unit, range and default, source. */
    public static String mechanism(MechanismWord word) {
        return new Markdown()
                .add(Markdown.code(word.signature()))
                .add("*" + word.kind().label() + " of " + String.join(", ", word.engines()) + "*")
                .add(word.doc())
                .list(word.params().stream().map(WordDocs::line).toList())
                .add(word.events().isEmpty() ? "" : "At: " + String.join(", ", word.events()))
                .add("Source: " + word.source())
                .toString();
    }

    private static String line(ParamWord param) {
        return Markdown.inline(param.name()) + " " + expected(param) + "; " + byDefault(param) + ". " + param.doc();
    }

    /** One parameter: what it takes, its range and default. */
    public static String parameter(MechanismWord mechanism, ParamWord param) {
        return new Markdown()
                .add("**" + param.name() + "** of " + Markdown.inline(mechanism.signature()))
                .add(param.doc())
                .list(List.of(expected(param), byDefault(param)))
                .toString();
    }

    /** One of the words that a parameter takes. */
    public static String choice(MechanismWord mechanism, ParamWord param, String choice) {
        return new Markdown()
                .add("**" + choice + "**, one of " + String.join(", ", param.choices()))
                .add(Markdown.inline(param.name()) + " of " + Markdown.inline(mechanism.signature()) + ": "
                        + param.doc())
                .add(byDefault(param))
                .toString();
    }

    private static String byDefault(ParamWord param) {
        return param.isRequired()
                ? "required"
                : param.hasDefault() ? "default " + Markdown.inline(param.byDefault()) : "may be left out";
    }

    /** What a parameter takes, with its range. */
    public static String expected(ParamWord param) {
        String expected = switch (param.type()) {
            case WORD ->
                "one of " + param.choices().stream().map(Markdown::inline).collect(Collectors.joining(", "));
            case MECHANISM -> param.kinds().stream().map(MechanismKind::label).collect(Collectors.joining(" or "));
            default -> param.type().label();
        };
        String range = range(param);
        return range.isEmpty() ? expected : expected + ", " + range;
    }

    private static String range(ParamWord param) {
        Optional<Dimension> dimension = dimension(param.type());
        boolean least = param.min() != Double.NEGATIVE_INFINITY;
        boolean most = param.max() != Double.POSITIVE_INFINITY;
        if (dimension.isEmpty() || (!least && !most)) {
            return "";
        }
        String from = amount(param.min(), dimension.get());
        String to = amount(param.max(), dimension.get());
        if (least && most) {
            return from + " to " + to;
        }
        return least ? param.min() == Double.MIN_VALUE ? "above 0" : "at least " + from : "at most " + to;
    }

    private static String amount(double base, Dimension dimension) {
        return base == Double.MIN_VALUE ? "above 0" : Format.of(base, dimension);
    }

    /** The dimension that a parameter's values have; empty for words and mechanisms. */
    public static Optional<Dimension> dimension(ParamType type) {
        return switch (type) {
            case TOKENS, TOKENS_OR_RATIO -> Optional.of(Dimension.TOKENS);
            case COUNT, NUMBER, RATIO, VERSION -> Optional.of(Dimension.NUMBER);
            case BYTES -> Optional.of(Dimension.BYTES);
            case TIME -> Optional.of(Dimension.TIME);
            case RATE -> Optional.of(Dimension.RATE);
            case BANDWIDTH -> Optional.of(Dimension.BANDWIDTH);
            default -> Optional.empty();
        };
    }

    /** What a metric measures, how it is computed, its unit and argument. */
    public static String metric(String engine, MetricWord word) {
        String argument = word.argument() == MetricArgument.NONE
                ? ""
                : "of " + word.argument().label() + ": "
                        + Markdown.inline(word.name() + "(" + example(word.argument()) + ")");
        String better = switch (word.better()) {
            case HIGHER -> "higher is better";
            case LOWER -> "lower is better";
            case NEITHER -> "";
        };
        return new Markdown()
                .add("**" + word.name() + "**, metric of " + engine)
                .add(word.doc())
                .add("= " + word.formula())
                .list(List.of(
                        word.unit().isEmpty() ? "a plain number" : "in " + Markdown.inline(word.unit()),
                        argument,
                        word.better() == Better.NEITHER ? "" : better))
                .toString();
    }

    /** How an argument of a metric is written. */
    public static String example(MetricArgument argument) {
        return switch (argument) {
            case NONE -> "";
            case STATISTIC -> "p50, p99";
            case TIER -> "hbm";
            case TIER_OR_LINK -> "hbm";
            case RESOURCE -> "gpu";
            case THING -> "tokens";
            case COUNT -> "10";
        };
    }

    /** What a property means, what it takes and what holds where it is left out. */
    public static String property(PropertyWord word) {
        List<String> facts = new ArrayList<>();
        if (word.type() != PropertyType.FLAG) {
            facts.add("takes " + word.expected());
        }
        facts.add(word.required() ? "required" : "default: " + word.byDefault());
        return new Markdown()
                .add("**" + word.name() + "**, property of a " + word.owner().label())
                .add(word.doc())
                .list(facts)
                .add(Markdown.code(word.example()))
                .toString();
    }

    /** A number with its unit: the same in base units, what the unit is. */
    public static String amount(Quantity quantity) {
        Unit unit = quantity.unit();
        List<String> facts = new ArrayList<>();
        facts.add(quantity.dimension().describe());
        if (unit.factor() != 1 || unit.equals(Unit.PERCENT)) {
            facts.add(factor(unit));
        }
        String read = Format.of(quantity.base(), quantity.dimension());
        String written = quantity.toString();
        return new Markdown()
                .add("**" + written + "**" + (read.equals(written) ? "" : " = " + read))
                .list(facts)
                .toString();
    }

    /** A unit: its dimension and how many base units it is. */
    public static String unit(Unit unit) {
        return new Markdown()
                .add("**" + unit.symbol() + "**")
                .list(List.of(unit.dimension().describe(), unit.factor() == 1 ? "the base unit" : factor(unit)))
                .toString();
    }

    /** {@code 1 GiB = 1073741824 B}. */
    private static String factor(Unit unit) {
        String base = unit.dimension().baseSymbol();
        String one = unit.equals(Unit.PERCENT) ? "1%" : "1 " + unit.symbol();
        BigDecimal factor = BigDecimal.valueOf(unit.factor()).stripTrailingZeros();
        String plain = factor.toPlainString();
        return one + " = " + (plain.length() <= 16 ? plain : factor.toEngineeringString())
                + (base.isEmpty() ? "" : " " + base);
    }

    /** An engine: what it runs, its events and metrics; or that it is not built. */
    public static String engine(Vocabulary vocabulary, String name) {
        Optional<EngineWord> word = vocabulary.engineWord(name);
        if (word.isEmpty()) {
            return new Markdown()
                    .add("**" + name + "**, engine")
                    .add(
                            Vocabulary.ENGINES.contains(name)
                                    ? "Not built yet: its files can be checked, not run."
                                    : "There is no engine of that name.")
                    .toString();
        }
        return new Markdown()
                .add("**" + name + "**, engine")
                .add(word.get().doc())
                .add("Events: " + String.join(", ", word.get().events().keySet()))
                .add("Workloads: " + String.join(", ", word.get().workloads()))
                .add("Metrics: "
                        + word.get().metrics().stream().map(MetricWord::name).collect(Collectors.joining(", ")))
                .toString();
    }

    /** An event: what happened. */
    public static String event(Vocabulary vocabulary, String engine, String event) {
        String doc = vocabulary
                .engineWord(engine)
                .map(word -> word.events().getOrDefault(event, ""))
                .orElse("");
        return new Markdown()
                .add("**" + event + "**, event" + (engine.isEmpty() ? "" : " of " + engine))
                .add(doc.isEmpty() ? "" : doc.substring(0, 1).toUpperCase(Locale.ROOT) + doc.substring(1) + ".")
                .toString();
    }

    /** A number format. */
    public static String precision(Precision precision) {
        return new Markdown()
                .add("**" + precision.word() + "**, number format")
                .add(precision.bits() + " bits a number; a unit without a peak for it computes in "
                        + precision.computedAs().stream()
                                .skip(1)
                                .map(Precision::word)
                                .collect(Collectors.joining(", then ")))
                .toString();
    }
}

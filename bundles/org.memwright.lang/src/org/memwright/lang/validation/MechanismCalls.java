/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Formulas;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.Variables;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.model.Argument;
import org.memwright.model.Call;
import org.memwright.model.Expression;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Pipe;
import org.memwright.model.Reference;
import org.memwright.model.Select;
import org.memwright.model.StringLiteral;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/**
 * Checks calls against the vocabulary of an engine that is built: the name, the kind, the event, and each argument's parameter,
 * type and range.
 */
final class MechanismCalls {
    /** Takes what is wrong. */
    interface Problems {
        void report(EObject at, LangIssue issue, List<String> data, String message);
    }

    /** Takes a name of a place, which only an experiment's hardware can tell to be there. */
    interface Places {
        void used(EObject at, MechanismWord mechanism, ParamWord param, String place);
    }

    private final EngineWords words;
    private final String engine;
    private final Evaluator values;
    private final Set<String> stores;
    private final Problems problems;
    private final Places places;

    /**
     * @param words the vocabulary
     * @param engine whose mechanisms may be called
     * @param values the values of names
     * @param stores the names of the stores of the memory; empty outside of one
     */
    MechanismCalls(
            EngineWords words, String engine, Evaluator values, Set<String> stores, Problems problems, Places places) {
        this.words = words;
        this.engine = engine;
        this.values = values;
        this.stores = stores;
        this.problems = problems;
        this.places = places;
    }

    /**
     * Checks a call, or calls joined by {@code |>}.
     *
     * @param event the event that it stands at; empty where it stands at none
     */
    void check(@Nullable Expression written, List<MechanismKind> kinds, String event) {
        Deque<Expression> open = new ArrayDeque<>();
        if (written != null) {
            open.push(written);
        }
        while (!open.isEmpty()) {
            Expression at = resolve(open.pop());
            switch (at) {
                case Pipe pipe -> {
                    push(open, pipe.getRight());
                    push(open, pipe.getLeft());
                }
                case Call call -> call(at, call.getName(), null, call.getArguments(), kinds, event);
                case Reference reference when kinds.contains(MechanismKind.ACTION) && brings(reference) -> {}
                case Reference reference -> call(at, reference.getName(), null, List.of(), kinds, event);
                case Select select
                when kinds.contains(MechanismKind.ACTION) && select.getTarget() instanceof Reference store ->
                    method(select, store, kinds, event);
                default ->
                    report(
                            at,
                            LangIssue.NOT_A_MECHANISM,
                            List.of(),
                            Positions.text(at),
                            labels(kinds),
                            Nearest.list(candidates(kinds)));
            }
        }
    }

    /** Whether a name stands for items: a variable of the event, or a store. */
    private boolean brings(Reference name) {
        return stores.contains(name.getName()) || Variables.isVariable(name);
    }

    /** A call written behind its store: {@code events.nearest(query)} is {@code nearest(events, query)}. */
    private void method(Select select, Reference store, List<MechanismKind> kinds, String event) {
        if (!stores.contains(store.getName())) {
            String nearest = Nearest.to(String.valueOf(store.getName()), stores);
            report(
                    store,
                    LangIssue.STORE_UNKNOWN,
                    nearest.isEmpty() ? List.of() : List.of(nearest),
                    store.getName(),
                    Nearest.question(nearest),
                    Nearest.list(stores));
            return;
        }
        call(select, select.getName(), store, select.getArguments(), kinds, event);
    }

    private void report(EObject at, LangIssue issue, List<String> data, Object... details) {
        problems.report(at, issue, data, issue.text(details));
    }

    private static void push(Deque<Expression> open, @Nullable Expression expression) {
        if (expression != null) {
            open.push(expression);
        }
    }

    private Expression resolve(Expression expression) {
        try {
            return values.resolve(expression);
        } catch (EvaluationFailure circle) {
            return expression;
        }
    }

    private void call(
            Expression at,
            @Nullable String name,
            @Nullable Reference store,
            List<Argument> arguments,
            List<MechanismKind> kinds,
            String event) {
        if (name == null) {
            return;
        }
        MechanismWord word = find(name, kinds);
        if (word == null) {
            unknown(at, name, kinds);
            return;
        }
        if (!event.isEmpty() && !word.events().isEmpty() && !word.events().contains(event)) {
            report(at, LangIssue.MECHANISM_WRONG_EVENT, word.events(), name, event, Nearest.list(word.events()));
        }
        boolean onStore = !word.params().isEmpty() && word.params().getFirst().type() == ParamType.STORE;
        if (store != null && !onStore) {
            report(at, LangIssue.NOT_A_MECHANISM, List.of(), Positions.text(at), labels(kinds), word.signature());
            return;
        }
        arguments(at, word, store, arguments);
    }

    private void unknown(Expression at, String name, List<MechanismKind> kinds) {
        List<String> candidates = candidates(kinds);
        for (MechanismWord other : words.vocabulary().mechanisms()) {
            if (other.name().equals(name) && other.engines().contains(engine)) {
                report(
                        at,
                        LangIssue.MECHANISM_WRONG_KIND,
                        List.of(),
                        name,
                        withArticle(other.kind().label()),
                        labels(kinds),
                        Nearest.list(candidates));
                return;
            }
        }
        String nearest = Nearest.to(name, candidates);
        report(
                at,
                LangIssue.MECHANISM_UNKNOWN,
                nearest.isEmpty() ? List.of() : List.of(nearest),
                engine,
                kinds.getFirst().label(),
                name,
                Nearest.question(nearest),
                Nearest.list(candidates));
    }

    private static String labels(List<MechanismKind> kinds) {
        return withArticle(kinds.getFirst().label());
    }

    private static String withArticle(String label) {
        return ("aeio".indexOf(label.charAt(0)) >= 0 ? "an " : "a ") + label;
    }

    private @Nullable MechanismWord find(String name, List<MechanismKind> kinds) {
        for (MechanismKind kind : kinds) {
            MechanismWord word = words.mechanism(engine, kind, name).orElse(null);
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    private List<String> candidates(List<MechanismKind> kinds) {
        return kinds.stream()
                .flatMap(kind -> words.vocabulary().mechanisms(engine, kind).stream())
                .map(MechanismWord::name)
                .distinct()
                .sorted()
                .toList();
    }

    private void arguments(Expression at, MechanismWord word, @Nullable Reference store, List<Argument> arguments) {
        Map<String, Argument> named = new HashMap<>();
        for (Argument argument : arguments) {
            String name = argument.getName();
            if (name == null) {
                continue;
            }
            if (word.param(name).isEmpty()) {
                List<String> known = word.params().stream().map(ParamWord::name).toList();
                String nearest = Nearest.to(name, known);
                report(
                        argument,
                        LangIssue.ARGUMENT_UNKNOWN,
                        nearest.isEmpty() ? List.of() : List.of(nearest),
                        word.name(),
                        name,
                        Nearest.question(nearest),
                        word.signature());
            } else if (named.put(name, argument) != null) {
                report(argument, LangIssue.ARGUMENT_TWICE, List.of(), word.name(), name);
            }
        }
        List<ParamWord> free = new ArrayList<>(word.params());
        free.removeIf(param -> named.containsKey(param.name()));
        if (store != null) {
            free.remove(word.params().getFirst());
        }
        Deque<ParamWord> next = new ArrayDeque<>(free);
        for (Argument argument : arguments) {
            if (argument.getName() != null || argument.getValue() == null) {
                continue;
            }
            ParamWord param = next.poll();
            if (param == null) {
                report(
                        argument,
                        LangIssue.ARGUMENT_TOO_MANY,
                        List.of(),
                        word.name(),
                        word.params().size(),
                        Positions.text(argument),
                        word.signature());
                break;
            }
            named.put(param.name(), argument);
        }
        for (ParamWord param : word.params()) {
            Argument argument = named.get(param.name());
            if (argument != null && argument.getValue() != null) {
                value(argument.getValue(), word, param);
            } else if (argument == null
                    && param.isRequired()
                    && !(store != null && param.equals(word.params().getFirst()))) {
                report(
                        at,
                        LangIssue.ARGUMENT_MISSING,
                        List.of(param.name()),
                        word.name(),
                        param.name(),
                        param.type().label(),
                        word.signature());
            }
        }
    }

    private void value(Expression written, MechanismWord word, ParamWord param) {
        boolean choice = written instanceof Reference name && param.choices().contains(name.getName());
        Expression value = choice ? written : resolve(written);
        switch (param.type()) {
            case TOKENS, TOKENS_OR_RATIO, COUNT, NUMBER, RATIO, BYTES, TIME, RATE, BANDWIDTH ->
                amount(written, value, word, param);
            case WORD -> choice(written, value, word, param);
            case NAME -> {
                if (!(value instanceof Reference) && !(value instanceof StringLiteral)) {
                    wrong(written, word, param, "");
                }
            }
            case TIER, STORE, PLACE -> place(written, value, word, param);
            case FILE -> file(written, value, word, param);
            case VERSION -> {
                boolean version = value instanceof Reference
                        || value instanceof StringLiteral
                        || (value instanceof NumberLiteral number && number.getUnit() == null);
                if (!version) {
                    wrong(written, word, param, "");
                }
            }
            case MECHANISM -> check(value, param.kinds(), "");
            case ITEMS -> {
                if (!(written instanceof StringLiteral)) {
                    check(written, List.of(MechanismKind.ACTION), "");
                }
            }
            case FORMULA -> formula(written, param);
        }
    }

    private void formula(Expression written, ParamWord param) {
        try {
            Formulas.of(written, values, param);
        } catch (EvaluationFailure failure) {
            problems.report(failure.source(), failure.issue(), failure.data(), String.valueOf(failure.getMessage()));
        } catch (IllegalArgumentException incomplete) {
            // the syntax error is reported already
        }
    }

    private void wrong(Expression at, MechanismWord word, ParamWord param, String hint) {
        report(
                at,
                LangIssue.ARGUMENT_WRONG,
                List.of(),
                param.name(),
                word.name(),
                param.choices().isEmpty() ? param.type().label() : "one of " + Nearest.list(param.choices()),
                Positions.text(at),
                hint);
    }

    private void choice(Expression written, Expression value, MechanismWord word, ParamWord param) {
        if (!(value instanceof Reference reference)) {
            wrong(written, word, param, "");
        } else if (!param.choices().isEmpty() && !param.choices().contains(reference.getName())) {
            wrong(written, word, param, Nearest.question(Nearest.to(reference.getName(), param.choices())));
        }
    }

    private void place(Expression written, Expression value, MechanismWord word, ParamWord param) {
        if (!(value instanceof Reference reference) || reference.getName() == null) {
            wrong(written, word, param, "");
            return;
        }
        String name = reference.getName();
        if (stores.contains(name) && param.type() != ParamType.TIER) {
            return;
        }
        if (param.type() == ParamType.STORE) {
            wrong(
                    written,
                    word,
                    param,
                    Nearest.question(Nearest.to(name, stores)) + " Stores are " + Nearest.list(stores) + ".");
        } else {
            places.used(written, word, param, name);
        }
    }

    private void file(Expression written, Expression value, MechanismWord word, ParamWord param) {
        if (!(value instanceof StringLiteral text)) {
            wrong(written, word, param, "");
            return;
        }
        URI holder = text.eResource() == null ? null : text.eResource().getURI();
        if (holder == null || !holder.isFile() || text.getValue() == null) {
            return;
        }
        try {
            Path file = Path.of(holder.toFileString()).resolveSibling(text.getValue());
            if (!Files.exists(file)) {
                report(written, LangIssue.DATA_FILE_MISSING, List.of(), text.getValue());
            }
        } catch (InvalidPathException unusable) {
            wrong(written, word, param, "");
        }
    }

    private void amount(Expression written, Expression value, MechanismWord word, ParamWord param) {
        Quantity quantity;
        try {
            quantity = values.quantity(value);
        } catch (EvaluationFailure failure) {
            if (failure.issue() == LangIssue.VALUE_UNKNOWN && failure.source().equals(written)) {
                wrong(
                        written,
                        word,
                        param,
                        Nearest.question(
                                failure.data().isEmpty() ? "" : failure.data().getFirst()));
            } else if (failure.issue() == LangIssue.NOT_A_QUANTITY) {
                wrong(written, word, param, "");
            } else if (failure.issue() != LangIssue.SYNTAX && !UnitChecks.ISSUES.contains(failure.issue())) {
                problems.report(
                        failure.source(), failure.issue(), failure.data(), String.valueOf(failure.getMessage()));
            }
            return;
        }
        Quantity fitting = fit(quantity, param.type());
        if (fitting == null) {
            wrong(written, word, param, written.equals(value) ? "" : " Its value is " + quantity + ".");
            return;
        }
        double base = fitting.base();
        boolean share =
                param.type() == ParamType.TOKENS_OR_RATIO && fitting.dimension().equals(Dimension.NUMBER);
        double min = share ? Math.min(0, param.min()) : param.min();
        double max = share ? Math.min(1, param.max()) : param.max();
        if (base < min || base > max) {
            report(
                    written,
                    LangIssue.ARGUMENT_OUT_OF_RANGE,
                    List.of(),
                    param.name(),
                    word.name(),
                    quantity,
                    Ranges.text(min, max, fitting.dimension()));
        }
    }

    /** The quantity as a parameter of the type takes it; null where it does not. */
    static @Nullable Quantity fit(Quantity written, ParamType type) {
        boolean number = written.dimension().equals(Dimension.NUMBER);
        boolean whole = written.base() == Math.rint(written.base());
        return switch (type) {
            case TOKENS -> number && !written.isRatio() && whole ? tokens(written) : only(written, Dimension.TOKENS);
            case TOKENS_OR_RATIO -> {
                if (number) {
                    yield written.isRatio() || !whole ? written : tokens(written);
                }
                yield only(written, Dimension.TOKENS);
            }
            case COUNT -> number && whole && !written.isRatio() ? written : null;
            case NUMBER, RATIO -> only(written, Dimension.NUMBER);
            case BYTES -> only(written, Dimension.BYTES);
            case TIME -> only(written, Dimension.TIME);
            case RATE -> only(written, Dimension.RATE);
            case BANDWIDTH -> only(written, Dimension.BANDWIDTH);
            default -> null;
        };
    }

    private static Quantity tokens(Quantity count) {
        return Quantity.of(count.amount(), "tokens");
    }

    private static @Nullable Quantity only(Quantity quantity, Dimension dimension) {
        return quantity.dimension().equals(dimension) ? quantity : null;
    }
}

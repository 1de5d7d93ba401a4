/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Formulas;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.Variables;
import org.memwright.lang.issue.Nearest;
import org.memwright.model.Argument;
import org.memwright.model.Call;
import org.memwright.model.Expression;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Pipe;
import org.memwright.model.Reference;
import org.memwright.model.Select;
import org.memwright.model.StringLiteral;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/**
 * Turns calls of the text into calls of a plan: finds the mechanism, binds arguments to its parameters by position and name,
 * computes and checks their values, and fills in the defaults.
 */
final class CallBinder {
    private static final List<MechanismKind> ACTION = List.of(MechanismKind.ACTION);

    private final Vocabulary vocabulary;
    private final String engine;
    private final Fragments fragments;
    private final Problems problems;
    private final Set<String> defaults;

    /**
     * @param engine whose mechanisms may be called
     * @param fragments reads the defaults of parameters
     * @param defaults gets {@code mechanism.parameter = value} for what a call leaves out
     */
    CallBinder(Vocabulary vocabulary, String engine, Fragments fragments, Problems problems, Set<String> defaults) {
        this.vocabulary = vocabulary;
        this.engine = engine;
        this.fragments = fragments;
        this.problems = problems;
        this.defaults = defaults;
    }

    /** A call or pipeline of mechanisms of one of the kinds, or null, which is then reported. */
    @Nullable
    Value bind(Expression expression, Evaluator names, List<MechanismKind> kinds) {
        if (expression instanceof Pipe pipe) {
            List<MechanismCall> calls = new ArrayList<>();
            Deque<Expression> waiting = new ArrayDeque<>(List.of(pipe));
            while (!waiting.isEmpty()) {
                Expression next = waiting.pop();
                if (next instanceof Pipe inner) {
                    waiting.push(inner.getRight());
                    waiting.push(inner.getLeft());
                } else if (calls.isEmpty()
                        && next instanceof Reference items
                        && kinds.equals(ACTION)
                        && brings(items)) {
                    calls.add(new MechanismCall(items.getName(), Map.of(), Set.of(), Positions.of(items)));
                } else {
                    MechanismCall call = call(next, names, kinds);
                    if (call == null) {
                        return null;
                    }
                    calls.add(call);
                }
            }
            return new Value.Pipeline(calls);
        }
        return call(expression, names, kinds);
    }

    /** A call of a mechanism of one of the kinds, or null, which is then reported. */
    @Nullable
    MechanismCall call(Expression expression, Evaluator names, List<MechanismKind> kinds) {
        Expression at = problems.resolve(expression, names);
        return switch (at) {
            case Call call -> call(at, call.getName(), null, call.getArguments(), names, kinds);
            case Reference reference -> call(at, reference.getName(), null, List.of(), names, kinds);
            case Select select
            when select.getTarget() instanceof Reference store && kinds.contains(MechanismKind.ACTION) ->
                call(at, select.getName(), store, select.getArguments(), names, kinds);
            default -> {
                problems.add(
                        CompileIssue.NOT_A_MECHANISM,
                        at,
                        Positions.text(at),
                        kinds.getFirst().label(),
                        list(kinds));
                yield null;
            }
        };
    }

    private @Nullable MechanismCall call(
            Expression at,
            String name,
            @Nullable Reference store,
            List<Argument> arguments,
            Evaluator names,
            List<MechanismKind> kinds) {
        MechanismWord word = find(name, kinds);
        if (word == null) {
            problems.add(
                    CompileIssue.UNKNOWN_MECHANISM,
                    at,
                    engine,
                    kinds.getFirst().label(),
                    name,
                    Nearest.question(Nearest.to(name, candidates(kinds))),
                    list(kinds));
            return null;
        }
        Map<String, Argument> byName = assign(at, word, store, arguments);
        Map<String, Value> values = new LinkedHashMap<>();
        Set<String> defaulted = new LinkedHashSet<>();
        boolean sound = byName.size() == arguments.size();
        for (ParamWord param : word.params()) {
            Argument argument = byName.get(param.name());
            if (store != null && param.equals(word.params().getFirst())) {
                values.put(param.name(), new Value.Word(store.getName()));
            } else if (argument != null) {
                Value value = value(argument.getValue(), names, word, param);
                sound &= value != null;
                if (value != null) {
                    values.put(param.name(), value);
                }
            } else if (param.isRequired()) {
                problems.add(
                        CompileIssue.MISSING_ARGUMENT,
                        at,
                        name,
                        param.name(),
                        param.type().label(),
                        name,
                        param.name());
                sound = false;
            } else if (param.hasDefault()) {
                Value value = byDefault(word, param);
                sound &= value != null;
                if (value != null) {
                    values.put(param.name(), value);
                    defaulted.add(param.name());
                    defaults.add(name + "." + param.name() + " = " + param.byDefault());
                }
            }
        }
        return sound ? new MechanismCall(name, values, defaulted, Positions.of(at)) : null;
    }

    /** A call with other values for some of its parameters. */
    MechanismCall with(MechanismCall call, MechanismWord word, Map<String, Expression> changed) {
        Map<String, Value> changes = new HashMap<>();
        changed.forEach((name, expression) -> word.param(name).ifPresent(param -> {
            Value value = value(expression, Evaluator.constant(), word, param);
            if (value != null) {
                changes.put(name, value);
            }
        }));
        Map<String, Value> arguments = new LinkedHashMap<>();
        for (ParamWord param : word.params()) {
            Value value = changes.getOrDefault(param.name(), call.arguments().get(param.name()));
            if (value != null) {
                arguments.put(param.name(), value);
            }
        }
        Set<String> defaulted = new LinkedHashSet<>(call.defaulted());
        defaulted.removeAll(changes.keySet());
        changes.keySet().forEach(name -> defaults.removeIf(said -> said.startsWith(call.name() + "." + name + " = ")));
        return new MechanismCall(call.name(), arguments, defaulted, call.position());
    }

    /** Which argument goes to which parameter: named ones to theirs, the others to the free ones in order. */
    private Map<String, Argument> assign(
            Expression at, MechanismWord word, @Nullable Reference store, List<Argument> arguments) {
        Map<String, Argument> byName = new HashMap<>();
        for (Argument argument : arguments) {
            String name = argument.getName();
            if (name == null) {
                continue;
            }
            if (word.param(name).isEmpty()) {
                problems.add(CompileIssue.UNKNOWN_PARAMETER, argument, word.name(), name, word.signature());
            } else if (byName.put(name, argument) != null) {
                problems.add(CompileIssue.ARGUMENT_TWICE, argument, word.name(), name);
            }
        }
        List<String> free = word.params().stream()
                .map(ParamWord::name)
                .filter(name -> !byName.containsKey(name))
                .collect(Collectors.toCollection(ArrayList::new));
        if (store != null && !word.params().isEmpty()) {
            free.remove(word.params().getFirst().name());
        }
        for (Argument argument : arguments) {
            if (argument.getName() != null) {
                continue;
            }
            if (free.isEmpty()) {
                problems.add(
                        CompileIssue.TOO_MANY_ARGUMENTS,
                        argument,
                        word.name(),
                        word.params().size(),
                        Positions.text(argument),
                        word.signature());
            } else {
                byName.put(free.removeFirst(), argument);
            }
        }
        return byName;
    }

    @Nullable
    MechanismWord find(String name, List<MechanismKind> kinds) {
        for (MechanismKind kind : kinds) {
            MechanismWord word = vocabulary.mechanism(engine, kind, name).orElse(null);
            if (word != null) {
                return word;
            }
        }
        return null;
    }

    private List<String> candidates(List<MechanismKind> kinds) {
        return kinds.stream()
                .flatMap(kind -> vocabulary.mechanisms(engine, kind).stream())
                .map(MechanismWord::name)
                .distinct()
                .sorted()
                .toList();
    }

    private String list(List<MechanismKind> kinds) {
        List<String> names = candidates(kinds);
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** The value of a parameter, checked; null where it does not fit, which is then reported. */
    @Nullable
    Value value(Expression written, Evaluator names, MechanismWord word, ParamWord param) {
        boolean isChoice =
                written instanceof Reference choice && param.choices().contains(choice.getName());
        Expression expression = isChoice ? written : problems.resolve(written, names);
        return switch (param.type()) {
            case TOKENS, TOKENS_OR_RATIO, COUNT, NUMBER, RATIO, BYTES, TIME, RATE, BANDWIDTH ->
                amount(expression, names, word, param);
            case WORD -> choice(expression, word, param);
            case NAME -> name(expression, word, param);
            case TIER, STORE, PLACE -> place(expression, word, param);
            case FILE -> file(expression, word, param);
            case VERSION -> version(expression, word, param);
            case MECHANISM -> bind(expression, names, param.kinds());
            case ITEMS -> items(written, names);
            case FORMULA -> formula(written, names, param);
        };
    }

    /** The default; words are taken as they are, for some of them are units where an expression stands. */
    private @Nullable Value byDefault(MechanismWord word, ParamWord param) {
        return switch (param.type()) {
            case WORD, NAME, TIER, STORE, PLACE, VERSION, ITEMS -> new Value.Word(param.byDefault());
            case FILE -> new Value.Text(param.byDefault());
            case TOKENS, TOKENS_OR_RATIO, COUNT, NUMBER, RATIO, BYTES, TIME, RATE, BANDWIDTH, MECHANISM, FORMULA ->
                value(fragments.expression(param.byDefault()), Evaluator.constant(), word, param);
        };
    }

    /** Whether a name stands for items: a variable of the event, or what is no action. */
    private boolean brings(Reference name) {
        return Variables.isVariable(name) || find(name.getName(), ACTION) == null;
    }

    /** A name of items stays a name; the engine knows the event's variables and the stores. */
    private @Nullable Value items(Expression expression, Evaluator names) {
        return switch (expression) {
            case StringLiteral text -> new Value.Text(text.getValue());
            case Reference reference when brings(reference) -> new Value.Word(reference.getName());
            default -> bind(expression, names, ACTION);
        };
    }

    private @Nullable Value formula(Expression expression, Evaluator names, ParamWord param) {
        try {
            return Formulas.of(expression, names, param);
        } catch (EvaluationFailure failure) {
            problems.add(failure);
            return null;
        }
    }

    private @Nullable Value wrong(Expression expression, MechanismWord word, ParamWord param, String wanted) {
        problems.add(
                CompileIssue.WRONG_ARGUMENT, expression, param.name(), word.name(), Positions.text(expression), wanted);
        return null;
    }

    private @Nullable Value choice(Expression expression, MechanismWord word, ParamWord param) {
        String written = switch (expression) {
            case Reference reference -> reference.getName();
            case StringLiteral text -> text.getValue();
            default -> "";
        };
        if (!written.isEmpty() && (param.choices().isEmpty() || param.choices().contains(written))) {
            return new Value.Word(written);
        }
        problems.add(
                CompileIssue.WRONG_CHOICE,
                expression,
                param.name(),
                word.name(),
                Positions.text(expression),
                String.join(", ", param.choices()),
                Nearest.question(Nearest.to(written, param.choices())));
        return null;
    }

    private @Nullable Value name(Expression expression, MechanismWord word, ParamWord param) {
        return switch (expression) {
            case Reference reference -> new Value.Word(reference.getName());
            case StringLiteral text -> new Value.Text(text.getValue());
            default -> wrong(expression, word, param, param.type().label());
        };
    }

    private @Nullable Value place(Expression expression, MechanismWord word, ParamWord param) {
        return expression instanceof Reference reference
                ? new Value.Word(reference.getName())
                : wrong(expression, word, param, param.type().label());
    }

    private @Nullable Value file(Expression expression, MechanismWord word, ParamWord param) {
        if (expression instanceof StringLiteral text) {
            return new Value.Text(absolute(text, text.getValue()).toString());
        }
        return wrong(expression, word, param, param.type().label());
    }

    /** A path of the text, which is relative to the file that the text is in. */
    static Path absolute(EObject at, String path) {
        SourcePosition position = Positions.of(at);
        Path written = Path.of(path);
        if (written.isAbsolute() || position.file().isEmpty() || position.file().contains(":/")) {
            return written.toAbsolutePath().normalize();
        }
        return Path.of(position.file()).resolveSibling(written).toAbsolutePath().normalize();
    }

    private @Nullable Value version(Expression expression, MechanismWord word, ParamWord param) {
        return switch (expression) {
            case NumberLiteral number when number.getUnit() == null -> new Value.Word(number.getAmount());
            case StringLiteral text -> new Value.Word(text.getValue());
            case Reference reference -> new Value.Word(reference.getName());
            default -> wrong(expression, word, param, param.type().label());
        };
    }

    private @Nullable Value amount(Expression expression, Evaluator names, MechanismWord word, ParamWord param) {
        if (expression instanceof Reference || expression instanceof StringLiteral || expression instanceof Pipe) {
            return wrong(expression, word, param, param.type().label());
        }
        Quantity written = problems.quantity(expression, names);
        if (written == null) {
            return null;
        }
        Quantity fitting = fit(written, param.type());
        if (fitting == null) {
            problems.add(
                    CompileIssue.WRONG_ARGUMENT,
                    expression,
                    param.name(),
                    word.name(),
                    written,
                    param.type().label());
            return null;
        }
        double base = fitting.base();
        boolean ratioOfTokens =
                param.type() == ParamType.TOKENS_OR_RATIO && fitting.dimension().equals(Dimension.NUMBER);
        double max = ratioOfTokens ? Math.min(1, param.max()) : param.max();
        double min = ratioOfTokens ? Math.min(0, param.min()) : param.min();
        if (base < min || base > max) {
            problems.add(
                    CompileIssue.OUT_OF_RANGE,
                    expression,
                    param.name(),
                    word.name(),
                    written,
                    range(min, max, fitting.dimension()));
            return null;
        }
        return new Value.Amount(fitting);
    }

    /** The quantity as the type wants it, or null where it is of another dimension or not whole. */
    private static @Nullable Quantity fit(Quantity written, ParamType type) {
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

    private static String range(double min, double max, Dimension dimension) {
        if (Double.isInfinite(max)) {
            return "at least " + Quantity.inBase(min, dimension);
        }
        if (Double.isInfinite(min)) {
            return "at most " + Quantity.inBase(max, dimension);
        }
        return Quantity.inBase(min, dimension) + " to " + Quantity.inBase(max, dimension);
    }
}

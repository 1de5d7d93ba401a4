/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeWorkload;
import org.memwright.model.Call;
import org.memwright.model.Expression;
import org.memwright.model.Property;
import org.memwright.model.Reference;
import org.memwright.model.Workload;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.plan.WorkloadPlan;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;

/** Makes the plan of a workload with changed properties put in. */
final class WorkloadBuilder {
    /** Properties of a workload of requests that may be set although the text does not write them. */
    static final Set<String> PROPERTIES = Set.of("requests", "arrival", "prompt", "output", "prefix", "limit", "seed");

    private static final String REQUESTS = "requests";

    /** What a synthetic workload says about its requests, and a recorded one has in its file. */
    private static final Set<String> SYNTHETIC = Set.of("arrival", "prompt", "output", "prefix");

    private static final List<MechanismKind> SOURCE = List.of(MechanismKind.SOURCE);
    private static final Map<String, List<MechanismKind>> KINDS = Map.of(
            "arrival", List.of(MechanismKind.ARRIVAL),
            "prompt", List.of(MechanismKind.LENGTH),
            "output", List.of(MechanismKind.LENGTH),
            "prefix", List.of(MechanismKind.PREFIX));
    private static final List<MechanismKind> OTHER =
            List.of(MechanismKind.SOURCE, MechanismKind.ARRIVAL, MechanismKind.LENGTH, MechanismKind.PREFIX);

    private final CallBinder binder;
    private final Fragments fragments;
    private final FreeValues values;
    private final Problems problems;

    WorkloadBuilder(CallBinder binder, Fragments fragments, Problems problems) {
        this.binder = binder;
        this.fragments = fragments;
        this.values = new FreeValues(binder, problems);
        this.problems = problems;
    }

    private static List<MechanismKind> kinds(String property) {
        return KINDS.getOrDefault(property, OTHER);
    }

    /** The mechanism that a property calls, or null. */
    private @Nullable MechanismWord mechanism(String property, @Nullable Expression value) {
        return switch (value) {
            case Call call -> binder.find(call.getName(), kinds(property));
            case Reference reference -> binder.find(reference.getName(), kinds(property));
            case null, default -> null;
        };
    }

    /** Whether a property is a call of a mechanism with a parameter of that name. */
    boolean hasParameter(Property property, String parameter) {
        MechanismWord word = mechanism(property.getName(), property.getValue());
        return word != null && word.param(parameter).isPresent();
    }

    /**
     * @param properties new values by property
     * @param arguments new values by property and parameter of its call
     * @param file a file to read the requests from instead, or null
     */
    WorkloadPlan build(
            Workload workload,
            Map<String, Expression> properties,
            Map<String, Map<String, Expression>> arguments,
            @Nullable Path file) {
        Map<String, Value> plan = new LinkedHashMap<>();
        WholeWorkload whole = WholeWorkload.of(workload);
        whole.task().ifPresent(task -> plan.put("task", TaskBuilder.build(task)));
        for (Property property : whole.properties().values()) {
            if (properties.containsKey(property.getName())) {
                continue;
            }
            Value value = property.getValue() == null
                    ? new Value.Word(property.getName())
                    : value(property.getName(), property.getValue());
            if (value != null) {
                plan.put(property.getName(), value);
            }
        }
        properties.forEach((name, expression) -> {
            Value value = value(name, expression);
            if (value != null) {
                plan.put(name, value);
            }
        });
        arguments.forEach((name, changed) -> {
            if (plan.get(name) instanceof MechanismCall call) {
                MechanismWord word = binder.find(call.name(), kinds(name));
                if (word != null) {
                    plan.put(name, binder.with(call, word, changed));
                }
            }
        });
        if (file != null) {
            replaceSource(plan, file);
        }
        return new WorkloadPlan(Names.qualified(workload), plan, Positions.of(workload));
    }

    private @Nullable Value value(String property, Expression expression) {
        return values.value(expression, Evaluator.constant(), kinds(property));
    }

    /** Reads the requests from the file: with the same source where it reads such files, else with the one that does. */
    private void replaceSource(Map<String, Value> plan, Path file) {
        Value.Text path = new Value.Text(file.toAbsolutePath().normalize().toString());
        if (plan.get(REQUESTS) instanceof MechanismCall call) {
            MechanismWord word = binder.find(call.name(), SOURCE);
            ParamWord fileParam = word == null ? null : fileParam(word);
            boolean alike = fileParam != null
                    && call.argument(fileParam.name())
                            .filter(old -> old instanceof Value.Text text
                                    && ending(Path.of(text.text())).equals(ending(file)))
                            .isPresent();
            if (fileParam != null && alike) {
                Map<String, Value> arguments = new LinkedHashMap<>(call.arguments());
                arguments.put(fileParam.name(), path);
                plan.put(REQUESTS, new MechanismCall(call.name(), arguments, call.defaulted(), call.position()));
                return;
            }
        }
        String source = sourceOf(file);
        if (source.isEmpty()) {
            return;
        }
        MechanismCall call = binder.call(
                fragments.expression(
                        source + "(\"" + path.text().replace("\\", "\\\\").replace("\"", "\\\"") + "\")"),
                Evaluator.constant(),
                SOURCE);
        if (call != null) {
            plan.keySet().removeAll(SYNTHETIC);
            plan.put(REQUESTS, call);
        }
    }

    private static @Nullable ParamWord fileParam(MechanismWord word) {
        return word.params().stream()
                .filter(p -> p.type() == ParamType.FILE)
                .findFirst()
                .orElse(null);
    }

    /** The letters after the last dot, without that of a compressed file. */
    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** The source that reads such a file; empty where none does, which is then reported. */
    private String sourceOf(Path file) {
        String source = switch (ending(file)) {
            case "csv" -> "csv";
            case "jsonl" -> firstLine(file).contains("\"hash_ids\"") ? "mooncake" : "jsonl";
            default -> "";
        };
        MechanismWord word = source.isEmpty() ? null : binder.find(source, SOURCE);
        if (word == null) {
            problems.add(
                    CompileIssue.WRONG_WORKLOAD_FILE,
                    SourcePosition.NONE,
                    file,
                    "no workload source reads files that end in ." + ending(file)
                            + ". Give a .csv or .jsonl file, or name the source in the text: requests from csv(...).");
            return "";
        }
        List<String> columns = word.params().stream()
                .filter(p -> p.isRequired() && p.type() != ParamType.FILE)
                .map(ParamWord::name)
                .toList();
        if (!columns.isEmpty()) {
            problems.add(
                    CompileIssue.WRONG_WORKLOAD_FILE,
                    SourcePosition.NONE,
                    file,
                    "which columns hold " + String.join(" and ", columns) + " is not known; it has "
                            + firstLine(file) + ". Name them in the text: requests from " + source + "(\"...\", "
                            + columns.stream().map(c -> c + ": COLUMN").collect(Collectors.joining(", ")) + ").");
            return "";
        }
        return source;
    }

    private String firstLine(Path file) {
        boolean compressed = String.valueOf(file.getFileName()).endsWith(".gz");
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(compressed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            @Nullable String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException unreadable) {
            problems.add(
                    CompileIssue.WRONG_WORKLOAD_FILE,
                    SourcePosition.NONE,
                    file,
                    "it cannot be read; check path and rights.");
            return "";
        }
    }
}

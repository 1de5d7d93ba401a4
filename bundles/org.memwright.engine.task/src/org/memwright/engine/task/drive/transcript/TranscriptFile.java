/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.transcript;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memwright.engine.task.drive.Answer;
import org.memwright.engine.task.text.Tokens;
import org.memwright.engine.task.tree.TaskTree;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.SourcePosition;
import org.memwright.runtime.plan.TaskPlan;
import org.memwright.runtime.plan.TaskPlan.StepPlan;
import org.memwright.runtime.plan.TaskPlan.Use;

/**
 * A recording as it was read.
 *
 * @param inputs values of what was given, by path of the step (empty for the task) and name
 * @param turns by path, in their order
 * @param replacements new sub-trees by path of the step that they stood for, in their order
 */
record TranscriptFile(
        Path file,
        TaskPlan task,
        Map<String, Map<String, String>> inputs,
        Map<String, List<RecordedTurn>> turns,
        Map<String, List<List<RecordedStep>>> replacements) {
    private static final Set<String> TASK_KEYS = Set.of("task", "goal", "in", "out");
    private static final Set<String> STEP_KEYS = Set.of("step", "title", "in", "out", "after", "uses");
    private static final Set<String> TURN_KEYS = Set.of("turn", "text", "out", "failed", "needs", "seconds");
    private static final Set<String> REPLACE_KEYS = Set.of("replace", "steps");

    /** A turn and the line that it stands on. */
    record RecordedTurn(long line, Answer answer) {}

    /** A step with names instead of numbers. */
    record RecordedStep(
            JsonLine at,
            String path,
            String title,
            Map<String, String> inputs,
            List<String> outputs,
            List<String> after,
            List<String> uses) {
        static RecordedStep of(JsonLine line) throws RunFailure {
            line.allow(STEP_KEYS);
            String path = line.text("step");
            if (!path.matches("\\w+(\\.\\w+)*")) {
                throw line.failure(
                        "step",
                        "this is '" + path + "', must be a name, behind those of the steps around it: flight.search");
            }
            return new RecordedStep(
                    line,
                    path,
                    line.text("title"),
                    line.values("in"),
                    List.copyOf(line.values("out").keySet()),
                    line.texts("after"),
                    line.texts("uses"));
        }

        private String around() {
            int dot = path.lastIndexOf('.');
            return dot < 0 ? "" : path.substring(0, dot);
        }

        /** @param numbers of the steps that may be named, by path */
        StepPlan plan(Map<String, Integer> numbers, Named named, int rootParent) throws RunFailure {
            Integer parent = around().isEmpty() ? Integer.valueOf(rootParent) : numbers.get(around());
            if (parent == null) {
                throw at.failure("step", "there is no step '" + around() + "' around it; declare it on a line before");
            }
            List<Integer> waits = new ArrayList<>();
            for (String name : after) {
                waits.add(resolve(name, "after", numbers, named).step());
            }
            List<Use> reads = new ArrayList<>();
            for (String name : uses) {
                reads.add(resolve(name, "uses", numbers, named));
            }
            return new StepPlan(
                    path, title, parent, List.copyOf(inputs.keySet()), outputs, waits, reads, SourcePosition.NONE);
        }

        /** A step beside this one or further out, or an output of such a step. */
        private Use resolve(String name, String key, Map<String, Integer> numbers, Named named) throws RunFailure {
            int dot = name.lastIndexOf('.');
            for (String prefix = path; !prefix.isEmpty(); ) {
                int last = prefix.lastIndexOf('.');
                prefix = last < 0 ? "" : prefix.substring(0, last);
                String before = prefix.isEmpty() ? "" : prefix + ".";
                Integer step = numbers.get(before + name);
                if (step != null) {
                    return new Use(step, "");
                }
                Integer owner = dot < 0 ? null : numbers.get(before + name.substring(0, dot));
                if (owner != null && key.equals("uses") && named.has(owner, name.substring(dot + 1))) {
                    return new Use(owner, name.substring(dot + 1));
                }
            }
            throw at.failure(
                    key,
                    "there is no step '" + name + "' beside " + path + " or further out"
                            + (key.equals("uses") ? ", and no output of one" : "") + "; there are "
                            + String.join(", ", numbers.keySet()));
        }

        StepPlan plan(Map<String, Integer> numbers, TaskTree tree, int rootParent) throws RunFailure {
            return plan(
                    numbers,
                    (step, datum) -> step >= tree.size()
                            || tree.step(step).outputs().contains(datum)
                            || tree.step(step).inputs().contains(datum),
                    rootParent);
        }
    }

    /** Whether a step has an input or output of that name. */
    interface Named {
        boolean has(int step, String datum);
    }

    /**
     * Reads a recording.
     *
     * @param declared the task of the workload; empty where the recording has its own
     */
    static TranscriptFile read(Path file, Optional<TaskPlan> declared) throws RunFailure {
        String name = "";
        String goal = "";
        Map<String, Map<String, String>> inputs = new LinkedHashMap<>();
        List<String> outputs = List.of();
        List<RecordedStep> steps = new ArrayList<>();
        Map<String, List<RecordedTurn>> turns = new LinkedHashMap<>();
        Map<String, List<List<RecordedStep>>> replacements = new LinkedHashMap<>();
        List<JsonLine> named = new ArrayList<>();
        long number = 0;
        for (String text : text(file).split("\n", -1)) {
            number++;
            if (text.isBlank()) {
                continue;
            }
            JsonLine line = JsonLine.parse(file, number, text.strip());
            if (line.has("task")) {
                line.allow(TASK_KEYS);
                name = line.text("task");
                goal = line.text("goal");
                inputs.put("", line.values("in"));
                outputs = List.copyOf(line.values("out").keySet());
            } else if (line.has("step")) {
                steps.add(RecordedStep.of(line));
            } else if (line.has("turn")) {
                line.allow(TURN_KEYS);
                turns.computeIfAbsent(line.text("turn"), path -> new ArrayList<>())
                        .add(new RecordedTurn(number, answer(line)));
                named.add(line);
            } else if (line.has("replace")) {
                line.allow(REPLACE_KEYS);
                replacements
                        .computeIfAbsent(line.text("replace"), path -> new ArrayList<>())
                        .add(replacement(line));
            } else {
                throw line.failure(
                        "",
                        "the object is neither a task, step, turn nor replace; its first key must be one of these words");
            }
        }
        for (RecordedStep step : steps) {
            inputs.merge(step.path(), step.inputs(), (a, b) -> b);
        }
        if (declared.isPresent() && !steps.isEmpty()) {
            throw steps.getFirst()
                    .at()
                    .failure(
                            "step",
                            "the workload names the task " + declared.get().name()
                                    + ", so the recording may not declare steps; take the line with the task out of the workload, or the steps out of the recording");
        }
        if (declared.isEmpty() && steps.isEmpty()) {
            throw new RunFailure(
                    file
                            + " has no steps, and the workload names no task; add lines {\"step\": \"search\", \"title\": \"...\"}, or name the task: task PlanTrip");
        }
        TaskPlan task = declared.isPresent()
                ? declared.get()
                : tree(name.isEmpty() ? String.valueOf(file.getFileName()) : name, goal, inputs, outputs, steps);
        Set<String> known = new java.util.LinkedHashSet<>(
                task.steps().stream().map(StepPlan::path).toList());
        replacements.values().forEach(plans -> plans.forEach(plan -> plan.forEach(step -> known.add(step.path()))));
        for (JsonLine turn : named) {
            if (!known.contains(turn.text("turn"))) {
                throw turn.failure(
                        "turn", "there is no step '" + turn.text("turn") + "'; there are " + String.join(", ", known));
            }
        }
        return new TranscriptFile(file, task, inputs, turns, replacements);
    }

    private static Answer answer(JsonLine line) throws RunFailure {
        String failed = line.text("failed");
        Map<String, String> outputs = line.values("out");
        if (!failed.isEmpty() && !outputs.isEmpty()) {
            throw line.failure("out", "a turn that failed gives no outputs; take out one of \"failed\" and \"out\"");
        }
        return new Answer(
                Tokens.normalise(line.text("text")), outputs, failed, line.texts("needs"), line.number("seconds"));
    }

    private static List<RecordedStep> replacement(JsonLine line) throws RunFailure {
        List<RecordedStep> steps = new ArrayList<>();
        for (JsonLine step : line.objects("steps")) {
            steps.add(RecordedStep.of(step));
        }
        String root = line.text("replace");
        for (RecordedStep step : steps) {
            if (!step.path().equals(root) && !step.path().startsWith(root + ".")) {
                throw line.failure(
                        "steps",
                        "step '" + step.path() + "' is not in the part that is replaced; its path must be " + root
                                + " or begin with " + root + ".");
            }
        }
        if (steps.isEmpty() || !steps.getFirst().path().equals(root)) {
            throw line.failure("steps", "the first step must be '" + root + "', which is replaced");
        }
        return steps;
    }

    private static TaskPlan tree(
            String name,
            String goal,
            Map<String, Map<String, String>> inputs,
            List<String> outputs,
            List<RecordedStep> steps)
            throws RunFailure {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (RecordedStep step : steps) {
            if (numbers.put(step.path(), numbers.size()) != null) {
                throw step.at().failure("step", "step '" + step.path() + "' is declared twice, must be once");
            }
            if (!step.around().isEmpty() && !numbers.containsKey(step.around())) {
                throw step.at()
                        .failure(
                                "step",
                                "there is no step '" + step.around() + "' around it; declare it on a line before");
            }
        }
        List<StepPlan> plans = new ArrayList<>();
        for (RecordedStep step : steps) {
            plans.add(step.plan(
                    numbers,
                    (at, datum) -> steps.get(at).outputs().contains(datum)
                            || steps.get(at).inputs().containsKey(datum),
                    TaskPlan.TASK));
        }
        var task = new TaskPlan(
                name,
                goal,
                List.copyOf(inputs.getOrDefault("", Map.of()).keySet()),
                outputs,
                plans,
                SourcePosition.NONE);
        Optional<List<Integer>> circle = WaitCircle.find(plans);
        if (circle.isPresent()) {
            List<String> path =
                    circle.get().stream().map(i -> plans.get(i).path()).toList();
            throw steps.get(circle.get().getFirst())
                    .at()
                    .failure(
                            "step",
                            "step '" + path.getFirst() + "' waits for itself: " + String.join(" -> ", path)
                                    + "; take out one \"after\" or \"uses\" of these");
        }
        return task;
    }

    /** The text of a file in UTF-8; a byte that is none is named with its line and column. */
    private static String text(Path file) throws RunFailure {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new RunFailure(
                    Files.exists(file)
                            ? file + " cannot be read; check its rights, and that it is no folder"
                            : "there is no file " + file + "; paths are relative to the file that names them",
                    failed);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var out = java.nio.CharBuffer.allocate(bytes.length + 1);
        if (decoder.decode(in, out, true).isError()) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < in.position(); i++) {
                column = bytes[i] == '\n' ? 1 : column + 1;
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new RunFailure(file + ":" + line + ":" + column + ": the byte 0x"
                    + Integer.toHexString(bytes[in.position()] & 0xff)
                    + " is not UTF-8; save the file in UTF-8");
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memwright.engine.task.drive.Answer;
import org.memwright.engine.task.drive.Driver;
import org.memwright.engine.task.drive.DriverSource;
import org.memwright.engine.task.drive.Request;
import org.memwright.engine.task.text.Tokens;
import org.memwright.engine.task.tree.TaskTree;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.TaskPlan;
import org.memwright.runtime.plan.TaskPlan.StepPlan;

/**
 * Gives what was recorded. Each attempt at a step takes its next turn; when there is none left, because a memory makes a step be done
 * again that was done once, its last turn that was no failure is given again.
 */
final class Recording implements Driver {
    private final TranscriptFile file;
    private final Tokens tokens;
    private final TranscriptSource source;
    private final Map<String, Integer> given = new HashMap<>();
    private final Map<String, Integer> replaced = new HashMap<>();

    Recording(TranscriptFile file, Tokens tokens, TranscriptSource source) {
        this.file = file;
        this.tokens = tokens;
        this.source = source;
    }

    @Override
    public TaskPlan task() {
        return file.task();
    }

    @Override
    public String given(String path, String input) {
        return file.inputs().getOrDefault(path, Map.of()).getOrDefault(input, "");
    }

    /** The step whose next turn was recorded first. */
    @Override
    public int next(List<Integer> ready, TaskTree tree) {
        int best = ready.getFirst();
        long earliest = Long.MAX_VALUE;
        for (int step : ready) {
            String path = tree.step(step).path();
            List<TranscriptFile.RecordedTurn> turns = file.turns().getOrDefault(path, List.of());
            int next = given.getOrDefault(path, 0);
            long line = next < turns.size() ? turns.get(next).line() : Long.MAX_VALUE;
            if (line < earliest) {
                earliest = line;
                best = step;
            }
        }
        return best;
    }

    @Override
    public Answer answer(Request request) throws RunFailure {
        String path = request.step().path();
        List<TranscriptFile.RecordedTurn> turns = file.turns().getOrDefault(path, List.of());
        int next = given.merge(path, 1, Integer::sum) - 1;
        if (turns.isEmpty()) {
            throw new RunFailure(file.file() + " has no turn of step " + path
                    + ", must have one; add a line {\"turn\": \"" + path + "\", \"text\": \"...\"}");
        }
        Answer recorded = turns.get(Math.min(next, turns.size() - 1)).answer();
        for (int i = turns.size() - 1; next >= turns.size() && i >= 0 && recorded.failed(); i--) {
            recorded = turns.get(i).answer();
        }
        double seconds = Double.isNaN(recorded.seconds())
                ? DriverSource.seconds(
                        source.read(), source.write(), request.promptTokens(), tokens.count(recorded.lines()))
                : recorded.seconds();
        return new Answer(recorded.text(), recorded.outputs(), recorded.failure(), recorded.needs(), seconds);
    }

    @Override
    public Optional<List<StepPlan>> replan(int step, TaskTree tree) throws RunFailure {
        String path = tree.step(step).path();
        List<List<TranscriptFile.RecordedStep>> plans = file.replacements().getOrDefault(path, List.of());
        int next = replaced.merge(path, 1, Integer::sum) - 1;
        if (next >= plans.size()) {
            return Optional.empty();
        }
        List<TranscriptFile.RecordedStep> steps = plans.get(next);
        Map<String, Integer> numbers = new HashMap<>();
        for (int known : tree.live()) {
            numbers.put(tree.step(known).path(), known);
        }
        for (int i = 0; i < steps.size(); i++) {
            numbers.put(steps.get(i).path(), tree.size() + i);
        }
        List<StepPlan> fresh = new ArrayList<>();
        for (TranscriptFile.RecordedStep recorded : steps) {
            boolean root = recorded.path().equals(path);
            fresh.add(recorded.plan(numbers, tree, root ? tree.step(step).parent() : TaskPlan.TASK));
        }
        return Optional.of(fresh);
    }
}

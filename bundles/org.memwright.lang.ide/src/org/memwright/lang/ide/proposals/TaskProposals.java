/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.memwright.lang.ide.names.Kind;
import org.memwright.lang.ide.proposals.Proposal.Sort;
import org.memwright.lang.ide.proposals.Surroundings.Block;
import org.memwright.lang.ide.proposals.Surroundings.Level;
import org.memwright.model.Datum;
import org.memwright.model.Named;
import org.memwright.model.Step;
import org.memwright.model.TaskNode;

/** Parts of a task and the steps that a step names. */
final class TaskProposals extends Place {
    TaskProposals(Place place) {
        super(place);
    }

    private static final int DEEPEST_PATH = 4;

    void task(Level level) {
        List<String> clause = level.clause;
        String first = clause.isEmpty() ? "" : clause.getFirst();
        String last = clause.isEmpty() ? "" : clause.getLast();
        if (first.equals("step") && clause.size() > 1) {
            boolean path = last.equals(".");
            boolean uses = clause.contains("uses");
            if (last.equals("after") || last.equals("uses") || last.equals(",") || path) {
                steps(clause, uses);
                return;
            }
            if (!clause.contains("after") && !uses) {
                keyword("after");
            }
            if (!uses) {
                keyword("uses");
            }
        } else if (clause.size() == 1 || last.equals(",")) {
            return; // a name or text of one's own
        }
        if (level.block == Block.TASK
                && level.before.stream().noneMatch(c -> c.getFirst().equals("goal"))) {
            keyword("goal", "goal \"<What it is to achieve>\"");
        }
        keyword("step", "step <name> \"<What is done>\"");
        keyword("in", "in <input>");
        keyword("out", "out <output>");
    }

    /** Steps, and for {@code uses} what they put out, by the shortest path from the step at the caret. */
    private void steps(List<String> clause, boolean uses) {
        StringBuilder qualifier = new StringBuilder();
        for (int i = clause.size() - 1; i > 0 && clause.get(i).equals("."); i -= 2) {
            qualifier.insert(0, clause.get(i - 1) + ".");
        }
        TaskNode inside = taskNode().orElse(null);
        String own = clause.get(1);
        Map<String, Named> found = new LinkedHashMap<>();
        for (TaskNode at = inside; at != null; at = at.eContainer() instanceof TaskNode outer ? outer : null) {
            paths(at, "", uses, found, 0);
        }
        found.forEach((path, element) -> {
            boolean itself = path.equals(own) || path.startsWith(own + ".");
            if (!itself && path.startsWith(qualifier.toString())) {
                offers.word(
                        Sort.PART,
                        path.substring(qualifier.length()),
                        element instanceof Step step && step.getTitle() != null
                                ? step.getTitle()
                                : Kind.of(element).label(),
                        () -> docs.markdown(element));
            }
        });
    }

    /** The innermost task or step whose block the caret is in. */
    private Optional<TaskNode> taskNode() {
        TaskNode at = owner(org.memwright.model.Task.class).orElse(null);
        for (Level level : here.levels()
                .subList(Math.min(2, here.levels().size()), here.levels().size())) {
            if (at == null) {
                break;
            }
            at = at.getSteps().stream()
                    .filter(step -> level.name().equals(step.getName()))
                    .findFirst()
                    .orElse(null);
        }
        return Optional.ofNullable(at);
    }

    private static void paths(TaskNode node, String prefix, boolean data, Map<String, Named> found, int depth) {
        if (depth == DEEPEST_PATH) {
            return;
        }
        for (Step step : node.getSteps()) {
            String path = prefix + step.getName();
            found.putIfAbsent(path, step);
            if (data) {
                for (Datum output : step.getOutputs()) {
                    found.putIfAbsent(path + "." + output.getName(), output);
                }
            }
            paths(step, path + ".", data, found, depth + 1);
        }
        if (data && depth == 0) {
            node.getInputs().forEach(input -> found.putIfAbsent(input.getName(), input));
        }
    }
}

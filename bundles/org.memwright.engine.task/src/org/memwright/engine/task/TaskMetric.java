/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.runtime.vocabulary.Metric;
import org.memwright.runtime.vocabulary.MetricArgument;
import org.memwright.runtime.vocabulary.MetricWord;

/** The metrics of the task engine. */
enum TaskMetric {
    @Metric(
            name = "prompt_tokens",
            doc =
                    "Tokens of the prompt of a turn, with its instruction, after what the agent does not read was cut off.",
            formula = "tokens of cl100k of the sections and the instruction, over all turns",
            unit = "tokens",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    PROMPT_TOKENS,
    @Metric(
            name = "linear_tokens",
            doc =
                    "Tokens that the prompt of a turn would have with everything that happened before it in the same run.",
            formula = "tokens of all entries of the log and the instruction, over all turns",
            unit = "tokens",
            argument = MetricArgument.STATISTIC)
    LINEAR_TOKENS,
    @Metric(
            name = "tokens",
            doc = "Tokens of all turns together: of prompts, of the linear transcript in their place, of answers.",
            formula = "sum over turns",
            unit = "tokens",
            argument = MetricArgument.THING,
            things = {"prompt", "linear", "output"},
            better = Better.LOWER)
    TOKENS,
    @Metric(
            name = "saved",
            doc = "Share of the linear transcript's tokens that the prompts do without, over all turns.",
            formula = "1 - prompt tokens / tokens of the linear transcript",
            unit = "%",
            better = Better.HIGHER)
    SAVED,
    @Metric(
            name = "facts",
            doc =
                    "Share of the needed facts that were in the prompt: what is given to a step and those around it, what they use, what came of the steps below.",
            formula = "needed facts in the prompt / needed facts, over all turns",
            unit = "%",
            better = Better.HIGHER)
    FACTS,
    @Metric(
            name = "needed",
            doc = "Facts that the turns needed, or that their prompts did not tell.",
            formula = "count over all turns",
            argument = MetricArgument.THING,
            things = {"facts", "missing"})
    NEEDED,
    @Metric(
            name = "completed",
            doc = "Share of the steps that were done at the end.",
            formula = "steps done / steps",
            unit = "%",
            better = Better.HIGHER)
    COMPLETED,
    @Metric(
            name = "steps",
            doc = "Steps of the tree by how they ended.",
            formula = "count at the end",
            argument = MetricArgument.THING,
            things = {"all", "done", "failed", "skipped"})
    STEPS,
    @Metric(name = "turns", doc = "Prompts that were answered.", formula = "count", better = Better.LOWER)
    TURNS,
    @Metric(name = "failures", doc = "Turns at which a step failed.", formula = "count", better = Better.LOWER)
    FAILURES,
    @Metric(
            name = "retries",
            doc = "Turns at a step that was tried before.",
            formula = "turns with an attempt after the first",
            better = Better.LOWER)
    RETRIES,
    @Metric(name = "rollbacks", doc = "Times that the tree was taken back.", formula = "count")
    ROLLBACKS,
    @Metric(name = "replacements", doc = "Times that a part was planned anew.", formula = "count")
    REPLACEMENTS,
    @Metric(
            name = "reused",
            doc = "Finished steps that were taken over by a new plan and not done again.",
            formula = "count",
            better = Better.HIGHER)
    REUSED,
    @Metric(
            name = "cut",
            doc = "Prompts that were longer than what the agent reads.",
            formula = "count",
            better = Better.LOWER)
    CUT,
    @Metric(
            name = "working_set",
            doc = "Tokens that the stores kept when a prompt was composed.",
            formula = "tokens of what is stored, over all turns",
            unit = "tokens",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    WORKING_SET,
    @Metric(
            name = "dropped",
            doc = "Share of all that happened that the stores do not keep at the end: pruned, or rolled back.",
            formula = "1 - tokens kept at the end / tokens of everything that happened, 0 at least",
            unit = "%")
    DROPPED,
    @Metric(
            name = "duration",
            doc = "Time until the last turn ended, at the declared speeds of the agent.",
            formula = "sum over turns of prompt tokens / read + answer tokens / write, with what the memory takes",
            unit = "s",
            better = Better.LOWER)
    DURATION,
    @Metric(
            name = "busy",
            doc = "Time that the memory itself worked.",
            formula = "sum of the times of all its operations on the declared hardware",
            unit = "us",
            better = Better.LOWER)
    BUSY,
    @Metric(
            name = "traffic",
            doc = "Bytes that the memory read and wrote of a tier.",
            formula = "sum over its operations",
            unit = "KB",
            argument = MetricArgument.TIER_OR_LINK,
            better = Better.LOWER)
    TRAFFIC,
    @Metric(
            name = "energy",
            doc =
                    "Energy that the memory's operations took, without the agent and what the hardware draws all the time.",
            formula = "bytes x energy per byte",
            unit = "uJ",
            better = Better.LOWER)
    ENERGY;

    private final MetricWord word = read();

    private MetricWord read() {
        try {
            return MetricWord.of(TaskMetric.class.getField(name()).getAnnotation(Metric.class));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    MetricWord word() {
        return word;
    }

    static List<MetricWord> words() {
        return Arrays.stream(values()).map(TaskMetric::word).toList();
    }

    static Optional<TaskMetric> named(String name) {
        return Arrays.stream(values()).filter(m -> m.word.name().equals(name)).findFirst();
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.runtime.vocabulary.Metric;
import org.memwright.runtime.vocabulary.MetricArgument;
import org.memwright.runtime.vocabulary.MetricWord;

/** The metrics of the agent engine. */
enum AgentMetric {
    @Metric(
            name = "recall",
            doc = "Share of the judged questions with any of their evidence among the first k recalled.",
            formula = "questions with evidence among the first k / judged questions",
            unit = "%",
            argument = MetricArgument.COUNT,
            better = Better.HIGHER)
    RECALL,
    @Metric(
            name = "recall_all",
            doc = "Share of the judged questions with all of their evidence among the first k recalled.",
            formula = "questions with all evidence among the first k / judged questions",
            unit = "%",
            argument = MetricArgument.COUNT,
            better = Better.HIGHER)
    RECALL_ALL,
    @Metric(
            name = "coverage",
            doc =
                    "Share of the evidence among the first k recalled, a mean over the judged questions: R@k of retrieval.",
            formula = "mean over judged questions of evidence among the first k / evidence",
            unit = "%",
            argument = MetricArgument.COUNT,
            better = Better.HIGHER)
    COVERAGE,
    @Metric(
            name = "mrr",
            doc = "How early the first evidence is recalled.",
            formula = "mean over judged questions of 1 / place of the first evidence, 0 where there is none",
            better = Better.HIGHER)
    MRR,
    @Metric(
            name = "ndcg",
            doc = "How early all evidence is recalled, against the best order.",
            formula =
                    "mean over judged questions of sum over evidence in the first k of 1 / log2(1 + place), / the greatest such sum",
            argument = MetricArgument.COUNT,
            better = Better.HIGHER)
    NDCG,
    @Metric(
            name = "questions",
            doc = "Questions that name evidence, and so are judged.",
            formula = "count",
            better = Better.NEITHER)
    QUESTIONS,
    @Metric(name = "writes", doc = "Turns or passages that were written.", formula = "count", better = Better.NEITHER)
    WRITES,
    @Metric(
            name = "recall_latency",
            doc = "Time that answering a query takes the memory.",
            formula = "sum of the times of its operations on the declared hardware, over all questions",
            unit = "ms",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    RECALL_LATENCY,
    @Metric(
            name = "write_latency",
            doc = "Time that writing a turn or passage takes the memory, with what its keep rules do.",
            formula = "sum of the times of its operations on the declared hardware, over all writes",
            unit = "ms",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    WRITE_LATENCY,
    @Metric(
            name = "stored",
            doc =
                    "What the stores keep at the end, as a sum over the dialogues: bytes with vectors and links, without indexes; items; or links between these.",
            formula = "sum over stores and dialogues",
            unit = "",
            argument = MetricArgument.THING,
            things = {"bytes", "items", "links"},
            better = Better.LOWER)
    STORED,
    @Metric(
            name = "growth",
            doc =
                    "Bytes that the stores grow by for each byte of text that comes in, over the second half of each dialogue: 0 where the memory is bounded.",
            formula =
                    "(bytes at the end - bytes after the first half) / bytes of the turns or passages of the second half",
            better = Better.LOWER)
    GROWTH,
    @Metric(
            name = "operations",
            doc =
                    "How often a store was changed: by items written, rewritten, merged, dropped, linked, moved or reinforced.",
            formula = "count",
            argument = MetricArgument.THING,
            things = {"insert", "update", "merge", "delete", "link", "move", "reinforce"},
            better = Better.NEITHER)
    OPERATIONS,
    @Metric(
            name = "write_amplification",
            doc = "Bytes written for each byte of text that came in.",
            formula = "bytes written by all stores / bytes of the turns or passages",
            better = Better.LOWER)
    WRITE_AMPLIFICATION,
    @Metric(
            name = "prompt_tokens",
            doc = "Tokens that what is recalled puts in a prompt.",
            formula = "tokens of the recalled texts, over all questions",
            unit = "tokens",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    PROMPT_TOKENS,
    @Metric(
            name = "answered",
            doc = "Share of the questions with a known answer whose words stand in what is recalled.",
            formula = "questions whose answer stands in one of the recalled texts / questions with a known answer",
            unit = "%",
            better = Better.HIGHER)
    ANSWERED,
    @Metric(
            name = "iou",
            doc =
                    "How well what is recalled covers the evidence and nothing else, by tokens: a mean over the judged questions.",
            formula =
                    "mean over judged questions of tokens of evidence recalled / (tokens recalled + tokens of evidence that was not)",
            unit = "%",
            better = Better.HIGHER)
    IOU,
    @Metric(
            name = "occupied",
            doc =
                    "Bytes that stores keep in a tier at the end, with their indexes of vectors, as a sum over the dialogues.",
            formula = "sum over stores, their indexes and dialogues",
            unit = "",
            argument = MetricArgument.TIER,
            better = Better.LOWER)
    OCCUPIED,
    @Metric(name = "forgotten", doc = "Items that keep rules dropped.", formula = "count", better = Better.NEITHER)
    FORGOTTEN,
    @Metric(
            name = "forgetting_precision",
            doc = "Share of the forgotten turns or passages that no later question needed.",
            formula = "forgotten pieces that are no evidence of a later question / forgotten pieces",
            unit = "%",
            better = Better.HIGHER)
    FORGETTING_PRECISION,
    @Metric(
            name = "staleness",
            doc = "Share of the questions with an outdated answer for which that is recalled ahead of the present one.",
            formula = "questions whose first recalled answer is outdated / questions with an outdated answer",
            unit = "%",
            better = Better.LOWER)
    STALENESS,
    @Metric(
            name = "abstained",
            doc = "Questions for which nothing was recalled.",
            formula = "count",
            better = Better.NEITHER)
    ABSTAINED,
    @Metric(
            name = "abstention",
            doc = "Share of the questions that nothing written answers for which nothing was recalled.",
            formula = "questions without an answer and with nothing recalled / questions without an answer",
            unit = "%",
            better = Better.HIGHER)
    ABSTENTION,
    @Metric(
            name = "answer_f1",
            doc =
                    "How far the words of the language model's answers, given what was recalled, are those of the data: a mean; undefined without a model.",
            formula = "mean over answered questions of 2 x common words / (words of the answer + words of the data)",
            better = Better.HIGHER)
    ANSWER_F1,
    @Metric(
            name = "busy",
            doc = "Time that the memory worked.",
            formula = "sum of the times of all operations on the declared hardware",
            unit = "s",
            better = Better.LOWER)
    BUSY,
    @Metric(
            name = "traffic",
            doc = "Bytes read and written of a tier, or sent over a link.",
            formula = "sum over operations",
            unit = "MB",
            argument = MetricArgument.TIER_OR_LINK,
            better = Better.LOWER)
    TRAFFIC,
    @Metric(
            name = "energy",
            doc = "Energy that the memory's operations took, without what the hardware draws all the time.",
            formula = "bytes x energy per byte + operations x energy per operation",
            unit = "J",
            better = Better.LOWER)
    ENERGY;

    private final MetricWord word = read();

    private MetricWord read() {
        try {
            return MetricWord.of(AgentMetric.class.getField(name()).getAnnotation(Metric.class));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    MetricWord word() {
        return word;
    }

    static List<MetricWord> words() {
        return Arrays.stream(values()).map(AgentMetric::word).toList();
    }

    static Optional<AgentMetric> named(String name) {
        return Arrays.stream(values()).filter(m -> m.word.name().equals(name)).findFirst();
    }
}

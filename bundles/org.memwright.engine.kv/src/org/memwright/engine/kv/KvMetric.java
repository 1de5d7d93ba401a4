/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.runtime.vocabulary.Metric;
import org.memwright.runtime.vocabulary.MetricArgument;
import org.memwright.runtime.vocabulary.MetricWord;

/** The metrics of the kv engine. */
enum KvMetric {
    @Metric(
            name = "throughput",
            doc = "Tokens generated, or requests finished, per second.",
            formula = "generated tokens / makespan; with (requests), finished requests / makespan",
            unit = "tokens/s",
            argument = MetricArgument.THING,
            better = Better.HIGHER)
    THROUGHPUT,
    @Metric(
            name = "goodput",
            doc = "Requests per second that meet every objective of the experiment's slo.",
            formula = "finished requests that meet every objective / makespan",
            unit = "/s",
            better = Better.HIGHER)
    GOODPUT,
    @Metric(
            name = "attainment",
            doc = "Share of the requests that meet every objective of the experiment's slo.",
            formula = "finished requests that meet every objective / all requests",
            unit = "%",
            better = Better.HIGHER)
    ATTAINMENT,
    @Metric(
            name = "ttft",
            doc = "Time from arrival to the first token.",
            formula = "first token - arrival, over all requests; percentiles by linear interpolation",
            unit = "ms",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    TTFT,
    @Metric(
            name = "tpot",
            doc = "Time per output token after the first, a mean for each request.",
            formula = "(last token - first token) / (output tokens - 1), over all requests with two or more",
            unit = "ms",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    TPOT,
    @Metric(
            name = "tbt",
            doc = "Time between two tokens of a request that follow each other.",
            formula = "token - token before, over all tokens but the first of each request",
            unit = "ms",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    TBT,
    @Metric(
            name = "latency",
            doc = "Time from arrival to the last token.",
            formula = "last token - arrival, over all requests",
            unit = "s",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    LATENCY,
    @Metric(
            name = "queueing",
            doc = "Time from arrival to the first admission.",
            formula = "admission - arrival, over all requests",
            unit = "ms",
            argument = MetricArgument.STATISTIC,
            better = Better.LOWER)
    QUEUEING,
    @Metric(
            name = "makespan",
            doc = "Time from the start of the run to the last token.",
            formula = "end of the last iteration",
            unit = "s",
            better = Better.LOWER)
    MAKESPAN,
    @Metric(
            name = "finished",
            doc = "Requests that came to their end.",
            formula = "count of requests with all their tokens",
            better = Better.HIGHER)
    FINISHED,
    @Metric(
            name = "rejected",
            doc = "Requests that fit nowhere, even alone.",
            formula = "count of requests that need more bytes than their stores may have",
            better = Better.LOWER)
    REJECTED,
    @Metric(
            name = "iterations",
            doc = "Iterations of the engine.",
            formula = "count of iterations",
            better = Better.NEITHER)
    ITERATIONS,
    @Metric(
            name = "batch_size",
            doc = "Requests in an iteration.",
            formula = "requests in the batch, over all iterations",
            argument = MetricArgument.STATISTIC,
            better = Better.HIGHER)
    BATCH_SIZE,
    @Metric(
            name = "peak",
            doc = "The most bytes of a tier that were in use at once, on the fullest device.",
            formula = "max over time of weights + workspace + allocated keys and values",
            unit = "GiB",
            argument = MetricArgument.TIER,
            better = Better.LOWER)
    PEAK,
    @Metric(
            name = "occupancy",
            doc = "Bytes of a tier in use, averaged over time, on the fullest device.",
            formula = "mean over time of weights + workspace + allocated keys and values",
            unit = "GiB",
            argument = MetricArgument.TIER,
            better = Better.LOWER)
    OCCUPANCY,
    @Metric(
            name = "kv_bytes_per_token",
            doc =
                    "Bytes that the keys and values of one token take in the long run, over all devices and stores that keep it.",
            formula = "bytes of a sequence of the model's context / context",
            unit = "KiB",
            better = Better.LOWER)
    KV_BYTES_PER_TOKEN,
    @Metric(
            name = "fragmentation",
            doc =
                    "Share of the bytes allocated for keys and values that holds no token (internal), or of the free bytes that is not in the greatest piece to be had (external).",
            formula =
                    "1 - stored bytes / allocated bytes, each averaged over time; with (external), 1 - greatest free piece / free bytes",
            unit = "%",
            argument = MetricArgument.THING,
            things = {"internal", "external"},
            better = Better.LOWER)
    FRAGMENTATION,
    @Metric(
            name = "prefix_hit_rate",
            doc =
                    "Share of the prompts' tokens or blocks that were resident from the first on, or of the requests that found any.",
            formula =
                    "tokens of prompts resident when admitted / tokens of prompts; with (blocks) or (requests), these",
            unit = "%",
            argument = MetricArgument.THING,
            things = {"tokens", "blocks", "requests"},
            better = Better.HIGHER)
    PREFIX_HIT_RATE,
    @Metric(
            name = "prefix_evictions",
            doc = "Blocks of prefixes given up to make room.",
            formula = "count of blocks",
            better = Better.LOWER)
    PREFIX_EVICTIONS,
    @Metric(
            name = "evictions",
            doc = "Tokens that keep rules dropped.",
            formula = "tokens over what the stores keep, not moved elsewhere",
            unit = "tokens",
            better = Better.NEITHER)
    EVICTIONS,
    @Metric(
            name = "moves",
            doc = "Tokens that keep rules moved to another store or tier.",
            formula = "tokens over what a store keeps, moved elsewhere",
            unit = "tokens",
            better = Better.NEITHER)
    MOVES,
    @Metric(
            name = "preemptions",
            doc = "Times that a running request gave way and its keys and values were computed again.",
            formula = "count",
            better = Better.LOWER)
    PREEMPTIONS,
    @Metric(
            name = "swaps",
            doc = "Times that a running request gave way and its keys and values were moved out.",
            formula = "count",
            better = Better.LOWER)
    SWAPS,
    @Metric(
            name = "recomputed",
            doc = "Tokens that were processed again after a request gave way.",
            formula = "tokens freed by recomputing preemptions",
            unit = "tokens",
            better = Better.LOWER)
    RECOMPUTED,
    @Metric(
            name = "kv_pages",
            doc = "Pages for keys and values that there is room for on one device; 0 where no store keeps pages.",
            formula = "(capacity - weights - workspace - what is left alone) / bytes of a page, rounded down",
            better = Better.HIGHER)
    KV_PAGES,
    @Metric(
            name = "traffic",
            doc = "Bytes read and written of a tier, or sent over a link, on all devices.",
            formula = "sum over operations and transfers",
            unit = "TB",
            argument = MetricArgument.TIER_OR_LINK,
            better = Better.LOWER)
    TRAFFIC,
    @Metric(
            name = "utilisation",
            doc = "Share of the peak of a compute unit, or of the bandwidth of a tier or link, that the run used.",
            formula = "operations or bytes / (peak or bandwidth x makespan)",
            unit = "%",
            argument = MetricArgument.RESOURCE,
            better = Better.HIGHER)
    UTILISATION,
    @Metric(
            name = "energy",
            doc = "Energy of the run.",
            formula = "bytes x energy per byte + operations x energy per operation + power x time",
            unit = "J",
            better = Better.LOWER)
    ENERGY,
    @Metric(
            name = "energy_per_token",
            doc = "Energy for each token generated.",
            formula = "energy / generated tokens",
            unit = "J",
            better = Better.LOWER)
    ENERGY_PER_TOKEN,
    @Metric(
            name = "power",
            doc = "Mean power of the run.",
            formula = "energy / makespan",
            unit = "W",
            better = Better.LOWER)
    POWER,
    @Metric(
            name = "cost",
            doc = "Price of the hardware for the time of the run.",
            formula = "price x makespan",
            unit = "USD",
            better = Better.LOWER)
    COST,
    @Metric(
            name = "cost_per_request",
            doc = "Price of the hardware for each request finished.",
            formula = "price x makespan / finished requests",
            unit = "USD",
            better = Better.LOWER)
    COST_PER_REQUEST,
    @Metric(
            name = "cost_per_million_tokens",
            doc = "Price of the hardware for a million tokens generated.",
            formula = "price x makespan / generated tokens x 1000000",
            unit = "USD",
            better = Better.LOWER)
    COST_PER_MILLION_TOKENS;

    private final MetricWord word = read();

    private MetricWord read() {
        try {
            return MetricWord.of(KvMetric.class.getField(name()).getAnnotation(Metric.class));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    MetricWord word() {
        return word;
    }

    static List<MetricWord> words() {
        return Arrays.stream(values()).map(KvMetric::word).toList();
    }

    static Optional<KvMetric> named(String name) {
        return Arrays.stream(values()).filter(m -> m.word.name().equals(name)).findFirst();
    }
}

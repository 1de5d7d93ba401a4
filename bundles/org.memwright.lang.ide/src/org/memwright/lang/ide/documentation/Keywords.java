/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.documentation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the structural words of the language say, one sentence and one example each. */
public final class Keywords {
    private static final Map<String, String> DOCS = docs();

    private Keywords() {}

    /** Markdown about a word, or empty for one that says nothing by itself. */
    public static Optional<String> markdown(String word) {
        String doc = DOCS.get(word);
        return doc == null ? Optional.empty() : Optional.of("**" + word + "**\n\n" + doc);
    }

    private static Map<String, String> docs() {
        Map<String, String> docs = new LinkedHashMap<>();
        put(docs, "package", "The package of the declarations of this file.", "package nvidia");
        put(
                docs,
                "import",
                "Makes the names of a package, or one name, known in this file.",
                "import memwright.hardware.*");
        put(docs, "hardware", "A machine: compute units, memory tiers and links.", "hardware A100_80G { ... }");
        put(
                docs,
                "model",
                "The shape of a transformer; in an experiment, the model that is run.",
                "model Llama2_7B { layers 32 ... }");
        put(
                docs,
                "memory",
                "A memory architecture: stores, and rules that keep and move what is in them.",
                "memory FullCache for kv { store cache : kv() in hbm }");
        put(
                docs,
                "workload",
                "What drives a memory: requests, dialogues, streams.",
                "workload Synthetic { requests 1000 ... }");
        put(
                docs,
                "task",
                "A tree of steps with what goes in and comes out.",
                "task PlanTrip { goal \"...\" step flight }");
        put(
                docs,
                "experiment",
                "Memories compared on one machine, model and workload.",
                "experiment Shootout { on A100_80G compare A, B measure throughput }");
        put(
                docs,
                "extends",
                "Takes over all of another declaration; what is declared here replaces what has the same name there.",
                "model Mixtral_8x7B extends Mistral_7B { experts 8 active 2 }");
        put(docs, "for", "The engine that runs the memory.", "memory H2O for kv { ... }");
        put(
                docs,
                "compute",
                "Something that computes; with in, it sits in that memory.",
                "compute pim[16] in hbm { peak fp16 12 TFLOP/s }");
        put(docs, "peak", "The highest rate of operations at one number format.", "peak fp16 312 TFLOP/s");
        put(
                docs,
                "tier",
                "A level of memory; with on, it belongs to that compute unit.",
                "tier hbm on gpu { capacity 80 GiB bandwidth 2.039 TB/s }");
        put(
                docs,
                "link",
                "A path for bytes between two tiers, one way (->) or both (<->).",
                "link pcie : hbm <-> dram { bandwidth 31.5 GB/s }");
        put(docs, "use", "Builds a hardware of others.", "use A100_80G as node[8]");
        put(
                docs,
                "calibrate",
                "Replaces the data sheet of a compute unit by measurements.",
                "calibrate gpu from \"profiles/a100-mlp.csv\"");
        put(docs, "param", "A value that columns of a comparison may set anew.", "param budget = 20%");
        put(docs, "store", "Something kept in a tier, in a layout.", "store cache : pages(size: 16 tokens) in hbm");
        put(
                docs,
                "keep",
                "What stays in a store; else says where the rest goes.",
                "keep cache : recent(1024 tokens) else move(to: cold)");
        put(
                docs,
                "else",
                "Where what is not kept goes; without it, it is dropped.",
                "keep hot : recent(20%) else move(to: cold)");
        put(
                docs,
                "at",
                "When a rule holds: an event, or points of a grid.",
                "keep cache at prefill : recent(32 tokens)");
        put(
                docs,
                "on",
                "In a memory, what happens at an event; in an experiment, the hardware; of a tier, its compute unit.",
                "on full : swap(to: dram)");
        put(
                docs,
                "in",
                "Where a store or compute unit is, what goes into a step, or the values of an axis.",
                "store cache : kv() in hbm");
        put(docs, "out", "What comes out of a step.", "out ticket");
        put(docs, "goal", "What the task is to achieve.", "goal \"Book a trip to Kyoto\"");
        put(docs, "step", "A part of a task, with parts of its own.", "step hotel \"Book a hotel\" after flight");
        put(docs, "after", "Steps that must be done before.", "step choose after search");
        put(docs, "uses", "Steps, or outputs of steps, that a step reads.", "step hotel uses flight.ticket");
        put(
                docs,
                "serving",
                "The rule that decides which requests run, or a whole engine's rules.",
                "serving continuous(max_running: 256)");
        put(
                docs,
                "compare",
                "The memories that are compared, with values for their parameters.",
                "compare FullCache, H2O(budget: 5%) as H2O_small");
        put(docs, "as", "The name of a column, or of a used hardware.", "compare H2O(budget: 5%) as H2O_small");
        put(docs, "vary", "An axis of a grid: the experiment runs at each of its values.", "vary batch in 1, 8, 32");
        put(
                docs,
                "slo",
                "Objectives of the service: metrics and the most that they may be.",
                "slo ttft <= 200 ms, tpot <= 50 ms");
        put(docs, "measure", "The metrics that are reported.", "measure throughput, ttft(p50, p99), peak(hbm)");
        put(
                docs,
                "expect",
                "A condition on metrics of columns that passes, fails or cannot be told.",
                "expect H2O.throughput >= 1.5 * FullCache.throughput");
        put(docs, "repeat", "Runs everything with several seeds.", "repeat 5 seeds");
        put(docs, "split", "How tensors or layers are divided over devices.", "split tensor 4");
        put(
                docs,
                "from",
                "What follows is read from there.",
                "requests from csv(\"trace.csv\", prompt: input, output: generated)");
        return docs;
    }

    private static void put(Map<String, String> docs, String word, String doc, String example) {
        docs.put(word, doc + "\n\n" + Markdown.code(example));
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.properties;

import static org.memwright.lang.properties.PropertyOwner.COMPUTE;
import static org.memwright.lang.properties.PropertyOwner.HARDWARE;
import static org.memwright.lang.properties.PropertyOwner.LINK;
import static org.memwright.lang.properties.PropertyOwner.MODEL;
import static org.memwright.lang.properties.PropertyOwner.TIER;
import static org.memwright.lang.properties.PropertyOwner.WORKLOAD;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.memwright.hardware.calibration.Coefficient;
import org.memwright.hardware.calibration.KernelFormula;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.units.Dimension;
import org.memwright.units.Format;
import org.memwright.units.Unit;
import org.memwright.units.Units;

/** All properties of all owners. */
public final class Properties {
    private static final double ANY = Double.POSITIVE_INFINITY;
    private static final double POSITIVE = Double.MIN_VALUE;

    /** The property that says how far off a calibrated kernel is. */
    public static final String HELD_BACK_ERROR = "error";

    private static final List<PropertyWord> DECLARED = List.of(
            quantity(
                    HARDWARE,
                    "price",
                    Dimension.MONEY_PER_TIME,
                    0,
                    "0: runs report no cost",
                    "What the whole machine costs for a time.",
                    "price 32 USD/h"),
            quantity(
                    HARDWARE,
                    "power",
                    Dimension.POWER,
                    0,
                    "0 W",
                    "Power that the rest of the system draws all the time: fans, conversion, network.",
                    "power 800 W"),
            //
            quantity(
                    COMPUTE,
                    "bandwidth",
                    Dimension.BANDWIDTH,
                    POSITIVE,
                    "the bandwidth of the tier that it sits in",
                    "Bandwidth of one unit to the tier that it sits in.",
                    "bandwidth 16 TB/s"),
            quantity(
                    COMPUTE,
                    "power",
                    Dimension.POWER,
                    0,
                    "0 W: only what is computed and moved counts",
                    "Power of one unit while it works.",
                    "power 400 W"),
            quantity(COMPUTE, "idle", Dimension.POWER, 0, "0 W", "Power of one unit while it waits.", "idle 60 W"),
            quantity(
                    COMPUTE,
                    "energy",
                    Dimension.ENERGY_PER_OPERATION,
                    0,
                    "0 pJ/FLOP",
                    "Energy of one operation, on top of the power.",
                    "energy 0.5 pJ/FLOP"),
            quantity(
                    COMPUTE,
                    "launch",
                    Dimension.TIME,
                    0,
                    "the constant of the hardware model",
                    "Time to start one operation.",
                    "launch 4 us"),
            count(
                    COMPUTE,
                    "cores",
                    1,
                    10_000_000,
                    "none: kernels of one unit cannot be calibrated",
                    "Parts of one unit that each run a tile of a kernel, such as streaming multiprocessors.",
                    "cores 108"),
            //
            required(TIER, "capacity", Dimension.BYTES, "Bytes that the tier holds.", "capacity 80 GiB"),
            quantity(
                    TIER,
                    "bandwidth",
                    Dimension.BANDWIDTH,
                    POSITIVE,
                    "read and write say it each",
                    "Bytes per time, for reading and for writing.",
                    "bandwidth 2.039 TB/s"),
            quantity(
                    TIER,
                    "read",
                    Dimension.BANDWIDTH,
                    POSITIVE,
                    "bandwidth",
                    "Bytes per time that are read, where writing differs.",
                    "read 7 GB/s"),
            quantity(
                    TIER,
                    "write",
                    Dimension.BANDWIDTH,
                    POSITIVE,
                    "bandwidth",
                    "Bytes per time that are written, where reading differs.",
                    "write 5 GB/s"),
            quantity(
                    TIER,
                    "latency",
                    Dimension.TIME,
                    0,
                    "0 ns",
                    "Time from a request to its first byte.",
                    "latency 400 ns"),
            quantity(TIER, "access", Dimension.BYTES, 1, "1 B", "The least that one access moves.", "access 4 KiB"),
            quantity(
                    TIER,
                    "energy",
                    Dimension.ENERGY_PER_BYTE,
                    0,
                    "0 pJ/bit",
                    "Energy to read or write.",
                    "energy 4 pJ/bit"),
            quantity(TIER, "power", Dimension.POWER, 0, "0 W", "Power that the tier draws all the time.", "power 20 W"),
            quantity(
                    TIER,
                    "price",
                    Dimension.MONEY_PER_BYTE,
                    0,
                    "0 USD/GiB",
                    "What its capacity costs.",
                    "price 3 USD/GiB"),
            //
            required(LINK, "bandwidth", Dimension.BANDWIDTH, "Bytes per time and direction.", "bandwidth 31.5 GB/s"),
            quantity(LINK, "latency", Dimension.TIME, 0, "0 ns", "Time until the first byte arrives.", "latency 3 us"),
            quantity(LINK, "energy", Dimension.ENERGY_PER_BYTE, 0, "0 pJ/bit", "Energy to move.", "energy 5.5 pJ/bit"),
            //
            count(MODEL, "layers", 1, 100_000, "", "Layers of the transformer.", "layers 32"),
            count(MODEL, "hidden", 1, 10_000_000, "", "Width of the residual stream.", "hidden 4096"),
            count(MODEL, "heads", 1, 1_000_000, "", "Heads of the queries.", "heads 32"),
            count(
                    MODEL,
                    "kv_heads",
                    1,
                    1_000_000,
                    "heads",
                    "Heads of keys and values; fewer than heads is grouped-query attention.",
                    "kv_heads 8"),
            count(MODEL, "head_dim", 1, 1_000_000, "hidden / heads", "Width of one head.", "head_dim 128"),
            count(
                    MODEL,
                    "ffn",
                    1,
                    100_000_000,
                    "",
                    "Width of the feed-forward; of one expert where there are experts and no expert_ffn.",
                    "ffn 11008"),
            count(MODEL, "vocab", 1, 100_000_000, "", "Tokens of the vocabulary.", "vocab 32000"),
            count(
                    MODEL,
                    "context",
                    1,
                    1_000_000_000,
                    "",
                    "The longest sequence that the model was made for.",
                    "context 4096"),
            new PropertyWord(
                    MODEL,
                    "weights",
                    PropertyType.PRECISION,
                    Dimension.NUMBER,
                    0,
                    ANY,
                    List.of(),
                    List.of(),
                    false,
                    "fp16",
                    "The number format that the weights are kept in.",
                    "weights fp16"),
            count(
                    MODEL,
                    "experts",
                    0,
                    1_000_000,
                    "0: a dense model",
                    "Feed-forwards per layer of a mixture of experts.",
                    "experts 8"),
            count(MODEL, "active", 1, 1_000_000, "1", "Experts that one token goes through.", "active 2"),
            count(
                    MODEL,
                    "expert_ffn",
                    1,
                    100_000_000,
                    "ffn",
                    "Width of the feed-forward of one expert.",
                    "expert_ffn 768"),
            count(
                    MODEL,
                    "positions",
                    0,
                    1_000_000_000,
                    "0: none",
                    "Rows of a learned table of positions.",
                    "positions 2050"),
            choice(
                    MODEL,
                    "norm",
                    List.of("rms", "layer"),
                    "rms",
                    "Whether norms have a weight alone or a bias too.",
                    "norm layer"),
            count(
                    MODEL,
                    "embedding",
                    1,
                    10_000_000,
                    "hidden",
                    "Width of the token embedding; where it is not hidden, projections join the two.",
                    "embedding 512"),
            flag("gated", "The feed-forward has a gate matrix (SwiGLU and the like)."),
            flag("tied", "The output head shares the embedding."),
            flag("biased", "Every linear layer has a bias."),
            flag("qkv_biased", "The query, key and value projections have a bias."),
            flag("qk_norm", "Queries and keys are normalised per head."),
            //
            new PropertyWord(
                    WORKLOAD,
                    "requests",
                    PropertyType.COUNT_OR_SOURCE,
                    Dimension.NUMBER,
                    1,
                    1e9,
                    List.of(),
                    List.of(MechanismKind.SOURCE),
                    false,
                    "the workload is of another kind",
                    "Requests to a model: how many are drawn, or where they are read from.",
                    "requests 1000"),
            mechanism(
                    "arrival",
                    MechanismKind.ARRIVAL,
                    "all at once, at the start",
                    "When requests arrive.",
                    "arrival poisson(4 /s)"),
            mechanism(
                    "prompt",
                    MechanismKind.LENGTH,
                    "as the source says",
                    "How long prompts are.",
                    "prompt lognormal(mean: 1024 tokens, cv: 1.2)"),
            mechanism(
                    "output",
                    MechanismKind.LENGTH,
                    "as the source says",
                    "How long outputs are.",
                    "output uniform(16 tokens, 512 tokens)"),
            mechanism(
                    "prefix",
                    MechanismKind.PREFIX,
                    "nothing is shared",
                    "What prompts have in common.",
                    "prefix shared(512 tokens, groups: 10)"),
            count(WORKLOAD, "limit", 1, 1_000_000_000, "all", "The most that is read from the source.", "limit 5000"),
            count(
                    WORKLOAD,
                    "seed",
                    0,
                    Integer.MAX_VALUE,
                    "1",
                    "Seed of everything that is drawn at random.",
                    "seed 42"),
            choice(
                    WORKLOAD,
                    "skip",
                    List.of("bad"),
                    "a bad row is an error",
                    "Rows that cannot be read are counted, not used.",
                    "skip bad"),
            mechanism(
                    "recall",
                    MechanismKind.SOURCE,
                    "the workload is of another kind",
                    "What is written and asked for again.",
                    "recall associative(pairs: 64, distractors: 2048, queries: 32)"),
            mechanism(
                    "dialogue",
                    MechanismKind.SOURCE,
                    "the workload is of another kind",
                    "Dialogues whose turns are written and asked about.",
                    "dialogue from locomo(\"locomo10.json\")"),
            mechanism(
                    "documents",
                    MechanismKind.SOURCE,
                    "the workload is of another kind",
                    "Documents that are written and asked about.",
                    "documents from musique(\"musique.jsonl\")"),
            mechanism(
                    "steps",
                    MechanismKind.SOURCE,
                    "the workload is of another kind",
                    "What does the steps of a task.",
                    "steps from scripted(failures: 20%)"),
            mechanism(
                    "blocks",
                    MechanismKind.SOURCE,
                    "the workload is of another kind",
                    "A trace of blocks that are read and written.",
                    "blocks from csv(\"trace.csv\")"),
            mechanism(
                    "tensors",
                    MechanismKind.SOURCE,
                    "the workload is of another kind",
                    "A graph of tensors that are computed.",
                    "tensors from onnx(\"model.onnx\")"));

    private static final List<PropertyWord> ALL = Stream.concat(
                    DECLARED.stream(), Stream.of(PropertyOwner.values()).flatMap(Properties::calibrated))
            .toList();

    private static final Map<PropertyOwner, Map<String, PropertyWord>> BY_OWNER = byOwner();

    private Properties() {}

    /** The properties of an owner by name, in the order of a manual. */
    public static Map<String, PropertyWord> of(PropertyOwner owner) {
        return BY_OWNER.getOrDefault(owner, Map.of());
    }

    public static Optional<PropertyWord> find(PropertyOwner owner, String name) {
        return Optional.ofNullable(of(owner).get(name));
    }

    /** All properties of all owners. */
    public static List<PropertyWord> all() {
        return ALL;
    }

    /** The property that a flag says more about, beside which it is written: {@code ffn 11008 gated}. */
    public static Optional<String> qualifiedBy(String flag) {
        return switch (flag) {
            case "gated" -> Optional.of("ffn");
            case "tied" -> Optional.of("vocab");
            case "qk_norm" -> Optional.of("head_dim");
            default -> Optional.empty();
        };
    }

    private static Map<PropertyOwner, Map<String, PropertyWord>> byOwner() {
        Map<PropertyOwner, Map<String, PropertyWord>> table = new EnumMap<>(PropertyOwner.class);
        for (PropertyWord word : ALL) {
            table.computeIfAbsent(word.owner(), owner -> new LinkedHashMap<>()).put(word.name(), word);
        }
        return table;
    }

    /** The coefficients of a kernel's formula and the error that they leave; nothing for what is no calibration. */
    private static Stream<PropertyWord> calibrated(PropertyOwner owner) {
        return owner.kernel().stream()
                .flatMap(kernel -> Stream.concat(
                        KernelFormula.coefficients(kernel).stream().map(coefficient -> coefficient(owner, coefficient)),
                        Stream.of(quantity(
                                owner,
                                HELD_BACK_ERROR,
                                Dimension.NUMBER,
                                0,
                                "not known: runs report no interval for it",
                                "Mean of |predicted / measured - 1| over shapes that the fit never saw.",
                                HELD_BACK_ERROR + " 11.2%"))));
    }

    private static PropertyWord coefficient(PropertyOwner owner, Coefficient coefficient) {
        Unit unit = Units.find(coefficient.unit()).orElse(Unit.NONE);
        String example = coefficient.name() + " " + Format.of(coefficient.start(), unit.dimension());
        String meaning = coefficient.meaning();
        return new PropertyWord(
                owner,
                coefficient.name(),
                PropertyType.QUANTITY,
                unit.dimension(),
                coefficient.least(),
                coefficient.most(),
                List.of(),
                List.of(),
                true,
                "",
                Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + ".",
                example);
    }

    private static PropertyWord quantity(
            PropertyOwner owner,
            String name,
            Dimension dimension,
            double min,
            String byDefault,
            String doc,
            String example) {
        return new PropertyWord(
                owner,
                name,
                PropertyType.QUANTITY,
                dimension,
                min,
                ANY,
                List.of(),
                List.of(),
                false,
                byDefault,
                doc,
                example);
    }

    private static PropertyWord required(
            PropertyOwner owner, String name, Dimension dimension, String doc, String example) {
        return new PropertyWord(
                owner,
                name,
                PropertyType.QUANTITY,
                dimension,
                POSITIVE,
                ANY,
                List.of(),
                List.of(),
                true,
                "",
                doc,
                example);
    }

    private static PropertyWord count(
            PropertyOwner owner, String name, double min, double max, String byDefault, String doc, String example) {
        return new PropertyWord(
                owner,
                name,
                PropertyType.COUNT,
                Dimension.NUMBER,
                min,
                max,
                List.of(),
                List.of(),
                byDefault.isEmpty(),
                byDefault,
                doc,
                example);
    }

    private static PropertyWord choice(
            PropertyOwner owner, String name, List<String> choices, String byDefault, String doc, String example) {
        return new PropertyWord(
                owner,
                name,
                PropertyType.CHOICE,
                Dimension.NUMBER,
                0,
                ANY,
                choices,
                List.of(),
                false,
                byDefault,
                doc,
                example);
    }

    private static PropertyWord flag(String name, String doc) {
        return new PropertyWord(
                MODEL,
                name,
                PropertyType.FLAG,
                Dimension.NUMBER,
                0,
                ANY,
                List.of(),
                List.of(),
                false,
                "not " + name,
                doc,
                name);
    }

    private static PropertyWord mechanism(
            String name, MechanismKind kind, String byDefault, String doc, String example) {
        return new PropertyWord(
                WORKLOAD,
                name,
                PropertyType.MECHANISM,
                Dimension.NUMBER,
                0,
                ANY,
                List.of(),
                List.of(kind),
                false,
                byDefault,
                doc,
                example);
    }
}

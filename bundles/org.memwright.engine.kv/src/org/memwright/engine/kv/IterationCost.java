/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.design.KvDesign;
import org.memwright.engine.kv.design.KvStore;
import org.memwright.engine.kv.serve.Scheduler;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.hardware.Interconnect;
import org.memwright.hardware.IterationTimes;
import org.memwright.hardware.Kernel;
import org.memwright.hardware.KernelTimes;
import org.memwright.hardware.LayerShape;
import org.memwright.hardware.LayerTimes;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Operation;
import org.memwright.hardware.Path;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Ring;
import org.memwright.hardware.Tier;
import org.memwright.hardware.Work;
import org.memwright.runtime.meter.Meter;
import org.memwright.runtime.plan.TransformerShape;

/**
 * Times an iteration from the totals of its batch, and charges it to the meter.
 *
 * <p>Every layer does the same, so each operation is timed once and counted for all layers. An iteration with pipeline stages
 * is cut into as many micro-batches; its time is the longer of what the fullest stage works and what one micro-batch takes
 * through all stages.
 *
 * <p>Keys and values that lie beyond a link are fetched for the next layer while this one computes; where a step chooses what
 * to fetch, it waits for it.
 * <br>Cost: O(stores) for each iteration, whatever the number of requests and layers; no allocation.
 */
@SuppressWarnings("EnumOrdinal") // times by cause sit in flat arrays that every operation adds to
final class IterationCost {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Queries that share one pass over keys and values on chip. */
    private static final double TILE_QUERIES = 128;

    /** A step reads and writes the residual stream twice around each norm. */
    private static final double NORM_PASSES = 4;

    /** Logits are read for their maximum, sum and draw. */
    private static final double LOGIT_PASSES = 3;

    private static final double LOGIT_BYTES = 4;

    /** Share of the time whose error must be known for that of the whole to be. */
    private static final double KNOWN = 0.75;

    /** How far off what is not measured may be, by {@link org.memwright.hardware.Efficiency}. */
    private static final double UNMEASURED_ERROR = 0.5;

    private static final Cause[] CAUSES = Cause.values();

    private final Placement placement;
    private final TransformerShape model;
    private final KvShape shape;
    private final Meter meter;
    private final Operation operation;
    private final List<KvStore> stores;
    private final boolean[] local;
    private final Path[][] inward;
    private final Path[][] outward;
    private final int[] linkPart;
    private final double[] writeBytes;
    private final double[] packBytes;
    private final double[] readBytes;
    private final int[] tierOf;
    private final boolean choosesFetch;
    private final double slowdown;

    private final int unit;
    private final int home;
    private final Precision precision;
    private final double weight;
    private final double activation;
    private final double hidden;
    private final double query;
    private final double keyValue;
    private final double active;

    private final Ring ring;
    private final Path ringPath;
    private final Path stagePath;

    private final int embed;
    private final int project;
    private final int attendPrompt;
    private final int attend;
    private final int output;
    private final int router;
    private final int expand;
    private final int contract;
    private final int norm;
    private final int rotate;
    private final int activate;

    /** Whether matrix products were measured one by one, so that their time contains nothing of what runs between them. */
    private final boolean isByKernel;

    private final int head;
    private final int sample;
    private final int write;
    private final int rank;
    private final int rebuild;
    private final int form;
    private final int unpack;
    private final int collectivePart;
    private final int stagePart;
    private final int tablePart;
    private final int hostPart;

    private final Scheduler scheduler;
    private final KernelTimes times;
    private final @Nullable LayerTimes layerTimes;
    private final @Nullable IterationTimes iterationTimes;
    private final int embeddingLayer;
    private final int normLayer;
    private final int projectionLayer;
    private final int rotaryLayer;
    private final int outputLayer;
    private final int expandLayer;
    private final int activationLayer;
    private final int contractLayer;
    private final int lastNormLayer;
    private final int headLayer;
    private final int samplerLayer;
    private final boolean isPlain;

    /** By {@link Kernel}; NaN where it is not known. */
    private final double[] heldBackErrors = new double[Kernel.values().length];

    /** Nanoseconds of the last iteration by {@link Cause}. */
    private final double[] causes = new double[CAUSES.length];

    /** Nanoseconds that measurements gave, and these times the error that they are known to have, of all iterations. */
    private double measuredNanos;

    private double errorNanos;
    private double allNanos;

    private double measuredScale = 1;

    /** Seconds of attention of one layer in this iteration; NaN where they were not measured. */
    private double prefillSeconds;

    private double decodeSeconds;

    IterationCost(Placement placement, KvDesign design, Meter meter, Scheduler scheduler) {
        this.placement = placement;
        this.model = placement.model();
        this.shape = placement.shape();
        this.meter = meter;
        this.operation = meter.operation();
        this.stores = design.stores();
        this.scheduler = scheduler;
        times = placement.unit().times();
        layerTimes = times.layers(layerShape(placement)).orElse(null);
        iterationTimes = times.iterations(model.name(), placement.tensor()).orElse(null);
        for (Kernel kernel : Kernel.values()) {
            heldBackErrors[kernel.ordinal()] = times.heldBackError(kernel);
        }
        embeddingLayer = layer("embedding");
        normLayer = layer("layernorm");
        projectionLayer = layer("qkv_proj");
        rotaryLayer = layer("rotary_emb");
        outputLayer = layer("o_proj");
        expandLayer = layer("gate_up_proj");
        activationLayer = layer("act_fn");
        contractLayer = layer("down_proj");
        lastNormLayer = layer("final_layernorm");
        headLayer = layer("lm_head");
        samplerLayer = layer("sampler");
        unit = placement.unit().id();
        home = placement.home().id();
        precision = model.weights();
        weight = model.weights().bytes();
        activation = shape.precision().bytes();
        hidden = model.hidden();
        query = (double) shape.heads() * shape.headDim();
        keyValue = (double) shape.kvHeads() * shape.headDim();
        active = Math.max(1, model.activeExperts());

        int count = stores.size();
        local = new boolean[count];
        inward = new Path[count][];
        outward = new Path[count][];
        linkPart = new int[count];
        writeBytes = new double[count];
        packBytes = new double[count];
        readBytes = new double[count];
        tierOf = new int[count];
        double slowest = 1;
        for (KvStore store : stores) {
            int at = store.index();
            Tier tier = placement.tier(store.tier());
            local[at] = placement.isLocal(tier);
            tierOf[at] = local[at] ? tier.id() : home;
            inward[at] = local[at]
                    ? new Path[0]
                    : placement.paths(store.tier(), placement.home().name());
            outward[at] =
                    local[at] ? new Path[0] : placement.paths(placement.home().name(), store.tier());
            linkPart[at] = local[at] ? -1 : meter.part("transfers over " + narrowest(inward[at][0]));
            var format = store.format();
            boolean waits = format.group() > 1
                    || format.keys().residual() > 0
                    || format.values().residual() > 0;
            double packed = format.keys().packedBytes() + format.values().packedBytes();
            double full = format.keys().fullBytes() + format.values().fullBytes();
            // Tokens that wait for their group are written as computed, then read and written once more.
            writeBytes[at] = store.entry() && waits ? full : packed;
            readBytes[at] = full;
            packBytes[at] = store.entry() && waits ? full + packed : 0;
            slowest = Math.max(slowest, store.layout().attentionSlowdown());
        }
        slowdown = slowest - 1;
        isPlain = slowdown == 0 && stores.stream().allMatch(s -> local[s.index()] && isPlain(s, shape));
        choosesFetch = design.reads().selection().isPresent();

        ring = ring();
        ringPath = placement.tensor() == 1 ? new Path(placement.home(), placement.home(), List.of()) : path(0, 1);
        stagePath = placement.pipeline() == 1
                ? new Path(placement.home(), placement.home(), List.of())
                : path(0, placement.tensor());

        embed = meter.kind("embedding");
        project = meter.kind("query, key and value projection");
        attendPrompt = meter.kind("attention (prefill)");
        attend = meter.kind("attention (decode)");
        output = meter.kind("output projection");
        router = meter.kind("expert router");
        expand = meter.kind(model.gated() ? "feed-forward (gate and up)" : "feed-forward (up)");
        contract = meter.kind("feed-forward (down)");
        norm = meter.kind("norms and residuals");
        rotate = meter.kind("rotary positions");
        activate = meter.kind("activation");
        isByKernel = layerTimes == null && !Double.isNaN(times.matrixSeconds(precision, 1, hidden, hidden));
        head = meter.kind("output head");
        sample = meter.kind("sampling");
        write = meter.kind("writing keys and values");
        rank = meter.kind("ranking tokens");
        rebuild = meter.kind("rebuilding low-rank keys and values");
        form = meter.kind("decomposing prompts");
        unpack = meter.kind("unpacking quantised keys and values");
        collectivePart = meter.part("collectives");
        stagePart = meter.part("pipeline bubbles and transfers");
        tablePart = meter.part("reading through page tables");
        hostPart = meter.part("host");
    }

    /** The shape that measurements of layers are asked for. */
    static LayerShape layerShape(Placement placement) {
        TransformerShape model = placement.model();
        return new LayerShape(
                model.heads(),
                model.kvHeads(),
                model.headDim(),
                model.ffn(),
                model.vocab(),
                model.weights(),
                placement.tensor());
    }

    private int layer(String name) {
        return layerTimes == null ? -1 : layerTimes.layer(name);
    }

    /** Whether keys and values are kept as computed, so that measured attention speaks for them. */
    private static boolean isPlain(KvStore store, KvShape shape) {
        return !store.format().keys().isPacked()
                && !store.format().values().isPacked()
                && store.holdsKeys()
                && store.holdsValues()
                && store.layout().reconstructionOperations(shape) == 0;
    }

    /**
     * Lets all measured times be longer or shorter than measured.
     *
     * @param scale factor on them
     */
    void scaleMeasured(double scale) {
        measuredScale = scale;
    }

    /**
     * How far off the time of all iterations so far may be: by the errors on points that calibrations held back, and by half
     * for what was not measured.
     *
     * @return a ratio; NaN where less than {@value #KNOWN} of the time has a known error
     */
    double relativeError() {
        return measuredNanos < KNOWN * allNanos
                ? Double.NaN
                : (errorNanos + UNMEASURED_ERROR * (allNanos - measuredNanos)) / allNanos;
    }

    /** By which share measured times alone must change, so that the whole changes by {@link #relativeError}. */
    double measuredError() {
        return relativeError() * allNanos / measuredNanos;
    }

    /** Nanoseconds of the last iteration that a cause took. */
    double causeNanos(Cause cause) {
        return causes[cause.ordinal()];
    }

    private Ring ring() {
        int[] tiers = new int[placement.tensor()];
        for (int device = 0; device < tiers.length; device++) {
            tiers[device] = placement.homeOf(device).id();
        }
        return Ring.through(placement.machine(), meter.efficiency(), tiers)
                .orElseThrow(() -> new IllegalArgumentException("no link of "
                        + placement.machine().name() + " joins the "
                        + placement.home().name()
                        + " of its devices, but split tensor " + placement.tensor()
                        + " sends activations between them; declare one, such as: link nvlink : node."
                        + placement.home().name() + " <-> node."
                        + placement.home().name()
                        + " { bandwidth 300 GB/s }"));
    }

    private Path path(int from, int to) {
        Machine machine = placement.machine();
        return machine.path(placement.homeOf(from).id(), placement.homeOf(to).id())
                .orElseThrow(() -> new IllegalArgumentException("no link of " + machine.name() + " joins the "
                        + placement.home().name() + " of devices " + from + " and " + to + "; declare one"));
    }

    private String narrowest(Path path) {
        String name = path.from().name();
        double least = Double.POSITIVE_INFINITY;
        for (Path.Hop hop : path.hops()) {
            if (hop.link() != Path.Hop.NO_LINK && hop.bytesPerSecond() < least) {
                least = hop.bytesPerSecond();
                name = placement.machine().links().get(hop.link()).name();
            }
        }
        return name;
    }

    /**
     * Times an iteration that starts at a time.
     *
     * @return nanoseconds
     */
    double nanos(Batch batch, long startNanos) {
        Arrays.fill(causes, 0);
        int stages = placement.pipeline();
        int micro = Math.max(1, Math.min(stages, batch.sequences()));
        double part = 1.0 / micro;
        double tokens = batch.tokens() * part;
        double layers = (double) model.layers() * micro / stages;
        double ends = (double) micro / stages;

        double inLayers = project(tokens, layers);
        double attending = attention(batch, part, layers);
        meter.pend(tablePart, attending * slowdown);
        add(Cause.KEYS_VALUES, attending * slowdown);
        inLayers += attending * (1 + slowdown);
        inLayers += feedForward(tokens, layers);
        inLayers += between(tokens, layers);
        inLayers += keep(batch, part, layers);
        inLayers += allReduces(tokens, layers);
        double atEnds = ends(tokens, batch.outputs * part, ends);
        double computing = inLayers + atEnds;
        double nanos = stages == 1 ? computing : pipelined(inLayers, atEnds, tokens, micro);
        if (stages > 1) {
            double share = Math.min(1, nanos / computing);
            for (int i = 0; i < causes.length; i++) {
                causes[i] *= share;
            }
            add(Cause.COLLECTIVES, nanos - computing * share);
        }
        double whole = wholeSeconds(batch) * NANOS_PER_SECOND;
        boolean isWhole = known(Kernel.ITERATION, 1, whole);
        double scale = isWhole ? whole * measuredScale / nanos : 1;
        for (int i = 0; isWhole && i < causes.length; i++) {
            causes[i] *= scale;
        }
        nanos *= scale;
        meter.commit(scale);
        meter.spend(stagePart, nanos - computing * scale);
        double moving = transfers(batch, startNanos, nanos);
        add(Cause.LINKS, moving);
        allNanos += nanos + moving;
        return nanos + moving + (isWhole ? 0 : host(batch));
    }

    /** What the host adds. */
    private double host(Batch batch) {
        double measuredHost = times.hostSeconds(model.layers(), batch.sequences()) * NANOS_PER_SECOND;
        double host = known(Kernel.HOST, 1, measuredHost) ? measuredHost * measuredScale : scheduler.hostNanos();
        add(Cause.OVERHEAD, host);
        meter.spend(hostPart, host);
        allNanos += host;
        return host;
    }

    /** Measured seconds of a whole iteration: of its prompts, then of its next tokens; NaN where there are none. */
    private double wholeSeconds(Batch batch) {
        if (iterationTimes == null || !isPlain || choosesFetch) {
            return Double.NaN;
        }
        double prompts = batch.promptTokens == 0 ? 0 : iterationTimes.promptSeconds(batch.promptTokens);
        return prompts + (batch.decodes == 0 ? 0 : iterationTimes.tokenSeconds(batch.decodes));
    }

    private void add(Cause cause, double nanos) {
        causes[cause.ordinal()] += nanos;
    }

    /** Tokens that kernels run for. */
    private double padded(double tokens) {
        return scheduler.paddedTokens(tokens);
    }

    /** Norms with their residuals and, beside kernels that were measured one by one, what runs between these. */
    private double between(double tokens, double layers) {
        double normed = tokens * hidden * activation * NORM_PASSES;
        double nanos = vector(norm, normed, 2 * layers, seconds(normLayer, padded(tokens)));
        if (isByKernel) {
            double wide = (double) model.ffn() / placement.tensor() * active;
            nanos += vector(rotate, tokens * 2 * (query + keyValue) * activation, layers, Double.NaN);
            nanos += vector(activate, tokens * (model.gated() ? 3 : 2) * wide * activation, layers, Double.NaN);
        }
        return nanos;
    }

    /** The measured time of a layer, NaN where there is none. */
    private double seconds(int layer, double count) {
        return layer < 0 || layerTimes == null ? Double.NaN : layerTimes.seconds(layer, count);
    }

    /** Adds the time of a second layer that runs with the first where it was measured. */
    private static double with(double seconds, double more) {
        return Double.isNaN(more) ? seconds : seconds + more;
    }

    /** Notes how far off a measured time may be; false where it is NaN. */
    private boolean known(Kernel kernel, double count, double nanos) {
        if (Double.isNaN(nanos)) {
            return false;
        }
        double error = heldBackErrors[kernel.ordinal()];
        boolean counts =
                iterationTimes == null || kernel == Kernel.ITERATION; // of whole iterations, nothing counts twice
        if (counts && !Double.isNaN(error)) {
            measuredNanos += nanos * count;
            errorNanos += nanos * count * error;
        }
        return true;
    }

    /**
     * Times the described operation and charges it.
     *
     * @param moving what its time goes to where it does not wait for arithmetic
     * @param measured seconds of one time; NaN where nothing was measured
     * @param kernel what was measured
     */
    private double charge(int kind, Cause moving, double count, double measured, Kernel kernel) {
        double measuredOnce = measured * NANOS_PER_SECOND;
        boolean isMeasured = known(kernel, count, measuredOnce);
        double nanos = isMeasured ? meter.charge(kind, count, measuredOnce * measuredScale) : meter.charge(kind, count);
        add(
                switch (operation.limit()) {
                    case COMPUTE -> Cause.COMPUTING;
                    case TIER, LATENCY -> moving;
                    case LAUNCH -> Cause.OVERHEAD;
                },
                nanos);
        return nanos;
    }

    private double matrix(
            int kind, double tokens, double in, double out, double weights, double count, double measured) {
        boolean single = Double.isNaN(measured) && weights == in * out;
        double known = single ? times.matrixSeconds(precision, padded(tokens), out, in) : measured;
        operation
                .begin(Work.MATRIX, unit, precision)
                .compute(2 * tokens * in * out)
                .read(home, weights * weight + tokens * in * activation)
                .write(home, tokens * out * activation);
        return charge(kind, Cause.WEIGHTS, count, known, single ? Kernel.MATRIX : Kernel.LAYER);
    }

    private double vector(int kind, double bytes, double count, double measured) {
        boolean single = Double.isNaN(measured);
        double known = single ? times.vectorSeconds(bytes) : measured;
        operation.begin(Work.VECTOR, unit, precision).read(home, bytes / 2).write(home, bytes / 2);
        return charge(kind, Cause.ACTIVATIONS, count, known, single ? Kernel.VECTOR : Kernel.LAYER);
    }

    private double project(double tokens, double layers) {
        double numbers = query + 2 * keyValue;
        double run = padded(tokens);
        double projection = with(seconds(projectionLayer, run), seconds(rotaryLayer, run));
        return matrix(project, tokens, hidden, numbers, hidden * numbers, layers, projection)
                + matrix(output, tokens, query, hidden, query * hidden, layers, seconds(outputLayer, run));
    }

    private double feedForward(double tokens, double layers) {
        double wide = (double) model.ffn() / placement.tensor();
        double up = model.gated() ? 2 : 1;
        double touched = 1;
        double nanos = 0;
        if (model.experts() > 0) {
            double share = active / model.experts();
            touched = model.experts() * (1 - StrictMath.pow(1 - share, tokens));
            nanos += matrix(router, tokens, hidden, model.experts(), hidden * model.experts(), layers, Double.NaN);
        }
        double routed = tokens * active;
        double run = padded(tokens);
        boolean dense = model.experts() == 0;
        double expanding = dense ? with(seconds(expandLayer, run), seconds(activationLayer, run)) : Double.NaN;
        double contracting = dense ? seconds(contractLayer, run) : Double.NaN;
        return nanos
                + matrix(expand, routed, hidden, up * wide, touched * hidden * up * wide, layers, expanding)
                + matrix(contract, routed, wide, hidden, touched * wide * hidden, layers, contracting);
    }

    private double attention(Batch batch, double part, double layers) {
        double perLayer = part / shape.layers();
        double nanos = 0;
        measureAttention(batch, part);
        if (batch.promptTokens > 0) {
            operation.begin(Work.ATTENTION, unit, precision).compute(4 * query * batch.promptPairs * part);
            for (int i = 0; i < tierOf.length; i++) {
                operation.read(tierOf[i], batch.pastBytes[i] * perLayer);
            }
            double tokens = batch.promptTokens * part;
            operation.read(home, tokens * (query + 2 * keyValue) * activation).write(home, tokens * query * activation);
            // Tiles of queries that follow the first find keys and values on chip where there is such a tier.
            Tier near = placement.near();
            double again = batch.promptPairs * part / TILE_QUERIES * 2 * keyValue * activation;
            operation.read(near == null ? home : near.id(), again);
            nanos += charge(attendPrompt, Cause.KEYS_VALUES, layers, prefillSeconds, Kernel.PREFILL);
        }
        if (batch.decodes > 0) {
            double tokens = batch.decodes * part;
            operation
                    .begin(Work.ATTENTION, unit, precision)
                    .compute(2 * query * (batch.keyTokens + batch.valueTokens) * part)
                    .read(home, batch.tableBytes * perLayer + tokens * query * activation)
                    .write(home, tokens * query * activation);
            for (int i = 0; i < tierOf.length; i++) {
                operation.read(tierOf[i], batch.readBytes[i] * perLayer);
            }
            nanos += charge(attend, Cause.KEYS_VALUES, layers, decodeSeconds, Kernel.DECODE);
        }
        return nanos;
    }

    /** Looks up attention of one layer: of prompts and of decodes, whose sum is that of both together where it was measured. */
    private void measureAttention(Batch batch, double part) {
        prefillSeconds = Double.NaN;
        decodeSeconds = Double.NaN;
        if (!isPlain || choosesFetch) {
            return;
        }
        double fresh = batch.promptTokens * part;
        double before = batch.promptTokens == 0 ? 0 : batch.promptPast / batch.promptTokens;
        double decodes = batch.decodes * part;
        double kept = batch.decodes == 0 ? 0 : batch.keyTokens / batch.decodes;
        if (layerTimes == null) {
            int heads = (int) (query / shape.headDim());
            int kvHeads = (int) (keyValue / shape.headDim());
            if (fresh > 0) {
                prefillSeconds = times.prefillSeconds(
                        shape.precision(),
                        batch.prompts * part,
                        (double) batch.promptTokens / batch.prompts,
                        before,
                        heads,
                        kvHeads,
                        shape.headDim());
            }
            if (decodes > 0) {
                decodeSeconds = times.decodeSeconds(shape.precision(), decodes, kept, heads, kvHeads, shape.headDim());
            }
            return;
        }
        double together = layerTimes.attentionSeconds(fresh, before, decodes, kept, batch.mostKeys);
        if (fresh == 0 || decodes == 0) {
            prefillSeconds = together;
            decodeSeconds = together;
            return;
        }
        double prompts = layerTimes.attentionSeconds(fresh, before, 0, 0, 0);
        double steps = layerTimes.attentionSeconds(0, 0, decodes, kept, batch.mostKeys);
        prefillSeconds = together * prompts / (prompts + steps);
        decodeSeconds = together - prefillSeconds;
    }

    /** What layouts, quantisers and scores add to a layer: all in closed form over the batch. */
    private double keep(Batch batch, double part, double layers) {
        double perLayer = part / shape.layers();
        double nanos = 0;
        boolean writes = false;
        operation.begin(Work.VECTOR, unit, precision);
        for (int i = 0; i < tierOf.length; i++) {
            // What goes to or comes from beyond a link is staged at home, where the transfer reads and writes it.
            if (local[i] && batch.writtenTokens[i] > 0) {
                operation.write(tierOf[i], batch.writtenTokens[i] * (writeBytes[i] + packBytes[i]) * perLayer);
                writes = true;
            }
            if (local[i] && batch.movedTokens[i] > 0) {
                operation.read(tierOf[i], batch.movedTokens[i] * readBytes[i] * perLayer);
                writes = true;
            }
        }
        if (writes) {
            // Measured attention writes what it computes.
            double measured = isPlain && layerTimes != null ? 0 : Double.NaN;
            nanos += charge(write, Cause.KEYS_VALUES, layers, measured, Kernel.LAYER);
        }
        if (batch.packedNumbers > 0) {
            operation.begin(Work.VECTOR, unit, precision).compute(2 * batch.packedNumbers * perLayer);
            nanos += charge(unpack, Cause.KEYS_VALUES, layers, Double.NaN, Kernel.LAYER);
        }
        if (batch.rankOperations + batch.promptRankOperations > 0) {
            operation
                    .begin(Work.ATTENTION, unit, precision)
                    .compute((batch.rankOperations + batch.promptRankOperations) * perLayer)
                    .read(home, batch.rankBytes * perLayer);
            nanos += charge(rank, Cause.KEYS_VALUES, layers, Double.NaN, Kernel.LAYER);
        }
        if (batch.rebuildOperations > 0) {
            operation.begin(Work.MATRIX, unit, precision).compute(batch.rebuildOperations * perLayer);
            nanos += charge(rebuild, Cause.KEYS_VALUES, layers, Double.NaN, Kernel.LAYER);
        }
        if (batch.formOperations > 0) {
            operation.begin(Work.MATRIX, unit, precision).compute(batch.formOperations * perLayer);
            nanos += charge(form, Cause.KEYS_VALUES, layers, Double.NaN, Kernel.LAYER);
        }
        return nanos;
    }

    private double allReduces(double tokens, double layers) {
        if (placement.tensor() == 1) {
            return 0;
        }
        double bytes = tokens * hidden * activation;
        double measured = times.allReduceSeconds(placement.tensor(), bytes) * NANOS_PER_SECOND;
        double each =
                known(Kernel.COLLECTIVE, 2 * layers, measured) ? measured * measuredScale : ring.allReduceNanos(bytes);
        double nanos = 2 * layers * each;
        add(Cause.COLLECTIVES, nanos);
        meter.chargeCollective(
                ringPath, 2 * layers * ring.allReduceBytesPerDevice(bytes), placement.devices(), nanos, collectivePart);
        return nanos;
    }

    /** Embedding, output head and sampling: at the two ends of the model. */
    private double ends(double tokens, double outputs, double count) {
        double vocab = (double) model.vocab() / placement.tensor();
        operation
                .begin(Work.VECTOR, unit, precision)
                .read(home, tokens, model.embedding() * weight)
                .write(home, tokens * hidden * activation);
        double nanos = charge(embed, Cause.WEIGHTS, count, seconds(embeddingLayer, padded(tokens)), Kernel.LAYER);
        if (lastNormLayer >= 0 || isByKernel) {
            double bytes = tokens * hidden * activation * NORM_PASSES;
            nanos += vector(norm, bytes, count, seconds(lastNormLayer, padded(tokens)));
        }
        if (outputs > 0) {
            double bytes = outputs * vocab * LOGIT_BYTES;
            double embedding = model.embedding();
            nanos += matrix(head, outputs, embedding, vocab, embedding * vocab, count, seconds(headLayer, outputs));
            operation.begin(Work.VECTOR, unit, precision).read(home, bytes * LOGIT_PASSES);
            nanos += charge(sample, Cause.ACTIVATIONS, count, seconds(samplerLayer, outputs), Kernel.LAYER);
            if (placement.tensor() > 1) {
                double all = outputs * model.vocab() * LOGIT_BYTES;
                double gathering = count * ring.allGatherNanos(all);
                meter.chargeCollective(
                        ringPath,
                        count * ring.allGatherBytesPerDevice(all),
                        placement.devices(),
                        gathering,
                        collectivePart);
                add(Cause.COLLECTIVES, gathering);
                nanos += gathering;
            }
        }
        return nanos;
    }

    /**
     * Time of an iteration in stages.
     *
     * @param inLayers work in the layers, averaged over the devices
     * @param atEnds work at the ends, averaged over the devices although some stage has all of it
     */
    private double pipelined(double inLayers, double atEnds, double tokens, int micro) {
        int stages = placement.pipeline();
        double fullest = (double) Math.ceilDiv(model.layers(), stages) * stages / model.layers();
        double busiest = inLayers * fullest + atEnds * stages;
        double bytes = tokens * hidden * activation / placement.tensor();
        double hop = (stagePath.linkLatencySeconds()
                        + bytes
                                / (stagePath.bytesPerSecond()
                                        * meter.efficiency().link()))
                * NANOS_PER_SECOND;
        double sent = bytes * micro * (stages - 1);
        meter.chargeCollective(stagePath, sent, placement.tensor(), 0, stagePart);
        double through = (inLayers + atEnds) * stages / micro + hop * stages;
        return Math.max(busiest, through);
    }

    /** Time that links add to an iteration that computes for so long. */
    private double transfers(Batch batch, long start, double computing) {
        double added = 0;
        Interconnect interconnect = meter.interconnect();
        for (KvStore store : stores) {
            int at = store.index();
            if (local[at]) {
                continue;
            }
            double fetched = batch.readBytes[at] + batch.pastBytes[at];
            double sent = batch.writtenTokens[at] * (writeBytes[at] + packBytes[at]);
            long arrived = start;
            for (int device = 0; device < inward[at].length; device++) {
                arrived = Math.max(arrived, fetch(interconnect, batch, at, device, start, fetched));
                arrived = Math.max(arrived, interconnect.transfer(outward[at][device], start, sent));
            }
            double moving = arrived - start;
            double more = choosesFetch && batch.readPieces[at] > 0
                    ? moving
                    : Math.max(0, moving - computing) + Math.min(moving, computing) / model.layers();
            meter.spend(linkPart[at], more);
            added += more;
        }
        return added;
    }

    private long fetch(Interconnect interconnect, Batch batch, int store, int device, long start, double bytes) {
        double pieces = batch.readPieces[store];
        if (pieces == 0) {
            return interconnect.transfer(inward[store][device], start, bytes);
        }
        long chosen = interconnect.transfer(inward[store][device], start, pieces, batch.readBytes[store] / pieces);
        return Math.max(chosen, interconnect.transfer(inward[store][device], start, batch.pastBytes[store]));
    }
}

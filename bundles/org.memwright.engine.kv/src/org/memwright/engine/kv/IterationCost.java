/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.List;
import org.memwright.engine.kv.design.KvDesign;
import org.memwright.engine.kv.design.KvStore;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.hardware.Interconnect;
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
final class IterationCost {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Queries that share one pass over keys and values on chip. */
    private static final double TILE_QUERIES = 128;

    /** A step reads and writes the residual stream twice around each norm. */
    private static final double NORM_PASSES = 4;

    /** Logits are read for their maximum, sum and draw. */
    private static final double LOGIT_PASSES = 3;

    private static final double LOGIT_BYTES = 4;

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
    private final double hostNanos;

    IterationCost(Placement placement, KvDesign design, Meter meter, long hostNanos) {
        this.placement = placement;
        this.model = placement.model();
        this.shape = placement.shape();
        this.meter = meter;
        this.operation = meter.operation();
        this.stores = design.stores();
        this.hostNanos = hostNanos;
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
        int stages = placement.pipeline();
        int micro = Math.max(1, Math.min(stages, batch.sequences()));
        double part = 1.0 / micro;
        double tokens = batch.tokens() * part;
        double layers = (double) model.layers() * micro / stages;
        double ends = (double) micro / stages;

        double inLayers = project(tokens, layers);
        double attending = attention(batch, part, layers);
        meter.pend(tablePart, attending * slowdown);
        inLayers += attending * (1 + slowdown);
        inLayers += feedForward(tokens, layers);
        inLayers += vector(norm, tokens * hidden * activation * NORM_PASSES, 2 * layers);
        inLayers += keep(batch, part, layers);
        inLayers += allReduces(tokens, layers);
        double atEnds = ends(tokens, batch.outputs * part, ends);
        double computing = inLayers + atEnds;
        double nanos = stages == 1 ? computing : pipelined(inLayers, atEnds, tokens, micro);
        meter.commit(1);
        meter.spend(stagePart, nanos - computing);
        nanos += transfers(batch, startNanos, nanos);
        meter.spend(hostPart, hostNanos);
        return nanos + hostNanos;
    }

    private double matrix(int kind, double tokens, double in, double out, double weights, double times) {
        operation
                .begin(Work.MATRIX, unit, precision)
                .compute(2 * tokens * in * out)
                .read(home, weights * weight + tokens * in * activation)
                .write(home, tokens * out * activation);
        return meter.charge(kind, times);
    }

    private double vector(int kind, double bytes, double times) {
        operation.begin(Work.VECTOR, unit, precision).read(home, bytes / 2).write(home, bytes / 2);
        return meter.charge(kind, times);
    }

    private double project(double tokens, double layers) {
        double numbers = query + 2 * keyValue;
        return matrix(project, tokens, hidden, numbers, hidden * numbers, layers)
                + matrix(output, tokens, query, hidden, query * hidden, layers);
    }

    private double feedForward(double tokens, double layers) {
        double wide = (double) model.ffn() / placement.tensor();
        double up = model.gated() ? 2 : 1;
        double touched = 1;
        double nanos = 0;
        if (model.experts() > 0) {
            double share = active / model.experts();
            touched = model.experts() * (1 - StrictMath.pow(1 - share, tokens));
            nanos += matrix(router, tokens, hidden, model.experts(), hidden * model.experts(), layers);
        }
        double routed = tokens * active;
        return nanos
                + matrix(expand, routed, hidden, up * wide, touched * hidden * up * wide, layers)
                + matrix(contract, routed, wide, hidden, touched * wide * hidden, layers);
    }

    private double attention(Batch batch, double part, double layers) {
        double perLayer = part / shape.layers();
        double nanos = 0;
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
            nanos += meter.charge(attendPrompt, layers);
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
            nanos += meter.charge(attend, layers);
        }
        return nanos;
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
            nanos += meter.charge(write, layers);
        }
        if (batch.packedNumbers > 0) {
            operation.begin(Work.VECTOR, unit, precision).compute(2 * batch.packedNumbers * perLayer);
            nanos += meter.charge(unpack, layers);
        }
        if (batch.rankOperations + batch.promptRankOperations > 0) {
            operation
                    .begin(Work.ATTENTION, unit, precision)
                    .compute((batch.rankOperations + batch.promptRankOperations) * perLayer)
                    .read(home, batch.rankBytes * perLayer);
            nanos += meter.charge(rank, layers);
        }
        if (batch.rebuildOperations > 0) {
            operation.begin(Work.MATRIX, unit, precision).compute(batch.rebuildOperations * perLayer);
            nanos += meter.charge(rebuild, layers);
        }
        if (batch.formOperations > 0) {
            operation.begin(Work.MATRIX, unit, precision).compute(batch.formOperations * perLayer);
            nanos += meter.charge(form, layers);
        }
        return nanos;
    }

    private double allReduces(double tokens, double layers) {
        if (placement.tensor() == 1) {
            return 0;
        }
        double bytes = tokens * hidden * activation;
        double nanos = 2 * layers * ring.allReduceNanos(bytes);
        meter.chargeCollective(
                ringPath, 2 * layers * ring.allReduceBytesPerDevice(bytes), placement.devices(), nanos, collectivePart);
        return nanos;
    }

    /** Embedding, output head and sampling: at the two ends of the model. */
    private double ends(double tokens, double outputs, double times) {
        double vocab = (double) model.vocab() / placement.tensor();
        operation
                .begin(Work.VECTOR, unit, precision)
                .read(home, tokens, model.embedding() * weight)
                .write(home, tokens * hidden * activation);
        double nanos = meter.charge(embed, times);
        if (outputs > 0) {
            double bytes = outputs * vocab * LOGIT_BYTES;
            nanos += matrix(head, outputs, model.embedding(), vocab, model.embedding() * vocab, times);
            operation.begin(Work.VECTOR, unit, precision).read(home, bytes * LOGIT_PASSES);
            nanos += meter.charge(sample, times);
            if (placement.tensor() > 1) {
                double all = outputs * model.vocab() * LOGIT_BYTES;
                double gathering = times * ring.allGatherNanos(all);
                meter.chargeCollective(
                        ringPath,
                        times * ring.allGatherBytesPerDevice(all),
                        placement.devices(),
                        gathering,
                        collectivePart);
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

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.design.KvDesign;
import org.memwright.engine.kv.design.KvStore;
import org.memwright.engine.kv.layout.Arena;
import org.memwright.engine.kv.layout.PrefixAllocator;
import org.memwright.engine.kv.layout.StoreFormat;
import org.memwright.engine.kv.pressure.Pressure;
import org.memwright.engine.kv.score.Score;
import org.memwright.engine.kv.serve.Order;
import org.memwright.engine.kv.serve.Scheduler;
import org.memwright.engine.kv.serve.Service;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.hardware.Path;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.loop.EventQueue;
import org.memwright.runtime.meter.Meter;
import org.memwright.units.Nanos;

/**
 * Serves the requests of a workload, iteration by iteration.
 *
 * <p>An iteration lets the scheduler build a batch, times it, and gives each request of the batch its tokens. A request counts
 * the tokens whose keys and values it has ({@code computed}) and those that it must have before it generates ({@code
 * target}); one that is computed again has generated tokens in its target, too.
 *
 * <p>State: columns by request, the running requests in the order of admission, and queues.
 * <br>Cost: an iteration is linear in its batch and the stores; no allocation per event.
 */
final class KvRun implements Service {
    private static final int NOT_PREFILLED = -1;
    private static final long NEVER = -1;

    /** A hundred years, which a {@code long} holds with room to spare. */
    private static final double MOST_NANOS = 100.0 * 365 * 24 * 3600 * Nanos.PER_SECOND;

    /** How often a sink is told how far the run is. */
    private static final int PROGRESS_ITERATIONS = 512;

    private enum State {
        COMING,
        WAITING,
        RUNNING,
        SWAPPED,
        FINISHED,
        REJECTED
    }

    private final Requests requests;
    private final KvDesign design;
    private final Scheduler scheduler;
    private final Stores stores;
    private final Meter meter;
    private final IterationCost cost;
    private final KvRecorder recorder;
    private final boolean strict;

    private final int count;
    private final State[] state;
    private final int[] computed;
    private final int[] target;
    private final int[] prefilled;
    private final int[] generated;
    private final long[] arrived;
    private final long[] admitted;
    private final long[] first;
    private final long[] last;
    private final long[] longestGap;
    private final long[] ready;
    private final long[] swappedBytes;
    private final double[] outsideBytes;
    private final long[] gaveWay;

    private final int[] running;
    private int runningCount;
    private final EventQueue waiting = new EventQueue();
    private final EventQueue swapped = new EventQueue();
    private long swapNumber;
    private int arrivals;
    private int ended;
    private int rejected;

    private final int[] batchRequest;
    private final int[] batchTokens;
    private int batchCount;

    /** Tokens that each request of the batch held before, store after store. */
    private final int[] batchBefore;

    private final Batch batch;

    /** What the tokens of a request are before and after an iteration, by store. */
    private final int[] heldBefore;

    private final int[] heldAfter;
    private final int[] inflow;

    private final KvStore[] flow;
    private final KvShape shape;

    /** Whether all tokens stay in one store in the form in which they were computed, so that their number tells all. */
    private final boolean isPlain;

    private final boolean keepsAll;
    private final boolean selects;
    private final @Nullable Score selectionScore;
    private final @Nullable PrefixAllocator prefixes;

    private final @Nullable String swapTier;
    private final Path[] swapOut;
    private final Path[] swapIn;
    private final TimeSplit split;
    private final int swapPart;
    private final int idlePart;
    private final int hostPart;

    private long now;
    private long barrier;
    private long iterations;
    private boolean cancelled;

    private long preemptions;
    private long swaps;
    private long fallbacks;
    private long recomputed;
    private long evicted;
    private long moved;
    private long generatedTokens;
    private int firstRejected = -1;
    private final long[] written;
    private final long[] left;
    private final long[] restored;
    private final long[] released;

    KvRun(
            Placement placement,
            KvDesign design,
            Scheduler scheduler,
            Requests requests,
            Stores stores,
            Meter meter,
            KvRecorder recorder,
            boolean strict) {
        this.requests = requests;
        this.design = design;
        this.scheduler = scheduler;
        this.stores = stores;
        this.meter = meter;
        this.recorder = recorder;
        this.strict = strict;
        this.split = new TimeSplit(requests.count());
        this.cost = new IterationCost(placement, design, meter, scheduler);
        count = requests.count();
        state = new State[count];
        Arrays.fill(state, State.COMING);
        computed = new int[count];
        target = requests.promptTokens();
        prefilled = new int[count];
        Arrays.fill(prefilled, NOT_PREFILLED);
        generated = new int[count];
        arrived = scheduler.oneByOne() ? new long[count] : requests.arrivalNanos();
        admitted = never(count);
        first = never(count);
        last = never(count);
        longestGap = new long[count];
        ready = new long[count];
        swappedBytes = new long[count];
        outsideBytes = new double[count];
        gaveWay = new long[count];
        int most = Math.min(count, scheduler.mostRunning());
        running = new int[most];
        batchRequest = new int[most];
        batchTokens = new int[most];
        batchBefore = new int[most * stores.count()];
        batch = new Batch(stores.count());
        heldBefore = new int[stores.count()];
        heldAfter = new int[stores.count()];
        inflow = new int[stores.count()];
        written = new long[stores.count()];
        left = new long[stores.count()];
        restored = new long[stores.count()];
        released = new long[stores.count()];
        flow = design.stores().toArray(KvStore[]::new);
        keepsAll = design.keepsAll();
        selects = design.reads().selection().isPresent();
        shape = design.shape();
        isPlain = keepsAll && !selects && flow.length == 1 && isPlain(flow[0]);
        selectionScore = design.reads().selection().flatMap(s -> s.score()).orElse(null);
        prefixes = stores.prefixes().orElse(null);
        swapTier = swapTier(placement).orElse(null);
        requireSwap();
        String home = placement.home().name();
        swapOut = swapTier == null ? new Path[0] : placement.paths(home, swapTier);
        swapIn = swapTier == null ? new Path[0] : placement.paths(swapTier, home);
        swapPart = meter.part("swapping");
        idlePart = meter.part("waiting for requests");
        hostPart = meter.part("host");
        if (swapTier != null) {
            stores.arena(swapTier);
        }
    }

    private static boolean isPlain(KvStore store) {
        StoreFormat format = store.format();
        return !format.keys().isPacked()
                && !format.values().isPacked()
                && format.keys().sequenceBytes() + format.values().sequenceBytes() + format.stateBytes() == 0;
    }

    private static long[] never(int count) {
        long[] times = new long[count];
        Arrays.fill(times, NEVER);
        return times;
    }

    /** The tier that requests are swapped to: the one named, or the largest that the home tier has a link to. */
    private Optional<String> swapTier(Placement placement) {
        Pressure pressure = design.pressure();
        if (pressure.way() == Pressure.Way.RECOMPUTE) {
            return Optional.empty();
        }
        String home = placement.home().name();
        if (pressure.tier().isPresent()) {
            String named = pressure.tier().get();
            if (named.equals(home)) {
                throw new IllegalArgumentException("memory " + design.plan().name() + " swaps to " + home
                        + ", where its requests run; name another tier");
            }
            return pressure.tier();
        }
        return placement.machine().links().stream()
                .flatMap(link -> placement.machine().tiers().stream()
                        .filter(t ->
                                t.device() <= 0 && link.joins(placement.home().id(), t.id())))
                .max((a, b) -> Double.compare(a.capacityBytes(), b.capacityBytes()))
                .map(t -> t.name())
                .or(() -> {
                    throw new IllegalArgumentException("memory " + design.plan().name()
                            + " swaps requests out, but no link leads from " + home + " to another tier; declare one");
                });
    }

    /** A request that gives way must leave the tier that is full. */
    private void requireSwap() {
        for (KvStore store : flow) {
            if (swapTier == null || !store.tier().equals(swapTier)) {
                return;
            }
        }
        throw new IllegalArgumentException("memory " + design.plan().name() + " swaps to " + swapTier
                + ", where its stores lie already; name another tier, or preempt(recompute)");
    }

    /** Runs until every request has ended, or the sink is cancelled. */
    void run(RunSink sink) {
        while (ended + rejected < count) {
            if (sink.cancelled()) {
                cancelled = true;
                break;
            }
            arrive();
            batchCount = 0;
            scheduler.schedule(this);
            if (batchCount == 0) {
                if (!advance()) {
                    continue;
                }
            } else {
                iterate();
            }
            if (iterations % PROGRESS_ITERATIONS == 0) {
                sink.progress((double) (ended + rejected) / count, now);
            }
        }
        sink.progress(1, now);
    }

    private void arrive() {
        if (scheduler.oneByOne()) {
            while (arrivals < count && runningCount + waiting.size() == 0) {
                arrived[arrivals] = now;
                arrive(arrivals++);
            }
            return;
        }
        while (arrivals < count && arrived[arrivals] <= now) {
            arrive(arrivals++);
        }
    }

    private void arrive(int request) {
        if (stores.shortage(request).isPresent()) {
            reject(request);
        } else {
            state[request] = State.WAITING;
            await(request);
        }
    }

    private void await(int request) {
        waiting.add(scheduler.order() == Order.SHORTEST ? target[request] : 0, request);
    }

    private void reject(int request) {
        state[request] = State.REJECTED;
        rejected++;
        if (firstRejected < 0) {
            firstRejected = request;
        }
    }

    /**
     * Goes to the next thing that happens when no batch could be built.
     *
     * @return false where nothing is left but to look again
     */
    private boolean advance() {
        long next = Long.MAX_VALUE;
        boolean returning = false;
        for (int i = 0; i < runningCount; i++) {
            if (ready[running[i]] > now && ready[running[i]] < next) {
                next = ready[running[i]];
                returning = true;
            }
        }
        if (!scheduler.oneByOne() && arrivals < count && arrived[arrivals] < next) {
            next = arrived[arrivals];
            returning = runningCount > 0;
        }
        if (next == Long.MAX_VALUE) {
            if (runningCount > 0) {
                return false; // resumed with nothing to move back: it can run at once
            }
            if (!swapped.isEmpty()) {
                recompute(swapped.remove());
                return false;
            }
            if (!waiting.isEmpty()) {
                reject(waiting.remove());
                return false;
            }
            if (ended + rejected == count || scheduler.oneByOne()) {
                return false;
            }
            throw new IllegalStateException("nothing can happen although " + (count - ended - rejected)
                    + " requests have not ended: " + runningCount + " run, " + waiting.size() + " wait, "
                    + swapped.size() + " are swapped out");
        }
        meter.spend(returning ? swapPart : idlePart, next - now);
        split.returning(runningCount > 0 ? next - now : 0);
        recorder.rest(now, next, meter);
        stay(next);
        return true;
    }

    /** Lets time pass with nothing changing. */
    private void stay(long until) {
        if (until < now) {
            throw new IllegalStateException("time runs back from " + now + " to " + until + " ns");
        }
        recorder.hold(now, until, stores);
        now = until;
    }

    private void iterate() {
        iterations++;
        measure();
        long start = now;
        if (barrier > now) {
            meter.spend(swapPart, barrier - now);
            start = barrier;
        }
        recorder.sample(now, runningCount, waiting.size(), swapped.size(), meter);
        double nanos = cost.nanos(batch, start);
        if (nanos > MOST_NANOS - start) {
            throw new IllegalArgumentException("the run comes to more than 100 years: an iteration of " + batch.tokens()
                    + " tokens takes " + Nanos.format(nanos)
                    + " on this hardware; look for a bandwidth or a peak that is too low by some powers of ten");
        }
        long whole = Math.max(1, (long) Math.ceil(nanos));
        meter.spend(hostPart, whole - nanos);
        recorder.iteration(batchCount);
        split.iteration(start + whole - now, start - now, cost);
        stay(start + whole);
        complete();
        if (strict) {
            check();
        }
    }

    /** Sums up what the batch reads, writes and computes. */
    private void measure() {
        batch.clear();
        long plainTokens = 0;
        int plainDecodes = 0;
        for (int i = 0; i < batchCount; i++) {
            int request = batchRequest[i];
            int tokens = batchTokens[i];
            int before = computed[request];
            int after = before + tokens;
            boolean prompt = before < target[request];
            if (isPlain && !prompt) {
                plainDecodes++;
                plainTokens += after;
                batch.mostKeys = Math.max(batch.mostKeys, after);
                batch.tableBytes += flow[0].layout().tableBytes(shape, after);
                continue;
            }
            boolean completes = prompt && after == target[request];
            if (prompt) {
                batch.prompts++;
                batch.promptTokens += tokens;
                batch.outputs += completes ? 1 : 0;
            } else {
                batch.decodes++;
                batch.outputs++;
            }
            if (keepsAll) {
                Arrays.fill(heldBefore, before);
                Arrays.fill(heldAfter, after);
                for (int s = 0; s < flow.length; s++) {
                    batch.writtenTokens[s] += tokens;
                    written[s] += tokens;
                }
            } else {
                for (int s = 0; s < flow.length; s++) {
                    heldBefore[s] = batchBefore[i * flow.length + s];
                    heldAfter[s] = stores.allocator(s).tokens(request);
                }
                flow(tokens, completes);
            }
            if (prompt) {
                measurePrompt(tokens, completes, after);
            } else {
                measureDecode();
            }
        }
        if (plainDecodes > 0) {
            batch.decodes += plainDecodes;
            batch.outputs += plainDecodes;
            batch.keyTokens += plainTokens;
            batch.valueTokens += plainTokens;
            batch.readBytes[0] += plainTokens * flow[0].format().bytesPerToken();
            batch.writtenTokens[0] += plainDecodes;
            written[0] += plainDecodes;
        }
    }

    /** Follows tokens from store to store, and counts those that leave. */
    private void flow(int tokens, boolean completes) {
        for (int s = 0; s < flow.length; s++) {
            inflow[s] = flow[s].entry() ? tokens : 0;
        }
        for (int s = 0; s < flow.length; s++) {
            batch.writtenTokens[s] += inflow[s];
            written[s] += inflow[s];
            int leaving = inflow[s] - (heldAfter[s] - heldBefore[s]);
            if (leaving == 0) {
                continue;
            }
            left[s] += leaving;
            KvStore.Rule rule = completes && flow[s].atPrefill() != null ? flow[s].atPrefill() : flow[s].always();
            if (rule == null || rule.target() == KvStore.NOWHERE) {
                evicted += leaving;
            } else {
                moved += leaving;
                batch.movedTokens[s] += leaving;
                inflow[rule.target()] += leaving;
            }
        }
    }

    private void measurePrompt(int tokens, boolean completes, int length) {
        double keys = 0;
        for (int s = 0; s < flow.length; s++) {
            KvStore store = flow[s];
            keys += store.holdsKeys() ? heldBefore[s] : 0;
            batch.pastBytes[s] += store.format().bytes(heldBefore[s]);
            batch.rebuildOperations += store.layout().reconstructionOperations(shape) * heldBefore[s];
            if (completes) {
                batch.formOperations += store.layout().promptOperations(shape, length);
                rankPrompt(store.always(), length);
                rankPrompt(store.atPrefill(), length);
            }
        }
        batch.promptPast += tokens * keys;
        batch.promptPairs += tokens * keys + 0.5 * tokens * (tokens + 1.0);
        if (completes && selectionScore != null) {
            batch.promptRankOperations += selectionScore.promptOperationsPerToken(shape) * length;
        }
    }

    /** The attention of some queries over a whole prompt, formed again, and what ranks the tokens by it. */
    private void rankPrompt(KvStore.@Nullable Rule rule, int length) {
        if (rule != null && rule.score().isPresent()) {
            Score score = rule.score().get();
            double queries = score.promptQueries(length);
            double pairs = queries * (length - (queries - 1) / 2);
            batch.promptRankOperations += 2.0 * shape.layers() * shape.heads() * shape.headDim() * pairs
                    + score.promptOperationsPerToken(shape) * length;
        }
    }

    private void measureDecode() {
        double keys = 0;
        double values = 0;
        for (int s = 0; s < flow.length; s++) {
            keys += flow[s].holdsKeys() ? heldAfter[s] : 0;
            values += flow[s].holdsValues() ? heldAfter[s] : 0;
        }
        int kept = (int) Math.max(keys, values);
        double share = selects && kept > 0 ? (double) design.attended(kept) / kept : 1;
        batch.keyTokens += keys * share;
        batch.mostKeys = Math.max(batch.mostKeys, keys * share);
        batch.valueTokens += values * share;
        for (int s = 0; s < flow.length; s++) {
            measureRead(flow[s], heldAfter[s], share);
        }
        if (selectionScore != null) {
            batch.rankOperations += selectionScore.stepOperationsPerToken(shape) * kept;
            batch.rankBytes += selectionScore.stepBytesPerToken(shape) * kept;
            if (selectionScore.readsKeys()) {
                batch.rankOperations += 2.0 * shape.layers() * shape.heads() * shape.headDim() * kept;
                for (int s = 0; s < flow.length; s++) {
                    batch.rankBytes += flow[s].format().keys().bytes(heldAfter[s]);
                }
            }
        }
    }

    private void measureRead(KvStore store, int held, double share) {
        if (held == 0) {
            return;
        }
        StoreFormat format = store.format();
        double sequence = format.keys().sequenceBytes() + format.values().sequenceBytes();
        double bytes = (format.bytes(held) - sequence) * share + sequence;
        int s = store.index();
        batch.readBytes[s] += bytes;
        if (share < 1) {
            batch.readPieces[s] += held * share * store.layout().part().count() * shape.layers();
        }
        batch.tableBytes += store.layout().tableBytes(shape, held);
        batch.rebuildOperations += store.layout().reconstructionOperations(shape) * held * share;
        if (format.keys().isPacked()) {
            batch.packedNumbers +=
                    shape.numbersPerToken() * share * format.keys().packed(held);
        }
        if (format.values().isPacked()) {
            batch.packedNumbers +=
                    shape.numbersPerToken() * share * format.values().packed(held);
        }
        if (store.stepScore().isPresent()) {
            Score score = store.stepScore().get();
            batch.rankOperations += score.stepOperationsPerToken(shape) * held;
            batch.rankBytes += score.stepBytesPerToken(shape) * held;
        }
    }

    /** Gives every request of the batch its tokens. */
    private void complete() {
        int kept = 0;
        for (int i = 0; i < batchCount; i++) {
            int request = batchRequest[i];
            boolean prompt = computed[request] < target[request];
            computed[request] += batchTokens[i];
            if (prompt) {
                if (computed[request] < target[request]) {
                    continue;
                }
                prefilled[request] = target[request];
            }
            generated[request]++;
            generatedTokens++;
            if (first[request] == NEVER) {
                first[request] = now;
                requireWhole(request, split.first(request));
            } else {
                long gap = now - last[request];
                longestGap[request] = Math.max(longestGap[request], gap);
                recorder.gap(gap);
            }
            last[request] = now;
            if (generated[request] == requests.outputTokens(request)) {
                finish(request);
            }
        }
        for (int i = 0; i < runningCount; i++) {
            if (state[running[i]] == State.RUNNING) {
                running[kept++] = running[i];
            }
        }
        runningCount = kept;
    }

    /** The parts of a request's time add up to it. */
    private void requireWhole(int request, long parts) {
        if (parts != now - arrived[request]) {
            throw new IllegalStateException("the time of request " + request + ", " + (now - arrived[request])
                    + " ns, splits into parts of " + parts + " ns");
        }
    }

    private void finish(int request) {
        requireWhole(request, split.finish(request, generated[request] - 1));
        release(request);
        state[request] = State.FINISHED;
        ended++;
        recorder.finish(request, arrived[request], admitted[request], first[request], now);
    }

    private void release(int request) {
        for (int s = 0; s < flow.length; s++) {
            released[s] += stores.allocator(s).tokens(request);
        }
        stores.release(request);
    }

    @Override
    public int running() {
        return runningCount;
    }

    @Override
    public int running(int index) {
        return running[index];
    }

    @Override
    public boolean isReady(int request) {
        return ready[request] <= now;
    }

    @Override
    public boolean isPrefilling(int request) {
        return computed[request] < target[request];
    }

    @Override
    public int promptLeft(int request) {
        if (state[request] == State.WAITING) {
            return target[request] - found(request);
        }
        return target[request] - computed[request];
    }

    /** Tokens that need not be computed; one always is, since it gives the next token. */
    private int found(int request) {
        int found = Math.min(stores.resident(request, target[request]), target[request] - 1);
        if (prefixes == null || !scheduler.reusesWholeBlocks()) {
            return found;
        }
        return found / prefixes.blockTokens() * prefixes.blockTokens();
    }

    @Override
    public boolean extend(int request, int tokens) {
        int after = computed[request] + tokens;
        boolean completes = computed[request] < target[request] && after == target[request];
        if (!stores.hold(request, after, completes ? after : prefilled[request], false)) {
            return false;
        }
        put(request, tokens);
        return true;
    }

    private void put(int request, int tokens) {
        batchRequest[batchCount] = request;
        batchTokens[batchCount] = tokens;
        if (!keepsAll) {
            stores.copyBefore(batchBefore, batchCount * flow.length);
        }
        batchCount++;
    }

    @Override
    public int waiting() {
        return waiting.size();
    }

    @Override
    public int firstWaiting() {
        return waiting.first();
    }

    @Override
    public boolean admit(int tokens) {
        int request = waiting.first();
        if (scheduler.reservesPrompts() && !stores.hasRoom(request, target[request])) {
            return false;
        }
        int found = found(request);
        int resident = scheduler.reusesWholeBlocks() ? found : stores.resident(request, target[request]);
        int after = found + tokens;
        boolean completes = after == target[request];
        if (!stores.hold(request, after, completes ? after : NOT_PREFILLED, true)) {
            return false;
        }
        if (runningCount > 0 && !stores.isAbove(scheduler.watermark())) {
            stores.release(request);
            return false;
        }
        waiting.remove();
        computed[request] = found;
        for (int s = 0; s < flow.length; s++) {
            restored[s] += found;
        }
        if (admitted[request] == NEVER) {
            admitted[request] = now;
            if (prefixes != null) {
                prefixes.count(request, resident);
            }
        }
        enter(request);
        put(request, tokens);
        return true;
    }

    private void enter(int request) {
        split.enter(request, arrived[request], now);
        state[request] = State.RUNNING;
        running[runningCount++] = request;
    }

    @Override
    public void preempt(int request) {
        if (runningCount == 1 && batchCount == 0) {
            leave(request);
            split.drop(request);
            release(request);
            reject(request);
            return;
        }
        leave(request);
        gaveWay[request] = now;
        if (swapTier == null) {
            release(request);
            freeAndAwait(request);
        } else if (!swapOut(request, swapTier)) {
            fallbacks++;
            freeAndAwait(request);
        }
    }

    /** Gives up what a swapped request has in its tier, where nobody else could run otherwise. */
    private void recompute(int request) {
        if (swapTier != null) {
            stores.arena(swapTier).givePages(swappedBytes[request]);
        }
        fallbacks++;
        freeAndAwait(request);
    }

    private void freeAndAwait(int request) {
        preemptions++;
        recomputed += computed[request];
        state[request] = State.WAITING;
        target[request] = requests.promptTokens(request) + generated[request];
        computed[request] = 0;
        prefilled[request] = NOT_PREFILLED;
        ready[request] = 0;
        await(request);
    }

    private void leave(int request) {
        split.leave(request, now);
        int at = runningCount - 1;
        while (running[at] != request) {
            at--;
        }
        System.arraycopy(running, at + 1, running, at, runningCount - at - 1);
        runningCount--;
        for (int i = 0; i < batchCount; i++) {
            if (batchRequest[i] == request) {
                throw new IllegalStateException("request " + request + " gives way although it is in the batch");
            }
        }
    }

    /**
     * Moves what a request has to a tier; what it has there already stays there.
     *
     * @return false where the tier is full; what the request had is freed all the same
     */
    private boolean swapOut(int request, String tier) {
        Arena arena = stores.arena(tier);
        long all = (long) Math.ceil(stores.bytesOf(request));
        double outside = stores.bytesOutside(request, tier);
        release(request);
        if (!arena.takePages(all)) {
            return false;
        }
        long start = Math.max(now, ready[request]);
        for (Path path : swapOut) {
            barrier = Math.max(barrier, meter.interconnect().transfer(path, start, outside));
        }
        swappedBytes[request] = all;
        outsideBytes[request] = outside;
        state[request] = State.SWAPPED;
        swapped.add(swapNumber++, request);
        swaps++;
        return true;
    }

    @Override
    public int swapped() {
        return swapped.size();
    }

    @Override
    public boolean resume() {
        if (swapTier == null) {
            return false;
        }
        int request = swapped.first();
        Arena arena = stores.arena(swapTier);
        arena.givePages(swappedBytes[request]);
        boolean holds = stores.hold(request, computed[request], prefilled[request], true);
        if (holds && runningCount > 0 && !stores.isAbove(scheduler.watermark())) {
            stores.release(request);
            holds = false;
        }
        if (!holds) {
            if (!arena.takePages(swappedBytes[request])) {
                throw new IllegalStateException(swapTier + " cannot take back what request " + request + " had there");
            }
            return false;
        }
        swapped.remove();
        for (int s = 0; s < flow.length; s++) {
            restored[s] += stores.allocator(s).tokens(request);
        }
        long start = Math.max(now, barrier);
        long arrives = start;
        for (Path path : swapIn) {
            arrives = Math.max(arrives, meter.interconnect().transfer(path, start, outsideBytes[request]));
        }
        ready[request] = arrives;
        enter(request);
        recorder.swapped(request, gaveWay[request], arrives);
        return true;
    }

    /** Checks the laws that hold at any time. */
    private void check() {
        for (int s = 0; s < flow.length; s++) {
            long live = 0;
            for (int i = 0; i < runningCount; i++) {
                live += stores.allocator(s).tokens(running[i]);
            }
            if (live != written[s] + restored[s] - left[s] - released[s]) {
                throw new IllegalStateException("store " + flow[s].name() + " holds " + live + " tokens, but "
                        + written[s] + " were written and " + restored[s] + " restored, " + left[s] + " left and "
                        + released[s] + " were released");
            }
            Arena arena = stores.arenaOf(s);
            if (arena.usedBytes() > arena.capacityBytes() || arena.usedBytes() < 0) {
                throw new IllegalStateException("store " + flow[s].name() + ": " + arena.usedBytes() + " of "
                        + arena.capacityBytes() + " B of its tier are in use");
            }
            double stored = stores.allocator(s).storedBytes();
            double allocated = stores.allocator(s).allocatedBytes();
            if (stored > allocated * (1 + 1e-9) + 1) {
                throw new IllegalStateException(
                        "store " + flow[s].name() + " stores " + stored + " B in " + allocated + " B");
            }
        }
        if (prefixes != null) {
            prefixes.checkOwners();
        }
        int known = ended + rejected + runningCount + waiting.size() + swapped.size();
        if (known != arrivals) {
            throw new IllegalStateException(arrivals + " requests have arrived, but " + known + " are accounted for");
        }
    }

    /** Whether requests arrive when the one before has ended. */
    boolean isOneByOne() {
        return scheduler.oneByOne();
    }

    /** What the time of requests went to. */
    TimeSplit split() {
        return split;
    }

    /** How far off the times of iterations may be, as a ratio; NaN where that is not known. */
    double relativeError() {
        return cost.relativeError();
    }

    /** By which share measured times alone must change, so that the whole changes by that. */
    double measuredError() {
        return cost.measuredError();
    }

    /** Lets all measured times be longer or shorter than measured. */
    void scaleMeasured(double scale) {
        cost.scaleMeasured(scale);
    }

    /** End of the run in nanoseconds. */
    long now() {
        return now;
    }

    boolean isCancelled() {
        return cancelled;
    }

    int finished() {
        return ended;
    }

    int rejected() {
        return rejected;
    }

    /** The first request that fits nowhere, or -1. */
    int firstRejected() {
        return firstRejected;
    }

    long iterations() {
        return iterations;
    }

    long preemptions() {
        return preemptions;
    }

    long swaps() {
        return swaps;
    }

    /** Requests that were to be swapped out but were computed again, because the tier was full. */
    long fallbacks() {
        return fallbacks;
    }

    long recomputed() {
        return recomputed;
    }

    long evicted() {
        return evicted;
    }

    long moved() {
        return moved;
    }

    long generatedTokens() {
        return generatedTokens;
    }

    int idlePart() {
        return idlePart;
    }

    boolean isFinished(int request) {
        return state[request] == State.FINISHED;
    }

    long arrivedNanos(int request) {
        return arrived[request];
    }

    /** When the request was first admitted, or -1. */
    long admittedNanos(int request) {
        return admitted[request];
    }

    /** When the request had its first token, or -1. */
    long firstNanos(int request) {
        return first[request];
    }

    /** When the request had its last token so far, or -1. */
    long lastNanos(int request) {
        return last[request];
    }

    int generated(int request) {
        return generated[request];
    }

    /** The longest time between two tokens of a request. */
    long longestGapNanos(int request) {
        return longestGap[request];
    }
}

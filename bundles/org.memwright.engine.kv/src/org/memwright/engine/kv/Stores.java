/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.design.KvDesign;
import org.memwright.engine.kv.design.KvStore;
import org.memwright.engine.kv.layout.Allocator;
import org.memwright.engine.kv.layout.Arena;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.engine.kv.layout.PrefixAllocator;
import org.memwright.engine.kv.workload.Requests;
import org.memwright.hardware.Tier;

/**
 * The stores of a run: who holds how many tokens in each, and which bytes of which tier.
 *
 * <p>State: an arena for each tier, an allocator for each store. Rule: a request holds its tokens in all stores or in none.
 */
final class Stores {
    private final Placement placement;
    private final KvDesign design;
    private final Requests requests;
    private final Map<String, Arena> arenas = new LinkedHashMap<>();
    private final Arena[] arenaOf;
    private final Allocator[] allocators;
    private final Layout.Reach[] reach;
    private final @Nullable PrefixAllocator prefixes;
    private final int context;
    private final boolean promptsCut;
    private final int mostBatched;

    /** Whether one store holds all tokens. */
    private final boolean isSimple;

    private final int[] held;
    private final int[] longest;
    private final int[] before;

    Stores(Placement placement, KvDesign design, Requests requests, boolean promptsCut, int mostBatched) {
        this.placement = placement;
        this.design = design;
        this.requests = requests;
        this.context = placement.model().context();
        this.promptsCut = promptsCut;
        this.mostBatched = mostBatched;
        List<KvStore> stores = design.stores();
        allocators = new Allocator[stores.size()];
        arenaOf = new Arena[stores.size()];
        reach = new Layout.Reach[stores.size()];
        held = new int[stores.size()];
        longest = new int[stores.size()];
        before = new int[stores.size()];
        isSimple = stores.size() == 1 && design.keepsAll();
        PrefixAllocator shared = null;
        for (KvStore store : stores) {
            Arena arena = arena(store.tier());
            Allocator allocator = store.layout()
                    .allocator(new Layout.Demand(store.name(), design.shape(), store.format(), arena, requests));
            allocators[store.index()] = allocator;
            arenaOf[store.index()] = arena;
            reach[store.index()] = store.layout().reach();
            if (allocator instanceof PrefixAllocator p) {
                shared = p;
            }
        }
        prefixes = stores.size() == 1 ? shared : null;
        if (shared != null && stores.size() > 1) {
            throw new IllegalArgumentException("memory " + design.plan().name()
                    + " shares prefixes in one of several stores; a prefix is shared whole: use one store");
        }
    }

    /** The bytes of a tier that are left beside weights and workspace. */
    Arena arena(String tier) {
        return arenas.computeIfAbsent(tier, name -> {
            Tier found = placement.tier(name);
            boolean isHome = found.id() == placement.home().id();
            double taken = isHome ? placement.weightBytes() + placement.workspaceBytes() + placement.leftBytes() : 0;
            return new Arena((long) Math.floor(Math.max(0, placement.capacity(found) - taken)));
        });
    }

    /** Names of the tiers that bytes are taken from, in the order of the stores. */
    Iterable<String> tiers() {
        return arenas.keySet();
    }

    int count() {
        return allocators.length;
    }

    Allocator allocator(int store) {
        return allocators[store];
    }

    Arena arenaOf(int store) {
        return arenaOf[store];
    }

    Optional<PrefixAllocator> prefixes() {
        return Optional.ofNullable(prefixes);
    }

    /**
     * Tokens of a waiting request that are resident.
     *
     * @param tokens its prompt and, where it gave way, what it had generated
     */
    int resident(int request, int tokens) {
        return prefixes == null ? 0 : prefixes.resident(request, tokens);
    }

    /** Pages of all stores that keep some; 0 where none does. */
    long pages() {
        long pages = 0;
        for (Allocator allocator : allocators) {
            pages += allocator.pages();
        }
        return pages;
    }

    /** Whether a request that holds nothing could hold that many tokens now. */
    boolean hasRoom(int request, int tokens) {
        design.hold(tokens, tokens, held);
        for (int i = 0; i < allocators.length; i++) {
            if (!allocators[i].hasRoom(request, held[i])) {
                return false;
            }
        }
        return true;
    }

    private int mostTokens(int request) {
        return requests.promptTokens(request) + requests.outputTokens(request) - 1;
    }

    private boolean isCut(int request) {
        return promptsCut && requests.promptTokens(request) > mostBatched;
    }

    /** What layouts want to know of the future of a request. */
    private void foresee(int request) {
        Arrays.fill(longest, 0);
        int prompt = requests.promptTokens(request);
        int most = mostTokens(request);
        for (int i = 0; i < reach.length; i++) {
            if (reach[i] != Layout.Reach.NONE) {
                int length = reach[i] == Layout.Reach.CONTEXT ? Math.max(context, most) : most;
                design.mostHeld(prompt, length, isCut(request), before);
                longest[i] = before[i];
            }
        }
    }

    /** Bytes that a request needs of the tier where it needs more than there is; empty where it fits. */
    Optional<Shortage> shortage(int request) {
        foresee(request);
        design.mostHeld(requests.promptTokens(request), mostTokens(request), isCut(request), before);
        Map<Arena, Double> needed = new LinkedHashMap<>();
        for (int i = 0; i < allocators.length; i++) {
            long bytes = allocators[i].neededBytes(request, before[i], longest[i]);
            needed.merge(arenaOf[i], (double) bytes, Double::sum);
        }
        for (Map.Entry<String, Arena> entry : arenas.entrySet()) {
            Double bytes = needed.get(entry.getValue());
            if (bytes != null && bytes > entry.getValue().capacityBytes()) {
                return Optional.of(
                        new Shortage(entry.getKey(), bytes, entry.getValue().capacityBytes()));
            }
        }
        return Optional.empty();
    }

    /** A request that fits nowhere. */
    record Shortage(String tier, double neededBytes, double capacityBytes) {}

    /**
     * Lets a request hold a sequence of that length.
     *
     * @param first whether it holds nothing yet
     */
    boolean hold(int request, int tokens, int prefilled, boolean first) {
        if (isSimple && !first) {
            return allocators[0].hold(request, tokens, 0);
        }
        design.hold(tokens, prefilled, held);
        if (first) {
            foresee(request);
        }
        for (int i = 0; i < allocators.length; i++) {
            before[i] = allocators[i].tokens(request);
            if (!allocators[i].hold(request, held[i], first ? longest[i] : 0)) {
                undo(request, i, first);
                return false;
            }
        }
        return true;
    }

    /** Copies what the request held in each store before it was last let {@link #hold}. */
    void copyBefore(int[] to, int at) {
        System.arraycopy(before, 0, to, at, before.length);
    }

    private void undo(int request, int failed, boolean first) {
        for (int i = 0; i < failed; i++) {
            if (first) {
                allocators[i].release(request);
            } else if (!allocators[i].hold(request, before[i], 0)) {
                throw new IllegalStateException("store " + i + " cannot take back what it gave request " + request);
            }
        }
    }

    void release(int request) {
        for (Allocator allocator : allocators) {
            allocator.release(request);
        }
    }

    /** Whether every store that grows page by page has that share of its tier left. */
    boolean isAbove(double watermark) {
        for (int i = 0; i < allocators.length; i++) {
            if (reach[i] == Layout.Reach.NONE && allocators[i].freeBytes() < watermark * arenaOf[i].capacityBytes()) {
                return false;
            }
        }
        return true;
    }

    /** Bytes of a request's tokens in all stores. */
    double bytesOf(int request) {
        return bytesOutside(request, "");
    }

    /** Bytes of a request's tokens in stores that do not lie in a tier. */
    double bytesOutside(int request, String tier) {
        double bytes = 0;
        for (KvStore store : design.stores()) {
            if (!store.tier().equals(tier)) {
                bytes += store.format().bytes(allocators[store.index()].tokens(request));
            }
        }
        return bytes;
    }

    double allocatedBytes() {
        double sum = 0;
        for (Allocator allocator : allocators) {
            sum += allocator.allocatedBytes();
        }
        return sum;
    }

    double storedBytes() {
        double sum = 0;
        for (Allocator allocator : allocators) {
            sum += allocator.storedBytes();
        }
        return sum;
    }

    /** Free bytes of the tiers of the stores, each once. */
    double freeBytes() {
        double sum = 0;
        for (int i = 0; i < allocators.length; i++) {
            sum += isFirstIn(i) ? allocators[i].freeBytes() : 0;
        }
        return sum;
    }

    /** The greatest pieces that could be allocated of the tiers of the stores. */
    double largestFreeBytes() {
        double sum = 0;
        for (int i = 0; i < allocators.length; i++) {
            sum += isFirstIn(i) ? allocators[i].largestFreeBytes() : 0;
        }
        return sum;
    }

    private boolean isFirstIn(int store) {
        for (int i = 0; i < store; i++) {
            if (arenaOf[i] == arenaOf[store]) {
                return false;
            }
        }
        return true;
    }

    /** Bytes of a tier in use: weights, workspace, and what stores and swapped requests have. */
    double usedBytes(String tier) {
        Arena arena = arenas.get(tier);
        double used = arena == null ? 0 : arena.usedBytes();
        return used + fixedBytes(tier);
    }

    /** The most bytes of a tier that were in use at once. */
    double mostUsedBytes(String tier) {
        Arena arena = arenas.get(tier);
        double used = arena == null ? 0 : arena.mostUsedBytes();
        return used + fixedBytes(tier);
    }

    private double fixedBytes(String tier) {
        return tier.equals(placement.home().name()) ? placement.weightBytes() + placement.workspaceBytes() : 0;
    }

    List<KvStore> all() {
        return design.stores();
    }
}

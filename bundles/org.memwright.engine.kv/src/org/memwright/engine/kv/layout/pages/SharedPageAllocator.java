/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout.pages;

import java.util.Arrays;
import org.memwright.engine.kv.layout.Arena;
import org.memwright.engine.kv.layout.Layout.Demand;
import org.memwright.engine.kv.layout.PrefixAllocator;
import org.memwright.engine.kv.layout.StoreFormat;
import org.memwright.engine.kv.prefix.EvictionOrder;
import org.memwright.engine.kv.prefix.PrefixIndex;
import org.memwright.engine.kv.workload.BlockChains;
import org.memwright.engine.kv.workload.Requests;

/**
 * Pages of which those that hold a known block of a prompt are in a {@link PrefixIndex}, and the others belong to one request.
 *
 * <p>State: by request, its tokens, how many blocks of its chain it uses and how many pages it has to itself. A block stays
 * resident when nobody uses it, until its page is needed.
 * <br>Cost: O(1) for each page that is taken.
 * <br>Assumes: requests hold more tokens over time until they are released; a block is shared from the iteration on that
 * computes it.
 */
final class SharedPageAllocator implements PrefixAllocator {
    private final Arena arena;
    private final StoreFormat format;
    private final Requests requests;
    private final BlockChains chains;
    private final PrefixIndex index;
    private final int pageTokens;
    private final long pageBytes;

    private final int[] tokens;
    private final int[] blocks;
    private final int[] ownPages;
    private long allOwnPages;
    private long ownTokens;

    /** Pages taken from the arena: resident blocks and pages of requests. */
    private long takenPages;

    private long askedRequests;
    private long hitRequests;
    private long askedBlocks;
    private long hitBlocks;
    private long askedTokens;
    private long hitTokens;

    SharedPageAllocator(Demand demand, int pageTokens, long pageBytes, long mostBlocks, EvictionOrder order) {
        this.arena = demand.arena();
        this.format = demand.format();
        this.requests = demand.requests();
        this.chains = requests.blocks(pageTokens);
        this.pageTokens = pageTokens;
        this.pageBytes = pageBytes;
        this.index = new PrefixIndex((int) Math.min(mostBlocks, Integer.MAX_VALUE), pageTokens, order);
        this.tokens = new int[requests.count()];
        this.blocks = new int[requests.count()];
        this.ownPages = new int[requests.count()];
    }

    @Override
    public long neededBytes(int request, int held, int longest) {
        // A recorded last block that the prompt does not fill has a page beside the one that the request goes on in.
        int partial = chains.promptTo(request) - chains.fullTo(request);
        return (Math.ceilDiv(held, pageTokens) + partial) * pageBytes;
    }

    @Override
    public int resident(int request, int length) {
        int from = chains.from(request);
        boolean goesOn = length > requests.promptTokens(request);
        int to = goesOn ? Math.min(chains.to(request), from + length / pageTokens) : chains.promptTo(request);
        int hit = index.match(chains.ids(), from, to);
        return (int) Math.min((long) hit * pageTokens, length);
    }

    @Override
    public int blockTokens() {
        return pageTokens;
    }

    @Override
    public long pages() {
        return arena.capacityBytes() / pageBytes;
    }

    @Override
    public void count(int request, int residentTokens) {
        askedRequests++;
        hitRequests += residentTokens > 0 ? 1 : 0;
        askedBlocks += chains.promptTo(request) - chains.from(request);
        hitBlocks += Math.ceilDiv(residentTokens, pageTokens);
        askedTokens += requests.promptTokens(request);
        hitTokens += residentTokens;
    }

    /** Blocks of the chain that so many tokens fill, with the recorded last one that a whole prompt fills in part. */
    private int blocksFilled(int request, int held) {
        int known = Math.min(held / pageTokens, chains.to(request) - chains.from(request));
        boolean whole = held >= requests.promptTokens(request);
        return whole ? Math.max(known, chains.promptTo(request) - chains.from(request)) : known;
    }

    @Override
    public boolean hasRoom(int request, int held) {
        int from = chains.from(request);
        int used = blocks[request];
        int wanted = Math.max(used, blocksFilled(request, held));
        int missing = 0;
        int revived = 0;
        int[] ids = chains.ids();
        for (int at = from + used; at < from + wanted; at++) {
            if (!index.isResident(ids[at])) {
                missing++;
            } else if (index.users(ids[at]) == 0) {
                revived++;
            }
        }
        long more = (long) missing + ownPages(held, wanted) - ownPages[request];
        return more <= arena.freePageBytes() / pageBytes + index.unusedBlocks() - revived;
    }

    /** Pages that a request has to itself: all that no full block of its chain holds. */
    private int ownPages(int held, int wanted) {
        return Math.ceilDiv(held, pageTokens) - Math.min(wanted, held / pageTokens);
    }

    @Override
    public boolean hold(int request, int held, int longest) {
        if (!hasRoom(request, held)) {
            return false;
        }
        int from = chains.from(request);
        int used = blocks[request];
        int wanted = Math.max(used, blocksFilled(request, held));
        int own = ownPages(held, wanted);
        int[] ids = chains.ids();
        int got = used + index.retain(ids, from + used, from + wanted);
        own += Math.max(0, Math.min(wanted, held / pageTokens) - got);
        allOwnPages += own - ownPages[request];
        ownTokens += ownTokens(held, got) - ownTokens(tokens[request], used);
        ownPages[request] = own;
        blocks[request] = got;
        tokens[request] = held;
        settle();
        return true;
    }

    private long ownTokens(int held, int usedBlocks) {
        return Math.max(0, held - (long) Math.min(usedBlocks, held / pageTokens) * pageTokens);
    }

    /** Gives up unused blocks where there is no room, and takes or gives back pages of the arena. */
    private void settle() {
        long taken = index.residentBlocks() + allOwnPages;
        long room = takenPages + arena.freePageBytes() / pageBytes;
        if (taken > room) {
            taken -= index.evict(Math.toIntExact(taken - room));
        }
        if (taken > takenPages) {
            if (!arena.takePages((taken - takenPages) * pageBytes)) {
                throw new IllegalStateException("pages: " + taken + " are needed, " + room + " there are");
            }
        } else {
            arena.givePages((takenPages - taken) * pageBytes);
        }
        takenPages = taken;
    }

    @Override
    public void release(int request) {
        int from = chains.from(request);
        index.release(chains.ids(), from, from + blocks[request]);
        allOwnPages -= ownPages[request];
        ownTokens -= ownTokens(tokens[request], blocks[request]);
        ownPages[request] = 0;
        blocks[request] = 0;
        tokens[request] = 0;
        settle();
    }

    @Override
    public int tokens(int request) {
        return tokens[request];
    }

    @Override
    public double allocatedBytes() {
        return (double) (index.usedBlocks() + allOwnPages) * pageBytes;
    }

    @Override
    public double storedBytes() {
        return ((double) index.usedBlocks() * pageTokens + ownTokens) * format.bytesPerToken();
    }

    @Override
    public double freeBytes() {
        return arena.freePageBytes() + cachedBytes();
    }

    @Override
    public double largestFreeBytes() {
        return (arena.freePageBytes() / pageBytes + index.unusedBlocks()) * (double) pageBytes;
    }

    @Override
    public long askedBlocks() {
        return askedBlocks;
    }

    @Override
    public long hitBlocks() {
        return hitBlocks;
    }

    @Override
    public long askedTokens() {
        return askedTokens;
    }

    @Override
    public long hitTokens() {
        return hitTokens;
    }

    @Override
    public long hitRequests() {
        return hitRequests;
    }

    @Override
    public long askedRequests() {
        return askedRequests;
    }

    @Override
    public long evictedBlocks() {
        return index.evictions();
    }

    @Override
    public double cachedBytes() {
        return (double) index.unusedBlocks() * pageBytes;
    }

    @Override
    public void checkOwners() {
        int[] owners = new int[Arrays.stream(chains.ids()).max().orElse(-1) + 1];
        for (int request = 0; request < tokens.length; request++) {
            for (int i = 0; i < blocks[request]; i++) {
                owners[chains.ids()[chains.from(request) + i]]++;
            }
        }
        for (int block = 0; block < owners.length; block++) {
            if (owners[block] != index.users(block)) {
                throw new IllegalStateException("block " + block + " is held by " + owners[block] + " requests but has "
                        + index.users(block) + " users");
            }
        }
    }
}

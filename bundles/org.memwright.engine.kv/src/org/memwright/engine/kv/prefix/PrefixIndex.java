/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.prefix;

import java.util.Arrays;
import org.memwright.engine.kv.workload.BlockChains;
import org.memwright.engine.kv.workload.Requests;

/**
 * Says how much of a prompt is resident from its first token on, and gives up the least recently used block that nobody
 * uses when there is no room for another.
 *
 * <p>Source: W. Kwon et al., <cite>Efficient Memory Management for Large Language Model Serving with
 * PagedAttention</cite>, SOSP 2023, section 4.4 (shared prefix); R. L. Mattson et al., <cite>Evaluation Techniques for
 * Storage Hierarchies</cite>, IBM Systems Journal 1970 (LRU).
 * <br>Units: blocks of {@code blockTokens} tokens, named by the ids of {@link BlockChains}.
 * <br>State: for each resident block its id, its number of users and its place in the list of unused blocks.
 * <br>Cost: O(1) for each block that a call names; up to 26 bytes for each block that was ever resident at once.
 * <br>Assumes that who uses a block uses those before it in the chain as well. Then, with {@link EvictionOrder#LEAF_FIRST}, the
 * least recently used block is always the end of a resident chain, and no resident block is out of reach.
 * <br>Differs: an id stands for its block and all before it, so blocks are found in one table without walking a tree.
 */
public final class PrefixIndex {
    private static final int NONE = -1;
    /** {@code previous} of a block in use, which is in no list. */
    private static final int IN_USE = -2;

    private static final int INITIAL_SLOTS = 64;

    private final int capacityBlocks;
    private final int blockTokens;
    private final EvictionOrder order;

    // By slot; a slot that is free is in the list of free slots by `next`.
    private int[] id;
    private int[] users;
    private int[] next;
    private int[] previous;
    private int slots;
    private int freeSlots = NONE;

    /** Open addressing: 0 for nothing, otherwise slot + 1. Its length is a power of two, at most half of it full. */
    private int[] table;

    private int oldest = NONE;
    private int newest = NONE;
    private int resident;
    private int used;

    private long lookups;
    private long askedBlocks;
    private long hitBlocks;
    private long askedTokens;
    private long hitTokens;
    private long insertions;
    private long evictions;

    /**
     * @param capacityBlocks the most blocks resident at once, at least 1; {@code Integer.MAX_VALUE} where something else limits
     *     them and calls {@link #evict}
     * @param blockTokens tokens of a block, at least 1
     */
    public PrefixIndex(int capacityBlocks, int blockTokens, EvictionOrder order) {
        if (capacityBlocks < 1) {
            throw new IllegalArgumentException("prefix index of " + capacityBlocks + " blocks, must be at least 1");
        }
        if (blockTokens < 1) {
            throw new IllegalArgumentException("blocks of " + blockTokens + " tokens, must be at least 1");
        }
        this.capacityBlocks = capacityBlocks;
        this.blockTokens = blockTokens;
        this.order = order;
        int initial = Math.min(capacityBlocks, INITIAL_SLOTS);
        id = new int[initial];
        users = new int[initial];
        next = new int[initial];
        previous = new int[initial];
        table = new int[4 * INITIAL_SLOTS];
    }

    /** How many blocks of a chain are resident from its first on; changes nothing. */
    public int match(int[] ids, int from, int to) {
        int at = from;
        while (at < to && slotOf(ids[at]) != NONE) {
            at++;
        }
        return at - from;
    }

    /**
     * How many blocks of a prompt are resident from its first on; counts the answer in the hit ratios.
     *
     * @param promptTokens tokens of the prompt; a hit in a last block that it does not fill counts no more than these
     */
    public int lookup(int[] ids, int from, int to, int promptTokens) {
        int hit = match(ids, from, to);
        lookups++;
        askedBlocks += to - from;
        hitBlocks += hit;
        askedTokens += promptTokens;
        hitTokens += Math.min((long) hit * blockTokens, promptTokens);
        return hit;
    }

    /**
     * Uses blocks of a chain, first to last, until {@link #release}. Those that are missing become resident; for that the
     * least recently used are given up when the index is full.
     *
     * @return how many are used now; fewer than asked for when every resident block is in use and there is no room
     */
    public int retain(int[] ids, int from, int to) {
        for (int at = from; at < to; at++) {
            int slot = slotOf(ids[at]);
            if (slot == NONE) {
                slot = insert(ids[at]);
                if (slot == NONE) {
                    return at - from;
                }
            } else if (users[slot] == 0) {
                unlink(slot);
            }
            if (users[slot]++ == 0) {
                previous[slot] = IN_USE;
                used++;
            }
        }
        return to - from;
    }

    /**
     * Ends one use of each of these blocks; those without another stay resident as the most recently used.
     *
     * @throws IllegalStateException if one of them is not in use
     */
    public void release(int[] ids, int from, int to) {
        if (order == EvictionOrder.LEAF_FIRST) {
            for (int at = to - 1; at >= from; at--) {
                release(ids[at]);
            }
        } else {
            for (int at = from; at < to; at++) {
                release(ids[at]);
            }
        }
    }

    private void release(int block) {
        int slot = slotOf(block);
        if (slot == NONE || users[slot] == 0) {
            throw new IllegalStateException("block " + block + " is released but has no user"
                    + (slot == NONE ? " and is not resident" : "") + "; each use is released once");
        }
        if (--users[slot] == 0) {
            used--;
            append(slot);
        }
    }

    /**
     * Uses the blocks of a chain for no time: those missing become resident, all become the most recently used. A chain longer
     * than the index keeps its first blocks with {@link EvictionOrder#LEAF_FIRST}, its last otherwise.
     */
    public void touch(int[] ids, int from, int to) {
        if (order == EvictionOrder.LEAF_FIRST) {
            release(ids, from, from + retain(ids, from, to));
            return;
        }
        for (int at = from; at < to; at++) {
            int slot = slotOf(ids[at]);
            if (slot == NONE) {
                slot = insert(ids[at]);
                if (slot == NONE) {
                    return;
                }
            } else if (users[slot] == 0) {
                unlink(slot);
            } else {
                continue;
            }
            append(slot);
        }
    }

    /**
     * Gives up the least recently used blocks that nobody uses.
     *
     * @return how many were given up; fewer than asked for when no more are unused
     */
    public int evict(int blocks) {
        int given = 0;
        while (given < blocks && oldest != NONE) {
            evictOldest();
            given++;
        }
        return given;
    }

    /** Serves the prompts of a workload one after the other, in order of arrival: look up, then touch. */
    public void replay(Requests requests) {
        BlockChains chains = requests.blocks(blockTokens);
        int[] ids = chains.ids();
        for (int request = 0; request < requests.count(); request++) {
            int from = chains.from(request);
            int to = chains.promptTo(request);
            lookup(ids, from, to, requests.promptTokens(request));
            touch(ids, from, to);
        }
    }

    /** Whether a block is resident. */
    public boolean isResident(int block) {
        return slotOf(block) != NONE;
    }

    /** How many use a block; 0 where it is not resident. */
    public int users(int block) {
        int slot = slotOf(block);
        return slot == NONE ? 0 : users[slot];
    }

    public int capacityBlocks() {
        return capacityBlocks;
    }

    public int blockTokens() {
        return blockTokens;
    }

    /** Blocks that are resident, in use or not. */
    public int residentBlocks() {
        return resident;
    }

    /** Blocks that have a user. */
    public int usedBlocks() {
        return used;
    }

    /** Blocks that are resident without a user: what {@link #evict} can give up. */
    public int unusedBlocks() {
        return resident - used;
    }

    public long lookups() {
        return lookups;
    }

    /** Blocks of all prompts that were looked up. */
    public long askedBlocks() {
        return askedBlocks;
    }

    /** Blocks of these that were resident from the first on. */
    public long hitBlocks() {
        return hitBlocks;
    }

    /** Tokens of all prompts that were looked up. */
    public long askedTokens() {
        return askedTokens;
    }

    /** Tokens of these that were resident from the first on. */
    public long hitTokens() {
        return hitTokens;
    }

    /** Blocks hit of those asked for; NaN before the first. */
    public double blockHitRatio() {
        return (double) hitBlocks / askedBlocks;
    }

    /** Tokens hit of those asked for; NaN before the first. */
    public double tokenHitRatio() {
        return (double) hitTokens / askedTokens;
    }

    /** Blocks that became resident: those resident now and those given up. */
    public long insertions() {
        return insertions;
    }

    /** Blocks that were given up. */
    public long evictions() {
        return evictions;
    }

    private int insert(int block) {
        if (resident == capacityBlocks) {
            if (oldest == NONE) {
                return NONE;
            }
            evictOldest();
        }
        int slot = freeSlots;
        if (slot == NONE) {
            slot = slots++;
            if (slot == id.length) {
                growSlots();
            }
        } else {
            freeSlots = next[slot];
        }
        id[slot] = block;
        users[slot] = 0;
        resident++;
        insertions++;
        if (2L * resident > table.length) {
            growTable();
        }
        put(slot);
        return slot;
    }

    private void evictOldest() {
        int slot = oldest;
        unlink(slot);
        remove(slot);
        next[slot] = freeSlots;
        freeSlots = slot;
        resident--;
        evictions++;
    }

    /** Adds a slot to the list of unused blocks as the most recently used. */
    private void append(int slot) {
        next[slot] = NONE;
        previous[slot] = newest;
        if (newest == NONE) {
            oldest = slot;
        } else {
            next[newest] = slot;
        }
        newest = slot;
    }

    private void unlink(int slot) {
        int before = previous[slot];
        int after = next[slot];
        if (before == NONE) {
            oldest = after;
        } else {
            next[before] = after;
        }
        if (after == NONE) {
            newest = before;
        } else {
            previous[after] = before;
        }
    }

    private int slotOf(int block) {
        int mask = table.length - 1;
        for (int at = home(block, mask); ; at = (at + 1) & mask) {
            int entry = table[at];
            if (entry == 0) {
                return NONE;
            }
            if (id[entry - 1] == block) {
                return entry - 1;
            }
        }
    }

    private void put(int slot) {
        int mask = table.length - 1;
        int at = home(id[slot], mask);
        while (table[at] != 0) {
            at = (at + 1) & mask;
        }
        table[at] = slot + 1;
    }

    /** Takes a slot out of the table and moves back what was pushed past it, so that no gap cuts a search short. */
    private void remove(int slot) {
        int mask = table.length - 1;
        int gap = home(id[slot], mask);
        while (table[gap] != slot + 1) {
            gap = (gap + 1) & mask;
        }
        for (int at = (gap + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
            int home = home(id[table[at] - 1], mask);
            if (((at - home) & mask) >= ((at - gap) & mask)) {
                table[gap] = table[at];
                gap = at;
            }
        }
        table[gap] = 0;
    }

    /** Fibonacci hashing: neighbouring ids, which are the rule, land far apart. */
    private static int home(int block, int mask) {
        int mixed = block * 0x9E3779B9;
        return (mixed ^ (mixed >>> 15)) & mask;
    }

    private void growSlots() {
        int length = (int) Math.min(capacityBlocks, 2L * id.length);
        id = Arrays.copyOf(id, length);
        users = Arrays.copyOf(users, length);
        next = Arrays.copyOf(next, length);
        previous = Arrays.copyOf(previous, length);
    }

    private void growTable() {
        int[] old = table;
        table = new int[Math.multiplyExact(2, old.length)];
        for (int entry : old) {
            if (entry != 0) {
                put(entry - 1);
            }
        }
    }
}

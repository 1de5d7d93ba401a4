/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.prefix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixIndexTest {
    /** Chains of blocks that share beginnings: a random walk from the root of a tree, ids as they are met. */
    private static List<int[]> chains(SplittableRandom random, int count, int longest, int branching) {
        Map<Long, Integer> ids = new HashMap<>();
        List<int[]> chains = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            int[] chain = new int[1 + random.nextInt(longest)];
            int parent = -1;
            for (int i = 0; i < chain.length; i++) {
                // The first branch is the likely one.
                int branch = random.nextInt(4) > 0 ? 0 : random.nextInt(branching);
                parent = ids.computeIfAbsent((parent + 1L) * branching + branch, k -> ids.size());
                chain[i] = parent;
            }
            chains.add(chain);
        }
        return chains;
    }

    private static int serve(PrefixIndex index, int... chain) {
        int hit = index.lookup(chain, 0, chain.length, chain.length * index.blockTokens());
        index.touch(chain, 0, chain.length);
        return hit;
    }

    @Test
    void lookup_countsFromTheFirstBlockOn() {
        // Capacity 3, blocks of 10 tokens, root first.
        //   [1 2 3]  nothing resident         hit 0 of 3   list 1 2 3
        //   [1 2 4]  1 2 resident             hit 2 of 3   touch 1, 2; 4 evicts 3    list 1 2 4
        //   [5]      nothing                  hit 0 of 1   5 evicts 1                list 2 4 5
        //   [1 2]    2 is resident, 1 is not  hit 0 of 2   1 evicts 2, 2 evicts 4    list 5 1 2
        var index = new PrefixIndex(3, 10, EvictionOrder.ROOT_FIRST);

        assertEquals(0, serve(index, 1, 2, 3));
        assertEquals(2, serve(index, 1, 2, 4));
        assertEquals(0, serve(index, 5));
        assertEquals(0, serve(index, 1, 2));

        assertEquals(9, index.askedBlocks());
        assertEquals(2, index.hitBlocks());
        assertEquals(2 / 9.0, index.blockHitRatio());
        assertEquals(20 / 90.0, index.tokenHitRatio());
        assertEquals(7, index.insertions());
        assertEquals(4, index.evictions());
        assertEquals(3, index.residentBlocks());
        assertTrue(index.isResident(5) && index.isResident(1) && index.isResident(2));
    }

    @Test
    void touch_leafFirstKeepsTheBeginning() {
        // Capacity 3: [1 2 3] then [5] gives up 3, the leaf; so [1 2] hits both, where root first would have given up
        // 1.
        var leafFirst = new PrefixIndex(3, 10, EvictionOrder.LEAF_FIRST);
        serve(leafFirst, 1, 2, 3);
        serve(leafFirst, 5);
        assertEquals(2, serve(leafFirst, 1, 2));

        var rootFirst = new PrefixIndex(3, 10, EvictionOrder.ROOT_FIRST);
        serve(rootFirst, 1, 2, 3);
        serve(rootFirst, 5);
        assertEquals(0, serve(rootFirst, 1, 2));
    }

    @Test
    void lookup_countsNoMoreTokensThanThePromptHas() {
        // A recorded last block of 3 tokens in blocks of 10: 13 tokens in two blocks.
        var index = new PrefixIndex(8, 10, EvictionOrder.LEAF_FIRST);
        index.touch(new int[] {1, 2}, 0, 2);

        assertEquals(2, index.lookup(new int[] {1, 2}, 0, 2, 13));

        assertEquals(13, index.hitTokens());
        assertEquals(1, index.tokenHitRatio());
    }

    @Test
    void retain_keepsBlocksInUse() {
        var index = new PrefixIndex(3, 10, EvictionOrder.LEAF_FIRST);
        int[] used = {1, 2};
        assertEquals(2, index.retain(used, 0, 2));
        assertEquals(2, index.retain(used, 0, 2));
        assertEquals(2, index.users(1));

        // One block is left for others: of a chain of three, one is retained and the rest finds no room.
        int[] other = {7, 8, 9};
        assertEquals(1, index.retain(other, 0, 3));
        assertEquals(0, index.evict(5));
        assertEquals(3, index.usedBlocks());
        assertEquals(0, index.unusedBlocks());

        index.release(used, 0, 2);
        assertEquals(0, index.evict(5));
        index.release(used, 0, 2);
        assertEquals(2, index.unusedBlocks());
        // Leaf first: 2 goes before 1.
        assertEquals(1, index.evict(1));
        assertFalse(index.isResident(2));
        assertTrue(index.isResident(1));
        assertTrue(index.isResident(7));
    }

    @Test
    void release_withoutUseIsRefused() {
        var index = new PrefixIndex(3, 10, EvictionOrder.LEAF_FIRST);
        index.touch(new int[] {1}, 0, 1);

        var unused = assertThrows(IllegalStateException.class, () -> index.release(new int[] {1}, 0, 1));
        assertEquals("block 1 is released but has no user; each use is released once", unused.getMessage());
        var absent = assertThrows(IllegalStateException.class, () -> index.release(new int[] {4}, 0, 1));
        assertEquals(
                "block 4 is released but has no user and is not resident; each use is released once",
                absent.getMessage());
    }

    @Test
    void create_refusesNoBlocks() {
        assertThrows(IllegalArgumentException.class, () -> new PrefixIndex(0, 10, EvictionOrder.LEAF_FIRST));
        assertThrows(IllegalArgumentException.class, () -> new PrefixIndex(1, 0, EvictionOrder.LEAF_FIRST));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void touch_agreesWithTheTextbookList(long seed) {
        var random = new SplittableRandom(seed);
        int capacity = 1 + random.nextInt(300);
        var index = new PrefixIndex(capacity, 16, EvictionOrder.ROOT_FIRST);
        var textbook = new TextbookLru(capacity);
        for (int[] chain : chains(random, 5000, 20, 6)) {
            assertEquals(textbook.serve(chain), serve(index, chain));
            assertEquals(textbook.list.size(), index.residentBlocks());
        }
        for (int block : textbook.list.keySet()) {
            assertTrue(index.isResident(block));
        }
        assertTrue(index.hitBlocks() > 0);
        assertEquals(index.insertions(), index.evictions() + index.residentBlocks());
    }

    /** Blocks in order of their last use, the least recent first. */
    private static final class TextbookLru {
        final LinkedHashMap<Integer, Boolean> list;

        TextbookLru(int capacity) {
            list = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
                    return size() > capacity;
                }
            };
        }

        int serve(int[] chain) {
            int hit = 0;
            while (hit < chain.length && list.containsKey(chain[hit])) {
                hit++;
            }
            for (int block : chain) {
                list.put(block, true);
            }
            return hit;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void retain_agreesWithTheTextbookUnderUsersThatComeAndGo(long seed) {
        // Oracle: users counted in a map, unused blocks in a list in the order of their release, leaf before root.
        var random = new SplittableRandom(seed);
        int capacity = 60;
        var index = new PrefixIndex(capacity, 16, EvictionOrder.LEAF_FIRST);
        Map<Integer, Integer> users = new HashMap<>();
        LinkedHashMap<Integer, Boolean> unused = new LinkedHashMap<>();
        Map<Integer, Integer> parents = new HashMap<>();
        var running = new ArrayDeque<int[]>();
        long given = 0;
        for (int[] chain : chains(random, 4000, 12, 5)) {
            for (int i = 1; i < chain.length; i++) {
                parents.put(chain[i], chain[i - 1]);
            }
            int held = 0;
            for (; held < chain.length; held++) {
                int block = chain[held];
                if (!users.containsKey(block)
                        && unused.remove(block) == null
                        && users.size() + unused.size() == capacity) {
                    if (unused.isEmpty()) {
                        break;
                    }
                    unused.remove(unused.keySet().iterator().next());
                    given++;
                }
                users.merge(block, 1, Integer::sum);
            }
            assertEquals(held, index.retain(chain, 0, chain.length));
            running.add(Arrays.copyOf(chain, held));
            while (running.size() > random.nextInt(8)) {
                int[] done = running.remove();
                index.release(done, 0, done.length);
                for (int i = done.length - 1; i >= 0; i--) {
                    if (users.merge(done[i], -1, Integer::sum) == 0) {
                        users.remove(done[i]);
                        unused.put(done[i], true);
                    }
                }
            }
            if (random.nextInt(20) == 0) {
                int asked = random.nextInt(10);
                int expected = Math.min(asked, unused.size());
                for (int i = 0; i < expected; i++) {
                    unused.remove(unused.keySet().iterator().next());
                }
                given += expected;
                assertEquals(expected, index.evict(asked));
            }
            assertEquals(users.size(), index.usedBlocks());
            assertEquals(unused.size(), index.unusedBlocks());
            assertEquals(given, index.evictions());
            for (var user : users.entrySet()) {
                assertEquals(user.getValue(), index.users(user.getKey()));
            }
            // No resident block is out of reach: its parent is resident, too.
            for (int block : unused.keySet()) {
                assertTrue(index.isResident(block));
                assertTrue(parents.get(block) == null || index.isResident(parents.get(block)));
            }
        }
        assertTrue(given > 0);
    }

    @ParameterizedTest
    @EnumSource(EvictionOrder.class)
    void hitRatio_neverFallsAsCapacityGrows(EvictionOrder order) {
        for (long seed = 1; seed <= 5; seed++) {
            List<int[]> chains = chains(new SplittableRandom(seed), 2000, 25, 8);
            long before = 0;
            for (int capacity = 1; capacity < 4000; capacity += 1 + capacity / 3) {
                var index = new PrefixIndex(capacity, 16, order);
                long perChain = 0;
                for (int[] chain : chains) {
                    perChain += serve(index, chain);
                }
                assertEquals(perChain, index.hitBlocks());
                assertTrue(
                        perChain >= before,
                        "seed " + seed + " capacity " + capacity + ": " + perChain + " < " + before);
                before = perChain;
            }
        }
    }

    @Test
    void index_growsWithoutLimit() {
        var index = new PrefixIndex(Integer.MAX_VALUE, 16, EvictionOrder.LEAF_FIRST);
        int[] ids = new int[200_000];
        Arrays.setAll(ids, i -> i * 7);

        assertEquals(ids.length, index.retain(ids, 0, ids.length));
        assertEquals(ids.length, index.match(ids, 0, ids.length));
        index.release(ids, 0, ids.length);
        assertEquals(150_000, index.evict(150_000));
        assertEquals(50_000, index.match(ids, 0, ids.length));
        assertEquals(ids.length, index.retain(ids, 0, ids.length));
        assertEquals(ids.length, index.residentBlocks());
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

/**
 * Gives each request as many pages of one size as its tokens fill, anywhere.
 *
 * <p>State: tokens of each request; pages follow from them. Cost: O(1).
 */
public final class PageAllocator implements Allocator {
    private final StoreFormat format;
    private final Arena arena;
    private final int pageTokens;
    private final long pageBytes;
    private final long limit;
    private final int[] tokens;
    private long pages;
    private long storedTokens;

    /**
     * @param format uniform: every token takes the same bytes
     * @param pageBytes bytes of a page, at least those of its tokens
     * @param mostPages pages that may be taken in all
     */
    public PageAllocator(
            StoreFormat format, Arena arena, int pageTokens, long pageBytes, long mostPages, int requests) {
        this.format = format;
        this.arena = arena;
        this.pageTokens = pageTokens;
        this.pageBytes = pageBytes;
        this.limit = mostPages;
        this.tokens = new int[requests];
    }

    @Override
    public long neededBytes(int request, int held, int longest) {
        long needed = Math.ceilDiv(held, pageTokens);
        return needed > limit ? Long.MAX_VALUE : needed * pageBytes;
    }

    @Override
    public boolean hold(int request, int held, int longest) {
        long more = (long) Math.ceilDiv(held, pageTokens) - Math.ceilDiv(tokens[request], pageTokens);
        if (more > 0) {
            if (pages + more > limit || !arena.takePages(more * pageBytes)) {
                return false;
            }
        } else if (more < 0) {
            arena.givePages(-more * pageBytes);
        }
        pages += more;
        storedTokens += held - tokens[request];
        tokens[request] = held;
        return true;
    }

    @Override
    public boolean hasRoom(int request, int held) {
        long needed = Math.ceilDiv(held, pageTokens);
        return pages + needed <= limit && needed * pageBytes <= arena.freePageBytes();
    }

    @Override
    public long pages() {
        return Math.min(limit, arena.capacityBytes() / pageBytes);
    }

    @Override
    public void release(int request) {
        hold(request, 0, 0);
    }

    @Override
    public int tokens(int request) {
        return tokens[request];
    }

    @Override
    public double allocatedBytes() {
        return (double) pages * pageBytes;
    }

    @Override
    public double storedBytes() {
        return storedTokens * format.bytesPerToken();
    }

    @Override
    public double freeBytes() {
        return arena.freePageBytes();
    }

    /** Pages can be anywhere, so that all that are free can be had at once. */
    @Override
    public double largestFreeBytes() {
        long free = arena.freePageBytes() / pageBytes;
        return (double) (free * pageBytes);
    }
}

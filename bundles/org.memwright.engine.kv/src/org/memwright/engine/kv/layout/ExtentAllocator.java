/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

import java.util.Arrays;

/**
 * Gives each request one contiguous extent, large enough for the longest that it may come to hold.
 *
 * <p>Source: G.-I. Yu et al., <cite>Orca: A Distributed Serving System for Transformer-Based Generative Models</cite>,
 * 2022, section 4.
 * <br>State: address and bytes of each request's extent.
 */
public final class ExtentAllocator implements Allocator {
    private static final long NOWHERE = -1;

    private final StoreFormat format;
    private final Arena arena;
    private final int[] tokens;
    private final long[] address;
    private final long[] extent;
    private long allocated;
    private double stored;

    public ExtentAllocator(StoreFormat format, Arena arena, int requests) {
        this.format = format;
        this.arena = arena;
        this.tokens = new int[requests];
        this.address = new long[requests];
        this.extent = new long[requests];
        Arrays.fill(address, NOWHERE);
    }

    private long bytes(int longest) {
        return (long) Math.ceil(format.mostBytes(longest));
    }

    @Override
    public long neededBytes(int request, int held, int longest) {
        return bytes(Math.max(held, longest));
    }

    @Override
    public boolean hold(int request, int held, int longest) {
        long wanted = bytes(Math.max(held, longest));
        if (address[request] == NOWHERE || wanted > extent[request]) {
            if (!takeExtent(request, wanted)) {
                return false;
            }
        }
        stored += format.allBytes(held) - format.allBytes(tokens[request]);
        tokens[request] = held;
        return true;
    }

    @Override
    public boolean hasRoom(int request, int held) {
        return bytes(held) <= arena.largestExtentBytes();
    }

    private boolean takeExtent(int request, long wanted) {
        if (address[request] != NOWHERE) {
            arena.giveExtent(address[request], extent[request]);
            allocated -= extent[request];
        }
        long at = arena.takeExtent(wanted);
        if (at == NOWHERE) {
            if (address[request] != NOWHERE) {
                address[request] = arena.takeExtent(extent[request]);
                allocated += extent[request];
            }
            return false;
        }
        address[request] = at;
        extent[request] = wanted;
        allocated += wanted;
        return true;
    }

    @Override
    public void release(int request) {
        if (address[request] != NOWHERE) {
            arena.giveExtent(address[request], extent[request]);
            allocated -= extent[request];
            stored -= format.allBytes(tokens[request]);
            address[request] = NOWHERE;
            extent[request] = 0;
            tokens[request] = 0;
        }
        if (allocated == 0) {
            stored = 0; // sheds what rounding left
        }
    }

    @Override
    public int tokens(int request) {
        return tokens[request];
    }

    @Override
    public double allocatedBytes() {
        return allocated;
    }

    @Override
    public double storedBytes() {
        return stored;
    }

    @Override
    public double freeBytes() {
        return arena.capacityBytes() - arena.usedBytes();
    }

    @Override
    public double largestFreeBytes() {
        return arena.largestExtentBytes();
    }
}

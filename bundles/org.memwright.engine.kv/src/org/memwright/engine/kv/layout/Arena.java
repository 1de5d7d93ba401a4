/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout;

import java.util.Arrays;

/**
 * The bytes of a tier that stores share: extents, that are contiguous, from the bottom; pages, that are not, from the top.
 *
 * <p>Extents are taken first fit. Bytes are whole, so that nothing is lost to rounding.
 *
 * <p>State: the free gaps between extents, by address. Cost: an extent is linear in the gaps, pages are O(1).
 */
public final class Arena {
    private final long capacity;

    /** Free gaps below {@link #top}: where they begin and end, by address; merged. */
    private long[] gapFrom = new long[16];

    private long[] gapTo = new long[16];
    private int gaps;

    /** End of the last extent. */
    private long top;

    private long pages;
    private long extents;
    private long most;

    /** @param capacityBytes at least 0 */
    public Arena(long capacityBytes) {
        if (capacityBytes < 0) {
            throw new IllegalArgumentException("arena: capacity is " + capacityBytes + " B, must be at least 0");
        }
        this.capacity = capacityBytes;
    }

    /**
     * Takes contiguous bytes.
     *
     * @return their address, or -1 where no gap is large enough
     */
    public long takeExtent(long bytes) {
        for (int i = 0; i < gaps; i++) {
            if (gapTo[i] - gapFrom[i] >= bytes) {
                long at = gapFrom[i];
                gapFrom[i] += bytes;
                if (gapFrom[i] == gapTo[i]) {
                    removeGap(i);
                }
                return taken(at, bytes);
            }
        }
        if (top + bytes > capacity - pages) {
            return -1;
        }
        long at = top;
        top += bytes;
        return taken(at, bytes);
    }

    private long taken(long at, long bytes) {
        extents += bytes;
        most = Math.max(most, extents + pages);
        return at;
    }

    /** Gives contiguous bytes back. */
    public void giveExtent(long at, long bytes) {
        if (bytes == 0) {
            return;
        }
        extents -= bytes;
        long from = at;
        long to = at + bytes;
        int i = 0;
        while (i < gaps && gapTo[i] < from) {
            i++;
        }
        if (i < gaps && gapTo[i] == from) {
            from = gapFrom[i];
            removeGap(i);
        }
        if (i < gaps && gapFrom[i] == to) {
            to = gapTo[i];
            removeGap(i);
        }
        if (to == top) {
            top = from;
        } else {
            insertGap(i, from, to);
        }
    }

    private void removeGap(int i) {
        System.arraycopy(gapFrom, i + 1, gapFrom, i, gaps - i - 1);
        System.arraycopy(gapTo, i + 1, gapTo, i, gaps - i - 1);
        gaps--;
    }

    private void insertGap(int i, long from, long to) {
        if (gaps == gapFrom.length) {
            gapFrom = Arrays.copyOf(gapFrom, 2 * gaps);
            gapTo = Arrays.copyOf(gapTo, 2 * gaps);
        }
        System.arraycopy(gapFrom, i, gapFrom, i + 1, gaps - i);
        System.arraycopy(gapTo, i, gapTo, i + 1, gaps - i);
        gapFrom[i] = from;
        gapTo[i] = to;
        gaps++;
    }

    /**
     * Takes bytes that need not be contiguous.
     *
     * @return false where there is no room
     */
    public boolean takePages(long bytes) {
        if (bytes > capacity - top - pages) {
            return false;
        }
        pages += bytes;
        most = Math.max(most, extents + pages);
        return true;
    }

    public void givePages(long bytes) {
        pages -= bytes;
    }

    public long capacityBytes() {
        return capacity;
    }

    /** Bytes taken. */
    public long usedBytes() {
        return extents + pages;
    }

    /** The most bytes that were ever taken at once. */
    public long mostUsedBytes() {
        return most;
    }

    /** Bytes that pages could still take. */
    public long freePageBytes() {
        return capacity - top - pages;
    }

    /** Bytes of the largest extent that could be taken. */
    public long largestExtentBytes() {
        long largest = capacity - top - pages;
        for (int i = 0; i < gaps; i++) {
            largest = Math.max(largest, gapTo[i] - gapFrom[i]);
        }
        return largest;
    }
}

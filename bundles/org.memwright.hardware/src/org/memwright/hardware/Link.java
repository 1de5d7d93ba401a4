/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

import java.util.List;

/**
 * A path for bytes between tiers.
 *
 * <p>Units: bytes per second and direction, seconds, joules per byte.
 *
 * @param id index in {@link Machine#links()}
 * @param name the name in the language, such as {@code pcie}
 * @param device the device that it belongs to, or {@link Machine#SHARED}
 * @param sources ids of the tiers at one end: one tier, or the same tier of every device for a fabric
 * @param targets ids of the tiers at the other end; equal to the sources for a fabric such as NVLink through a switch,
 *     where every device has the bandwidth to itself
 * @param duplex bytes flow both ways, each with the full bandwidth; otherwise from sources to targets alone
 */
public record Link(
        int id,
        String name,
        int device,
        List<Integer> sources,
        List<Integer> targets,
        boolean duplex,
        double bytesPerSecond,
        double latencySeconds,
        double joulesPerByte) {

    public Link {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
    }

    /** Whether bytes can flow over it straight from one tier to another. */
    public boolean joins(int fromTier, int toTier) {
        if (fromTier == toTier) {
            return false;
        }
        boolean forward = sources.contains(fromTier) && targets.contains(toTier);
        return forward || (duplex && targets.contains(fromTier) && sources.contains(toTier));
    }

    /** Whether it joins like devices with each other, such as NVLink. */
    public boolean isFabric() {
        return sources.size() > 1 && sources.equals(targets);
    }
}

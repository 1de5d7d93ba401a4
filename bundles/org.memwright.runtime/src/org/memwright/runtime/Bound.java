/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime;

import java.util.List;

/**
 * The least time that the bytes and operations of a run could take on its hardware, with every efficiency at 1 and no
 * latency or overhead, every resource working at once.
 *
 * @param nanos the greatest of the resources' times, and of the last arrival
 * @param limitedBy name of the resource with that time
 * @param resources the least time of each resource
 */
public record Bound(double nanos, String limitedBy, List<Resource> resources) {
    public Bound {
        resources = List.copyOf(resources);
    }

    /**
     * A compute unit, tier or link.
     *
     * @param amount operations or bytes
     * @param nanos the least time for them
     */
    public record Resource(String name, String kind, double amount, double nanos) {}
}

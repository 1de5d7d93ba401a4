/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.live;

/**
 * What a diagram shows of a run, while it goes on or when it is replayed; ask the part with {@code
 * getAdapter(LiveDiagram.class)}.
 *
 * <p>All methods belong to the display's thread. Names are those of the design; what the diagram does not have is ignored.
 */
public interface LiveDiagram {
    /**
     * Shows the design that what follows is of, as long as no person chooses another one.
     *
     * @param hardware its qualified name
     * @param memory its qualified name, such as {@code shootout.H2O}
     */
    default void showDesign(String hardware, String memory) {}

    /**
     * Shows how full a tier or store is.
     *
     * @param tierOrStore such as {@code hbm}, {@code node/hbm} or {@code cache}
     * @param share 0 for empty, 1 for full
     * @param label in words, such as {@code 62 of 80 GiB}
     */
    void showLevel(String tierOrStore, double share, String label);

    /**
     * Shows how busy a link is.
     *
     * @param link such as {@code pcie} or {@code node/pcie}
     * @param share 0 for idle, 1 for all of its bandwidth
     * @param label in words, such as {@code 28 GB/s}
     */
    void showTraffic(String link, double share, String label);

    /**
     * Shows how far a step is.
     *
     * @param step such as {@code flight} or {@code flight/search}
     */
    void showStatus(String step, Status status);

    /** Shows the design alone again. */
    void clear();
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload.growths;

import java.util.BitSet;

/**
 * A tumour that diffuses and proliferates on a square of tissue: du/dt = D (d2u/dx2 + d2u/dy2) + r u (1 - u), by explicit steps.
 *
 * <p>Source: K. Swanson et al., <cite>A Quantitative Model for Differential Motility of Gliomas in Grey and White Matter</cite>, 2000.
 *
 * <p>Differs: two dimensions and tissue of one kind. Units: cells of the square and steps.
 *
 * @param diffusion level, 0 to {@link #LEVELS} - 1
 * @param proliferation level, 0 to {@link #LEVELS} - 1
 * @param x of where it begins, 0 to {@link #PLACES} - 1
 * @param y the same across
 */
public record GrowthModel(int diffusion, int proliferation, int x, int y) {
    /** Values of diffusion, and of proliferation. */
    public static final int LEVELS = 4;
    /** Places along each side where a tumour may begin. */
    public static final int PLACES = 6;

    /** Cells along a side. */
    static final int SIDE = 24;

    private static final int STEPS = 30;
    private static final double SEEN = 0.3;
    private static final double LEAST_DIFFUSION = 0.04;
    private static final double LEAST_PROLIFERATION = 0.1;
    private static final double OPERATIONS_PER_CELL = 12;

    /** Additions and multiplications of one simulation. */
    public static double operations() {
        return OPERATIONS_PER_CELL * SIDE * SIDE * STEPS;
    }

    /** The model with a number, 0 to {@link #count()} - 1. */
    public static GrowthModel of(int number) {
        return new GrowthModel(
                number % LEVELS,
                number / LEVELS % LEVELS,
                number / (LEVELS * LEVELS) % PLACES,
                number / (LEVELS * LEVELS * PLACES));
    }

    /** How many models there are. */
    public static int count() {
        return LEVELS * LEVELS * PLACES * PLACES;
    }

    /** The number of this model. */
    public int number() {
        return diffusion + LEVELS * (proliferation + LEVELS * (x + PLACES * y));
    }

    /** Runs it, and tells where the tumour is seen in the end: row times side plus column. */
    public BitSet simulate() {
        double d = LEAST_DIFFUSION * (1 + diffusion);
        double r = LEAST_PROLIFERATION * (1 + proliferation);
        double[] u = new double[SIDE * SIDE];
        int gap = SIDE / PLACES;
        u[(gap / 2 + gap * y) * SIDE + gap / 2 + gap * x] = 1;
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[u.length];
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    double here = u[row * SIDE + column];
                    // no flow through the border: beyond it is what is here
                    double around = (row > 0 ? u[(row - 1) * SIDE + column] : here)
                            + (row < SIDE - 1 ? u[(row + 1) * SIDE + column] : here)
                            + (column > 0 ? u[row * SIDE + column - 1] : here)
                            + (column < SIDE - 1 ? u[row * SIDE + column + 1] : here);
                    next[row * SIDE + column] = here + d * (around - 4 * here) + r * here * (1 - here);
                }
            }
            u = next;
        }
        var seen = new BitSet(u.length);
        for (int cell = 0; cell < u.length; cell++) {
            seen.set(cell, u[cell] >= SEEN);
        }
        return seen;
    }

    /** Cells as words, one for each. */
    public static String text(BitSet cells) {
        var text = new StringBuilder();
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            text.append(text.isEmpty() ? "" : " ").append("cell").append(cell);
        }
        return text.toString();
    }

    /** The cells that a text of words names. */
    public static BitSet cells(String text) {
        var cells = new BitSet();
        for (String word : text.strip().split("\\s+", -1)) {
            if (word.matches("cell\\d{1,6}")) {
                cells.set(Integer.parseInt(word.substring("cell".length())));
            }
        }
        return cells;
    }

    /** Twice the cells in common, over all cells of both. */
    public static double overlap(BitSet a, BitSet b) {
        var common = (BitSet) a.clone();
        common.and(b);
        int all = a.cardinality() + b.cardinality();
        return all == 0 ? 0 : 2.0 * common.cardinality() / all;
    }
}

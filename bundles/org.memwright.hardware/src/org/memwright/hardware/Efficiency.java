/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/**
 * Which share of the data sheet real kernels and transfers reach.
 *
 * <p>The defaults are round numbers near the medians of public kernel measurements on A100 SXM and H100 SXM (the GEMM,
 * attention and NCCL tables of NVIDIA AI Configurator, 2025), each against the peak and bandwidth that the vendor states.
 * They describe a well-tuned library on a data-centre GPU; a single shape may be off by half. Measurements of the machine
 * at hand replace them.
 *
 * @param matrix products of matrices
 * @param attention attention
 * @param vector element-wise work
 * @param link share of a link's bandwidth that a long transfer reaches, above 0 up to 1
 */
public record Efficiency(Kind matrix, Kind attention, Kind vector, double link) {
    /**
     * The documented defaults.
     *
     * <ul>
     *   <li>Matrix products that compute rather than read reach 0.84 (A100) and 0.80 (H100) of the peak in the median; those
     *       that mostly read their weights reach 0.71 and 0.85 of the bandwidth; the smallest take 5.0 and 3.4 us.
     *   <li>Attention over prompts reaches 0.50 of the peak on both, because the softmax runs between the products;
     *       reading kept keys and values reaches 0.64 and 0.81 of the bandwidth; the smallest take 18 and 12 us, a pass that
     *       splits the sequence and one that joins the parts.
     *   <li>Element-wise work streams like matrices do and is launched like them. Its arithmetic seldom counts and has no
     *       measurement here: it is given a tenth of the peak, since it cannot use the matrix units.
     *   <li>An all-reduce over eight GPUs moves 0.72 (A100) and 0.78 (H100) of what NVLink is sold for.
     * </ul>
     */
    public static final Efficiency DEFAULT =
            new Efficiency(new Kind(0.80, 0.78, 4e-6), new Kind(0.50, 0.72, 12e-6), new Kind(0.10, 0.78, 4e-6), 0.75);

    /** The data sheet itself: everything at its peak, nothing to start. What bounds are computed with. */
    public static final Efficiency IDEAL = new Efficiency(Kind.IDEAL, Kind.IDEAL, Kind.IDEAL, 1);

    /**
     * How well one sort of work runs.
     *
     * @param compute share of the peak, above 0 up to 1
     * @param memory share of the tiers' bandwidth, above 0 up to 1
     * @param launchSeconds time to start one operation, on units that declare none
     */
    public record Kind(double compute, double memory, double launchSeconds) {
        static final Kind IDEAL = new Kind(1, 1, 0);

        public Kind {
            requireShare("compute", compute);
            requireShare("memory", memory);
            if (!(launchSeconds >= 0) || Double.isInfinite(launchSeconds)) {
                throw new IllegalArgumentException(
                        "efficiency: launch is " + launchSeconds + " s, must be 0 or more and finite");
            }
        }
    }

    public Efficiency {
        requireShare("link", link);
    }

    private static void requireShare(String what, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "efficiency: " + what + " is " + share + ", must be above 0 and at most 1");
        }
    }

    /** How well that sort of work runs. */
    public Kind of(Work work) {
        return switch (work) {
            case MATRIX -> matrix;
            case ATTENTION -> attention;
            case VECTOR -> vector;
        };
    }
}

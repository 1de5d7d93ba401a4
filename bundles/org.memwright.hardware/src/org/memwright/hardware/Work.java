/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware;

/** What sort of computation an operation is; each sort reaches another share of the data sheet. */
public enum Work {
    /** Products of matrices, of a matrix and a few vectors too: projections, feed-forward, output head. */
    MATRIX,

    /** Attention: over a whole prompt, or over the kept keys and values of a sequence. */
    ATTENTION,

    /** Everything element by element: norms, residuals, activations, sampling, conversion between formats. */
    VECTOR
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain;

import org.memwright.runtime.plan.MechanismCall;
import org.memwright.units.Dimension;
import org.memwright.units.Quantity;

/**
 * A number of tokens: some, and a share of what there is.
 *
 * <p>Amounts that are added round up once, so that {@code recent(10%), top(10%)} keeps 20 % of a sequence and never two
 * tokens more because of one that arrived.
 *
 * @param tokens at least 0
 * @param share 0 to 1
 */
public record Amount(int tokens, double share) {
    /** Nothing. */
    public static final Amount NOTHING = new Amount(0, 0);

    public Amount {
        if (tokens < 0) {
            throw new IllegalArgumentException("tokens is " + tokens + ", must be at least 0");
        }
        if (!(share >= 0)) {
            throw new IllegalArgumentException("share is " + share + ", must be at least 0");
        }
        share = Math.min(1, share);
    }

    /**
     * The amount that a parameter names: tokens, or a ratio. A plain number that is whole and at least 1 is tokens, any
     * other a ratio.
     */
    public static Amount of(MechanismCall call, String parameter) {
        Quantity quantity = call.quantity(parameter);
        double base = quantity.base();
        boolean ratio = !quantity.dimension().equals(Dimension.TOKENS)
                && (quantity.isRatio() || base < 1 || base != Math.rint(base));
        if (ratio && base > 1) {
            throw new IllegalArgumentException(call.position() + ": " + call.name() + ": " + parameter + " is "
                    + quantity + ", must be at most 100%");
        }
        return ratio ? new Amount(0, base) : new Amount((int) Math.min(Integer.MAX_VALUE, Math.round(base)), 0);
    }

    public Amount plus(Amount other) {
        return new Amount((int) Math.min(Integer.MAX_VALUE, (long) tokens + other.tokens), share + other.share);
    }

    /** How many of a sequence, at most all. */
    public int of(int sequence) {
        if (share == 0) {
            return Math.min(sequence, tokens);
        }
        return (int) Math.min(sequence, tokens + (long) Math.ceil(share * sequence));
    }
}

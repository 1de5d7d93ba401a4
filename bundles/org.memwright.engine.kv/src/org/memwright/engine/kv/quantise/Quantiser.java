/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.quantise;

import java.util.Optional;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

/** Keeps numbers in fewer bits. */
public interface Quantiser {
    /** Bytes of one number in the long run, with its share of scales and zero points. */
    double bytesPerNumber(KvShape shape);

    /** Tokens that have a scale in common, so that all of them must be there first; 1 where each token has its own. */
    int groupTokens();

    /** The youngest tokens, that are kept as they were computed. */
    int residualTokens();

    /** The quantiser that a parameter of a layout names; empty where it names none. */
    static Optional<Quantiser> of(MechanismCall layout, String parameter) {
        return layout.argument(parameter)
                .map(q -> Mechanisms.create(Quantiser.class, "kv", MechanismKind.QUANTISER, layout.call(parameter)));
    }
}

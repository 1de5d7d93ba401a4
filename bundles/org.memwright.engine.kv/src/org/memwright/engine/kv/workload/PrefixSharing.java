/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload;

import java.util.SplittableRandom;

/** Says which prompts begin alike: {@code prefix shared(512 tokens, groups: 10, zipf: 1.1)}. */
public interface PrefixSharing {
    /** Tokens that the prompts of a group begin with. */
    int prefixTokens();

    /**
     * Draws the group of each request.
     *
     * @param groups filled with numbers from 0 on; requests of one number begin alike
     * @param random of this property alone
     */
    void draw(int[] groups, SplittableRandom random);
}

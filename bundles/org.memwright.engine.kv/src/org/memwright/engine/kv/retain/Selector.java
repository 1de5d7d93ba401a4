/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain;

import java.util.Optional;
import org.memwright.engine.kv.score.Score;

/** Chooses tokens of a sequence to keep. */
public interface Selector {
    /** What it chooses. */
    Amount amount();

    /** What ranks the tokens; empty where their position decides. */
    Optional<Score> score();

    /** How many it chooses of a sequence. */
    default int kept(int tokens) {
        return amount().of(tokens);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.retain;

import java.util.Optional;

/** What happens to tokens that a store does not keep. */
public interface Overflow {
    /** The store or tier that they go to; empty where they are dropped. */
    Optional<String> place();
}

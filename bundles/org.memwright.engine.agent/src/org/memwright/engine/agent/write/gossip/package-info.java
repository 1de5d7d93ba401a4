/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Lets through what reaches one peer by gossip. In: texts with who said them. Out: those that reach peer 0. Rule: what the peer says itself
 * always does. Example: {@code gossip(post, fanout: 2) |> evidence.add()}.
 */
@NullMarked
package org.memwright.engine.agent.write.gossip;

import org.jspecify.annotations.NullMarked;

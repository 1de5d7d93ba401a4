/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Buckets of a locality-sensitive hash. In: items. Out: the nearest of the bucket of a query. Rule: nothing outside that
 * bucket is read. Example: {@code store thoughts : buckets(embed: hash, bits: 5, by: name)}.
 */
@NullMarked
package org.memwright.engine.agent.layout.buckets;

import org.jspecify.annotations.NullMarked;

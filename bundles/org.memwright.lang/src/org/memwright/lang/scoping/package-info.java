/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Scoping: what a name in a file can mean at a place.
 */
@NullMarked
package org.memwright.lang.scoping;

import org.jspecify.annotations.NullMarked;

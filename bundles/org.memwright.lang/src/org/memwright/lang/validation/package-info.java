/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Checks: what a file that parses must also satisfy, each with its code, the two values and a remedy.
 */
@NullMarked
package org.memwright.lang.validation;

import org.jspecify.annotations.NullMarked;

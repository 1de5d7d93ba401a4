/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The shape of a file at a glance: its symbols, what folds, what is coloured how.
 *
 * <p>In: a linked model. Out: trees and lists of places. Rule: works on files with errors, for that is what an editor shows most.
 */
@NullMarked
package org.memwright.lang.ide.outline;

import org.jspecify.annotations.NullMarked;

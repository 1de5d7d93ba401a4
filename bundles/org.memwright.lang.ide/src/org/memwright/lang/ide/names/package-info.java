/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Declarations and everything that names them.
 *
 * <p>In: a place, or a declaration. Out: where it is declared, all its uses in all files, and the changes that give it another name.
 * Rule: after a rename every name means what it meant before, or the rename is refused with the place that would not.
 */
@NullMarked
package org.memwright.lang.ide.names;

import org.jspecify.annotations.NullMarked;

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Measured runs replayed: what a folder holds is recognised by its content, predicted, and put beside what was measured.
 *
 * <p>In: a folder of measurements. Out: a {@link org.memwright.profile.view.ValidationTable}, and the profiles of the runs
 * that were replayed for it.
 *
 * <p>Rule: a measured run becomes a design in the language, which the same compiler and engines run as any other. A broken
 * file ends its own replay and no other.
 */
@NullMarked
package org.memwright.cli.validation;

import org.jspecify.annotations.NullMarked;

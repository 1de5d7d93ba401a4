/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Runs that are kept: each in a folder of its own, with everything that is needed to look at it again later.
 *
 * <p>In: an experiment's profile and the texts that it was made from. Out: a folder such as {@code .memwright/runs/7-Shootout}
 * with {@code run.json}, {@code profile.json} and the texts under {@code design}. Rule: a folder is a run once its {@code run.json}
 * is there, which is written last. Example: {@code new RunArchive(project).runs()}.
 */
@NullMarked
package org.memwright.report.archive;

import org.jspecify.annotations.NullMarked;

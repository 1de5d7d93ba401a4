/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What passes between those who know how a run goes and those who draw designs.
 *
 * <p>In: how full tiers and stores are, how busy links are, how far steps are. Out: the same, drawn. Rule: whoever publishes a run
 * asks each open part for a {@link org.memwright.ui.live.LiveDiagram} and knows nothing else of diagrams. For example, {@code
 * diagram.showLevel("hbm", 0.8, "64 of 80 GiB")}.
 */
package org.memwright.ui.live;

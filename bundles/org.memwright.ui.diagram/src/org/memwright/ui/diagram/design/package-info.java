/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * A design as diagrams hold it: its text, what is shown of it, and the one door through which gestures change it.
 *
 * <p>In: a {@code .memw} file, and {@link org.memwright.edit.Edit}s. Out: the parsed module, and the smallest change of the text for
 * each edit. Rule: the text is the only source; what the text does not say, such as where a figure was moved to, lies in the {@code
 * .layout} file beside it. For example, {@code diagram.make(() -> new MoveStore(store, "dram"))}.
 */
package org.memwright.ui.diagram.design;

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

/** What an item or edge of a scene stands for. */
public enum Kind {
    /** A hardware as a whole: the root of a memory hierarchy. */
    MACHINE,
    /** A hardware that another one uses, once or several times. */
    GROUP,
    UNIT,
    TIER,
    STORE,
    /** Where stores are shown that no tier of the hardware holds. */
    SHELF,
    LINK,
    FLOW,
    /** A task as a whole: the root of its tree. */
    TASK,
    STEP,
    /** From a step to a step in it. */
    BRANCH,
    AFTER,
    USES
}

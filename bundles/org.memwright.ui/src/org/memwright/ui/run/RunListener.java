/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import org.memwright.profile.view.Frame;
import org.memwright.report.archive.KeptRun;

/** Hears of runs; always called in the display's thread. */
public interface RunListener {
    /** Hears that a run begins. */
    default void started(ExperimentRun run) {}

    /**
     * Hears about ten times a second what a run holds and moves.
     *
     * @param frame of the first of its designs that goes on
     */
    default void watched(ExperimentRun run, Frame frame) {}

    /** Hears that a run ended; {@link ExperimentRun#kept()} has what is kept of it. */
    default void ended(ExperimentRun run) {}

    /** Hears that a kept run was deleted. */
    default void deleted(KeptRun run) {}
}

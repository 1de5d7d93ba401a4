/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether someone asked the program to stop, and a way to wait until it did.
 *
 * <p>Ctrl-C starts the end of the process; the hook that this installs asks the runs to stop and keeps the process until what
 * is done is written, at most {@value #PATIENCE_SECONDS} s.
 */
final class Interruption {
    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean asked;

    /** Asks to stop when the process is told to end. */
    static Interruption ofProcess() {
        var interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stopAndWait, "memwright stop"));
        return interruption;
    }

    private void stopAndWait() {
        asked = true;
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks to stop. */
    void ask() {
        asked = true;
    }

    boolean isAsked() {
        return asked;
    }

    /** Says that all is written, so that the process may end. */
    void finish() {
        finished.countDown();
    }
}

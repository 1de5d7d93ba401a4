/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve;

/**
 * The requests as a scheduler sees them, and the batch that it builds for the next iteration.
 *
 * <p>A request waits, runs, and ends; a running one that gives way waits again, or is swapped out and resumed. Requests are
 * named by their number in order of arrival.
 */
public interface Service {
    /** Requests that run. */
    int running();

    /** The running requests in the order in which they were admitted or resumed. */
    int running(int index);

    /** Whether the keys and values of a running request are in place, rather than on their way back. */
    boolean isReady(int request);

    /** Whether a request still has tokens of its prompt to process. */
    boolean isPrefilling(int request);

    /** Tokens of its prompt that a request still has to process; of a waiting one, those that are not resident already. */
    int promptLeft(int request);

    /**
     * Puts the next tokens of a running request in the batch: of its prompt, or the one that it generated last.
     *
     * @return false where there is no room for them; then nothing has changed
     */
    boolean extend(int request, int tokens);

    /** Requests that have arrived and wait to be admitted. */
    int waiting();

    /** The first request that waits, in the scheduler's {@link Scheduler#order}. */
    int firstWaiting();

    /**
     * Admits the first request that waits and puts the first tokens of its prompt in the batch.
     *
     * @return false where there is no room for them; then nothing has changed
     */
    boolean admit(int tokens);

    /** Takes a running request out of service, as the memory's {@code on full} says. */
    void preempt(int request);

    /** Requests that are swapped out. */
    int swapped();

    /**
     * Resumes the request that was swapped out first; it runs when its keys and values are back.
     *
     * @return false where there is no room for it; then nothing has changed
     */
    boolean resume();
}

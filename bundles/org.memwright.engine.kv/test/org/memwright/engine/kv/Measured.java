/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;

/** The measures of a run, for tests of mechanisms. */
public final class Measured {
    private final Recorded recorded;

    private Measured(Recorded recorded) {
        this.recorded = recorded;
    }

    public static Measured of(Runs runs) throws RunFailure {
        return new Measured(runs.go());
    }

    /** The value of a measure as the report names it, in base units. */
    public double value(String label) {
        return recorded.value(label);
    }

    /** Time of an operation on one device; 0 where it never ran. */
    public double operationNanos(String name) {
        RunSink.Operation operation = recorded.operations.get(name);
        return operation == null ? 0 : operation.nanos();
    }

    /** Operations of one kind; 0 where it never ran. */
    public double operations(String name) {
        RunSink.Operation operation = recorded.operations.get(name);
        return operation == null ? 0 : operation.operations();
    }

    public double attribution(String part) {
        return recorded.attribution.getOrDefault(part, 0.0);
    }

    public boolean hasGap(String text) {
        return recorded.hasNote(RunSink.NoteKind.GAP, text);
    }

    public boolean hasMethod(String text) {
        return recorded.hasNote(RunSink.NoteKind.METHOD, text);
    }

    public boolean hasWarning(String text) {
        return recorded.hasNote(RunSink.NoteKind.WARNING, text);
    }
}

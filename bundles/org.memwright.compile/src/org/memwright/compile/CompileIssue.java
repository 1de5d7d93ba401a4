/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.Locale;
import org.memwright.compile.Problem.Kind;

/** What can keep an experiment from becoming a plan; code and wording of each. */
public enum CompileIssue {
    NO_HARDWARE(Kind.DESIGN, "experiment '%s' names no hardware. Say what it runs on: on NAME, such as on A100_80G."),
    NO_MODEL(
            Kind.DESIGN,
            "experiment '%s' names no model, and engine %s runs one. Say which: model NAME, such as model Llama2_7B."),
    NO_WORKLOAD(Kind.DESIGN, "experiment '%s' names no workload. Say what drives it: workload NAME."),
    NO_COLUMNS(Kind.DESIGN, "experiment '%s' compares nothing. Name its memories: compare A, B."),
    NO_ENGINE(
            Kind.DESIGN,
            "memory '%s' names no engine, nor does what it extends. Write memory %s for kv, or another of %s."),
    SAME_COLUMN(Kind.DESIGN, "two columns are called '%s'. Rename one: compare %s as OTHER."),
    USES_ITSELF(Kind.DESIGN, "hardware '%s' uses itself, directly or through others. Take one use out of the circle."),
    MISSING_PROPERTY(
            Kind.DESIGN, "'%s' has no %s, and what it costs follows from it. Write it as the data sheet says."),
    WRONG_PROPERTY(Kind.DESIGN, "%s of %s '%s' is %s, must be %s."),
    UNKNOWN_PRECISION(Kind.DESIGN, "'%s' is no precision. There are %s."),
    UNKNOWN_TIER(Kind.DESIGN, "'%s' has no tier '%s'. It has %s."),
    UNKNOWN_MECHANISM(Kind.DESIGN, "engine %s has no %s '%s'.%s It takes %s."),
    UNKNOWN_PARAMETER(Kind.DESIGN, "%s has no parameter '%s'. It is called as %s."),
    TOO_MANY_ARGUMENTS(Kind.DESIGN, "%s takes at most %s, got one more: %s. It is called as %s."),
    ARGUMENT_TWICE(Kind.DESIGN, "%s gets '%s' twice. Leave one out."),
    MISSING_ARGUMENT(Kind.DESIGN, "%s needs '%s' (%s). Write %s(%s: ...)."),
    WRONG_ARGUMENT(Kind.DESIGN, "'%s' of %s is %s, must be %s."),
    WRONG_CHOICE(Kind.DESIGN, "'%s' of %s is %s, must be one of %s.%s"),
    OUT_OF_RANGE(Kind.DESIGN, "'%s' of %s is %s, must be %s."),
    NOT_A_MECHANISM(Kind.DESIGN, "'%s' is no call of a mechanism, where a %s is expected, such as %s."),
    NOT_A_COMPARISON(Kind.DESIGN, "'%s' compares nothing. Write two sides, such as %s."),
    NOT_A_TERM(
            Kind.DESIGN,
            "'%s' is no side of a comparison. A side is a quantity, a measure of a column such as %s.throughput, or"
                    + " arithmetic on these."),
    UNKNOWN_COLUMN(Kind.DESIGN, "'%s' is no column of this experiment.%s It compares %s."),
    UNKNOWN_POINT(Kind.DESIGN, "'at %s': %s"),
    WRONG_OBJECTIVE(
            Kind.DESIGN, "'%s' is no objective. Write a metric and the most that it may be, such as ttft <= 200 ms."),
    WRONG_METRIC(
            Kind.DESIGN, "'%s' is no metric. Write its name, such as throughput, or a call such as ttft(p50, p99)."),
    WRONG_SPLIT(Kind.DESIGN, "split %s %s: %s"),
    UNKNOWN_AXIS(
            Kind.DESIGN,
            "vary '%s': %s has no such parameter.%s vary takes a parameter of a compared memory, of the serving rule, a"
                    + " property of the workload, or batch."),
    GRID_TOO_LARGE(
            Kind.DESIGN,
            "experiment '%s' has %s runs or more, at most %s are made. Vary less, or split the experiment."),
    CALIBRATION_IMPOSSIBLE(Kind.DESIGN, "calibrate %s: %s."),
    ENGINE_NOT_BUILT(
            Kind.NOT_BUILT,
            "memory '%s' is for engine %s, which is not built yet: its files can be checked, not run. Engines that run:"
                    + " %s."),
    UNKNOWN_SETTING(
            Kind.USAGE,
            "--set %s: nothing in experiment '%s' is called that.%s It takes a parameter of a compared memory (budget,"
                    + " or H2O.budget for one column), of the serving rule, a property of the workload, or batch."),
    WRONG_SETTING(Kind.USAGE, "--set %s: %s"),
    WRONG_WORKLOAD_FILE(Kind.USAGE, "--workload %s: %s");

    private final Kind kind;
    private final String wording;

    CompileIssue(Kind kind, String wording) {
        this.kind = kind;
        this.wording = wording;
    }

    public Kind kind() {
        return kind;
    }

    /** The message: what is, what is allowed, why, how to fix. */
    String text(Object... details) {
        return String.format(Locale.ROOT, wording, details);
    }
}

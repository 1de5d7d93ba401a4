/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.issue;

import java.util.Locale;
import org.eclipse.xtext.diagnostics.Severity;

/**
 * Everything that can be wrong with a design: code, severity and wording.
 *
 * <p>The wording says what is, what is allowed, why, and how to fix it.
 */
public enum LangIssue {
    // files
    FILE_MISSING("There is no file or folder '%s'. Check the path."),
    FILE_UNREADABLE("'%s' cannot be read: %s. Check its permissions."),
    FILE_NOT_UTF8(
            "The file is not UTF-8: byte %s (%s) does not belong to a character. Designs are UTF-8 text; save the file"
                    + " as UTF-8."),
    FILE_TOO_LARGE("The file has %s, at most %s are read. Split it over several files."),
    NOT_A_DESIGN("'%s' is not a design. A design is a file whose name ends in .memw, or a folder with such files."),
    NO_DESIGNS("There is no .memw file in '%s'. Write one, or give another folder."),
    TOO_MANY_FILES(
            "There are more than %s files and folders in '%s', too many to look for designs. Give the folder of the"
                    + " project."),
    DATA_FILE_MISSING(
            Severity.WARNING, "There is no file '%s' beside this one. Paths are relative to the file that holds them."),

    CHECK_FAILED("A check of this file failed by itself: %s. The design may be right; please report this."),

    // syntax
    SYNTAX("%s"),
    NAME_IS_KEYWORD("'%1$s' is a word of the language and cannot be a name here. Choose another name, or write ^%1$s."),
    NAME_IS_UNIT("'%1$s' is a unit and cannot be a name here. Choose another name, or write ^%1$s."),
    NAME_MISSING("A name is expected, but found %s. A name is letters, digits and _, and starts with no digit."),
    VALUE_MISSING("'%s' has no value. Write one before %s."),
    BRACKET_NOT_CLOSED("The file ends, but the '%s' of line %s is not closed. Add '%s'."),
    BRACKET_NOT_OPENED("This '%s' closes nothing. Remove it, or a '%s' is missing before."),
    TEXT_NOT_CLOSED("The text that starts here is not closed. A text ends with \" on the same line."),
    NUMBER_NOT_COMPLETE(
            "The number that starts here is not complete. Digits follow its '.' and its 'e', such as 0.5 or 1e3."),
    COMMENT_NOT_CLOSED("The comment that starts here is not closed. It ends with */."),
    NESTED_TOO_DEEP(
            "There are more than %s brackets open here. Nothing needs that many; give parts of it names of their own."),
    EXPRESSION_TOO_LONG("There are more than %s operators in one expression. Give parts of it names of their own."),
    NOT_A_COUNT("'%s' is not a whole number from %s to %s."),
    CLAUSE_TWICE("'%s' is written twice. One of them counts; remove the other."),

    // names
    UNKNOWN_NAME("There is no %s '%s'.%s"),
    AMBIGUOUS_NAME("'%s' may be %s: the imports make both known. Write the one that is meant in full."),
    UNKNOWN_PACKAGE("There is no package '%s'.%s Packages are those of the project's files and of the library."),
    DUPLICATE_NAME("There are two of the name '%s': another %s is %s. Rename one."),
    DUPLICATE_PROPERTY("'%s' is given twice. Remove one."),
    DUPLICATE_RULE("There are two rules for %s. Make them one, or remove one."),
    DUPLICATE_COLUMN("Two columns are called '%1$s'. Rename one: compare %2$s as OTHER."),
    ENGINE_UNKNOWN("There is no engine '%s'.%s Engines are %s."),
    ENGINE_MISSING("Memory '%1$s' says no engine that runs it. Write memory %1$s for one of %2$s, or extend a memory."),
    ENGINE_DIFFERS("Memory '%s' is for %s, but extends '%s', which is for %s. Both must be for the same engine."),
    ENGINE_NOT_BUILT(
            Severity.INFO,
            "Engine %s is not built yet: the file is checked as far as possible, running it says so. Built so far:"
                    + " %s."),

    // quantities
    VALUE_UNKNOWN("'%s' has no value here.%s Write a quantity, or declare a param of that name."),
    NOT_A_QUANTITY(
            "'%s' is not a quantity. Write a number with its unit, such as 80 GiB, or arithmetic of such numbers."),
    NUMBER_TOO_LARGE("'%s' is too large; numbers go up to about 1e308."),
    UNIT_UNKNOWN("There is no unit '%s'. Did you mean '%s'?"),
    DIMENSIONS_DIFFER("%2$s and %4$s cannot be %1$s: one is %3$s, the other %5$s. Give both the same kind of unit."),
    WRONG_DIMENSION("'%s' is %s, but %s is expected."),
    DIVISION_BY_ZERO("%s is divided by '%s', which is zero."),
    PARAMETER_CYCLE("The value of '%s' depends on itself. Give one of the parameters a value of its own."),
    PARAMETERS_TOO_DEEP(
            "This value goes through more than %s parameters and brackets, one inside the other. Write it in fewer."),
    PRECISION_UNKNOWN("'%s' is not a number format.%s Known are %s."),

    // properties
    PROPERTY_UNKNOWN("A %s has no property '%s'.%s It has %s."),
    PROPERTY_MISSING("%s '%s' has no %s, which cannot be left out. Write it as in: %s."),
    PROPERTY_WRONG("'%s' of a %s must be %s, but found '%s'."),
    PROPERTY_OUT_OF_RANGE("'%s' is %s, but must be %s."),
    SHAPE_IMPOSSIBLE("The properties do not go together: %s."),
    BANDWIDTH_MISSING("Tier '%s' has no bandwidth. Write bandwidth, or read and write, such as bandwidth 2 TB/s."),
    PEAK_MISSING(
            "Compute unit '%s' has no peak, so nothing can be timed on it. Write one, such as peak fp16 312 TFLOP/s."),
    KERNEL_UNKNOWN(
            "There is no kernel '%s' to calibrate.%s Known are %s; calibrate gpu from \"FILE\" fits measurements."),

    // cycles
    EXTENDS_CYCLE("'%s' extends itself: %s. Remove one extends."),
    USE_CYCLE("Hardware '%s' is built of itself: %s. Remove one use."),
    STEP_CYCLE("Step '%s' waits for itself: %s. Remove one after or uses."),

    // placement
    LINK_TO_ITSELF(
            "Link '%1$s' joins '%2$s' with itself. Name two tiers, or the tier of a use: NAME.%2$s <-> NAME.%2$s."),
    TIER_MISSING("Store '%s' of '%s' is placed in '%s', but %s has no such tier.%s It has %s."),
    PLACE_MISSING("'%s' of '%s' names '%s', which is neither a store of it nor a tier of %s.%s Tiers are %s."),
    TIER_UNREACHABLE(
            "%1$s is in tier '%2$s', but no link of %3$s leads there from '%4$s'. Add one: link NAME : %4$s <-> %2$s {"
                    + " bandwidth ... }."),
    STORE_TOO_LARGE(
            "Store '%s' of '%s' asks for %s, but tier '%s' of %s holds %s. Make it smaller, or place it in a larger"
                    + " tier."),
    WEIGHTS_TOO_LARGE(
            "The weights of %s are %s%s, but tier '%s' of %s holds %s. Split the model over at least %s devices, or"
                    + " take hardware with more memory."),
    CONTEXT_TOO_LARGE(
            Severity.WARNING,
            "One request of the full context of %s (%s tokens) takes %s in store '%s', but tier '%s' has %s left"
                    + " beside the weights. Requests of that length will be rejected."),
    SPLIT_UNKNOWN("There is no split '%s'.%s A model is split by tensor (each layer over several devices) or pipeline"
            + " (layers over groups of devices)."),
    SPLIT_TOO_LARGE("The model is split over %s devices, but %s has %s. Split less, or use more: use %s as node[%s]."),
    SPLIT_UNEVEN("The %s heads of %s cannot be shared equally by %s devices. Split by a divisor of %1$s."),
    SPLIT_TOO_FINE("%s has %s layers, which cannot be shared by %s groups of devices. Split less."),

    // mechanisms
    MECHANISM_UNKNOWN("Engine %s has no %s '%s'.%s It takes %s."),
    MECHANISM_WRONG_KIND("'%s' is %s; %s is expected here, such as %s."),
    NOT_A_MECHANISM("'%s' is not a mechanism; %s is expected here, such as %s."),
    MECHANISM_WRONG_EVENT("'%s' does not stand at '%s'. It stands at %s."),
    EVENT_UNKNOWN("Engine %s has no event '%s'.%s It has %s."),
    ARGUMENT_UNKNOWN("'%s' has no parameter '%s'.%s It is called as %s."),
    ARGUMENT_MISSING("'%s' needs '%s': %s. It is called as %s."),
    ARGUMENT_TWICE("'%s' gets '%s' twice. Remove one."),
    ARGUMENT_TOO_MANY("'%s' takes at most %s, but '%s' is one more. It is called as %s."),
    ARGUMENT_WRONG("'%s' of '%s' must be %s, but found '%s'.%s"),
    ARGUMENT_OUT_OF_RANGE("'%s' of '%s' is %s, but must be %s."),
    FORMULA_WRONG(
            "'%s' is not a formula: %s. A formula is arithmetic of fields, numbers, exp, log, sqrt, min and max."),
    FORMULA_NAME("There is no '%s' in a formula here.%s There is %s."),
    STORE_UNKNOWN("There is no store '%s' in this memory.%s Stores are %s."),
    PARAMETER_UNKNOWN("Memory '%s' has no param '%s'.%s %s"),
    OVERRIDE_DOES_NOT_FIT("With these values '%s' cannot run: %s"),

    // experiments
    COMPARE_MISSING("Experiment '%s' compares nothing. Name its memories: compare A, B."),
    HARDWARE_MISSING("Experiment '%s' names no hardware, which engine %s needs. Write on NAME, such as on"
            + " memwright.hardware.A100_80G."),
    MODEL_MISSING("Experiment '%s' names no model, which engine %s needs. Write model NAME, such as model"
            + " memwright.models.Llama2_7B."),
    WORKLOAD_MISSING("Experiment '%s' names no workload. Write workload NAME."),
    WORKLOAD_EMPTY("Workload '%s' says nothing to run. Write one of %s."),
    WORKLOAD_KIND("Workload '%s' has %s, but engine %s runs workloads with %s. Take another workload."),
    METRIC_UNKNOWN("Engine %s does not produce '%s'.%s"),
    METRIC_ARGUMENT("'%s' takes %s in parentheses%s.%s"),
    METRIC_FORM("'%s' is not a metric. Write its name, such as throughput, or a call, such as ttft(p50, p99)."),
    OBJECTIVE_FORM("'%s' is not an objective. Write a metric and the most that it may be, such as ttft <= 200 ms."),
    AXIS_UNKNOWN("Nothing here is called '%s', so it cannot be varied.%s vary takes a param of a compared memory, a"
            + " parameter of the serving rule, a property of the workload, or batch."),
    AXIS_TWICE("'%s' is varied twice. Give all its values at one place."),
    EXPECT_FORM("'%s' is not a comparison. Write two sides, such as %s.throughput >= 1.5 * %s.throughput."),
    EXPECT_TERM(
            "'%s' is not a side of a comparison. A side is a quantity, a metric of a column such as %s.throughput, or"
                    + " arithmetic of these."),
    COLUMN_UNKNOWN("There is no column '%s'.%s The experiment compares %s."),
    POINT_UNKNOWN("'%s' does not vary here, so no point of it can be picked.%s %s"),
    POINT_NOT_ON_AXIS("'%s' does not take the value %s. It takes %s.");

    private final Severity severity;
    private final String wording;

    LangIssue(String wording) {
        this(Severity.ERROR, wording);
    }

    LangIssue(Severity severity, String wording) {
        this.severity = severity;
        this.wording = wording;
    }

    /** Whether it says that something is not there, which a syntax error may have hidden. */
    public boolean isAbsence() {
        return switch (this) {
            case PROPERTY_MISSING,
                    BANDWIDTH_MISSING,
                    PEAK_MISSING,
                    ENGINE_MISSING,
                    COMPARE_MISSING,
                    HARDWARE_MISSING,
                    MODEL_MISSING,
                    WORKLOAD_MISSING,
                    WORKLOAD_EMPTY -> true;
            default -> false;
        };
    }

    /** The stable code, such as {@code UNKNOWN_NAME}. */
    public String code() {
        return name();
    }

    public Severity severity() {
        return severity;
    }

    /**
     * The message.
     *
     * @param values what the wording asks for, in its order
     */
    public String text(Object... values) {
        return String.format(Locale.ROOT, wording, values);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.Locale;
import org.memwright.runtime.plan.SourcePosition;

/**
 * Something that keeps an experiment from becoming a plan, or a warning beside one.
 *
 * @param code stable, of {@link CompileIssue} or of {@link org.memwright.lang.issue.LangIssue}
 * @param position where it is written; without a line where it came from an override
 */
public record Problem(String code, Kind kind, String message, SourcePosition position) {
    /** What a problem means for the caller. */
    public enum Kind {
        /** The text must be changed. */
        DESIGN,
        /** The text is right, and this version cannot run it. */
        NOT_BUILT,
        /** An override that was handed over does not fit. */
        USAGE,
        /** The plan is made all the same. */
        WARNING;

        /** How a message calls it: error or warning. */
        public String severity() {
            return this == WARNING ? name().toLowerCase(Locale.ROOT) : "error";
        }
    }

    @Override
    public String toString() {
        String where = position.line() > 0 ? position + ": " : "";
        return where + kind.severity() + " " + code + ": " + message;
    }
}

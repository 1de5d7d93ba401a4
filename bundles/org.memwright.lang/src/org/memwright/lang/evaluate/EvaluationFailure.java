/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.evaluate;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.memwright.lang.issue.LangIssue;

/** An expression or declaration cannot be evaluated: where, and what is wrong. */
public final class EvaluationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient EObject source;
    private final LangIssue issue;
    private final transient List<String> data;

    /**
     * @param source the part of the model that is at fault
     * @param issue what is wrong
     * @param data what a quick fix needs
     * @param values what the wording asks for
     */
    public EvaluationFailure(EObject source, LangIssue issue, List<String> data, Object... values) {
        super(issue.text(values), null, false, false); // thrown often and always caught: no stack trace
        this.source = source;
        this.issue = issue;
        this.data = List.copyOf(data);
    }

    public EvaluationFailure(EObject source, LangIssue issue, Object... values) {
        this(source, issue, List.of(), values);
    }

    /** The part of the model that is at fault; its position is {@link Positions#of}. */
    public EObject source() {
        return source;
    }

    public LangIssue issue() {
        return issue;
    }

    public List<String> data() {
        return data;
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EValidator;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.AbstractInjectableValidator;
import org.eclipse.xtext.validation.CancelableDiagnostician;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import org.eclipse.xtext.validation.impl.ConcreteSyntaxEValidator;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.issue.LangIssue;

/** Checks a file: syntax, links, then all checks. A check that fails is an issue of its own. */
public class DesignValidator extends ResourceValidatorImpl {
    @Override
    public List<Issue> validate(Resource resource, CheckMode mode, @Nullable CancelIndicator cancel) {
        CancelIndicator cancelled = cancel == null ? CancelIndicator.NullImpl : cancel;
        resolveProxies(resource, cancelled);
        getOperationCanceledManager().checkCanceled(cancelled);
        List<Issue> found = new ArrayList<>();
        IAcceptor<Issue> acceptor = createAcceptor(found);
        collectResourceDiagnostics(resource, cancelled, acceptor);
        validate(resource, mode, cancelled, acceptor);
        return found;
    }

    @Override
    protected void validate(
            Resource resource, EObject element, CheckMode mode, CancelIndicator cancel, IAcceptor<Issue> acceptor) {
        Map<Object, Object> options = new HashMap<>();
        options.put(CheckMode.KEY, mode);
        options.put(CancelableDiagnostician.CANCEL_INDICATOR, cancel);
        options.put(ConcreteSyntaxEValidator.DISABLE_CONCRETE_SYNTAX_EVALIDATOR, true);
        options.put(EValidator.class, getDiagnostician());
        if (resource instanceof XtextResource file) {
            options.put(AbstractInjectableValidator.CURRENT_LANGUAGE_NAME, file.getLanguageName());
        }
        Diagnostic found = getDiagnostician().validate(element, options);
        for (Diagnostic each : found.getChildren()) {
            Throwable failure = failureOf(each);
            if (failure == null) {
                issueFromEValidatorDiagnostic(each, acceptor);
            } else {
                acceptor.accept(issue(failure));
            }
        }
    }

    /** What a check threw; Xtext hands it on as data of a diagnostic without a place. */
    private static @Nullable Throwable failureOf(Diagnostic diagnostic) {
        return diagnostic.getData().stream()
                .filter(Throwable.class::isInstance)
                .map(Throwable.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Issue issue(Throwable failure) {
        var issue = new Issue.IssueImpl();
        issue.setCode(LangIssue.CHECK_FAILED.code());
        issue.setSeverity(LangIssue.CHECK_FAILED.severity());
        issue.setMessage(LangIssue.CHECK_FAILED.text(failure.getClass().getSimpleName()
                + ": "
                + String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
                + (failure.getStackTrace().length == 0 ? "" : ", at " + failure.getStackTrace()[0])));
        issue.setType(CheckType.FAST);
        issue.setLineNumber(1);
        issue.setColumn(1);
        return issue;
    }
}

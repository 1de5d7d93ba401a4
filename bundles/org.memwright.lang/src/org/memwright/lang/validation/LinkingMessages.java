/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import com.google.inject.Singleton;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.memwright.lang.issue.LangIssue;

/** Says which name is not known and which one was probably meant. */
@Singleton
public class LinkingMessages extends LinkingDiagnosticMessageProvider {
    @Override
    public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
        LangIssue issue = LangIssue.UNKNOWN_NAME;
        String kind = context.getReference().getEReferenceType().getName();
        return new DiagnosticMessage(issue.text(kind, context.getLinkText(), ""), issue.severity(), issue.code());
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.memwright.lang.ide.proposals.Proposal;

/** Proposes what may stand at the caret. */
public final class ContentAssist implements IContentAssistProcessor {

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        try {
            Optional<Snapshot> now = Snapshot.of(viewer.getDocument());
            List<Proposal> proposals = now.isPresent() ? now.get().proposals(offset) : List.of();
            return proposals.stream().map(ContentAssist::completion).toArray(ICompletionProposal[]::new);
        } catch (CoreException e) {
            ILog.of(ContentAssist.class).error("No proposals: a file of the project cannot be read.", e);
            return new ICompletionProposal[0];
        }
    }

    private static ICompletionProposal completion(Proposal proposal) {
        String label = proposal.detail().isEmpty() ? proposal.label() : proposal.label() + " – " + proposal.detail();
        String documentation = proposal.documentation().isEmpty() ? null : proposal.documentation();
        return new CompletionProposal(
                proposal.text(),
                proposal.replaces().offset(),
                proposal.replaces().length(),
                proposal.text().length(),
                null,
                label,
                null,
                documentation);
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[] {'.', ':', '('};
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}

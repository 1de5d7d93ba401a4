/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.ui.PlatformUI;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.util.TextRegion;
import org.memwright.ui.LanguageService;

/** Proposes what may stand at the cursor. */
public final class Proposals implements IContentAssistProcessor {

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        LanguageService language = PlatformUI.getWorkbench().getService(LanguageService.class);
        try {
            Optional<Snapshot> snapshot = Snapshot.of(viewer.getDocument(), language.language());
            if (snapshot.isEmpty()) {
                return new ICompletionProposal[0];
            }
            List<ICompletionProposal> proposals = new ArrayList<>();
            for (ContentAssistEntry entry : entries(language, snapshot.get(), offset)) {
                int prefix = entry.getPrefix().length();
                String label = entry.getLabel() == null ? entry.getProposal() : entry.getLabel();
                if (entry.getDescription() != null) {
                    label += " – " + entry.getDescription();
                }
                proposals.add(new CompletionProposal(
                        entry.getProposal(),
                        offset - prefix,
                        prefix,
                        entry.getProposal().length(),
                        null,
                        label,
                        null,
                        entry.getDocumentation()));
            }
            return proposals.toArray(ICompletionProposal[]::new);
        } catch (CoreException e) {
            ILog.of(Proposals.class).error("No proposals: a file of the project cannot be read.", e);
            return new ICompletionProposal[0];
        }
    }

    /** Returns what the language proposes, the most fitting first, each text once. */
    private static List<ContentAssistEntry> entries(LanguageService language, Snapshot snapshot, int offset) {
        record Ranked(ContentAssistEntry entry, int priority) {}
        Map<String, Ranked> found = new LinkedHashMap<>();
        // the parser of proposals follows several paths; one thread is enough for a file, and it ends here
        try (ExecutorService parser = Executors.newSingleThreadExecutor()) {
            ContentAssistContextFactory contexts = language.get(ContentAssistContextFactory.class);
            contexts.setPool(parser);
            ContentAssistContext[] here =
                    contexts.create(snapshot.text(), new TextRegion(offset, 0), offset, snapshot.resource());
            language.get(IdeContentProposalProvider.class)
                    .createProposals(List.of(here), new IIdeContentProposalAcceptor() {
                        @Override
                        public void accept(ContentAssistEntry entry, int priority) {
                            if (entry != null) {
                                found.merge(
                                        entry.getProposal(),
                                        new Ranked(entry, priority),
                                        (first, second) -> first.priority() >= second.priority() ? first : second);
                            }
                        }

                        @Override
                        public boolean canAcceptMoreProposals() {
                            return true;
                        }
                    });
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt(Ranked::priority).reversed())
                .map(Ranked::entry)
                .toList();
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

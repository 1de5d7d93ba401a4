/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.text.link.ProposalPosition;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.memwright.lang.ide.proposals.Proposal;

/** One line of the list of proposals. What it inserts has fields that the tab key goes through. */
final class Completion
        implements ICompletionProposal,
                ICompletionProposalExtension2,
                ICompletionProposalExtension3,
                ICompletionProposalExtension5,
                ICompletionProposalExtension6 {
    private final ITextViewer viewer;
    private final Proposal proposal;
    private int caret = -1;

    Completion(ITextViewer viewer, Proposal proposal) {
        this.viewer = viewer;
        this.proposal = proposal;
    }

    // ── in the list ─────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public String getDisplayString() {
        return getStyledDisplayString().getString();
    }

    @Override
    public StyledString getStyledDisplayString() {
        StyledString label = new StyledString(proposal.label());
        return proposal.detail().isEmpty()
                ? label
                : label.append("  " + proposal.detail(), StyledString.QUALIFIER_STYLER);
    }

    @Override
    public Image getImage() {
        return Icons.of(proposal.sort());
    }

    @Override
    public String getAdditionalProposalInfo() {
        return proposal.documentation().isEmpty() ? null : proposal.documentation();
    }

    @Override
    public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
        return getAdditionalProposalInfo();
    }

    @Override
    public IInformationControlCreator getInformationControlCreator() {
        return RichTextControl.resizable();
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        int start = proposal.replaces().offset();
        if (offset < start) {
            return false;
        }
        try {
            String written = document.get(start, offset - start).toLowerCase(Locale.ROOT);
            String label = proposal.label().toLowerCase(Locale.ROOT);
            return label.startsWith(written) || (written.length() > 1 && label.contains(written));
        } catch (BadLocationException gone) {
            return false;
        }
    }

    @Override
    public void selected(ITextViewer inside, boolean smartToggle) {
        // nothing is shown in the text before one decides
    }

    @Override
    public void unselected(ITextViewer inside) {
        // nothing was shown
    }

    // ── in the text ─────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
        return proposal.text();
    }

    @Override
    public int getPrefixCompletionStart(IDocument document, int completionOffset) {
        return proposal.replaces().offset();
    }

    @Override
    public void apply(IDocument document) {
        apply(viewer, '\0', 0, proposal.replaces().end());
    }

    @Override
    public void apply(ITextViewer inside, char trigger, int stateMask, int offset) {
        IDocument document = inside.getDocument();
        int start = proposal.replaces().offset();
        int end = Math.max(offset, proposal.replaces().end());
        try {
            document.replace(start, Math.min(end, document.getLength()) - start, proposal.text());
            caret = start + proposal.text().length();
            if (!proposal.fields().isEmpty()) {
                fill(document, start);
            }
        } catch (BadLocationException e) {
            ILog.of(Completion.class).error("The proposal '" + proposal.label() + "' is for another text.", e);
        }
    }

    private void fill(IDocument document, int start) throws BadLocationException {
        var model = new LinkedModeModel();
        int order = 0;
        for (Proposal.Field field : proposal.fields()) {
            int offset = start + field.span().offset();
            var group = new LinkedPositionGroup();
            group.addPosition(
                    field.choices().isEmpty()
                            ? new LinkedPosition(document, offset, field.span().length(), order)
                            : new ProposalPosition(
                                    document, offset, field.span().length(), order, choices(field, offset)));
            model.addGroup(group);
            order++;
        }
        model.forceInstall();
        var mode = new LinkedModeUI(model, viewer);
        mode.setExitPosition(viewer, caret, 0, order);
        mode.enter();
        Proposal.Field first = proposal.fields().getFirst();
        viewer.setSelectedRange(start + first.span().offset(), first.span().length());
        caret = -1;
    }

    private static ICompletionProposal[] choices(Proposal.Field field, int offset) {
        List<ICompletionProposal> choices = new ArrayList<>();
        for (String choice : field.choices()) {
            choices.add(new CompletionProposal(choice, offset, field.span().length(), choice.length()));
        }
        return choices.toArray(ICompletionProposal[]::new);
    }

    @Override
    public Point getSelection(IDocument document) {
        return caret < 0 ? null : new Point(caret, 0);
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}

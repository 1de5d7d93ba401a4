/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Shows what a word means in a small window beside it; text that is too long is scrolled. */
final class RichTextControl extends AbstractInformationControl implements IInformationControlExtension2 {
    private static final int WIDTH = 520;
    private static final int MARGIN = 8;

    private StyledText area;

    /** @param status what stands below the text, such as how to get into the window; null for a window that can be resized */
    private RichTextControl(Shell parent, String status) {
        super(parent, status);
        create();
    }

    private RichTextControl(Shell parent) {
        super(parent, true);
        create();
    }

    /** Makes windows that follow the pointer. */
    static IInformationControlCreator hover() {
        return parent -> new RichTextControl(parent, "F2 for focus");
    }

    /** Makes windows that one can scroll and resize. */
    static IInformationControlCreator resizable() {
        return RichTextControl::new;
    }

    @Override
    protected void createContent(Composite parent) {
        area = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        area.setFont(JFaceResources.getDialogFont());
        area.setForeground(parent.getForeground());
        area.setBackground(parent.getBackground());
        area.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        area.setAlwaysShowScrollBars(false);
        area.setCaret(null);
    }

    @Override
    public void setInput(Object input) {
        setInformation(String.valueOf(input));
    }

    @Override
    public void setInformation(String markdown) {
        RichText rich = RichText.of(markdown);
        area.setText(rich.text());
        var colours =
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        for (RichText.Part part : rich.parts()) {
            StyleRange range = new StyleRange(part.offset(), part.length(), null, null);
            switch (part.look()) {
                case BOLD -> range.fontStyle = SWT.BOLD;
                case EMPHASIS -> range.fontStyle = SWT.ITALIC;
                case CODE -> range.font = JFaceResources.getTextFont();
                case RULE -> range.foreground = colours.get("org.memwright.ui.text.comment");
                default -> throw new IllegalStateException("no look for " + part.look());
            }
            area.setStyleRange(range);
        }
    }

    @Override
    public boolean hasContents() {
        return area.getCharCount() > 0;
    }

    @Override
    public Point computeSizeHint() {
        Point limits = getSizeConstraints();
        int most = limits == null ? WIDTH : Math.min(WIDTH, Math.max(limits.x, WIDTH / 2));
        Point natural = area.computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
        Point text = natural.x <= most ? natural : area.computeSize(most, SWT.DEFAULT, true);
        Rectangle trim = computeTrim();
        int height = limits == null ? text.y : Math.min(text.y, Math.max(limits.y, WIDTH / 2));
        return new Point(text.x + trim.width, height + trim.height);
    }

    @Override
    public void setFocus() {
        super.setFocus();
        area.setFocus();
    }

    @Override
    public IInformationControlCreator getInformationPresenterControlCreator() {
        return resizable();
    }
}

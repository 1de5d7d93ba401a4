/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/**
 * Charts beside and below each other, as many in a row as there is room for; scrolls where they do not fit, with the wheel and with the keys of
 * a page.
 */
public final class Shelf {
    private static final int STEPS_PER_PAGE = 8;

    private final ScrolledComposite scroller;
    private final Composite shelf;
    private final int cellWidth;

    /**
     * Makes an empty shelf.
     *
     * @param cellWidth least width of a chart, in points
     */
    public Shelf(Composite parent, Ink ink, int cellWidth) {
        this.cellWidth = cellWidth;
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.setShowFocusedControl(true);
        shelf = new Composite(scroller, SWT.NONE);
        shelf.setBackground(ink.paper());
        scroller.setBackground(ink.paper());
        GridLayout layout = new GridLayout(1, true);
        layout.horizontalSpacing = 18;
        shelf.setLayout(layout);
        scroller.setContent(shelf);
        scroller.addListener(SWT.Resize, e -> layout());
    }

    /** Where charts go. */
    public Composite content() {
        return shelf;
    }

    /** The widget. */
    public Control control() {
        return scroller;
    }

    /** Puts a control on the shelf. */
    public void add(Control control, int height) {
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = height;
        data.minimumHeight = height;
        data.widthHint = cellWidth;
        control.setLayoutData(data);
        listen(control);
    }

    /** Keys go to the control that has the focus, whichever of the shelf that is. */
    private void listen(Control control) {
        control.addListener(SWT.KeyDown, this::scroll);
        control.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = true; // a canvas would take the key for itself
            }
        });
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                listen(child);
            }
        }
    }

    private void scroll(Event event) {
        int now = scroller.getOrigin().y;
        int page = Math.max(1, scroller.getClientArea().height);
        int to = switch (event.keyCode) {
            case SWT.ARROW_DOWN -> now + page / STEPS_PER_PAGE;
            case SWT.ARROW_UP -> now - page / STEPS_PER_PAGE;
            case SWT.PAGE_DOWN -> now + page;
            case SWT.PAGE_UP -> now - page;
            case SWT.HOME -> 0;
            case SWT.END -> shelf.getSize().y;
            default -> now;
        };
        if (to != now) {
            scroller.setOrigin(0, Math.max(0, to));
            event.doit = false;
        }
    }

    private void layout() {
        Rectangle area = scroller.getClientArea();
        int cells = shelf.getChildren().length;
        int columns = Math.clamp(area.width / Math.max(1, cellWidth), 1, Math.max(1, cells));
        ((GridLayout) shelf.getLayout()).numColumns = columns;
        scroller.setMinHeight(shelf.computeSize(area.width, SWT.DEFAULT).y);
        shelf.layout(true, true);
    }
}

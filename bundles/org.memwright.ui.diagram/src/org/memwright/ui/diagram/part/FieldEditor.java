/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import java.util.function.Supplier;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.tools.DirectEditManager;
import org.eclipse.jface.viewers.ICellEditorListener;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Text;
import org.memwright.ui.diagram.design.Attempt;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.design.Field;

/** A cell over a figure's text; it says at once what is wrong with what is typed. */
public final class FieldEditor extends DirectEditManager {
    private static final int LEAST_WIDTH = 90;

    private final Field field;

    FieldEditor(GraphicalEditPart part, Field field, Supplier<Rectangle> area) {
        super(
                part,
                TextCellEditor.class,
                cell -> {
                    Text text = (Text) cell.getControl();
                    Rectangle place = area.get();
                    GC gc = new GC(text);
                    int needed = gc.textExtent(text.getText() + "MM").x;
                    gc.dispose();
                    int height = text.computeSize(-1, -1).y;
                    text.setBounds(
                            place.x - 6,
                            place.y + (place.height - height) / 2,
                            Math.max(LEAST_WIDTH, Math.max(place.width + 12, needed)),
                            height);
                },
                field.id());
        this.field = field;
    }

    @Override
    protected void initCellEditor() {
        getCellEditor().setValue(field.value());
        Diagram diagram = (Diagram) getEditPart().getViewer().getProperty(Diagram.KEY);
        getCellEditor().setValidator(value -> {
            String typed = String.valueOf(value);
            if (typed.equals(field.value())) {
                return null;
            }
            Attempt attempt = field.typed().apply(typed);
            return attempt.edit().isEmpty()
                    ? attempt.problem()
                    : diagram.document().refusal(() -> attempt.edit().get()).orElse(null);
        });
        getCellEditor().addListener(new ICellEditorListener() {
            @Override
            public void editorValueChanged(boolean wasValid, boolean isValid) {
                diagram.say(isValid ? "" : String.valueOf(getCellEditor().getErrorMessage()));
            }

            @Override
            public void cancelEditor() {
                diagram.say("");
            }

            @Override
            public void applyEditorValue() {
                // the manager makes the edit
            }
        });
        ((Text) getCellEditor().getControl()).selectAll();
    }
}

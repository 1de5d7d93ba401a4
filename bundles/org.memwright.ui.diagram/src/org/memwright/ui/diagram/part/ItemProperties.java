/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.ui.views.properties.ComboBoxPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;
import org.memwright.ui.diagram.design.Attempt;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.design.Field;

/** The fields of an item as cells of the property sheet, each of its own type and checked as it is typed. */
public final class ItemProperties implements IPropertySource {
    private final Diagram diagram;
    private final Supplier<EObject> element;
    private final BooleanSupplier editable;

    public ItemProperties(Diagram diagram, Supplier<EObject> element, BooleanSupplier editable) {
        this.diagram = diagram;
        this.element = element;
        this.editable = editable;
    }

    private List<Field> fields() {
        return diagram.fields(element.get(), editable.getAsBoolean());
    }

    private Field field(Object id) {
        return fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Object getEditableValue() {
        return null;
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        List<IPropertyDescriptor> descriptors = new ArrayList<>();
        List<Field> fields = fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            PropertyDescriptor descriptor;
            if (!field.isEditable()) {
                descriptor = new PropertyDescriptor(field.id(), field.label());
            } else if (!field.choices().isEmpty()) {
                descriptor = new ComboBoxPropertyDescriptor(
                        field.id(), field.label(), field.choices().toArray(String[]::new));
                descriptor.setLabelProvider(new org.eclipse.jface.viewers.LabelProvider() {
                    @Override
                    public String getText(Object index) {
                        return index instanceof Integer at
                                        && at >= 0
                                        && at < field.choices().size()
                                ? field.choices().get(at)
                                : "";
                    }
                });
            } else {
                descriptor = new TextPropertyDescriptor(field.id(), field.label());
                descriptor.setValidator(typed -> problem(field, String.valueOf(typed)));
            }
            descriptor.setDescription(field.documentation());
            descriptors.add(descriptor);
        }
        return descriptors.toArray(IPropertyDescriptor[]::new);
    }

    private String problem(Field field, String typed) {
        if (typed.equals(field.value())) {
            return null;
        }
        Attempt attempt = field.typed().apply(typed);
        return attempt.edit().isEmpty()
                ? attempt.problem()
                : diagram.document().refusal(() -> attempt.edit().get()).orElse(null);
    }

    @Override
    public Object getPropertyValue(Object id) {
        Field field = field(id);
        if (field == null) {
            return "";
        }
        return field.choices().isEmpty()
                ? field.value()
                : Integer.valueOf(field.choices().indexOf(field.value()));
    }

    @Override
    public boolean isPropertySet(Object id) {
        Field field = field(id);
        return field != null && !field.value().isEmpty();
    }

    @Override
    public void resetPropertyValue(Object id) {
        Field field = field(id);
        if (field != null && field.isEditable() && field.choices().isEmpty()) {
            set(field, "");
        }
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        Field field = field(id);
        if (field == null || !field.isEditable()) {
            return;
        }
        if (value instanceof Integer index && !field.choices().isEmpty()) {
            if (index >= 0) {
                set(field, field.choices().get(index));
            }
        } else {
            set(field, String.valueOf(value));
        }
    }

    private void set(Field field, String typed) {
        if (!typed.equals(field.value())) {
            diagram.make(field.typed().apply(typed));
        }
    }
}

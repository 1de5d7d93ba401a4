/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IEditorAssociationOverride;
import org.memwright.ui.run.Places;

/** Opens a design's text where no editor is named, whichever diagram of it was open last. */
public final class TextFirst implements IEditorAssociationOverride {
    private static final String DESIGN = "org.memwright.ui.memw";

    @Override
    public IEditorDescriptor[] overrideEditors(
            IEditorInput input, IContentType contentType, IEditorDescriptor[] editors) {
        return editors;
    }

    @Override
    public IEditorDescriptor[] overrideEditors(String fileName, IContentType contentType, IEditorDescriptor[] editors) {
        return editors;
    }

    @Override
    public IEditorDescriptor overrideDefaultEditor(
            IEditorInput input, IContentType contentType, IEditorDescriptor editor) {
        return text(input.getName(), contentType, editor);
    }

    @Override
    public IEditorDescriptor overrideDefaultEditor(
            String fileName, IContentType contentType, IEditorDescriptor editor) {
        return text(fileName, contentType, editor);
    }

    private static IEditorDescriptor text(String fileName, IContentType contentType, IEditorDescriptor otherwise) {
        boolean design = contentType == null
                ? fileName.endsWith(".memw")
                : contentType.getId().equals(DESIGN);
        return design ? PlatformUI.getWorkbench().getEditorRegistry().findEditor(Places.TEXT_EDITOR) : otherwise;
    }
}

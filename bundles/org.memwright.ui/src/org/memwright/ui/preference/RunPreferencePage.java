/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.preference;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** How experiments are run. */
public final class RunPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int MOST_THREADS = 1024;

    /** Of a text field, in characters. */
    private static final int WIDTH = 36;

    public RunPreferencePage() {
        super(GRID);
        setDescription("How experiments are run. Results do not depend on the number of threads.\n\n"
                + "An endpoint speaks as OpenAI's does, such as http://localhost:11434/v1.\n"
                + "Colours are in General > Appearance > Colors and Fonts, under Memwright.");
    }

    @Override
    public void init(IWorkbench workbench) {
        IPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, RunOptions.NODE);
        store.setDefault(RunOptions.THREADS, 0);
        setPreferenceStore(store);
    }

    @Override
    protected void createFieldEditors() {
        var threads = new IntegerFieldEditor(
                RunOptions.THREADS, "&Runs at a time (0: one for each processor):", getFieldEditorParent());
        threads.setValidRange(0, MOST_THREADS);
        threads.setErrorMessage("Runs at a time are a number from 0 to " + MOST_THREADS + ".");
        addField(threads);
        addField(new StringFieldEditor(
                RunOptions.MODEL_URL, "&Language model endpoint:", WIDTH, getFieldEditorParent()));
        addField(new StringFieldEditor(RunOptions.MODEL_NAME, "Language &model:", WIDTH, getFieldEditorParent()));
    }

    @Override
    public boolean performOk() {
        boolean done = super.performOk();
        RunOptions.publish();
        return done;
    }
}

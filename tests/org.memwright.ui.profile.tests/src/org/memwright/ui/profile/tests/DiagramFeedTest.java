/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.Test;
import org.memwright.profile.view.Frame;
import org.memwright.ui.diagram.HierarchyEditor;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.profile.ReplayView;
import org.memwright.ui.run.ExperimentRun;

/** The hierarchy diagram fills while a run goes on, and again when it is replayed. */
class DiagramFeedTest extends ProfileTest {

    private static Item.Level level(HierarchyEditor editor, String key) {
        return editor.diagram().scene().item(key).orElseThrow().level();
    }

    private HierarchyEditor open(IFile file) throws CoreException {
        HierarchyEditor editor = (HierarchyEditor) page().openEditor(new FileEditorInput(file), HierarchyEditor.ID);
        settle();
        editor.show("Card", "Whole");
        settle();
        return editor;
    }

    @Test
    void diagram_fillsWhileARunGoesOn() throws IOException, CoreException {
        IFile file = file("small.memw", DESIGN.replace("requests 300", "requests 100000"));
        HierarchyEditor editor = open(file);
        assertFalse(level(editor, "tier hbm").isKnown(), "a design alone has no levels");

        ExperimentRun run = service().run(file, "Pair");
        waitUntil(
                "the tier fills",
                () -> level(editor, "tier hbm").isKnown()
                        && level(editor, "tier hbm").share() > 0);
        waitUntil("the store fills", () -> level(editor, "store cache").isKnown());
        screenshot("diagram-live");
        run.cancel();
        waitUntil("it ends", () -> service().going().isEmpty());
    }

    @Test
    void diagram_followsTheSlider() throws IOException, CoreException {
        IFile file = file("small.memw", DESIGN);
        HierarchyEditor editor = open(file);
        run(file, "Pair");
        ReplayView replay = view(ReplayView.class, ReplayView.ID);

        for (int step : new int[] {100, 600}) {
            replay.slider().setSelection(step);
            replay.slider().notifyListeners(SWT.Selection, new Event());
            Frame.Gauge hbm = replay.frame().orElseThrow().gauges().getFirst();
            assertEquals(hbm.share(), level(editor, "tier hbm").share());
            assertEquals(hbm.text(), level(editor, "tier hbm").label());
        }
        screenshot("diagram-replay");
    }
}

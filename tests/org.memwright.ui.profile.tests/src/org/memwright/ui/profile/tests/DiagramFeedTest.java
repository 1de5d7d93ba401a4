/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.Test;
import org.memwright.profile.view.Frame;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.ui.diagram.HierarchyEditor;
import org.memwright.ui.diagram.TaskEditor;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.live.Status;
import org.memwright.ui.profile.ReplayView;
import org.memwright.ui.run.DiagramFeed;
import org.memwright.ui.run.ExperimentRun;
import org.memwright.ui.run.RunListener;

/** The hierarchy diagram fills while a run goes on, and again when it is replayed. */
class DiagramFeedTest extends ProfileTest {
    /** Does the steps of the example. */
    private static final String SCRIPTED = """

            workload Scripted {
              task PlanTrip
              steps from scripted(output: 200 tokens)
            }

            experiment Trip {
              on memwright.hardware.CPU_2S
              workload Scripted
              compare TME
              measure completed, turns
            }
            """;

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
    void diagram_showsTheDesignThatRuns() throws IOException, CoreException {
        IFile file = file("small.memw", DESIGN.replace("requests 300", "requests 20000"));
        HierarchyEditor editor = open(file);
        Set<String> ran = new LinkedHashSet<>();
        List<String> wrong = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void watched(ExperimentRun run, Frame frame) {
                String shown = "small." + editor.diagram().memory().getName();
                ran.add(frame.memory());
                if (!shown.equals(frame.memory())) {
                    wrong.add(shown + " is shown while " + frame.memory() + " runs");
                }
            }
        };
        service().addListener(listener);
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.memwright.ui");
        preferences.put("run.threads", "1"); // one design after the other
        try {
            ExperimentRun run = service().run(file, "Pair");
            waitUntil("it ends", () -> !service().going().contains(run));
        } finally {
            preferences.remove("run.threads");
            service().removeListener(listener);
        }

        assertEquals(Set.of("small.Whole", "small.Swapping"), ran);
        assertEquals(List.of(), wrong);
    }

    @Test
    void diagram_keepsWhatAPersonChoosesWhileADesignRuns() throws IOException, CoreException {
        IFile file = file("small.memw", DESIGN.replace("requests 300", "requests 100000"));
        HierarchyEditor editor = open(file);
        int[] frames = {0};
        RunListener listener = new RunListener() {
            @Override
            public void watched(ExperimentRun run, Frame frame) {
                if (frames[0]++ == 1) {
                    editor.show("Card", "Swapping");
                }
            }
        };
        service().addListener(listener);
        ExperimentRun run = service().run(file, "Pair");
        waitUntil("some frames are shown", () -> frames[0] > 5);
        String shown = editor.diagram().memory().getName();
        service().removeListener(listener);
        run.cancel();
        waitUntil("it ends", () -> service().going().isEmpty());

        assertEquals("Swapping", shown);
    }

    @Test
    void diagram_coloursTheStepsOfATaskThatRan() throws IOException, CoreException {
        Path example = Path.of(System.getProperty("memwright.root"), "examples", "trip", "trip.memw");
        IFile file = file("trip.memw", Files.readString(example) + SCRIPTED);
        TaskEditor editor = (TaskEditor) page().openEditor(new FileEditorInput(file), TaskEditor.ID);
        run(file, "Trip");
        ReplayView replay = view(ReplayView.class, ReplayView.ID);

        Set<Status> seen = new LinkedHashSet<>();
        for (int step : new int[] {0, 500, 1000}) {
            replay.slider().setSelection(step);
            replay.slider().notifyListeners(SWT.Selection, new Event());
            settle();
            int steps = 0;
            for (Frame.Gauge gauge : replay.frame().orElseThrow().gauges()) {
                if (gauge.kind() == SeriesKind.STEP_STATUS) {
                    Item item = editor.diagram()
                            .scene()
                            .item("step " + gauge.of())
                            .orElseThrow(() -> new AssertionError("no step " + gauge.of()));
                    assertEquals(DiagramFeed.status(gauge), editor.diagram().status(item), gauge.of());
                    seen.add(editor.diagram().status(item));
                    steps++;
                }
            }
            assertEquals(5, steps, "steps of the task");
        }
        assertTrue(seen.contains(Status.PENDING) && seen.contains(Status.DONE), "statuses change: " + seen);
        screenshot("diagram-steps");
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

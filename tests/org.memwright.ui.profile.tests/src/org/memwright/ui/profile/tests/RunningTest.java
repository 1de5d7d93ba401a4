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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.profile.view.Frame;
import org.memwright.report.ReportFailure;
import org.memwright.report.archive.KeptRun;
import org.memwright.report.archive.RunArchive;
import org.memwright.runtime.RunSink.SeriesKind;
import org.memwright.ui.profile.ReplayView;
import org.memwright.ui.profile.RunsView;
import org.memwright.ui.run.ExperimentRun;
import org.memwright.ui.run.Places;
import org.memwright.ui.run.RunHandler;
import org.memwright.ui.run.RunListener;
import org.memwright.ui.run.RunTarget;
import org.memwright.ui.run.StopHandler;

/** Running, stopping, and what is kept. */
class RunningTest extends ProfileTest {

    /** Takes minutes to run to its end. */
    private static final String LONG = DESIGN.replace("requests 300", "requests 100000");

    @Test
    void run_isKeptWithItsDesign() throws IOException, CoreException, ReportFailure {
        IFile file = file("small.memw", DESIGN);

        KeptRun kept = run(file, "Pair");

        assertEquals(List.of(kept), service().kept(project()));
        assertEquals("small.Pair", kept.experiment());
        assertEquals(folder().resolve(".memwright/runs/1-Pair"), kept.folder());
        assertEquals(DESIGN, RunArchive.design(kept, "small.memw"));
        assertEquals("0.1.0", kept.version());
        assertEquals(1, kept.failed(), "one expectation cannot hold");
        assertTrue(kept.isComplete());
    }

    /** All engines are in the workbench, with the libraries that they stand on. */
    @ParameterizedTest
    @ValueSource(strings = {"kv-shootout", "prefix-cache", "long-context-offload", "agent-recall", "trip"})
    void run_ofEachExampleHoldsWhatItExpects(String example) throws IOException, CoreException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("memwright.root"), "examples", example))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder().resolve(file.getFileName().toString()));
            }
        }
        project().refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
        List<RunTarget> targets = service().targets(project());
        assertFalse(targets.isEmpty());

        for (RunTarget target : targets) {
            KeptRun kept = run(target.file(), target.experiment());
            assertTrue(kept.isComplete(), target.experiment());
            assertEquals(0, kept.failed(), target.experiment());
        }
    }

    @Test
    void run_fromTheKeyboardTakesTheExperimentAtTheCursorAndSavesFirst() throws Exception {
        IFile file = file("small.memw", DESIGN);
        IEditorPart editor = IDE.openEditor(page(), file, Places.TEXT_EDITOR);
        IDocument document = editor.getAdapter(ITextViewer.class).getDocument();
        document.set(DESIGN.replace("requests 300", "requests 50"));
        editor.getSite()
                .getSelectionProvider()
                .setSelection(new TextSelection(document.get().indexOf("vary batch"), 0));

        page().activate(editor);
        editor.getSite().getService(IHandlerService.class).executeCommand(RunHandler.COMMAND, null);
        waitUntil("a run begins", () -> !service().going().isEmpty());
        waitUntil("it ends", () -> service().going().isEmpty());

        KeptRun kept = service().kept(project()).getFirst();
        assertEquals("small.Grid", kept.experiment());
        assertTrue(RunArchive.design(kept, "small.memw").contains("requests 50"), "what ran is what was typed");
        assertFalse(editor.isDirty());
    }

    @Test
    void run_ofANameFromTheMenu() throws Exception {
        IFile file = file("small.memw", DESIGN);
        assertEquals(
                List.of("Pair", "Grid"),
                service().targets(project()).stream().map(RunTarget::experiment).toList());

        Command command =
                page().getWorkbenchWindow().getService(ICommandService.class).getCommand(RunHandler.COMMAND);
        ParameterizedCommand named = ParameterizedCommand.generateCommand(
                command, Map.of(RunHandler.FILE, file.getFullPath().toString(), RunHandler.EXPERIMENT, "Pair"));
        page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(named, null);
        waitUntil("a run begins", () -> !service().going().isEmpty());
        waitUntil("it ends", () -> service().going().isEmpty());

        assertEquals("small.Pair", service().kept(project()).getFirst().experiment());
    }

    @Test
    void run_ofADesignWithErrorsSaysWhere() throws IOException, CoreException {
        IFile file = file("small.memw", DESIGN.replaceFirst("on Card", "on Cart"));

        ExperimentRun run = service().run(file, "Pair");
        waitUntil("it ends", () -> service().going().isEmpty());

        assertEquals(1, run.obstacles().size());
        ExperimentRun.Obstacle obstacle = run.obstacles().getFirst();
        assertTrue(obstacle.message().contains("Cart"), obstacle.message());
        assertEquals(
                1 + DESIGN.lines().toList().indexOf("  on Card"),
                obstacle.position().line());
        assertEquals(List.of(), service().kept(project()));
    }

    @Test
    void stop_isAtOnceAndKeepsWhatIsDone() throws Exception {
        IFile file = file("small.memw", LONG);
        List<Frame> frames = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void watched(ExperimentRun run, Frame frame) {
                frames.add(frame);
            }
        };
        service().addListener(listener);
        ReplayView replay = view(ReplayView.class, ReplayView.ID);
        RunsView runs = view(RunsView.class, RunsView.ID);
        ExperimentRun run = service().run(file, "Pair");
        waitUntil("memories fill", () -> frames.size() > 5 && replay.frame().isPresent());
        assertTrue(page().getWorkbenchWindow()
                .getService(ICommandService.class)
                .getCommand(StopHandler.COMMAND)
                .isEnabled());
        assertEquals("Pair", runs.table().rows().getFirst().cells().getFirst().text(), "what runs is listed");

        long asked = System.nanoTime();
        page().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(StopHandler.COMMAND, null);
        waitUntil("it ends", () -> !service().going().contains(run));
        double seconds = (System.nanoTime() - asked) / 1e9;
        service().removeListener(listener);

        assertTrue(seconds < 5, "stopping took " + seconds + " s");
        KeptRun kept = run.kept().orElseThrow();
        assertFalse(kept.isComplete());
        Frame last = frames.getLast();
        Frame.Gauge hbm = last.gauges().stream()
                .filter(g -> g.kind() == SeriesKind.TIER_OCCUPANCY && g.of().equals("hbm"))
                .findFirst()
                .orElseThrow();
        assertEquals(16.0 * (1L << 30), hbm.limit());
        assertTrue(hbm.value() > 0 && hbm.value() <= hbm.limit(), hbm.text());
        assertTrue(
                last.gauges().stream().anyMatch(g -> g.kind() == SeriesKind.TIER_TRAFFIC && g.value() > 0),
                "bytes move: " + last);
        // a frame a tenth of a second: none is told of twice
        assertTrue(frames.stream().map(Frame::nanos).distinct().count() > 1);
    }

    @Test
    void history_hasTheNewestOfEveryExperimentAndRunsItAgain() throws IOException, CoreException {
        IFile file = file("small.memw", DESIGN);
        run(file, "Pair");
        KeptRun grid = run(file, "Grid");
        KeptRun second = run(file, "Pair");

        assertEquals(List.of(second, grid), service().history(8));

        ExperimentRun again = service().runAgain(second).orElseThrow();
        waitUntil("it ends", () -> !service().going().contains(again));
        assertEquals(4, again.kept().orElseThrow().number());
    }

    @Test
    void delete_takesItFromTheListAndTheDisk() throws Exception {
        IFile file = file("small.memw", DESIGN);
        KeptRun first = run(file, "Pair");
        KeptRun second = run(file, "Pair");
        RunsView runs = view(RunsView.class, RunsView.ID);
        assertEquals(2, runs.table().rows().size());

        service().delete(second);
        settle();

        assertEquals(1, runs.table().rows().size());
        assertEquals(first, runs.table().rows().getFirst().of());
        assertFalse(Files.exists(second.folder()));
        assertTrue(shown().profile().isEmpty(), "what is gone is shown no more");
    }

    @Test
    void runs_goWithTheirProject() throws Exception {
        run(file("small.memw", DESIGN), "Pair");
        RunsView runs = view(RunsView.class, RunsView.ID);
        assertEquals(1, runs.table().rows().size());

        project().close(new NullProgressMonitor());
        waitUntil("the list is empty", () -> runs.table().rows().isEmpty());
        project().open(new NullProgressMonitor());
        waitUntil("the list is back", () -> runs.table().rows().size() == 1);
    }
}

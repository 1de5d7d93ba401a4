/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.memwright.report.archive.KeptRun;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.JsonNode;
import org.memwright.ui.ProjectFolder;
import org.memwright.ui.profile.ShownProfile;
import org.memwright.ui.run.ExperimentRun;
import org.memwright.ui.run.RunService;

/** A project of its own for each test, and what tests do with runs: run, wait, look. */
abstract class ProfileTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** What is drawn appears with the next frames of the screen. */
    private static final int DRAWING_MILLIS = 400;

    /** A small machine, so that memories fill; two designs, a grid of two rates, and an expectation that fails. */
    static final String DESIGN = """
        package small

        hardware Card {
          compute gpu { peak fp16 100 TFLOP/s }
          tier hbm on gpu { capacity 16 GiB bandwidth 1 TB/s energy 4 pJ/bit }
          tier dram { capacity 64 GiB bandwidth 100 GB/s energy 10 pJ/bit }
          link pcie : hbm <-> dram { bandwidth 16 GB/s }
        }
        model Tiny { layers 16 hidden 2048 heads 16 ffn 5504 gated vocab 32000 context 4096 weights fp16 }

        memory Whole for kv { store cache : kv() in hbm }

        memory Swapping for kv {
          param size = 16 tokens
          store cache : pages(size: size) in hbm
          on full     : swap(to: dram)
        }

        workload Talk {
          requests 300
          arrival poisson(20 /s)
          prompt  lognormal(mean: 800 tokens, cv: 1)
          output  lognormal(mean: 200 tokens, cv: 0.8)
          seed 7
        }

        experiment Pair {
          on Card
          model Tiny
          workload Talk
          compare Whole, Swapping
          measure throughput, ttft(p50, p99), tpot(p99), peak(hbm), energy
          expect Swapping.throughput >= Whole.throughput
          expect Whole.ttft(p99) < 1 us
        }

        experiment Grid {
          on Card
          model Tiny
          workload Talk
          compare Whole, Swapping
          vary batch in 4, 16, 64
          measure throughput, tpot(p99), energy
        }
        """;

    private final List<IStatus> logged = new CopyOnWriteArrayList<>();
    private final ILogListener listener = (status, plugin) -> {
        if (status.getSeverity() == IStatus.ERROR) {
            logged.add(status);
        }
    };
    private Path folder;
    private IWorkbenchPage page;
    private IProject project;

    @BeforeEach
    void openFolder() throws IOException, CoreException {
        assertNotNull(Display.getCurrent(), "tests run in the thread of the display");
        Platform.addLogListener(listener);
        folder = Files.createTempDirectory("memwright-profile");
        page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        project = ProjectFolder.open(folder, page);
    }

    @AfterEach
    void closeFolder() throws IOException, CoreException {
        service().stop();
        waitUntil("all runs stopped", () -> service().going().isEmpty());
        for (KeptRun run : service().kept(project)) {
            try {
                service().delete(run);
            } catch (org.memwright.report.ReportFailure e) {
                throw new AssertionError(e);
            }
        }
        settle();
        page.closeAllEditors(false);
        project.delete(false, true, new NullProgressMonitor());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Platform.removeLogListener(listener);
        assertEquals(
                List.of(),
                logged.stream()
                        .map(status -> status.getMessage() + " " + status.getException())
                        .toList(),
                "errors in the workbench's log");
    }

    static RunService service() {
        return PlatformUI.getWorkbench().getService(RunService.class);
    }

    static ShownProfile shown() {
        return PlatformUI.getWorkbench().getService(ShownProfile.class);
    }

    final IWorkbenchPage page() {
        return page;
    }

    final IProject project() {
        return project;
    }

    final Path folder() {
        return folder;
    }

    final IFile file(String name, String text) throws IOException, CoreException {
        Files.writeString(folder.resolve(name), text);
        project.refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
        return project.getFile(name);
    }

    final <V extends IViewPart> V view(Class<V> type, String id) throws CoreException {
        V view = type.cast(page.showView(id));
        settle();
        return view;
    }

    /** Runs an experiment to its end, until all views show it. */
    static KeptRun run(IFile file, String experiment) {
        ExperimentRun run = service().run(file, experiment);
        waitUntil(experiment + " ended", () -> !service().going().contains(run));
        assertEquals(List.of(), run.obstacles());
        KeptRun kept = run.kept().orElseThrow();
        waitUntil(experiment + " is shown", () -> shown().runs().equals(List.of(kept)));
        settle();
        return kept;
    }

    /** The one experiment of what is kept on the disk, as anyone reads it. */
    static JsonNode json(KeptRun run) throws IOException, JsonFailure {
        String text = Files.readString(run.folder().resolve("profile.json"), StandardCharsets.UTF_8);
        return JsonNode.parse(text).get("experiments").list().getFirst();
    }

    /** A measure of a column in the file, in base units. */
    static double value(JsonNode experiment, String column, String metric, String argument) throws JsonFailure {
        for (JsonNode run : experiment.get("runs").list()) {
            if (run.get("column").text().equals(column)) {
                for (JsonNode measure : run.get("measures").list()) {
                    if (measure.get("metric").text().equals(metric)
                            && measure.get("argument").text().equals(argument)) {
                        return measure.get("value").number();
                    }
                }
            }
        }
        return fail(column + "." + metric + "(" + argument + ") is not in the file");
    }

    static void settle() {
        Display display = Display.getCurrent();
        for (int idle = 0; idle < 3; ) {
            idle = display.readAndDispatch() ? 0 : idle + 1;
        }
    }

    /** Lets the workbench work until a condition holds. */
    static void waitUntil(String what, Callable<Boolean> condition) {
        Display display = Display.getCurrent();
        long end = System.nanoTime() + PATIENCE_NANOS;
        display.timerExec(50, new Runnable() {
            @Override
            public void run() {
                if (System.nanoTime() < end) {
                    display.timerExec(50, this);
                }
            }
        });
        try {
            while (!condition.call()) {
                if (System.nanoTime() >= end) {
                    fail("in vain for 60 s: " + what + "; "
                            + Job.getJobManager().currentJob());
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }

    /** Writes what the window shows into the build's folder, for people to look at. */
    final void screenshot(String name) throws IOException {
        Shell shell = page.getWorkbenchWindow().getShell();
        shell.forceActive();
        boolean[] drawn = {false};
        shell.getDisplay().timerExec(DRAWING_MILLIS, () -> drawn[0] = true);
        waitUntil("the window is drawn", () -> drawn[0]);
        org.eclipse.swt.graphics.Rectangle area = shell.getClientArea();
        Image image = new Image(shell.getDisplay(), area.width, area.height);
        GC gc = new GC(shell);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData(zoom())};
        image.dispose();
        Path folder =
                Files.createDirectories(Path.of(System.getProperty("memwright.screenshots", "target/screenshots")));
        try (var out = Files.newOutputStream(folder.resolve(name + ".png"))) {
            loader.save(out, SWT.IMAGE_PNG);
        }
    }

    /** Percent that the screen is scaled by. */
    static int zoom() {
        return "2".equals(System.getenv("GDK_SCALE")) ? 200 : 100;
    }
}

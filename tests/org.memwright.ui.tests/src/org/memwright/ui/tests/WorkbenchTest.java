/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memwright.ui.ProjectFolder;
import org.memwright.ui.text.ContentAssist;
import org.memwright.ui.text.ProblemReconciler;
import org.memwright.ui.text.WordHover;

/** The workbench opens, shows a folder, checks what is typed, and logs no error. */
class WorkbenchTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /** Sound on its own: no name in it refers to another file. */
    private static final String DESIGN = """
            /* A tier that a design could use. */
            hardware Bench {
              compute gpu { peak fp16 312 TFLOP/s }
              tier hbm on gpu { capacity 80 GiB  bandwidth 2.039 TB/s }
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
        folder = Files.createTempDirectory("memwright-workbench");
        Files.writeString(folder.resolve("bench.memw"), DESIGN);
        page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        project = ProjectFolder.open(folder, page);
    }

    @AfterEach
    void closeFolder() throws IOException, CoreException {
        page.closeAllEditors(false);
        project.delete(false, true, new NullProgressMonitor());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Platform.removeLogListener(listener);
        assertEquals(List.of(), logged, "errors in the workbench's log");
    }

    @Test
    void open_showsTheFolderAsAProjectWhereItIs() throws CoreException {
        assertEquals(folder, project.getLocation().toPath());
        assertTrue(project.getFile("bench.memw").exists());
        assertEquals("org.memwright.ui.perspective", page.getPerspective().getId());
        assertEquals(project, ProjectFolder.open(folder, page), "a folder opened twice is one project");
    }

    @Test
    void open_opensTheEditorOfAFile() throws CoreException {
        ProjectFolder.open(folder.resolve("bench.memw"), page);

        assertEquals("bench.memw", page.getActiveEditor().getEditorInput().getName());
    }

    @Test
    void editor_coloursKeywordsCommentsAndNumbers() throws CoreException {
        StyledText text = text(edit());

        waitUntil("keyword is bold", () -> styleAt(text, "hardware").fontStyle == SWT.BOLD);
        assertEquals(SWT.ITALIC, styleAt(text, "A tier").fontStyle);
        assertNotNull(styleAt(text, "312").foreground);
        assertEquals(styleAt(text, "312").foreground, styleAt(text, "GiB").foreground, "a unit belongs to its number");
    }

    @Test
    void editor_marksAnErrorAsItIsTypedAndForgetsItWhenMended() throws CoreException {
        IEditorPart editor = edit();
        IDocument document = editor.getAdapter(ITextViewer.class).getDocument();
        waitUntil("sound file has no problem", () -> problems().length == 0);

        document.set(DESIGN.replace("tier hbm", "teir hbm"));
        waitUntil("the misspelt word is marked", () -> problems().length > 0);
        IMarker first = problems()[0];
        assertEquals(IMarker.SEVERITY_ERROR, first.getAttribute(IMarker.SEVERITY, -1));
        assertEquals(4, first.getAttribute(IMarker.LINE_NUMBER, -1));

        document.set(DESIGN);
        waitUntil("the mended file has no problem", () -> problems().length == 0);
    }

    @Test
    void editor_findsNoFaultWithAnExample() throws CoreException, IOException {
        Path example = Path.of(System.getProperty("memwright.root"), "examples", "kv-shootout");
        try (Stream<Path> files = Files.list(example)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        ProjectFolder.open(folder.resolve("kv-shootout.memw"), page);
        IFile opened = project.getFile("kv-shootout.memw");
        IDocument document =
                page.getActiveEditor().getAdapter(ITextViewer.class).getDocument();
        String text = document.get();

        // hardware and model come from the files beside it; a name that is nowhere shows that they were looked for
        document.set(text.replace("A100_80G", "A100_81G"));
        waitUntil("the unknown hardware is marked", () -> problems(opened).length == 1);
        assertEquals("UNKNOWN_NAME", problems(opened)[0].getAttribute("code"));

        document.set(text);
        waitUntil("the example has no problem", () -> problems(opened).length == 0);
    }

    @Test
    void editor_knowsTheBuiltInLibrary() throws CoreException {
        IDocument document = edit().getAdapter(ITextViewer.class).getDocument();

        document.set("hardware Pair { use memwright.hardware.A100_81G as node[2] }");
        waitUntil("the unknown hardware is marked", () -> problems().length == 1);

        document.set("hardware Pair { use memwright.hardware.A100_80G as node[2] }");
        waitUntil("the library's hardware is known", () -> problems().length == 0);
    }

    @Test
    void editor_proposesWhatMayStandAtTheCursor() throws CoreException {
        ITextViewer viewer = edit().getAdapter(ITextViewer.class);

        List<String> proposals = Arrays.stream(new ContentAssist()
                        .computeCompletionProposals(viewer, viewer.getDocument().getLength()))
                .map(proposal -> proposal.getDisplayString())
                .toList();

        assertTrue(
                proposals.stream().anyMatch(proposal -> proposal.startsWith("experiment")), () -> "got " + proposals);
    }

    @Test
    void editor_saysWhatAWordMeans() throws CoreException {
        ITextViewer viewer = edit().getAdapter(ITextViewer.class);
        int tier = DESIGN.indexOf("hbm");

        var hover = new WordHover();
        IRegion word = hover.getHoverRegion(viewer, tier + 1);

        assertEquals(tier, word.getOffset());
        assertEquals("hbm".length(), word.getLength());
        String text = hover.getHoverInfo(viewer, word);
        assertTrue(text.contains("80 GiB"), text);
    }

    private IEditorPart edit() throws CoreException {
        return IDE.openEditor(page, file());
    }

    private IFile file() {
        return project.getFile("bench.memw");
    }

    private IMarker[] problems() throws CoreException {
        return problems(file());
    }

    private static IMarker[] problems(IFile file) throws CoreException {
        return file.findMarkers(ProblemReconciler.PROBLEM, true, IResource.DEPTH_ZERO);
    }

    private static StyledText text(IEditorPart editor) {
        return (StyledText) editor.getAdapter(Control.class);
    }

    private static StyleRange styleAt(StyledText text, String word) {
        StyleRange style = text.getStyleRangeAtOffset(text.getText().indexOf(word));
        return style == null ? new StyleRange() : style;
    }

    /** Lets the workbench work until a condition holds. */
    private static void waitUntil(String what, Callable<Boolean> condition) {
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
                    fail("in vain for 60 s: " + what);
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}

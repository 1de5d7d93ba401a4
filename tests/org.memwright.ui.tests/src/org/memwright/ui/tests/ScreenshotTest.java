/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.ui.tests.OpenFolder.problems;
import static org.memwright.ui.tests.OpenFolder.settle;
import static org.memwright.ui.tests.OpenFolder.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.memwright.ui.ProjectFolder;
import org.memwright.ui.welcome.WelcomeEditor;
import org.memwright.ui.welcome.WelcomeInput;
import org.memwright.ui.wizard.NewProjectWizard;

/**
 * Shows each part of the workbench in both themes and writes what is seen to {@code target/screenshots}, for people to look at. The build
 * runs it at 100 % and at 200 %.
 */
class ScreenshotTest {
    private static final String THEME = "org.eclipse.e4.ui.css.theme.e4_";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;

    @RegisterExtension
    final OpenFolder open = new OpenFolder(Map.of());

    private Shell window;
    private Rectangle before;

    @BeforeEach
    void widen() {
        window = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        before = window.getBounds();
        Rectangle screen = window.getMonitor().getBounds(); // what is beyond it is not drawn
        window.setBounds(0, 0, Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height));
        settle();
    }

    @AfterEach
    void restore() {
        window.setBounds(before);
    }

    /** What is drawn. */
    private interface Picture {
        void draw(ScreenshotTest test, String theme) throws CoreException, IOException;
    }

    private static final Map<String, Picture> PICTURES = new TreeMap<>(Map.of(
            "assist",
            ScreenshotTest::assist,
            "hover",
            ScreenshotTest::hover,
            "preferences",
            ScreenshotTest::preferences,
            "rename",
            ScreenshotTest::rename,
            "text",
            ScreenshotTest::text,
            "welcome",
            ScreenshotTest::welcome,
            "wizard",
            ScreenshotTest::wizard));

    /** All in the light theme first: GTK keeps some colours of the dark one until the workbench is started again. */
    static List<Arguments> pictures() {
        return Stream.of("default", "dark")
                .flatMap(theme -> PICTURES.keySet().stream().map(picture -> Arguments.of(theme, picture)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void picture_isDrawn(String theme, String picture) throws CoreException, IOException {
        theme(theme);
        PICTURES.get(picture).draw(this, theme);
    }

    private void text(String theme) throws CoreException, IOException {
        open.copyExample("kv-shootout");
        IEditorPart editor = edit("kv-shootout.memw");
        open.page().showView(IPageLayout.ID_OUTLINE);
        open.page().showView(IPageLayout.ID_PROBLEM_VIEW);
        if (open.page().findView("org.eclipse.ui.navigator.ProjectExplorer") instanceof CommonNavigator navigator) {
            navigator.getCommonViewer().expandAll();
        }
        open.page().activate(editor);
        ITextViewer viewer = editor.getAdapter(ITextViewer.class);
        String text = viewer.getDocument().get();
        viewer.getDocument()
                .set(text.replace("budget / 2), top", "budgt / 2), top").replace("seed 42", "seed 42 GiB"));
        waitUntil("problems are marked", () -> problems(open.file("kv-shootout.memw")).length >= 2);
        editor.getAdapter(ITextEditor.class)
                .selectAndReveal(viewer.getDocument().get().indexOf("H2O for"), 0);
        waitUntil("the outline is filled", () -> trees(window) > 1);
        pause(700);
        expand(window);
        pause(300);
        assertTrue(shoot(window, "text", theme), "something is drawn");
    }

    private void assist(String theme) throws CoreException, IOException {
        open.copyExample("kv-shootout");
        IEditorPart editor = edit("kv-shootout.memw");
        ITextViewer viewer = editor.getAdapter(ITextViewer.class);
        String text = viewer.getDocument().get();
        int place = text.indexOf("preempt(recompute)");
        viewer.getDocument().set(text.replace("preempt(recompute)", ""));
        editor.getAdapter(ITextEditor.class).selectAndReveal(place, 0);
        pause(300);

        ((ITextOperationTarget) viewer).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        waitUntil("the list is shown", () -> popups() > 0);
        pause(700);
        shootPopups("assist", theme);
        closePopups();
    }

    private void hover(String theme) throws CoreException, IOException {
        open.copyExample("kv-shootout");
        IEditorPart editor = edit("kv-shootout.memw");
        ITextViewer viewer = editor.getAdapter(ITextViewer.class);
        String text = viewer.getDocument().get();
        editor.getAdapter(ITextEditor.class).selectAndReveal(text.indexOf("pages(size") + 2, 0);
        pause(300);

        boolean shown = false;
        for (int attempt = 0;
                attempt < 5 && !shown;
                attempt++) { // without a window manager the focus may go, and the window with it
            ((ITextOperationTarget) viewer).doOperation(ISourceViewer.INFORMATION);
            waitUntil("the window is shown", () -> popups() > 0);
            pause(300);
            Shell popup = popupShells().findFirst().orElse(null);
            shown = popup != null && shoot(popup, "hover", theme);
        }
        assertTrue(shown, "the hover is drawn");
        closePopups();
    }

    private void rename(String theme) throws CoreException, IOException {
        open.copyExample("kv-shootout");
        IEditorPart editor = edit("a100.memw");
        String text = editor.getAdapter(ITextViewer.class).getDocument().get();
        editor.getAdapter(ITextEditor.class).selectAndReveal(text.indexOf("A100_80G"), 0);
        pause(300);
        Display display = Display.getCurrent();
        List<AssertionError> failed = new ArrayList<>();
        display.timerExec(500, new Runnable() {
            @Override
            public void run() {
                if (popups() == 0) {
                    display.timerExec(200, this); // the dialog is not open yet
                    return;
                }
                try {
                    shootPopups("rename", theme);
                } catch (IOException | AssertionError e) {
                    failed.add(new AssertionError(e));
                } finally {
                    closePopups();
                }
            }
        });
        try {
            PlatformUI.getWorkbench()
                    .getService(IHandlerService.class)
                    .executeCommand("org.memwright.ui.text.rename", null);
        } catch (CommandException e) {
            throw new AssertionError(e);
        }
        assertEquals(List.of(), failed);
    }

    private void welcome(String theme) throws CoreException, IOException {
        open.page().openEditor(new WelcomeInput(), WelcomeEditor.ID);
        pause(300);
        assertTrue(shoot(window, "welcome", theme), "something is drawn");
    }

    private void wizard(String theme) throws CoreException, IOException {
        var wizard = new NewProjectWizard();
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        var dialog = new WizardDialog(window, wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        pause(300);
        assertTrue(shoot(dialog.getShell(), "wizard", theme), "something is drawn");
        dialog.close();
    }

    private void preferences(String theme) throws CoreException, IOException {
        var dialog = PreferencesUtil.createPreferenceDialogOn(
                window, "org.memwright.ui.preference.run", new String[] {"org.memwright.ui.preference.run"}, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        pause(300);
        assertTrue(shoot(dialog.getShell(), "preferences", theme), "something is drawn");
        dialog.close();
    }

    // ── pictures ────────────────────────────────────────────────────────────────────────────────────────────

    private static void theme(String name) {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        engine.setTheme(THEME + name, false);
        assertEquals(THEME + name, engine.getActiveTheme().getId());
        settle();
    }

    private IEditorPart edit(String name) throws CoreException {
        ProjectFolder.open(open.folder().resolve(name), open.page());
        return open.page().getActiveEditor();
    }

    /** Lets the workbench work for a while: what is drawn late has no sign of its own. */
    private static void pause(int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        waitUntil("time passes", () -> System.nanoTime() >= end);
    }

    private static int trees(Control control) {
        int found = control instanceof Tree tree && tree.getItemCount() > 0 ? 1 : 0;
        if (control instanceof Composite area) {
            found += Arrays.stream(area.getChildren())
                    .mapToInt(ScreenshotTest::trees)
                    .sum();
        }
        return found;
    }

    /** Opens what is closed in trees, such as the problems by severity. */
    private static void expand(Control control) {
        if (control instanceof Tree tree) {
            for (TreeItem item : tree.getItems()) {
                if (item.getItemCount() > 0 && !item.getExpanded()) {
                    var event = new Event();
                    event.item = item;
                    tree.notifyListeners(SWT.Expand, event);
                    item.setExpanded(true);
                }
            }
        }
        if (control instanceof Composite area) {
            Arrays.stream(area.getChildren()).forEach(ScreenshotTest::expand);
        }
    }

    private long popups() {
        return popupShells().count();
    }

    private Stream<Shell> popupShells() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell != window && shell.isVisible() && shell.getSize().x > 50);
    }

    private void closePopups() {
        for (Shell shell : popupShells().toList()) {
            if (!shell.isDisposed()) { // one may have closed the other
                shell.close();
            }
        }
        settle();
    }

    private void shootPopups(String name, String theme) throws IOException {
        int number = 1;
        for (Shell shell : popupShells().toList()) {
            assertTrue(shoot(shell, name + "-" + number, theme), "something is drawn");
            number++;
        }
        assertTrue(number > 1, () -> name + " is shown");
    }

    /** @return whether there is more than an empty window */
    private static boolean shoot(Shell shell, String name, String theme) throws IOException {
        settle();
        Rectangle area = shell.getClientArea();
        assertTrue(area.width > 50 && area.height > 50, () -> name + " is " + area);
        Image image = new Image(shell.getDisplay(), area.width, area.height);
        int zoom = shell.getMonitor().getZoom();
        GC gc = new GC(image);
        Transform scale = new Transform(shell.getDisplay());
        try {
            scale.scale(100f / zoom, 100f / zoom); // printing scales once more what the image scales already
            gc.setTransform(scale);
            assertTrue(shell.print(gc), name + " can be drawn");
        } finally {
            scale.dispose();
            gc.dispose();
        }
        ImageData data = image.getImageData(zoom);
        image.dispose();
        Path folder = Files.createDirectories(Path.of(System.getProperty("memwright.screenshots")));
        var loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        Path file = folder.resolve(name + "-" + (theme.equals("dark") ? "dark" : "light") + "-" + zoom + ".png");
        loader.save(file.toString(), SWT.IMAGE_PNG);
        return colours(data) > 8;
    }

    private static long colours(ImageData data) {
        int[] row = new int[data.width];
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < data.height; y += 3) {
            data.getPixels(0, y, data.width, row, 0);
            for (int pixel : row) {
                seen.add(pixel);
            }
        }
        return seen.size();
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.requests.GroupRequest;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.memwright.ui.ProjectFolder;
import org.memwright.ui.diagram.DiagramEditor;
import org.memwright.ui.diagram.figure.CardFigure;
import org.memwright.ui.diagram.part.EdgePart;
import org.memwright.ui.diagram.part.ItemPart;

/** A project of its own for each test, and what tests do with diagrams: click, drag, look. */
abstract class DiagramTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /** What is drawn appears with the next frames of the screen; thumbnails are drawn piece by piece. */
    private static final int DRAWING_MILLIS = 400;

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
        folder = Files.createTempDirectory("memwright-diagram");
        page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        page.closeAllEditors(false);
        project = ProjectFolder.open(folder, page);
        Shell shell = page.getWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1280, 900);
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
        assertEquals(
                List.of(),
                logged.stream()
                        .map(status -> status.getMessage() + " " + status.getException())
                        .toList(),
                "errors in the workbench's log");
    }

    final IWorkbenchPage page() {
        return page;
    }

    final Path folder() {
        return folder;
    }

    final IFile file(String name, String text) throws IOException, CoreException {
        Files.writeString(folder.resolve(name), text);
        project.refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
        return project.getFile(name);
    }

    final IFile file(String name) {
        return project.getFile(name);
    }

    final <E extends DiagramEditor> E open(Class<E> type, IFile file, String id) throws CoreException {
        E editor = type.cast(page.openEditor(new FileEditorInput(file), id));
        settle();
        editor.zoomTo(1); // gestures of tests are in pixels of the diagram
        settle();
        return editor;
    }

    /** The projects that a user opens first. */
    static Path examples() {
        return Path.of(System.getProperty("memwright.root"), "examples");
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
                    fail("in vain for 20 s: " + what);
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }

    static ItemPart part(DiagramEditor editor, String key) {
        return (ItemPart) editor.viewer()
                .getEditPartRegistry()
                .get(editor.diagram()
                        .scene()
                        .item(key)
                        .orElseThrow(() -> new AssertionError(
                                "no " + key + " in " + editor.diagram().scene().items())));
    }

    static EdgePart edge(DiagramEditor editor, String key) {
        return (EdgePart) editor.viewer()
                .getEditPartRegistry()
                .get(editor.diagram()
                        .scene()
                        .edge(key)
                        .orElseThrow(() -> new AssertionError(
                                "no " + key + " in " + editor.diagram().scene().edges())));
    }

    static CardFigure card(DiagramEditor editor, String key) {
        return (CardFigure) part(editor, key).getFigure();
    }

    static void select(DiagramEditor editor, EditPart part) {
        editor.viewer().select(part);
        settle();
    }

    static List<String> keys(DiagramEditor editor) {
        return editor.diagram().scene().items().stream().map(item -> item.key()).toList();
    }

    static List<String> edges(DiagramEditor editor) {
        return editor.diagram().scene().edges().stream().map(each -> each.key()).toList();
    }

    /** The middle of a figure's head, in the canvas. */
    static Point head(DiagramEditor editor, String key) {
        Rectangle box = card(editor, key).getBounds().getCopy();
        int height = Math.min(box.height, 40);
        Rectangle head = new Rectangle(box.x, box.y, box.width, height);
        card(editor, key).translateToAbsolute(head);
        return new Point(head.x + head.width / 2, head.y + head.height / 2);
    }

    static void mouse(DiagramEditor editor, int type, Point at, int button, int state) {
        Control canvas = editor.viewer().getControl();
        Event event = new Event();
        event.x = at.x;
        event.y = at.y;
        event.button = button;
        event.stateMask = state;
        event.count = 1;
        event.widget = canvas;
        canvas.notifyListeners(type, event);
        settle();
    }

    static void click(DiagramEditor editor, Point at) {
        mouse(editor, SWT.MouseMove, at, 0, 0);
        mouse(editor, SWT.MouseDown, at, 1, 0);
        mouse(editor, SWT.MouseUp, at, 1, SWT.BUTTON1);
    }

    static void drag(DiagramEditor editor, Point from, Point to) {
        mouse(editor, SWT.MouseMove, from, 0, 0);
        mouse(editor, SWT.MouseDown, from, 1, 0);
        for (int i = 1; i <= 8; i++) {
            Point between = new Point(from.x + (to.x - from.x) * i / 8, from.y + (to.y - from.y) * i / 8);
            mouse(editor, SWT.MouseMove, between, 0, SWT.BUTTON1);
        }
        mouse(editor, SWT.MouseUp, to, 1, SWT.BUTTON1);
    }

    /** Draws what a button of the palette says. */
    static void create(DiagramEditor editor, String tool, Point at) {
        choose(editor, tool);
        click(editor, at);
    }

    /** Draws a line that a button of the palette says. */
    static void connect(DiagramEditor editor, String tool, Point from, Point to) {
        choose(editor, tool);
        click(editor, from);
        mouse(editor, SWT.MouseMove, to, 0, 0);
        click(editor, to);
    }

    private static void choose(DiagramEditor editor, String tool) {
        Button button = button(editor.viewer().getControl().getParent().getParent(), tool);
        assertNotNull(button, "no tool " + tool);
        button.forceFocus();
        button.setSelection(true);
        button.notifyListeners(SWT.Selection, new Event());
        settle();
    }

    private static Button button(Composite around, String label) {
        for (Control child : around.getChildren()) {
            Button found = null;
            if (child instanceof Button button && label.equals(button.getData())) {
                found = button;
            } else if (child instanceof Composite inner) {
                found = button(inner, label);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static String text(DiagramEditor editor) {
        return editor.document().document().get();
    }

    static void undo(DiagramEditor editor) {
        editor.domain().getCommandStack().undo();
        settle();
        editor.document().refresh();
    }

    static void redo(DiagramEditor editor) {
        editor.domain().getCommandStack().redo();
        settle();
        editor.document().refresh();
    }

    static void delete(DiagramEditor editor, EditPart part) {
        GroupRequest request = new GroupRequest(RequestConstants.REQ_DELETE);
        request.setEditParts(part);
        editor.domain().getCommandStack().execute(part.getCommand(request));
        settle();
    }

    /** Presses a key in the canvas. */
    static void press(DiagramEditor editor, int keyCode, char character, int state) {
        Event event = new Event();
        event.keyCode = keyCode;
        event.character = character;
        event.stateMask = state;
        event.widget = editor.viewer().getControl();
        editor.viewer().getControl().notifyListeners(SWT.KeyDown, event);
        editor.viewer().getControl().notifyListeners(SWT.KeyUp, event);
        settle();
    }

    /** Chooses from the canvas' context menu. */
    static void menu(DiagramEditor editor, String label) {
        Menu menu = editor.viewer()
                .getContextMenu()
                .createContextMenu(editor.viewer().getControl());
        menu.notifyListeners(SWT.Show, new Event());
        MenuItem found = Stream.of(menu.getItems())
                .filter(item -> item.getText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + label + " in "
                        + Stream.of(menu.getItems()).map(MenuItem::getText).toList()));
        found.notifyListeners(SWT.Selection, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        settle();
    }

    /** What differs between two texts: lines that went with a minus, lines that came with a plus. */
    static String diff(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                text.append("-").append(old.get(i++)).append("\n");
            } else {
                text.append("+").append(now.get(j++)).append("\n");
            }
        }
        return text.toString();
    }

    /** Chooses the workbench's theme and waits until an editor follows. */
    static void theme(DiagramEditor editor, String name) {
        boolean dark = name.equals("dark");
        PlatformUI.getWorkbench()
                .getService(IThemeEngine.class)
                .setTheme("org.eclipse.e4.ui.css.theme.e4_" + (dark ? "dark" : "default"), false);
        waitUntil("the diagram is " + name, () -> editor.diagram().look().dark() == dark);
        settle();
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
        loader.data = new ImageData[] {image.getImageData(shell.getMonitor().getZoom())};
        image.dispose();
        try (var out = Files.newOutputStream(pictures().resolve(name + ".png"))) {
            loader.save(out, SWT.IMAGE_PNG);
        }
    }

    static Path pictures() throws IOException {
        Path folder = Path.of(System.getProperty("memwright.screenshots", "target/screenshots"));
        return Files.createDirectories(folder);
    }

    /** Text on text, and text beyond its card, is a defect in every diagram. */
    static void assertReadable(DiagramEditor editor) {
        List<Rectangle> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Object each : editor.viewer().getEditPartRegistry().values()) {
            if (each instanceof ItemPart part && part.getFigure() instanceof CardFigure card) {
                List<Rectangle> areas = card.textAreas();
                for (int i = 0; i < areas.size(); i++) {
                    Rectangle area = areas.get(i);
                    String text = part.item() + " '" + card.texts().get(i) + "'";
                    if (!card.getBounds().contains(area)) {
                        fail("clipped: " + text + " at " + area + " in " + card.getBounds());
                    }
                    all.add(area);
                    names.add(text);
                }
            } else if (each instanceof EdgePart part
                    && part.way().isVisible()
                    && !part.way().label().isEmpty()) {
                all.add(part.way().labelBounds());
                names.add(part.edge() + " '" + part.way().label() + "'");
            }
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (all.get(i).intersects(all.get(j))) {
                    fail("overlapping: " + names.get(i) + " " + all.get(i) + " and " + names.get(j) + " " + all.get(j));
                }
            }
        }
    }
}

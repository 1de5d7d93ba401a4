/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.gef.KeyHandler;
import org.eclipse.gef.KeyStroke;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.memwright.edit.AddDatum;
import org.memwright.edit.AddDeclaration;
import org.memwright.edit.Names;
import org.memwright.model.Task;
import org.memwright.model.TaskNode;
import org.memwright.ui.diagram.part.Gestures;
import org.memwright.ui.diagram.part.ItemPart;
import org.memwright.ui.diagram.scene.Drawing;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;
import org.memwright.ui.diagram.scene.Placement;
import org.memwright.ui.diagram.scene.Sizes;
import org.memwright.ui.diagram.scene.TaskTrees;
import org.memwright.ui.diagram.scene.TreeLayout;

/** Draws a task as the tree of its steps with what waits for what over it, edits it, and replays how it went in a run. */
public final class TaskEditor extends DiagramEditor {
    /** The editor's id in the workbench. */
    public static final String ID = "org.memwright.ui.diagram.task";

    private static final int MOVE = SWT.MOD2 | SWT.MOD3;
    private static final int TICK_MILLIS = 50;
    private static final int SLIDER = 1000;

    /** A replay takes this long, however long the run took. */
    private static final double REPLAY_SECONDS = 12;

    private Combo taskChoice;
    private String chosenTask;
    private Scale slider;
    private Label time;
    private ToolItem play;
    private Recording recording;
    private boolean playing;

    @Override
    List<Toolbox.Entry> tools() {
        return List.of(
                Toolbox.Entry.item(Kind.STEP, "Step", "Click on the step or task that is to contain the new step"),
                Toolbox.Entry.line(Kind.AFTER, "After", "Draw from a step to the step that waits for it"),
                Toolbox.Entry.line(Kind.USES, "Uses", "Draw from a step to the step that uses its output"));
    }

    @Override
    void createHead(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(parent);
        taskChoice = choice(parent, "Task", () -> {
            chosenTask = taskChoice.getText();
            redraw();
        });
    }

    @Override
    void createFoot(Composite parent) {
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .margins(8, 2)
                .spacing(8, 0)
                .applyTo(parent);
        ToolBar bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        ToolItem open = new ToolItem(bar, SWT.PUSH);
        open.setImage(resources().create(Toolbox.icon("recording")));
        open.setText("Recording…");
        open.setToolTipText("Open a recorded run: one line per change of a step, with step, status and time");
        open.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> openRecording()));
        play = new ToolItem(bar, SWT.CHECK);
        play.setImage(resources().create(Toolbox.icon("play")));
        play.setToolTipText("Replay");
        play.setEnabled(false);
        play.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> setPlaying(play.getSelection())));
        slider = new Scale(parent, SWT.HORIZONTAL);
        slider.setMaximum(SLIDER);
        slider.setEnabled(false);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(slider);
        slider.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> showTime()));
        time = new Label(parent, SWT.RIGHT);
        time.setText("0000.000 s");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(time.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 16, SWT.DEFAULT)
                .applyTo(time);
        time.setText("");
    }

    private void openRecording() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.jsonl", "*.*"});
        String chosen = dialog.open();
        if (chosen != null) {
            try {
                replay(Recording.read(Path.of(chosen)));
            } catch (IOException e) {
                MessageDialog.openError(getSite().getShell(), "Recording", e.getMessage());
            }
        }
    }

    /** Shows a recorded run, at its end; the slider goes to any other time. */
    public void replay(Recording newRecording) {
        recording = newRecording;
        slider.setEnabled(true);
        play.setEnabled(true);
        slider.setSelection(SLIDER);
        showTime();
    }

    /** Shows the recorded run as it was at a time. */
    public void showTime(double seconds) {
        double end = recording.end();
        slider.setSelection(end == 0 ? 0 : (int) Math.round(seconds / end * SLIDER));
        showTime();
    }

    private void showTime() {
        double seconds = recording.end() * slider.getSelection() / SLIDER;
        clear();
        recording.at(seconds).forEach(this::showStatus);
        time.setText(String.format(Locale.ROOT, "%.3f s", seconds));
        layOut();
    }

    private void setPlaying(boolean on) {
        playing = on;
        if (on) {
            if (slider.getSelection() >= SLIDER) {
                slider.setSelection(0);
            }
            tick();
        }
    }

    private void tick() {
        if (!playing || slider.isDisposed()) {
            return;
        }
        slider.setSelection(slider.getSelection() + (int) Math.ceil(SLIDER * TICK_MILLIS / (REPLAY_SECONDS * 1000)));
        showTime();
        if (slider.getSelection() >= SLIDER) {
            playing = false;
            play.setSelection(false);
        } else {
            slider.getDisplay().timerExec(TICK_MILLIS, this::tick);
        }
    }

    @Override
    Optional<Drawing> draw() {
        List<Task> tasks = TaskTrees.tasks(document().module());
        List<String> names = tasks.stream().map(Task::getName).toList();
        if (!List.of(taskChoice.getItems()).equals(names)) {
            taskChoice.setItems(names.toArray(String[]::new));
        }
        taskChoice.setEnabled(names.size() > 1);
        if (tasks.isEmpty()) {
            return Optional.empty();
        }
        int index = names.indexOf(chosenTask);
        Task shown = tasks.get(Math.max(0, index));
        chosenTask = shown.getName();
        taskChoice.setText(shown.getName());
        return Optional.of(TaskTrees.draw(document().module(), shown));
    }

    @Override
    String nothing() {
        return "There is no task here. Right-click to add one.";
    }

    @Override
    Placement place(Sizes sizes) {
        return TreeLayout.place(diagram().scene(), sizes, diagram()::isCollapsed);
    }

    @Override
    void addKeys(KeyHandler keys) {
        super.addKeys(keys);
        keys.put(KeyStroke.getPressed(SWT.INSERT, 0), action("Add Step", () -> step().ifPresent(this::addBehind)));
        keys.put(KeyStroke.getPressed(SWT.CR, SWT.CR, 0), action("Collapse", () -> item().ifPresent(this::toggle)));
        keys.put(KeyStroke.getPressed(SWT.ARROW_UP, MOVE), action("Move Up", () -> step().ifPresent(this::moveUp)));
        keys.put(
                KeyStroke.getPressed(SWT.ARROW_DOWN, MOVE),
                action("Move Down", () -> step().ifPresent(this::moveDown)));
        keys.put(KeyStroke.getPressed(SWT.ARROW_LEFT, MOVE), action("Move Out", () -> step().ifPresent(this::moveOut)));
        keys.put(KeyStroke.getPressed(SWT.ARROW_RIGHT, MOVE), action("Move In", () -> step().ifPresent(this::moveIn)));
    }

    private Optional<Item> item() {
        return selected().filter(ItemPart.class::isInstance).map(part -> ((ItemPart) part).item());
    }

    private Optional<Item> step() {
        return item().filter(item -> item.kind() == Kind.STEP);
    }

    @Override
    void fillMenu(IMenuManager menu) {
        MenuManager add = new MenuManager("Add");
        item().ifPresent(item -> {
            add.add(action(
                    "Step Inside",
                    () -> make(() -> Gestures.create(
                            diagram(), Kind.STEP, item, item.children().size()))));
            if (item.kind() == Kind.STEP) {
                add.add(action("Step Behind\tInsert", () -> addBehind(item)));
            }
            add.add(action("Input", () -> addDatum(item, false)));
            add.add(action("Output", () -> addDatum(item, true)));
        });
        add.add(action("Task", () -> {
            String name = Names.free(document().module(), "Task");
            if (diagram().make(() -> AddDeclaration.task(document().module(), name, "What is to be reached"))) {
                chosenTask = name;
                redraw();
            }
        }));
        menu.add(add);
        step().ifPresent(item -> {
            menu.add(action("Move Up\tShift+Alt+Up", () -> moveUp(item)));
            menu.add(action("Move Down\tShift+Alt+Down", () -> moveDown(item)));
            menu.add(action("Move In\tShift+Alt+Right", () -> moveIn(item)));
            menu.add(action("Move Out\tShift+Alt+Left", () -> moveOut(item)));
        });
        menu.add(new Separator());
        item().filter(item -> !item.children().isEmpty())
                .ifPresent(item -> menu.add(
                        action((diagram().isCollapsed(item) ? "Expand" : "Collapse") + "\tEnter", () -> toggle(item))));
        menu.add(action("Collapse All", () -> diagram().setAllCollapsed(true)));
        menu.add(action("Expand All", () -> diagram().setAllCollapsed(false)));
    }

    private void addBehind(Item item) {
        make(() -> Gestures.create(diagram(), Kind.STEP, item.parent(), index(item) + 1));
    }

    private void addDatum(Item item, boolean output) {
        make(() -> {
            TaskNode node = (TaskNode) item.element();
            return new AddDatum(node, output, Names.free(node, output ? "result" : "input"));
        });
    }

    private void toggle(Item item) {
        if (!item.children().isEmpty()) {
            diagram().setCollapsed(item, !diagram().isCollapsed(item));
        }
    }

    private void moveUp(Item item) {
        move(item, item.parent(), index(item) - 1);
    }

    private void moveDown(Item item) {
        move(item, item.parent(), index(item) + 1);
    }

    /** Into the step above it, behind the steps there. */
    private void moveIn(Item item) {
        if (index(item) > 0) {
            Item above = item.parent().children().get(index(item) - 1);
            move(item, above, above.children().size());
        }
    }

    /** Out of the step that it is in, and behind that. */
    private void moveOut(Item item) {
        if (item.parent().kind() == Kind.STEP) {
            move(item, item.parent().parent(), index(item.parent()) + 1);
        }
    }

    private static int index(Item item) {
        return item.parent().children().indexOf(item);
    }

    private void move(Item item, Item into, int index) {
        int last = into.children().size() - (into == item.parent() ? 1 : 0);
        if (index >= 0 && index <= last) {
            make(() -> Gestures.move(diagram(), item, into, index));
        }
    }
}

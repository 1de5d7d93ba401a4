/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.memwright.profile.view.Frame;
import org.memwright.report.ReportFailure;
import org.memwright.report.archive.KeptRun;
import org.memwright.ui.profile.chart.FigureTable;
import org.memwright.ui.profile.chart.FigureTable.Cell;
import org.memwright.ui.profile.chart.FigureTable.Column;
import org.memwright.ui.profile.chart.FigureTable.Row;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.run.ExperimentRun;
import org.memwright.ui.run.RunListener;
import org.memwright.ui.run.RunService;
import org.memwright.units.Format;
import org.memwright.units.Nanos;

/** The runs that go on and those that are kept: open one, put two side by side, run one again, delete. */
public final class RunsView extends ViewPart {
    /** The view. */
    public static final String ID = "org.memwright.ui.profile.runs";

    private static final long REDRAW_NANOS = 400_000_000;

    private RunService service;
    private ShownProfile shown;
    private Composite page;
    private FigureTable<Object> table;
    private Action open;
    private Action again;
    private Action compare;
    private Action delete;
    private Action design;
    private long drawn;

    private final RunListener listener = new RunListener() {
        @Override
        public void started(ExperimentRun run) {
            refresh();
        }

        @Override
        public void watched(ExperimentRun run, Frame frame) {
            if (System.nanoTime() - drawn > REDRAW_NANOS) {
                refresh();
            }
        }

        @Override
        public void ended(ExperimentRun run) {
            refresh();
        }

        @Override
        public void deleted(KeptRun run) {
            refresh();
        }
    };

    private final ThemeChanges theme = new ThemeChanges(this::refresh);

    /** Projects come and go, and their runs with them. */
    private final IResourceChangeListener projects = event -> {
        IResourceDelta[] changed = event.getDelta().getAffectedChildren(IResourceDelta.ADDED | IResourceDelta.REMOVED);
        IResourceDelta[] opened = event.getDelta().getAffectedChildren(IResourceDelta.CHANGED);
        boolean matters = changed.length > 0;
        for (IResourceDelta delta : opened) {
            matters |= (delta.getFlags() & IResourceDelta.OPEN) != 0;
        }
        if (matters && !page.isDisposed()) {
            page.getDisplay().asyncExec(this::refresh);
        }
    };

    @Override
    public void createPartControl(Composite parent) {
        service = getSite().getService(RunService.class);
        shown = getSite().getService(ShownProfile.class);
        page = parent;
        parent.setLayout(new FillLayout());
        table = new FigureTable<>(
                parent,
                List.of(
                        new Column("Run", "", false),
                        new Column("Started", "", false),
                        new Column("Took", "On this machine", true),
                        new Column("Expected", "Expectations that hold, fail, or cannot be told", false),
                        new Column("Designs", "", false),
                        new Column("File", "", false),
                        new Column("Project", "", false),
                        new Column("Version", "Of Memwright", false)),
                true);
        actions();
        table.onSelect(of -> enable());
        table.onOpen(of -> open.run());
        service.addListener(listener);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(projects, IResourceChangeEvent.POST_CHANGE);
        refresh();
    }

    private void actions() {
        open = action("Show", "comparison", "Show the selected run in all profile views", () -> {
            List<KeptRun> runs = selected();
            if (!runs.isEmpty()) {
                shown.show(runs.getFirst());
                PartCommands.show(getSite(), ComparisonView.ID);
            }
        });
        compare = action("Put Side by Side", "compare", "Compare the two selected runs in all profile views", () -> {
            List<KeptRun> runs = selected();
            if (runs.size() == 2) {
                shown.compare(runs.getFirst(), runs.getLast());
                PartCommands.show(getSite(), ComparisonView.ID);
            }
        });
        design = action(
                "Compare Designs",
                "design",
                "Compare the text of the run with that of another, or with today's",
                () -> DesignComparison.open(getSite().getPage(), service, selected()));
        again = action(
                "Run Again",
                "again",
                "Run the same experiment once more, as its text is now",
                () -> selected().forEach(service::runAgain));
        delete = action("Delete", "delete", "Delete the selected runs from the disk", () -> delete(selected()));
        IActionBars bars = getViewSite().getActionBars();
        IToolBarManager tools = bars.getToolBarManager();
        var menu = new MenuManager();
        for (Action each : List.of(open, compare, design, again, delete)) {
            tools.add(each);
            menu.add(each);
        }
        menu.insertBefore(again.getId(), new Separator());
        bars.setGlobalActionHandler(ActionFactory.DELETE.getId(), delete);
        bars.updateActionBars();
        table.control().setMenu(menu.createContextMenu(table.control()));
        enable();
    }

    private static Action action(String name, String icon, String tip, Runnable what) {
        Action action = new Action(name, image(icon)) {
            @Override
            public void run() {
                what.run();
            }
        };
        action.setId("org.memwright.ui.profile." + icon);
        action.setToolTipText(tip);
        return action;
    }

    static ImageDescriptor image(String icon) {
        return ResourceLocator.imageDescriptorFromBundle(RunsView.class, "icons/" + icon + ".svg")
                .orElseThrow();
    }

    private void enable() {
        int count = selected().size();
        open.setEnabled(count == 1);
        compare.setEnabled(count == 2);
        design.setEnabled(count == 1 || count == 2);
        again.setEnabled(count > 0);
        delete.setEnabled(count > 0);
    }

    /** The kept runs among the selected rows. */
    private List<KeptRun> selected() {
        return table.selection().stream()
                .filter(KeptRun.class::isInstance)
                .map(KeptRun.class::cast)
                .toList();
    }

    /** Puts the two selected runs side by side, for who drives the view. */
    public Action compare() {
        return compare;
    }

    private void delete(List<KeptRun> runs) {
        String what = runs.size() == 1 ? runs.getFirst().label() : runs.size() + " runs";
        if (MessageDialog.openConfirm(
                getSite().getShell(), "Delete", "Delete " + what + " from the disk? There is no undo.")) {
            for (KeptRun run : runs) {
                try {
                    service.delete(run);
                } catch (ReportFailure e) {
                    MessageDialog.openError(getSite().getShell(), "Delete", e.getMessage());
                }
            }
        }
    }

    private void refresh() {
        if (table.control().isDisposed()) {
            return;
        }
        drawn = System.nanoTime();
        Ink ink = Ink.on(page);
        List<Object> selected = table.selection();
        List<Row<Object>> rows = new ArrayList<>();
        for (ExperimentRun run : service.going()) {
            rows.add(new Row<>(
                    run,
                    ink.good(),
                    List.of(
                            new Cell(run.experiment(), 0, null, true, 0, ""),
                            new Cell("running", 0, ink.good(), false, 0, ""),
                            new Cell(
                                    Format.percent(Math.floor(run.share() * 100) / 100),
                                    0,
                                    null,
                                    false,
                                    run.share(),
                                    ""),
                            Cell.text(""),
                            Cell.text(""),
                            Cell.text(run.file().getProjectRelativePath().toString()),
                            Cell.text(run.file().getProject().getName()),
                            Cell.text(""))));
        }
        for (KeptRun run : service.kept()) {
            rows.add(new Row<>(run, null, cells(run, ink)));
        }
        table.show(rows);
        table.selectAll(selected);
        enable();
    }

    private List<Cell> cells(KeptRun run, Ink ink) {
        Optional<IProject> project = service.project(run);
        boolean wrong = run.failed() > 0;
        return List.of(
                new Cell(run.label(), 0, null, true, 0, run.folder().toString()),
                Cell.text(ProfileView.day(run)),
                Cell.number(Nanos.format(run.elapsedNanos()), run.elapsedNanos()),
                new Cell(
                        verdicts(run),
                        0,
                        wrong ? ink.bad() : run.isComplete() ? run.passed() > 0 ? ink.good() : null : ink.open(),
                        false,
                        0,
                        ""),
                Cell.text(String.join(", ", run.columns())),
                Cell.text(run.file()),
                Cell.text(project.map(IProject::getName).orElse("")),
                Cell.text(run.version()));
    }

    private static String verdicts(KeptRun run) {
        List<String> parts = new ArrayList<>();
        if (!run.isComplete()) {
            parts.add(run.unfinished() + " of " + run.runs() + " without result");
        }
        if (run.passed() > 0) {
            parts.add("\u2713 " + run.passed());
        }
        if (run.failed() > 0) {
            parts.add("\u2717 " + run.failed());
        }
        if (run.undecided() > 0) {
            parts.add("? " + run.undecided());
        }
        return String.join("   ", parts);
    }

    /** The table, for who drives the view. */
    public FigureTable<Object> table() {
        return table;
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        service.removeListener(listener);
        theme.close();
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(projects);
        super.dispose();
    }
}

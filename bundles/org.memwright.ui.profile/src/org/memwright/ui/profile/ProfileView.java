/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.view.OpenRuns;
import org.memwright.profile.view.RunNotes;
import org.memwright.report.archive.KeptRun;
import org.memwright.runtime.RunSink.NoteKind;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.profile.chart.Legend;
import org.memwright.ui.run.RunHandler;

/**
 * A view of the shown profile: names the run, offers the points of the grid, draws anew when the profile, the point or the theme
 * changes, and only while it can be seen.
 */
public abstract class ProfileView extends ViewPart {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final Runnable listener = this::changed;
    private final ThemeChanges theme = new ThemeChanges(this::later);
    private ShownProfile shown;
    private Composite page;
    private Label title;
    private Label facts;
    private Combo points;
    private Link export;
    private Label notice;
    private Composite body;
    private Composite message;
    private Link text;
    private Composite content;
    private ExperimentProfile drawn;
    private Map<String, String> drawnPoint = Map.of();
    private boolean stale = true;

    private final IPartListener2 visibility = new IPartListener2() {
        @Override
        public void partVisible(IWorkbenchPartReference part) {
            if (part.getPart(false) == ProfileView.this) {
                changed();
            }
        }
    };

    /** Builds what the view shows; leaves the parent empty where the profile has nothing for it. */
    protected abstract void build(Composite parent, Ink ink, ExperimentProfile profile);

    /** Says why there is nothing to show. */
    protected abstract String nothing();

    /** Shows which design is selected. */
    protected void selected(String column, Map<String, String> point) {}

    /** Whether the view shows one point of the grid at a time. */
    protected boolean isOfOnePoint() {
        return true;
    }

    @Override
    public void createPartControl(Composite parent) {
        shown = getSite().getService(ShownProfile.class);
        page = parent;
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        heading(parent);
        body = new Composite(parent, SWT.NONE);
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.setLayout(new StackLayout());
        message = new Composite(body, SWT.NONE);
        GridLayout centre = new GridLayout(1, false);
        centre.marginWidth = 16;
        centre.marginHeight = 12;
        message.setLayout(centre);
        text = new Link(message, SWT.WRAP);
        text.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        text.addListener(SWT.Selection, e -> PartCommands.execute(getSite(), RunHandler.COMMAND));
        shown.addListener(listener);
        getSite().getPage().addPartListener(visibility);
        later();
    }

    private void heading(Composite parent) {
        var head = new Composite(parent, SWT.NONE);
        head.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 10;
        layout.marginHeight = 4;
        head.setLayout(layout);
        title = new Label(head, SWT.NONE);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), title);
        title.setFont(resources.create(
                FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD)));
        facts = new Label(head, SWT.NONE);
        facts.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        points = new Combo(head, SWT.READ_ONLY | SWT.DROP_DOWN);
        points.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        points.setToolTipText("Point of the grid");
        points.addListener(
                SWT.Selection,
                e -> shown.profile()
                        .ifPresent(p -> shown.select(shown.column(), p.points().get(points.getSelectionIndex()))));
        export = new Link(head, SWT.NONE);
        export.setText("<a>Export report...</a>");
        export.setToolTipText("Write report.html, profile.json, trace.json and junit.xml into a folder");
        export.addListener(SWT.Selection, e -> ReportExport.open(getSite().getShell(), shown));
        notice = new Label(head, SWT.WRAP);
        notice.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false, 4, 1));
    }

    /** What all views show. */
    protected final ShownProfile shown() {
        return shown;
    }

    /** The colour of a column. */
    protected static int index(ExperimentProfile profile, String column) {
        return Math.max(0, profile.columns().indexOf(column));
    }

    /** What the colours of the columns mean. */
    protected static Legend legend(Composite parent, Ink ink, ExperimentProfile profile, List<String> columns) {
        Legend legend = new Legend(
                parent,
                ink,
                columns.stream()
                        .map(column -> new Legend.Entry(column, ink.column(index(profile, column))))
                        .toList());
        legend.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        return legend;
    }

    /** Columns of widgets without margins. */
    protected static GridLayout plain(int columns) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 6;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        return layout;
    }

    /** Takes all room there is. */
    protected static <C extends Control> C filling(C control) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return control;
    }

    /** A day and time for people. */
    static String day(KeptRun run) {
        return DAY.format(run.started());
    }

    private void later() {
        stale = true;
        if (!page.isDisposed()) {
            page.getDisplay().asyncExec(this::changed);
        }
    }

    private void changed() {
        if (page.isDisposed() || !getSite().getPage().isPartVisible(this)) {
            return;
        }
        ExperimentProfile profile = shown.profile().orElse(null);
        boolean moved = isOfOnePoint() && !shown.point().equals(drawnPoint);
        if (stale || profile != drawn || moved) {
            stale = false;
            drawn = profile;
            drawnPoint = shown.point();
            draw(Optional.ofNullable(profile));
        }
        if (profile != null && content != null) {
            selected(shown.column(), shown.point());
        }
    }

    private void draw(Optional<ExperimentProfile> profile) {
        page.setRedraw(false);
        if (content != null) {
            content.dispose();
            content = null;
        }
        Ink ink = Ink.on(page);
        name(profile, ink);
        profile.ifPresent(p -> {
            content = new Composite(body, SWT.NONE);
            content.setBackground(ink.paper());
            content.setLayout(new FillLayout());
            build(content, ink, p);
        });
        boolean filled = content != null && content.getChildren().length > 0;
        if (!filled) {
            text.setText(
                    profile.isEmpty()
                            ? "Nothing has run yet. <a>Run an experiment</a> (Ctrl+F11) of the design in the editor,"
                                    + " or open a kept run in the Runs view."
                            : nothing());
        }
        ((StackLayout) body.getLayout()).topControl = filled ? content : message;
        page.layout(true, true);
        body.layout(true, true);
        page.setRedraw(true);
    }

    private void name(Optional<ExperimentProfile> profile, Ink ink) {
        List<KeptRun> runs = shown.runs();
        title.setText(runs.stream().map(KeptRun::label).collect(Collectors.joining(" beside ")));
        title.setForeground(ink.text());
        facts.setText(runs.stream()
                .map(run -> run.file() + ", " + day(run))
                .distinct()
                .collect(Collectors.joining("  |  "))
                .replace("&", "&&"));
        facts.setForeground(ink.soft());
        export.setLinkForeground(ink.column(0));
        text.setLinkForeground(ink.column(0));
        List<Map<String, String>> all = profile.map(ExperimentProfile::points).orElse(List.of());
        boolean choice = isOfOnePoint() && all.size() > 1;
        points.setVisible(choice);
        ((GridData) points.getLayoutData()).exclude = !choice;
        if (choice) {
            points.setItems(all.stream().map(ExperimentProfile::label).toArray(String[]::new));
            points.select(all.indexOf(shown.point()));
        }
        String warning = profile.map(ProfileView::warning).orElse("");
        notice.setText(warning.replace("&", "&&"));
        notice.setForeground(ink.open());
        notice.setVisible(!warning.isEmpty());
        ((GridData) notice.getLayoutData()).exclude = warning.isEmpty();
        title.getParent().setVisible(!runs.isEmpty());
        ((GridData) title.getParent().getLayoutData()).exclude = runs.isEmpty();
    }

    /** What a reader of any figure must know. */
    private static String warning(ExperimentProfile profile) {
        Stream<String> open = OpenRuns.of(profile).stream().map(runs -> runs.subject() + " " + runs.reason());
        Stream<String> warnings = RunNotes.of(profile).of(NoteKind.WARNING).stream()
                .map(entry ->
                        (entry.columns().isEmpty() ? "" : String.join(", ", entry.columns()) + ": ") + entry.text());
        return Stream.concat(open, warnings).collect(Collectors.joining("\n"));
    }

    @Override
    public void setFocus() {
        if (!body.setFocus()) {
            page.setFocus();
        }
    }

    @Override
    public void dispose() {
        if (shown != null) {
            shown.removeListener(listener);
            getSite().getPage().removePartListener(visibility);
        }
        theme.close();
        super.dispose();
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.part.ViewPart;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.view.Frame;
import org.memwright.report.archive.KeptRun;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.run.ExperimentRun;
import org.memwright.ui.run.RunListener;
import org.memwright.ui.run.RunService;
import org.memwright.units.Nanos;

/** Memories as they fill: live while a run goes on, and replayed with a slider afterwards, here and in the open diagrams. */
public final class ReplayView extends ViewPart {
    /** The view. */
    public static final String ID = "org.memwright.ui.profile.replay";

    private static final int STEPS = 1000;
    private static final int TICK_MILLIS = 50;

    /** A replay takes so many ticks: twenty seconds. */
    private static final int TICKS = 400;

    private RunService service;
    private ShownProfile shown;
    private Composite page;
    private Composite controls;
    private Combo column;
    private Button play;
    private Scale slider;
    private Label time;
    private Gauges gauges;
    private boolean playing;
    private Optional<ExperimentRun> live = Optional.empty();
    private RunProfile replayed;

    private final Runnable changes = this::changed;
    private final ThemeChanges theme = new ThemeChanges(this::recolour);

    private final RunListener listener = new RunListener() {
        @Override
        public void started(ExperimentRun run) {
            live = Optional.of(run);
            playing = false;
            gauges.say("Running " + run.experiment() + " ...");
            head();
        }

        @Override
        public void watched(ExperimentRun run, Frame frame) {
            if (!page.isDisposed()) {
                live = Optional.of(run);
                gauges.show(frame);
                time.setText("live: " + name(frame) + " at " + Nanos.format(frame.nanos()));
                head();
            }
        }

        @Override
        public void ended(ExperimentRun run) {
            live = Optional.empty();
            if (!page.isDisposed()) {
                replayed = null;
                changed();
            }
        }
    };

    @Override
    public void createPartControl(Composite parent) {
        service = getSite().getService(RunService.class);
        shown = getSite().getService(ShownProfile.class);
        page = parent;
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 8;
        layout.marginHeight = 4;
        layout.verticalSpacing = 2;
        parent.setLayout(layout);
        controls = new Composite(parent, SWT.NONE);
        controls.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        GridLayout row = new GridLayout(4, false);
        row.marginWidth = 0;
        row.marginHeight = 0;
        controls.setLayout(row);
        column = new Combo(controls, SWT.READ_ONLY | SWT.DROP_DOWN);
        column.setToolTipText("Design");
        column.addListener(SWT.Selection, e -> shown.select(column.getText(), shown.point()));
        play = new Button(controls, SWT.PUSH);
        play.setText("Play");
        play.setToolTipText("Replay the run in twenty seconds");
        play.addListener(SWT.Selection, e -> play());
        slider = new Scale(controls, SWT.HORIZONTAL);
        slider.setMaximum(STEPS);
        slider.setIncrement(STEPS / 200);
        slider.setPageIncrement(STEPS / 20);
        slider.setToolTipText("Time of the run");
        slider.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        slider.addListener(SWT.Selection, e -> replay());
        time = new Label(controls, SWT.RIGHT);
        GridData wide = new GridData(SWT.END, SWT.CENTER, false, false);
        time.setLayoutData(wide);
        gauges = new Gauges(parent);
        gauges.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        service.addListener(listener);
        shown.addListener(changes);
        live = service.going().stream().findFirst();
        changed();
    }

    private void changed() {
        if (page.isDisposed()) {
            return;
        }
        ExperimentProfile profile = shown.profile().orElse(null);
        if (profile == null) {
            replayed = null;
            if (live.isEmpty()) {
                gauges.say("Nothing has run yet. While an experiment runs (Ctrl+F11), its memories fill here and in the"
                        + " diagram; afterwards a slider replays it.");
            }
            head();
            return;
        }
        List<String> columns = profile.columns().stream()
                .filter(each -> profile.shown(each, shown.point()).isPresent())
                .toList();
        column.setItems(columns.toArray(String[]::new));
        column.select(columns.indexOf(shown.column()));
        RunProfile run = shown.run().orElse(null);
        if (run != replayed) {
            replayed = run;
            if (run == null || run.series().isEmpty()) {
                gauges.say("This design reports nothing over time.");
            } else {
                // Where most is to be seen: towards the end memories are as full as they get.
                slider.setSelection(STEPS / 2);
                if (live.isEmpty()) {
                    replay();
                }
            }
        }
        head();
    }

    private void head() {
        if (page.isDisposed()) {
            return;
        }
        boolean replaying = live.isEmpty() && replayed != null;
        for (var control : List.of(column, play, slider)) {
            control.setEnabled(replaying);
        }
        controls.setVisible(live.isPresent() || replayed != null);
        ((GridData) controls.getLayoutData()).exclude = !controls.getVisible();
        play.setText(playing ? "Pause" : "Play");
        Ink ink = Ink.on(page);
        play.setForeground(ink.text());
        time.setForeground(ink.text());
        page.layout(true, true);
    }

    private void recolour() {
        if (!page.isDisposed()) {
            head();
            gauges.redraw();
        }
    }

    private void play() {
        playing = !playing;
        if (playing && slider.getSelection() >= STEPS) {
            slider.setSelection(0);
        }
        head();
        tick();
    }

    private void tick() {
        if (page.isDisposed() || !playing || live.isPresent()) {
            return;
        }
        slider.setSelection(slider.getSelection() + Math.max(1, STEPS / TICKS));
        replay();
        if (slider.getSelection() >= STEPS) {
            playing = false;
            head();
        } else {
            page.getDisplay().timerExec(TICK_MILLIS, this::tick);
        }
    }

    /** Shows the moment that the slider is at, here and in the diagrams. */
    private void replay() {
        if (replayed == null || live.isPresent()) {
            return;
        }
        long end = replayed.endNanos();
        long at = (long) ((double) end * slider.getSelection() / STEPS);
        Frame frame = Frame.at(replayed, at, end / 100);
        gauges.show(frame);
        time.setText(Nanos.format(at) + " of " + Nanos.format(end));
        controls.layout(true, true);
        shown.project().ifPresent(project -> service.diagrams().show(project, frame));
    }

    private static String name(Frame frame) {
        String point = ExperimentProfile.label(frame.point());
        return frame.column() + (point.isEmpty() ? "" : " at " + point);
    }

    /** The slider, for who drives the view. */
    public Scale slider() {
        return slider;
    }

    /** What is shown, for who drives the view. */
    public Optional<Frame> frame() {
        return gauges.frame();
    }

    @Override
    public void setFocus() {
        if (!slider.isEnabled() || !slider.setFocus()) {
            gauges.setFocus();
        }
    }

    @Override
    public void dispose() {
        service.removeListener(listener);
        shown.removeListener(changes);
        theme.close();
        playing = false;
        for (KeptRun run : shown.runs()) {
            Optional<IProject> project = service.project(run);
            project.ifPresent(service.diagrams()::clear);
        }
        super.dispose();
    }
}

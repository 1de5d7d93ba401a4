/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.profile.SideBySide;
import org.memwright.report.ReportFailure;
import org.memwright.report.archive.KeptRun;
import org.memwright.report.archive.RunArchive;
import org.memwright.ui.run.ExperimentRun;
import org.memwright.ui.run.RunListener;
import org.memwright.ui.run.RunService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What all profile views show: a kept run or two of them side by side, and the design and point of the grid that is selected.
 *
 * <p>Belongs to the display's thread; profiles are read in the background.
 */
@Component(service = ShownProfile.class)
public final class ShownProfile {
    private final RunService service;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<KeptRun> runs = List.of();
    private ExperimentProfile profile;
    private String column = "";
    private Map<String, String> point = Map.of();
    private int asked;

    /** Shows the newest run that is kept, and from then on every run as it ends. */
    @Activate
    public ShownProfile(@Reference RunService service) {
        this.service = service;
        service.addListener(new RunListener() {
            @Override
            public void ended(ExperimentRun run) {
                run.kept().ifPresent(ShownProfile.this::show);
            }

            @Override
            public void deleted(KeptRun run) {
                if (runs.contains(run)) {
                    shown(List.of(), null);
                }
            }
        });
        service.kept().stream().findFirst().ifPresent(this::show);
    }

    /** Shows a run. */
    public void show(KeptRun run) {
        read(List.of(run));
    }

    /** Shows two runs side by side, the older one first. */
    public void compare(KeptRun one, KeptRun other) {
        read(one.started().isAfter(other.started()) ? List.of(other, one) : List.of(one, other));
    }

    private void read(List<KeptRun> wanted) {
        int request = ++asked;
        Display display = PlatformUI.getWorkbench().getDisplay();
        ICoreRunnable reading = monitor -> {
            try {
                ExperimentProfile read = profile(wanted);
                display.asyncExec(() -> {
                    if (request == asked) { // the last one asked for is shown, however long the others take
                        shown(wanted, read);
                    }
                });
            } catch (ReportFailure e) {
                if (wanted.stream().anyMatch(run -> !Files.exists(run.folder()))) {
                    return; // deleted meanwhile
                }
                StatusManager.getManager()
                        .handle(Status.warning(e.getMessage(), e), StatusManager.LOG | StatusManager.SHOW);
            }
        };
        Job job = Job.createSystem("Read a profile", reading);
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    private static ExperimentProfile profile(List<KeptRun> wanted) throws ReportFailure {
        ExperimentProfile first = RunArchive.profile(wanted.getFirst());
        if (wanted.size() == 1) {
            return first;
        }
        KeptRun one = wanted.getFirst();
        KeptRun other = wanted.getLast();
        boolean sameNumber = one.number() == other.number();
        return SideBySide.of(
                sameNumber ? one.label() : "#" + one.number(),
                first,
                sameNumber ? other.label() + "'" : "#" + other.number(),
                RunArchive.profile(other));
    }

    private void shown(List<KeptRun> of, ExperimentProfile read) {
        runs = of;
        profile = read;
        if (read != null) {
            if (!read.columns().contains(column)) {
                column = read.columns().isEmpty() ? "" : read.columns().getFirst();
            }
            if (!read.points().contains(point)) {
                point = read.points().isEmpty() ? Map.of() : read.points().getFirst();
            }
        }
        changed();
    }

    /** Selects a design at a point of the grid. */
    public void select(String otherColumn, Map<String, String> otherPoint) {
        if (!otherColumn.equals(column) || !otherPoint.equals(point)) {
            column = otherColumn;
            point = new LinkedHashMap<>(otherPoint);
            changed();
        }
    }

    /** The runs shown: none, one, or two side by side. */
    public List<KeptRun> runs() {
        return runs;
    }

    /** The profile shown; empty before the first run. */
    public Optional<ExperimentProfile> profile() {
        return Optional.ofNullable(profile);
    }

    /** The selected design. */
    public String column() {
        return column;
    }

    /** The selected point of the grid; empty without {@code vary}. */
    public Map<String, String> point() {
        return point;
    }

    /** The run of the selected design at the selected point, if it has something to show. */
    public Optional<RunProfile> run() {
        return profile().flatMap(p -> p.shown(column, point));
    }

    /** The project of the newer of the runs shown. */
    public Optional<IProject> project() {
        return runs.isEmpty() ? Optional.empty() : service.project(runs.getLast());
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}

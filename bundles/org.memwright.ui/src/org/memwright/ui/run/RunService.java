/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.memwright.lang.Project;
import org.memwright.model.Declaration;
import org.memwright.model.Module;
import org.memwright.report.ReportFailure;
import org.memwright.report.archive.KeptRun;
import org.memwright.report.archive.RunArchive;
import org.memwright.ui.LanguageService;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The workbench's one door to running: begins runs, stops them, knows those that are kept. */
@Component(service = RunService.class)
public final class RunService {
    /** The family that all runs belong to. */
    public static final Object FAMILY = RunService.class;

    /** About ten frames a second: what an eye follows, and no load for the machine that runs. */
    private static final int FRAME_MILLIS = 100;

    private final LanguageService language;
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final List<ExperimentRun> going = new CopyOnWriteArrayList<>();
    private final DiagramFeed diagrams = new DiagramFeed();
    private boolean ticking;

    @Activate
    public RunService(@Reference LanguageService language) {
        this.language = language;
    }

    /**
     * Begins a run of what is on disk.
     *
     * @param file that the experiment stands in
     * @param experiment its name, simple or qualified
     */
    public ExperimentRun run(IFile file, String experiment) {
        Version version = FrameworkUtil.getBundle(RunService.class).getVersion();
        var run = new ExperimentRun(
                file,
                experiment.substring(experiment.lastIndexOf('.') + 1),
                language.language(),
                version.getMajor() + "." + version.getMinor() + "." + version.getMicro());
        going.add(run);
        run.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                inDisplay(() -> ended(run));
            }
        });
        run.schedule();
        inDisplay(() -> {
            tell(listener -> listener.started(run));
            tick();
        });
        return run;
    }

    /** Runs a kept run's experiment once more, as its text is now. */
    public Optional<ExperimentRun> runAgain(KeptRun kept) {
        return project(kept)
                .map(project -> project.getFile(IPath.fromPortableString(kept.file())))
                .filter(IResource::exists)
                .map(file -> run(file, kept.name()));
    }

    /** Stops all runs; what they did until then is kept. */
    public void stop() {
        going.forEach(ExperimentRun::cancel);
    }

    /** The runs that go on. */
    public List<ExperimentRun> going() {
        return List.copyOf(going);
    }

    /** The kept runs of all open projects, the newest first. */
    public List<KeptRun> kept() {
        List<KeptRun> kept = new ArrayList<>();
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            kept.addAll(kept(project));
        }
        kept.sort(Comparator.comparing(KeptRun::started).reversed());
        return kept;
    }

    /** The kept runs of a project, the newest first. */
    public List<KeptRun> kept(IProject project) {
        if (!project.isAccessible() || project.getLocation() == null) {
            return List.of();
        }
        try {
            return new RunArchive(project.getLocation().toPath()).runs();
        } catch (ReportFailure e) {
            ILog.of(RunService.class).warn(e.getMessage(), e);
            return List.of();
        }
    }

    /** The newest run of every experiment, the newest first: what a person may want to run again. */
    public List<KeptRun> history(int most) {
        Set<String> seen = new LinkedHashSet<>();
        return kept().stream()
                .filter(run -> project(run).isPresent())
                .filter(run -> seen.add(project(run).get().getName() + "/" + run.file() + "/" + run.experiment()))
                .limit(most)
                .toList();
    }

    /** The project that keeps a run; empty once it is closed or gone. */
    public Optional<IProject> project(KeptRun kept) {
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (project.isAccessible() && project.getLocation() != null) {
                Path folder = project.getLocation().toPath();
                if (kept.folder().startsWith(folder.toAbsolutePath().normalize().resolve(RunArchive.RUNS))) {
                    return Optional.of(project);
                }
            }
        }
        return Optional.empty();
    }

    /** Deletes a kept run. */
    public void delete(KeptRun kept) throws ReportFailure {
        RunArchive.delete(kept);
        inDisplay(() -> tell(listener -> listener.deleted(kept)));
    }

    public void addListener(RunListener listener) {
        listeners.add(listener);
    }

    public void removeListener(RunListener listener) {
        listeners.remove(listener);
    }

    /** What diagrams show of a moment, while a run goes on or when it is replayed. */
    public DiagramFeed diagrams() {
        return diagrams;
    }

    /** What may be run in a file, folder or project. */
    public List<RunTarget> targets(IResource resource) throws CoreException {
        return RunTarget.of(resource, language.language());
    }

    /**
     * Shows where something is declared; nothing where no file of the project declares it.
     *
     * @param name qualified, such as {@code shootout.H2O}
     * @param activate whether the keyboard's focus goes there
     */
    public void reveal(IWorkbenchPage page, IProject project, String name, boolean activate) {
        ICoreRunnable looking = monitor -> {
            Path folder = project.getLocation().toPath();
            Project designs = Project.load(language.language(), folder);
            for (Declaration declaration : designs.declarations(Declaration.class)) {
                INode node = NodeModelUtils.getNode(declaration);
                if (node != null && name.equals(qualifiedName(declaration))) {
                    Path path = Path.of(declaration.eResource().getURI().toFileString());
                    IFile file = project.getFile(IPath.fromPath(folder.relativize(path)));
                    inDisplay(() -> Places.open(page, file, node.getStartLine(), 1, activate));
                    return;
                }
            }
        };
        Job job = Job.createSystem("Look for " + name, looking);
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    private static String qualifiedName(Declaration declaration) {
        return declaration.eContainer() instanceof Module module && module.getName() != null
                ? module.getName() + "." + declaration.getName()
                : declaration.getName();
    }

    private void ended(ExperimentRun run) {
        going.remove(run);
        tell(listener -> listener.ended(run));
    }

    private void tick() {
        if (!ticking) {
            ticking = true;
            Display.getCurrent().timerExec(FRAME_MILLIS, this::draw);
        }
    }

    private void draw() {
        ticking = false;
        for (ExperimentRun run : going) {
            run.frame().ifPresent(frame -> {
                diagrams.show(run.file().getProject(), frame);
                tell(listener -> listener.watched(run, frame));
            });
        }
        if (!going.isEmpty()) {
            tick();
        }
    }

    private void tell(Consumer<RunListener> what) {
        listeners.forEach(what);
    }

    private static void inDisplay(Runnable what) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(what);
        }
    }
}

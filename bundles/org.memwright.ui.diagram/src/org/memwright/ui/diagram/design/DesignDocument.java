/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.design;

import com.google.inject.Injector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.util.URI;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.edit.Edit;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.lang.ide.edit.Replacement;
import org.memwright.lang.ide.edit.TextChanges;
import org.memwright.model.Module;
import org.memwright.ui.LanguageService;

/**
 * A design's text as diagrams see it: the same document that the text editor edits, parsed after each change.
 *
 * <p>State: the last parse without syntax errors, so that a diagram stays while a word is being typed. Undo is the document's own: what
 * is done in text and what is done in a diagram lie on one stack. All methods belong to the display's thread; what is typed is parsed in a
 * background job, for a project may be large.
 */
public final class DesignDocument {
    /** Hears that the text means something else now, or that it cannot be told for a while. */
    public interface Listener {
        void parsed();
    }

    private static final int PAUSE_MILLIS = 150;

    private final IFile file;
    private final Language language;
    private final TextChanges changes;
    private final ITextFileBuffer buffer;
    private final IDocument document;
    private final IDocumentUndoManager undo;
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Runnable> dirtyListeners = new ArrayList<>();
    private Consumer<Optional<IFile>> moveListener = now -> {};
    private Project project;
    private Module module;
    private String parsedText;
    private String problem = "";
    private volatile String typed = "";
    private volatile boolean disposed;
    private final Job parsing = Job.createSystem("Parse for a diagram", this::parseTyped);

    private final Runnable pause = this::parseSoon;

    private final IDocumentListener textListener = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            // nothing to prepare
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            later();
        }
    };

    private final IFileBufferListener bufferListener = new IFileBufferListener() {
        @Override
        public void dirtyStateChanged(IFileBuffer changed, boolean isDirty) {
            if (changed == buffer) {
                Display.getDefault().execute(() -> List.copyOf(dirtyListeners).forEach(Runnable::run));
            }
        }

        @Override
        public void bufferCreated(IFileBuffer created) {
            // only the buffer of this file matters
        }

        @Override
        public void bufferDisposed(IFileBuffer gone) {
            // connected as long as the diagram is open
        }

        @Override
        public void bufferContentAboutToBeReplaced(IFileBuffer replaced) {
            // the document says so
        }

        @Override
        public void bufferContentReplaced(IFileBuffer replaced) {
            // the document says so
        }

        @Override
        public void stateChanging(IFileBuffer changing) {
            // nothing to wait for
        }

        @Override
        public void stateValidationChanged(IFileBuffer changed, boolean isValidated) {
            // nothing to show
        }

        @Override
        public void underlyingFileMoved(IFileBuffer gone, IPath path) {
            if (gone == buffer) {
                moved(Optional.of(file.getWorkspace().getRoot().getFile(path)));
            }
        }

        @Override
        public void underlyingFileDeleted(IFileBuffer gone) {
            if (gone == buffer) {
                moved(Optional.empty());
            }
        }

        @Override
        public void stateChangeFailed(IFileBuffer failed) {
            // nothing was announced
        }
    };

    /**
     * Connects to the document of a file.
     *
     * @throws CoreException if the file cannot be read
     */
    public DesignDocument(IFile file, LanguageService service) throws CoreException {
        this.file = file;
        language = service.language();
        Injector injector = service.injector();
        changes = injector.getInstance(TextChanges.class);
        ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
        manager.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
        buffer = manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        document = buffer.getDocument();
        manager.addFileBufferListener(bufferListener);
        document.addDocumentListener(textListener);
        DocumentUndoManagerRegistry.connect(document);
        undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        undo.connect(this);
        refresh();
    }

    /** Disconnects from the document; what is not saved and open nowhere else is lost. */
    public void dispose() {
        if (disposed) {
            return;
        }
        disposed = true;
        parsing.cancel();
        undo.disconnect(this);
        document.removeDocumentListener(textListener);
        DocumentUndoManagerRegistry.disconnect(document);
        ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
        manager.removeFileBufferListener(bufferListener);
        try {
            manager.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
        } catch (CoreException e) {
            ILog.of(DesignDocument.class).error(file.getFullPath() + " cannot be released.", e);
        }
    }

    public IFile file() {
        return file;
    }

    public IDocument document() {
        return document;
    }

    /** What the file declares, by the last parse without syntax errors; never null, but empty at first where there was none. */
    public Module module() {
        return module;
    }

    public Project project() {
        return project;
    }

    /** Why the diagram may lag behind the text; empty where it does not. */
    public String problem() {
        return problem;
    }

    /** What undo and redo of text and diagram have in common. */
    public IUndoContext undoContext() {
        return undo.getUndoContext();
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void addDirtyListener(Runnable listener) {
        dirtyListeners.add(listener);
    }

    /** Says where the file went to; empty where it was deleted. */
    public void onMove(Consumer<Optional<IFile>> listener) {
        moveListener = listener;
    }

    private void moved(Optional<IFile> now) {
        Display.getDefault().asyncExec(() -> {
            if (!disposed) {
                moveListener.accept(now);
            }
        });
    }

    public boolean isDirty() {
        return buffer.isDirty();
    }

    /**
     * Writes the text to its file.
     *
     * @throws CoreException if the file cannot be written
     */
    public void save(IProgressMonitor monitor) throws CoreException {
        buffer.commit(monitor, true);
    }

    /** Parses the text once nobody has typed for a moment. */
    private void later() {
        Display display = Display.getDefault();
        display.execute(() -> {
            if (!disposed) {
                display.timerExec(PAUSE_MILLIS, pause); // starts anew where it runs already
            }
        });
    }

    private void parseSoon() {
        if (!disposed) {
            typed = document.get();
            parsing.schedule();
        }
    }

    private IStatus parseTyped(IProgressMonitor monitor) {
        String text = typed;
        Display display = Display.getDefault();
        if (disposed || display.isDisposed()) {
            return Status.CANCEL_STATUS;
        }
        Project parsed = parse(text);
        display.asyncExec(() -> {
            // What was typed meanwhile is parsed after its own pause.
            if (!disposed && text.equals(document.get()) && !text.equals(parsedText)) {
                show(text, parsed);
            }
        });
        return Status.OK_STATUS;
    }

    private Project parse(String text) {
        return Project.of(language, folder(), texts(text));
    }

    /** Parses the text at once, if it has changed since: an edit needs the model of the text as it is. */
    public void refresh() {
        String text = document.get();
        if (!text.equals(parsedText)) {
            show(text, parse(text));
        }
    }

    private void show(String text, Project parsed) {
        parsedText = text;
        XtextResource resource = parsed.resource(path())
                .orElseThrow(() -> new IllegalStateException(file + " is not in its own project"));
        INode error = null;
        for (INode each : resource.getParseResult().getSyntaxErrors()) {
            error = each;
            break;
        }
        boolean sound = error == null && !resource.getContents().isEmpty();
        problem = sound || error == null
                ? ""
                : "Line "
                        + NodeModelUtils.getLineAndColumn(error, error.getOffset())
                                .getLine()
                        + " of the text has a syntax error; the diagram shows the design as it was before.";
        if (sound || module == null) {
            project = parsed;
            module = resource.getContents().isEmpty()
                    ? org.memwright.model.ModelFactory.eINSTANCE.createModule()
                    : (Module) resource.getContents().getFirst();
        }
        List.copyOf(listeners).forEach(Listener::parsed);
    }

    private java.nio.file.Path folder() {
        IPath location = file.getProject().getLocation();
        return location == null ? java.nio.file.Path.of(file.getProject().getName()) : location.toPath();
    }

    private java.nio.file.Path path() {
        return folder().resolve(file.getProjectRelativePath().toOSString());
    }

    /** The texts of the project's designs, as they are edited, by name. */
    private Map<String, String> texts(String own) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            file.getProject().accept(resource -> {
                boolean skipped =
                        resource.getName().startsWith(".") || resource.getName().equals("target");
                if (!skipped
                        && resource instanceof IFile other
                        && !other.equals(file)
                        && other.getName().endsWith(Project.EXTENSION)) {
                    texts.put(other.getProjectRelativePath().toOSString(), text(other));
                }
                return !skipped || resource.getType() == IResource.PROJECT;
            });
        } catch (CoreException e) {
            if (!disposed) {
                ILog.of(DesignDocument.class).error("A file beside " + file.getFullPath() + " cannot be read.", e);
            }
        }
        texts.put(file.getProjectRelativePath().toOSString(), own);
        return texts;
    }

    private static String text(IFile other) throws CoreException {
        ITextFileBuffer open =
                FileBuffers.getTextFileBufferManager().getTextFileBuffer(other.getFullPath(), LocationKind.IFILE);
        return open != null ? open.getDocument().get() : new String(other.readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Why an edit cannot be made; empty where it can.
     *
     * @param edit made for the model as it is; asked for once the text is parsed
     */
    public Optional<String> refusal(Supplier<Edit> edit) {
        refresh();
        if (!problem.isEmpty()) {
            return Optional.of("The text has a syntax error. Mend it first; then the diagram can be edited.");
        }
        if (!file.isReadOnly()) {
            return changes.refusal(edit.get());
        }
        return Optional.of("'" + file.getName() + "' is read-only. Change that in the file's properties.");
    }

    /**
     * Makes an edit in the text, as one step of undo.
     *
     * @param edit made for the model as it is; asked for once the text is parsed
     * @throws IllegalStateException with the reason, where {@link #refusal} gives one
     */
    public void make(Supplier<Edit> edit) {
        refresh();
        Edit made = edit.get();
        Map<URI, List<Replacement>> byFile = changes.of(made);
        new TextEdits(this, made.label()).make(byFile);
        refresh();
    }

    IDocumentUndoManager undoManager() {
        return undo;
    }

    /** The file of the workspace that a parsed file is. */
    public Optional<IFile> fileOf(URI uri) {
        if (!uri.isFile()) {
            return Optional.empty();
        }
        IPath path = IPath.fromPath(folder().relativize(java.nio.file.Path.of(uri.toFileString())));
        return Optional.of(file.getProject().getFile(path));
    }
}

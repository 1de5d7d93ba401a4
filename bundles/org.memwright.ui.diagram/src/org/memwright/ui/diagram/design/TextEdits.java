/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.ICompositeOperation;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.common.util.URI;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.memwright.lang.ide.edit.Replacement;

/**
 * Makes replacements in documents so that one undo takes all of them back, also where several files change.
 *
 * <p>Files beside the edited one that are open nowhere are saved at once; the others stay unsaved for their editors to show.
 */
final class TextEdits {
    private final DesignDocument design;
    private final String label;

    TextEdits(DesignDocument design, String label) {
        this.design = design;
        this.label = label;
    }

    void make(Map<URI, List<Replacement>> byFile) {
        List<Replacement> own = new ArrayList<>();
        Map<IFile, List<Replacement>> others = new java.util.LinkedHashMap<>();
        byFile.forEach((uri, replacements) -> {
            IFile file = design.fileOf(uri).orElseThrow(() -> new IllegalStateException(uri + " is in no project"));
            if (file.equals(design.file())) {
                own.addAll(replacements);
            } else {
                others.put(file, replacements);
            }
        });
        if (others.isEmpty()) {
            replace(design.document(), design.undoManager(), own);
            return;
        }
        IOperationHistory history = OperationHistoryFactory.getOperationHistory();
        var together = new Together(label, design.undoContext());
        design.undoManager().commit();
        history.openOperation(together, IOperationHistory.EXECUTE);
        boolean made = false;
        try {
            replace(design.document(), design.undoManager(), own);
            for (Map.Entry<IFile, List<Replacement>> other : others.entrySet()) {
                together.add(other.getKey(), other.getValue());
            }
            made = true;
        } finally {
            history.closeOperation(made, made, IOperationHistory.EXECUTE);
        }
    }

    private static void replace(IDocument document, IDocumentUndoManager undo, List<Replacement> replacements) {
        undo.commit();
        undo.beginCompoundChange();
        try {
            for (Replacement replacement : replacements.reversed()) {
                document.replace(replacement.offset(), replacement.length(), replacement.text());
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException("the text changed while it was edited", e);
        } finally {
            undo.endCompoundChange();
            undo.commit();
        }
    }

    /** The changes of several documents, undone and redone together. */
    private static final class Together extends AbstractOperation implements ICompositeOperation {
        private final List<IUndoableOperation> parts = new ArrayList<>();
        private final List<OtherFile> files = new ArrayList<>();

        Together(String label, IUndoContext context) {
            super(label);
            addContext(context);
        }

        void add(IFile file, List<Replacement> replacements) {
            var other = new OtherFile(file);
            files.add(other);
            other.make(replacements);
        }

        @Override
        public void add(IUndoableOperation operation) {
            parts.add(operation);
            for (IUndoContext context : operation.getContexts()) {
                if (!hasContext(context)) {
                    addContext(context);
                }
            }
        }

        @Override
        public void remove(IUndoableOperation operation) {
            parts.remove(operation);
        }

        @Override
        public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
            return Status.OK_STATUS; // made while it was recorded
        }

        @Override
        public IStatus undo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
            IOperationHistory history = OperationHistoryFactory.getOperationHistory();
            for (IUndoableOperation part : parts.reversed()) {
                history.undoOperation(part, monitor, info);
            }
            files.forEach(OtherFile::save);
            return Status.OK_STATUS;
        }

        @Override
        public IStatus redo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
            IOperationHistory history = OperationHistoryFactory.getOperationHistory();
            for (IUndoableOperation part : parts) {
                history.redoOperation(part, monitor, info);
            }
            files.forEach(OtherFile::save);
            return Status.OK_STATUS;
        }

        @Override
        public boolean canUndo() {
            return parts.stream().allMatch(IUndoableOperation::canUndo);
        }

        @Override
        public boolean canRedo() {
            return parts.stream().allMatch(IUndoableOperation::canRedo);
        }

        @Override
        public void dispose() {
            files.forEach(OtherFile::release);
            parts.forEach(IUndoableOperation::dispose);
        }
    }

    /** Another file of the project, kept at hand as long as its change can be undone. */
    private static final class OtherFile {
        private final IFile file;
        private final ITextFileBuffer buffer;
        private final IDocumentUndoManager undo;
        private final boolean open;

        OtherFile(IFile file) {
            this.file = file;
            ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
            open = manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE) != null;
            try {
                manager.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
            } catch (CoreException e) {
                throw new IllegalStateException(file.getFullPath() + " cannot be read", e);
            }
            buffer = manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
            DocumentUndoManagerRegistry.connect(buffer.getDocument());
            undo = DocumentUndoManagerRegistry.getDocumentUndoManager(buffer.getDocument());
            undo.connect(this);
        }

        void make(List<Replacement> replacements) {
            replace(buffer.getDocument(), undo, replacements);
            save();
        }

        void save() {
            if (open) {
                return;
            }
            try {
                buffer.commit(new NullProgressMonitor(), true);
            } catch (CoreException e) {
                throw new IllegalStateException(file.getFullPath() + " cannot be written", e);
            }
        }

        void release() {
            undo.disconnect(this);
            DocumentUndoManagerRegistry.disconnect(buffer.getDocument());
            try {
                FileBuffers.getTextFileBufferManager()
                        .disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
            } catch (CoreException e) {
                throw new IllegalStateException(file.getFullPath() + " cannot be released", e);
            }
        }
    }
}

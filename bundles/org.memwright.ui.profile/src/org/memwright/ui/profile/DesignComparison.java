/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.statushandlers.StatusManager;
import org.memwright.report.ReportFailure;
import org.memwright.report.archive.KeptRun;
import org.memwright.report.archive.RunArchive;
import org.memwright.ui.run.RunService;

/** Shows the text of a run beside that of another, or beside the file as it is today. */
final class DesignComparison {
    private DesignComparison() {}

    static void open(IWorkbenchPage page, RunService service, List<KeptRun> runs) {
        try {
            KeptRun first = runs.getFirst();
            Text left = new Text(first.label(), RunArchive.design(first, first.file()));
            Text right = runs.size() > 1
                    ? new Text(
                            runs.get(1).label(),
                            RunArchive.design(runs.get(1), runs.get(1).file()))
                    : today(service, first);
            CompareUI.openCompareEditorOnPage(new Input(left, right), page);
        } catch (ReportFailure | CoreException | IOException e) {
            StatusManager.getManager()
                    .handle(Status.warning(e.getMessage(), e), StatusManager.LOG | StatusManager.SHOW);
        }
    }

    private static Text today(RunService service, KeptRun run) throws CoreException, IOException {
        IFile file = service.project(run)
                .map(project -> project.getFile(IPath.fromPortableString(run.file())))
                .filter(IFile::exists)
                .orElse(null);
        return new Text("today", file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }

    /** One side. */
    private record Text(String name, String text) implements ITypedElement, IEncodedStreamContentAccessor {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public String getType() {
            return TEXT_TYPE;
        }

        @Override
        public InputStream getContents() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getCharset() {
            return StandardCharsets.UTF_8.name();
        }
    }

    /** Both sides. */
    private static final class Input extends CompareEditorInput {
        private final Text left;
        private final Text right;

        Input(Text left, Text right) {
            super(configuration(left, right));
            this.left = left;
            this.right = right;
            setTitle(left.name() + " and " + right.name());
        }

        private static CompareConfiguration configuration(Text left, Text right) {
            var configuration = new CompareConfiguration();
            configuration.setLeftLabel(left.name());
            configuration.setRightLabel(right.name());
            configuration.setLeftEditable(false);
            configuration.setRightEditable(false);
            return configuration;
        }

        @Override
        protected Object prepareInput(IProgressMonitor monitor) {
            return new DiffNode(left, right);
        }
    }
}

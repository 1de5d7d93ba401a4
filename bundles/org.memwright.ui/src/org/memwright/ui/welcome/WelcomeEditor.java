/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.welcome;

import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.part.EditorPart;
import org.memwright.ui.Brand;
import org.memwright.ui.wizard.NewProjectWizard;

/** The page that an empty workbench starts with. */
public final class WelcomeEditor extends EditorPart {
    public static final String ID = "org.memwright.ui.welcome";

    private static final int WIDTH = 620;
    private static final int MARK = 72;

    /** What leads on, with what it is good for. */
    private record Step(String command, Map<String, String> parameters, String title, String what) {}

    private static final Step[] FIRST = {
        new Step(
                IWorkbenchCommandConstants.FILE_NEW,
                Map.of("newWizardId", NewProjectWizard.ID),
                "New Memwright project",
                "a folder with a design that runs, to be changed into yours"),
        new Step(
                "org.memwright.ui.openFolder",
                Map.of(),
                "Open folder",
                "designs that are on this disk already; they stay where they are"),
    };

    private static final Step[] KEYS = {
        new Step("org.eclipse.ui.edit.text.contentAssist.proposals", Map.of(), "Content assist", "what may stand here"),
        new Step(
                "org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals",
                Map.of(),
                "Quick fix",
                "mends the problem at the caret"),
        new Step("org.eclipse.ui.edit.text.open.hyperlink", Map.of(), "Go to declaration", "also Ctrl and a click"),
        new Step("org.eclipse.ui.genericeditor.findReferences", Map.of(), "References", "all places that name it"),
        new Step("org.memwright.ui.text.rename", Map.of(), "Rename", "in all files, with a preview"),
        new Step("org.memwright.ui.text.format", Map.of(), "Format", "the file, or the selected lines"),
        new Step("org.eclipse.ui.window.quickAccess", Map.of(), "Find actions", "every command by its name"),
        new Step("org.eclipse.ui.window.showKeyAssist", Map.of(), "Show keys", "all keys that work here"),
    };

    private ResourceManager resources;
    private Composite page;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        resources = new LocalResourceManager(JFaceResources.getResources(), parent);
        ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        page = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(40, 32).spacing(8, 6).applyTo(page);
        title(page);
        heading(page, "Start");
        for (Step step : FIRST) {
            line(page, step);
        }
        heading(page, "In the text editor");
        Composite keys = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(20, 5).applyTo(keys);
        for (Step step : KEYS) {
            key(keys, step);
        }
        scrolled.setContent(page);
        Point size = page.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        scrolled.setMinSize(size);
    }

    private void title(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .extendedMargins(MARK + 24, 0, 0, 0)
                .spacing(0, 2)
                .applyTo(area);
        area.addListener(SWT.Paint, event -> Brand.draw(event.gc, new Rectangle(0, 0, MARK, MARK)));
        Label name = new Label(area, SWT.NONE);
        name.setText("Memwright");
        name.setFont(font(14, SWT.BOLD));
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.END).applyTo(name);
        Label what = new Label(area, SWT.WRAP);
        what.setText(
                "Write or draw a memory system for AI, run it on modelled hardware, see what fills and what waits.");
        GridDataFactory.fillDefaults().hint(WIDTH - MARK, MARK / 2).applyTo(what);
    }

    private void heading(Composite parent, String text) {
        Label heading = new Label(parent, SWT.NONE);
        heading.setText(text);
        heading.setFont(font(4, SWT.BOLD));
        GridDataFactory.fillDefaults().indent(0, 18).applyTo(heading);
    }

    private void line(Composite parent, Step step) {
        Link link = new Link(parent, SWT.NONE);
        link.setText("<a>" + step.title() + "</a>  " + step.what());
        link.addListener(SWT.Selection, event -> run(step));
        GridDataFactory.fillDefaults().applyTo(link);
    }

    private void key(Composite parent, Step step) {
        IBindingService bindings = getSite().getService(IBindingService.class);
        String key = bindings.getBestActiveBindingFormattedFor(step.command());
        Label keys = new Label(parent, SWT.NONE);
        keys.setText(key == null ? keyInEditor(bindings, step.command()) : key);
        keys.setFont(resources.create(
                FontDescriptor.createFrom(JFaceResources.getDialogFont()).setStyle(SWT.BOLD)));
        new Label(parent, SWT.NONE).setText(step.title());
        new Label(parent, SWT.NONE).setText(step.what());
    }

    /** The key that a command has where a text editor is active, which it is not on this page. */
    private static String keyInEditor(IBindingService bindings, String command) {
        for (var binding : bindings.getBindings()) {
            var bound = binding.getParameterizedCommand();
            if (bound != null && bound.getId().equals(command)) {
                return binding.getTriggerSequence().format();
            }
        }
        return "";
    }

    private Font font(int larger, int style) {
        return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont())
                .increaseHeight(larger)
                .setStyle(style));
    }

    private void run(Step step) {
        try {
            var command = getSite().getService(ICommandService.class).getCommand(step.command());
            getSite()
                    .getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(command, step.parameters()), null);
        } catch (CommandException e) {
            ILog.of(WelcomeEditor.class).error(step.title() + " does not start.", e);
        }
    }

    @Override
    public void setFocus() {
        for (Control child : page.getChildren()) {
            if (child instanceof Link && child.setFocus()) {
                return;
            }
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // there is nothing to change
    }

    @Override
    public void doSaveAs() {
        // there is nothing to change
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}

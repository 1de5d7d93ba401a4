/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.DefaultEditDomain;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.KeyHandler;
import org.eclipse.gef.KeyStroke;
import org.eclipse.gef.LayerConstants;
import org.eclipse.gef.Tool;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.tools.PanningSelectionTool;
import org.eclipse.gef.ui.parts.GraphicalEditor;
import org.eclipse.gef.ui.parts.GraphicalViewerKeyHandler;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlAdapter;
import org.eclipse.swt.events.ControlEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;
import org.memwright.edit.Edit;
import org.memwright.ui.LanguageService;
import org.memwright.ui.diagram.design.DesignDocument;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.design.Field;
import org.memwright.ui.diagram.design.Fields;
import org.memwright.ui.diagram.design.LayoutFile;
import org.memwright.ui.diagram.figure.CardFigure;
import org.memwright.ui.diagram.figure.WayFigure;
import org.memwright.ui.diagram.part.DocumentCommandStack;
import org.memwright.ui.diagram.part.EdgePart;
import org.memwright.ui.diagram.part.Gestures;
import org.memwright.ui.diagram.part.ItemPart;
import org.memwright.ui.diagram.part.PartFactory;
import org.memwright.ui.diagram.scene.Box;
import org.memwright.ui.diagram.scene.Drawing;
import org.memwright.ui.diagram.scene.Edge;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;
import org.memwright.ui.diagram.scene.Placement;
import org.memwright.ui.diagram.scene.Route;
import org.memwright.ui.diagram.scene.Sizes;
import org.memwright.ui.live.LiveDiagram;
import org.memwright.ui.live.Status;

/**
 * What both diagram editors have in common: the canvas with its tools, and the way from text to figures and back.
 *
 * <p>State: the text is the document's; the diagram is drawn anew from each parse, figure by figure, so that the selection stays.
 */
public abstract class DiagramEditor extends GraphicalEditor implements LiveDiagram {
    /** Around what is shown when all of it is, in pixels at 100 %. */
    private static final int MARGIN = 24;

    /** Text stays readable down to this scale. */
    private static final double LEAST_READABLE = 0.75;

    private final UndoActions undoActions = new UndoActions();
    private LocalResourceManager resources;
    private DesignDocument document;
    private Diagram diagram;
    private Theme theme;
    private Toolbox toolbox;
    private Label message;
    private Label zoomLabel;
    private Composite head;
    private Placement placement;
    private boolean drawing;
    private boolean layoutWanted;
    private final List<PropertySheetPage> propertyPages = new ArrayList<>();

    private final class UndoActions {
        UndoActionHandler undo;
        RedoActionHandler redo;
    }

    protected DiagramEditor() {
        setEditDomain(new DefaultEditDomain(this) {
            @Override
            public void setActiveTool(Tool tool) {
                super.setActiveTool(tool);
                if (toolbox != null && (tool == null || tool == getDefaultTool())) {
                    toolbox.showPointer();
                }
            }
        });
        PanningSelectionTool pointer = new PanningSelectionTool();
        getEditDomain().setDefaultTool(pointer);
        getEditDomain().setActiveTool(pointer);
        getEditDomain()
                .setCommandStack(new DocumentCommandStack(
                        this::isDirty, () -> undoActions.undo.run(), () -> undoActions.redo.run()));
    }

    // ── what the two editors differ in ─────────────────────────────────────────────────────────────────────

    /** What can be drawn. */
    abstract List<Toolbox.Entry> tools();

    /** Fills the space above the canvas, at the left. */
    abstract void createHead(Composite parent);

    /** Fills the space below the canvas; nothing by default. */
    void createFoot(Composite parent) {}

    /** What the text, as it was parsed last, is to look like; empty where there is nothing to show. */
    abstract Optional<Drawing> draw();

    /** Why there is nothing to show. */
    abstract String nothing();

    abstract Placement place(Sizes sizes);

    /** Adds what only this editor has to a context menu. */
    void fillMenu(IMenuManager menu) {}

    // ── opening and closing ────────────────────────────────────────────────────────────────────────────────

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        IFile file = Adapters.adapt(input, IFile.class);
        if (file == null) {
            throw new PartInitException("A diagram is drawn from a file of a project; open the file from there.");
        }
        try {
            LanguageService service = PlatformUI.getWorkbench().getService(LanguageService.class);
            document = new DesignDocument(file, service);
            Fields fields = service.injector().getInstance(Fields.class);
            resources = new LocalResourceManager(JFaceResources.getResources());
            theme = new Theme(resources, this::themeChanged);
            LayoutFile positions = new LayoutFile(file, document.undoContext());
            diagram = new Diagram(document, fields, theme.look(), positions, this::say);
            diagram.onLayout(this::layOut);
            diagram.onMade(this::selectNew);
            positions.onChange(() -> {
                layOut();
                firePropertyChange(PROP_DIRTY);
            });
        } catch (CoreException e) {
            throw new PartInitException(e.getStatus());
        }
        super.init(site, new DiagramInput(file));
        setPartName(input.getName());
        document.addListener(this::textParsed);
        document.onMove(this::follow);
        document.addDirtyListener(() -> firePropertyChange(PROP_DIRTY));
        IUndoContext context = document.undoContext();
        undoActions.undo = new UndoActionHandler(site, context);
        undoActions.redo = new RedoActionHandler(site, context);
    }

    /** Closes with its file; opens again where the file went to. */
    private void follow(Optional<IFile> now) {
        IWorkbenchPage page = getSite().getPage();
        page.closeEditor(this, false);
        if (now.isPresent()) {
            try {
                page.openEditor(new DiagramInput(now.get()), getSite().getId(), false);
            } catch (PartInitException e) {
                ILog.of(getClass()).error(now.get().getFullPath() + " cannot be shown as a diagram.", e);
            }
        }
    }

    @Override
    public void dispose() {
        if (theme != null) {
            theme.dispose();
        }
        if (undoActions.undo != null) {
            undoActions.undo.dispose();
            undoActions.redo.dispose();
        }
        super.dispose();
        if (document != null) {
            document.dispose();
        }
        if (resources != null) {
            resources.dispose();
        }
    }

    public final DesignDocument document() {
        return document;
    }

    public final Diagram diagram() {
        return diagram;
    }

    public final GraphicalViewer viewer() {
        return getGraphicalViewer();
    }

    public final DefaultEditDomain domain() {
        return getEditDomain();
    }

    final LocalResourceManager resources() {
        return resources;
    }

    final org.eclipse.gef.ui.actions.ActionRegistry actions() {
        return getActionRegistry();
    }

    final UndoActionHandler undoAction() {
        return undoActions.undo;
    }

    final RedoActionHandler redoAction() {
        return undoActions.redo;
    }

    @Override
    public boolean isDirty() {
        return document != null && (document.isDirty() || diagram.positions().isDirty());
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        try {
            document.save(monitor);
            diagram.positions().save(monitor);
            firePropertyChange(PROP_DIRTY);
        } catch (CoreException e) {
            monitor.setCanceled(true);
            ILog.of(getClass()).error(document.file().getFullPath() + " cannot be saved.", e);
            MessageDialog.openError(getSite().getShell(), "Save", e.getMessage());
        }
    }

    // ── the window ─────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public void createPartControl(Composite parent) {
        Composite all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(all);
        head = new Composite(all, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(head);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 2).applyTo(head);
        Composite row = new Composite(head, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        RowLayout wrapping = new RowLayout();
        wrapping.center = true;
        wrapping.spacing = 16;
        wrapping.marginLeft = wrapping.marginTop = wrapping.marginRight = wrapping.marginBottom = 0;
        row.setLayout(wrapping);
        createHead(new Composite(row, SWT.NONE));
        createTools(new Composite(row, SWT.NONE));
        message = new Label(head, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(message);
        toolbox = new Toolbox(all, all, getEditDomain(), resources, tools());
        Composite canvas = new Composite(all, SWT.NONE);
        canvas.setLayout(new org.eclipse.swt.layout.FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
        super.createPartControl(canvas);
        Composite foot = new Composite(all, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(foot);
        GridLayoutFactory.fillDefaults().applyTo(foot);
        createFoot(foot);
        textParsed();
        fitWhenShown();
    }

    /** Shows as much as can be read, once the window has a size. */
    private void fitWhenShown() {
        Control canvas = getGraphicalViewer().getControl();
        canvas.addControlListener(new ControlAdapter() {
            @Override
            public void controlResized(ControlEvent event) {
                if (canvas.getSize().x > 0) {
                    canvas.removeControlListener(this);
                    fit(LEAST_READABLE);
                    List<?> parts = getGraphicalViewer().getContents().getChildren();
                    if (!parts.isEmpty()) {
                        getGraphicalViewer().reveal((EditPart) parts.getFirst());
                    }
                }
            }
        });
    }

    private void createTools(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(0, 0).applyTo(parent);
        ToolBar left = new ToolBar(parent, SWT.FLAT);
        tool(left, "zoomout", "Zoom out (Ctrl+-)", () -> zoom().zoomOut());
        zoomLabel = new Label(parent, SWT.CENTER);
        zoomLabel.setText("100 %");
        int width = zoomLabel.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 6;
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .hint(width, SWT.DEFAULT)
                .applyTo(zoomLabel);
        ToolBar right = new ToolBar(parent, SWT.FLAT);
        tool(right, "zoomin", "Zoom in (Ctrl+=)", () -> zoom().zoomIn());
        tool(right, "fit", "Show all (Ctrl+9)", this::fit);
        new ToolItem(right, SWT.SEPARATOR);
        tool(right, "layout", "Place all figures automatically", this::placeAutomatically);
        tool(right, "export", "Export as PNG or SVG…", this::export);
    }

    private void tool(ToolBar bar, String icon, String help, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setImage(resources.create(Toolbox.icon(icon)));
        item.setToolTipText(help);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    }

    /** A labelled choice in the space above the canvas. */
    final Combo choice(Composite parent, String label, Runnable chosen) {
        Label text = new Label(parent, SWT.NONE);
        text.setText(label);
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosen.run()));
        return combo;
    }

    private ZoomManager zoom() {
        return ((ScalableFreeformRootEditPart) getGraphicalViewer().getRootEditPart()).getZoomManager();
    }

    /** Zooms out until all can be seen, but never in beyond 100 %. */
    public final void fit() {
        fit(Zoom.LEVELS[0]);
    }

    private void fit(double least) {
        Rectangle all = null;
        for (Object child : getGraphicalViewer().getContents().getChildren()) {
            Rectangle bounds = ((ItemPart) child).getFigure().getBounds();
            all = all == null ? bounds.getCopy() : all.union(bounds);
        }
        if (all == null) {
            return;
        }
        for (Object part : getGraphicalViewer().getEditPartRegistry().values()) {
            if (part instanceof EdgePart edge && edge.way().isVisible()) {
                all.union(edge.way().getBounds());
            }
        }
        org.eclipse.swt.graphics.Rectangle view =
                ((FigureCanvas) getGraphicalViewer().getControl()).getClientArea();
        double scale =
                Math.min((double) view.width / (all.right() + MARGIN), (double) view.height / (all.bottom() + MARGIN));
        double wholePercent = Math.floor(scale * 100) / 100;
        zoom().setZoom(Math.clamp(wholePercent, least, 1));
    }

    /** Shows the diagram at a scale. */
    public final void zoomTo(double scale) {
        zoom().setZoom(scale);
    }

    @Override
    protected void configureGraphicalViewer() {
        super.configureGraphicalViewer();
        GraphicalViewer viewer = getGraphicalViewer();
        viewer.setProperty(Diagram.KEY, diagram);
        Zoom root = new Zoom();
        viewer.setRootEditPart(root);
        viewer.setEditPartFactory(new PartFactory());
        viewer.getControl().setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        viewer.getControl().setBackground(diagram.look().canvas());
        root.getZoomManager().addZoomListener(scale -> {
            if (!zoomLabel.isDisposed()) {
                zoomLabel.setText(Math.round(scale * 100) + " %");
            }
        });
        KeyHandler keys = new KeyHandler();
        addKeys(keys);
        viewer.setKeyHandler(keys.setParent(new GraphicalViewerKeyHandler(viewer)));
        viewer.setProperty(
                org.eclipse.gef.MouseWheelHandler.KeyGenerator.getKey(SWT.MOD1),
                org.eclipse.gef.MouseWheelZoomHandler.SINGLETON);
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::buildMenu);
        viewer.setContextMenu(menu);
        getSite().registerContextMenu("#" + getClass().getSimpleName(), menu, viewer);
    }

    /** Adds what keys do in the canvas beside what GEF has, such as arrows, which select. */
    void addKeys(KeyHandler keys) {
        keys.put(KeyStroke.getPressed(SWT.F2, 0), action("Rename", () -> edit("name")));
        keys.put(KeyStroke.getPressed('=', '=', SWT.MOD1), action("Zoom In", () -> zoom().zoomIn()));
        keys.put(KeyStroke.getPressed('+', '+', SWT.MOD1), action("Zoom In", () -> zoom().zoomIn()));
        keys.put(KeyStroke.getPressed('-', '-', SWT.MOD1), action("Zoom Out", () -> zoom().zoomOut()));
        keys.put(KeyStroke.getPressed('0', '0', SWT.MOD1), action("100 %", () -> zoomTo(1)));
        keys.put(KeyStroke.getPressed('9', '9', SWT.MOD1), action("Show All", this::fit));
    }

    static Action action(String label, Runnable run) {
        return new Action(label) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    private void buildMenu(IMenuManager menu) {
        selected().ifPresent(part -> {
            if (part instanceof ItemPart item && item.item().element() != null) {
                for (Field field :
                        diagram.fields(item.item().element(), item.item().isEditable())) {
                    if (field.isEditable()
                            && field.choices().isEmpty()
                            && !field.value().isEmpty()) {
                        menu.add(action("Edit " + field.label() + "\t" + field.value(), () -> item.edit(field.id())));
                    }
                }
                menu.add(new Separator());
            }
        });
        fillMenu(menu);
        connections().forEach(menu::add);
        menu.add(new Separator());
        menu.add(undoActions.undo);
        menu.add(undoActions.redo);
        menu.add(getActionRegistry().getAction(org.eclipse.ui.actions.ActionFactory.DELETE.getId()));
        menu.add(new Separator());
        menu.add(action("Show in Text", this::showInText));
        menu.add(action("Place Automatically", this::placeAutomatically));
        menu.add(action("Export as Picture…", this::export));
    }

    /** What can be drawn from the first to the second of two items that are selected. */
    private List<Action> connections() {
        List<?> parts = getGraphicalViewer().getSelectedEditParts();
        if (parts.size() != 2
                || !(parts.getFirst() instanceof ItemPart first)
                || !(parts.getLast() instanceof ItemPart second)) {
            return List.of();
        }
        Item source = first.item();
        Item target = second.item();
        return tools().stream()
                .filter(Toolbox.Entry::line)
                .filter(tool -> Gestures.connect(diagram, tool.kind(), source, target) != null)
                .map(tool -> action(
                        tool.label() + " from " + source.name() + " to " + target.name(),
                        () -> make(() -> Gestures.connect(diagram, tool.kind(), source, target))))
                .toList();
    }

    /** The part that is selected, if it is one alone. */
    final Optional<EditPart> selected() {
        List<?> parts = getGraphicalViewer().getSelectedEditParts();
        return parts.size() == 1 ? Optional.of((EditPart) parts.getFirst()) : Optional.empty();
    }

    private void edit(String field) {
        selected().ifPresent(part -> {
            if (part instanceof ItemPart item) {
                item.edit(field);
            } else if (part instanceof EdgePart edge) {
                edge.performRequest(new org.eclipse.gef.requests.DirectEditRequest());
            }
        });
    }

    private void showInText() {
        selected()
                .ifPresent(part -> Declarations.open(
                        part.getModel() instanceof Item item
                                ? item.element()
                                : part.getModel() instanceof Edge edge ? edge.element() : null,
                        document,
                        getSite().getPage()));
    }

    private void placeAutomatically() {
        diagram.positions().forget(diagram.scene());
        layOut();
    }

    private void export() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.svg", "*.png"});
        dialog.setFilterNames(new String[] {"SVG drawing", "PNG picture"});
        dialog.setFileName(document.file().getFullPath().removeFileExtension().lastSegment() + ".svg");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            try {
                export(Path.of(chosen));
            } catch (IOException e) {
                MessageDialog.openError(
                        getSite().getShell(), "Export", chosen + " cannot be written: " + e.getMessage());
            }
        }
    }

    /**
     * Writes the whole diagram as a picture.
     *
     * @param file ending in {@code .png}, or else an SVG
     * @throws IOException if it cannot be written
     */
    public final void export(Path file) throws IOException {
        IFigure layers = ((ScalableFreeformRootEditPart) getGraphicalViewer().getRootEditPart())
                .getLayer(LayerConstants.PRINTABLE_LAYERS);
        layers.validate();
        if (file.toString().endsWith(".png")) {
            Pictures.png(layers, diagram.look(), file);
        } else {
            Pictures.svg(layers, diagram.look(), file);
        }
    }

    @Override
    protected void initializeGraphicalViewer() {
        getGraphicalViewer().setContents(diagram.scene());
    }

    // ── from text to figures ───────────────────────────────────────────────────────────────────────────────

    private void textParsed() {
        if (getGraphicalViewer() == null) {
            return;
        }
        redraw();
        if (!document.problem().isEmpty() || diagram.scene().root() != null) {
            say(document.problem());
        }
    }

    /** Draws what the text says now, keeping what is selected. */
    final void redraw() {
        if (drawing) {
            return;
        }
        drawing = true;
        try {
            List<Object> selected = new ArrayList<>();
            for (Object part : getGraphicalViewer().getSelectedEditParts()) {
                selected.add(((EditPart) part).getModel());
            }
            Optional<Drawing> wanted = draw();
            if (wanted.isEmpty()) {
                diagram.scene().clear();
                say(nothing());
                return;
            }
            diagram.scene().show(wanted.get());
            refreshParts();
            layOut();
            List<Object> parts = new ArrayList<>();
            Map<?, ?> registry = getGraphicalViewer().getEditPartRegistry();
            for (Object model : selected) {
                Object part = registry.get(model);
                if (part != null) {
                    parts.add(part);
                }
            }
            getGraphicalViewer().setSelection(new StructuredSelection(parts));
            head.layout(true, true);
            propertyPages.removeIf(
                    page -> page.getControl() != null && page.getControl().isDisposed());
            propertyPages.forEach(PropertySheetPage::refresh);
        } finally {
            drawing = false;
        }
    }

    private void refreshParts() {
        if (getGraphicalViewer().getContents() instanceof org.memwright.ui.diagram.part.ScenePart scene) {
            scene.refreshAll();
        }
    }

    /** Puts every figure where the layout wants it. */
    final void layOut() {
        if (getGraphicalViewer() == null || diagram.scene().root() == null) {
            return;
        }
        refreshParts();
        Map<?, ?> registry = getGraphicalViewer().getEditPartRegistry();
        placement = place(new Sizes() {
            @Override
            public Box item(Item item) {
                if (registry.get(item) instanceof ItemPart part && part.getFigure() instanceof CardFigure card) {
                    part.refreshVisuals();
                    Dimension room = card.room();
                    return new Box(0, 0, room.width, room.height);
                }
                return new Box(0, 0, 0, 0);
            }

            @Override
            public Box label(Edge edge) {
                Dimension room = WayFigure.labelRoom(diagram.look(), edge.facts(), edge.level());
                return new Box(0, 0, room.width, room.height);
            }
        });
        for (Item item : diagram.scene().items()) {
            Box box = placement.boxes().get(item);
            if (box != null && registry.get(item) instanceof ItemPart part) {
                part.getFigure().setBounds(new Rectangle(box.x(), box.y(), box.width(), box.height()));
            }
        }
        for (Edge edge : diagram.scene().edges()) {
            Route route = placement.routes().get(edge);
            if (registry.get(edge) instanceof EdgePart part) {
                part.way().lay(route);
                part.way().setVisible(route != null);
            }
        }
        if (getGraphicalViewer().getControl() instanceof FigureCanvas canvas) {
            canvas.getLightweightSystem().getUpdateManager().performUpdate();
        }
    }

    /** Where everything is, by the last layout. */
    public final Placement placement() {
        return placement;
    }

    private void selectNew(Set<Object> before) {
        Map<?, ?> registry = getGraphicalViewer().getEditPartRegistry();
        List<Object> fresh = new ArrayList<>();
        for (Item item : diagram.scene().items()) {
            if (!before.contains(item) && registry.containsKey(item) && item.kind() != Kind.SHELF) {
                fresh.add(registry.get(item));
            }
        }
        if (fresh.isEmpty()) {
            for (Edge edge : diagram.scene().edges()) {
                if (!before.contains(edge) && registry.containsKey(edge) && edge.kind() != Kind.BRANCH) {
                    fresh.add(registry.get(edge));
                }
            }
        }
        if (fresh.size() == 1) {
            getGraphicalViewer().select((EditPart) fresh.getFirst());
            getGraphicalViewer().reveal((EditPart) fresh.getFirst());
        }
    }

    private void say(String text) {
        if (message != null && !message.isDisposed() && !message.getText().equals(text)) {
            message.setText(text);
            message.setToolTipText(text);
            message.setForeground(diagram.look().warning());
            ((GridData) message.getLayoutData()).exclude = text.isEmpty();
            message.setVisible(!text.isEmpty());
            head.getParent().layout(true, true);
        }
    }

    /** What is said above the canvas, such as why something cannot be done. */
    public final String message() {
        return message.getText();
    }

    private void themeChanged() {
        if (!isOpen()) {
            return;
        }
        diagram.setLook(theme.look());
        getGraphicalViewer().getControl().setBackground(diagram.look().canvas());
        Map<?, ?> registry = getGraphicalViewer().getEditPartRegistry();
        registry.values().forEach(part -> {
            if (part instanceof ItemPart || part instanceof EdgePart) {
                ((EditPart) part).refresh();
            }
        });
        layOut();
    }

    // ── a run ──────────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public void showLevel(String tierOrStore, double share, String label) {
        boolean roomier = false;
        for (Item item : diagram.scene().items()) {
            String key = item.key();
            boolean named = key.equals("tier " + tierOrStore)
                    || key.equals("store " + tierOrStore)
                    || key.startsWith("tier ") && key.endsWith("/" + tierOrStore);
            if (named) {
                roomier |= !item.level().isKnown();
                item.setLevel(new Item.Level(share, label));
            }
        }
        if (roomier) {
            layOutSoon(); // the label is a line that was not there before
        }
    }

    private boolean isOpen() {
        return getGraphicalViewer() != null
                && getGraphicalViewer().getControl() != null
                && !getGraphicalViewer().getControl().isDisposed();
    }

    private void layOutSoon() {
        if (!layoutWanted) {
            layoutWanted = true;
            getSite().getShell().getDisplay().asyncExec(() -> {
                layoutWanted = false;
                if (isOpen()) {
                    layOut();
                }
            });
        }
    }

    @Override
    public void showTraffic(String link, double share, String label) {
        for (Edge edge : diagram.scene().edges()) {
            if (edge.key().equals("link " + link)
                    || edge.kind() == Kind.LINK && edge.key().endsWith("/" + link)) {
                boolean first = !edge.level().isKnown();
                edge.setLevel(new Item.Level(share, label));
                if (first) {
                    layOutSoon(); // its label is another one
                }
            }
        }
    }

    @Override
    public void showStatus(String step, Status status) {
        diagram.scene().item("step " + step).ifPresent(item -> {
            diagram.setStatus(item, status);
            if (getGraphicalViewer().getEditPartRegistry().get(item) instanceof ItemPart part) {
                part.refresh();
            }
        });
    }

    @Override
    public void clear() {
        diagram.clearStatuses();
        layOutSoon();
        diagram.scene().items().forEach(item -> item.setLevel(Item.Level.NONE));
        diagram.scene().edges().forEach(edge -> edge.setLevel(Item.Level.NONE));
        getGraphicalViewer().getEditPartRegistry().values().forEach(part -> {
            if (part instanceof ItemPart item) {
                item.refresh();
            }
        });
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Object getAdapter(Class type) {
        if (type == LiveDiagram.class) {
            return this;
        }
        if (type == IContentOutlinePage.class) {
            return new Overview(getGraphicalViewer(), resources);
        }
        if (type == IPropertySheetPage.class) {
            return propertyPage();
        }
        if (type == ZoomManager.class) {
            return zoom();
        }
        return super.getAdapter(type);
    }

    private PropertySheetPage propertyPage() {
        PropertySheetPage page = new PropertySheetPage() {
            {
                setSorter(new PropertySheetSorter() {
                    @Override
                    public void sort(IPropertySheetEntry[] entries) {
                        // as the fields are: the name first
                    }
                });
            }
        };
        propertyPages.add(page);
        return page;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    /** Makes an edit as a gesture would; for the commands of menus. */
    final boolean make(Supplier<Edit> edit) {
        return diagram.make(edit);
    }

    @Override
    public void doSaveAs() {
        doSave(new NullProgressMonitor());
    }
}

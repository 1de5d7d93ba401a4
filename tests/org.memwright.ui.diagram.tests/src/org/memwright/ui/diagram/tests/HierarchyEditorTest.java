/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.junit.jupiter.api.Test;
import org.memwright.ui.diagram.DiagramEditor;
import org.memwright.ui.diagram.HierarchyEditor;
import org.memwright.ui.diagram.OpenBeside;
import org.memwright.ui.diagram.part.ItemPart;
import org.memwright.ui.diagram.scene.Box;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.live.LiveDiagram;

/** The memory hierarchy: it opens on every example, a gesture changes exactly the text it means, and undo is one with the text's. */
class HierarchyEditorTest extends DiagramTest {
    private static final String BOARD = """
            // A board to try things on.
            hardware Board {
              compute gpu {
                peak fp16 312 TFLOP/s // dense
              }
              tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s }
              tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns }
              tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
              link pcie : hbm <-> dram { bandwidth 31.5 GB/s  latency 3 us }  // four lanes would do
            }

            memory Tiered for kv {
              store hot  : kv() in hbm
              store cold : kv(keys: int2(per: channel, group: 32)) in dram
              keep hot   : recent(128 tokens) else move(to: cold)
            }
            """;

    private static final String USER = """
            memory Other for kv { store cache : kv() in hbm }

            experiment Try { on Board  compare Other }
            """;

    private HierarchyEditor board() throws IOException, CoreException {
        return open(HierarchyEditor.class, file("board.memw", BOARD), HierarchyEditor.ID);
    }

    private static String change(DiagramEditor editor) {
        return diff(BOARD, text(editor));
    }

    @Test
    void open_showsEveryExample() throws IOException, CoreException {
        try (Stream<Path> projects = Files.list(examples())) {
            for (Path example : projects.filter(Files::isDirectory).sorted().toList()) {
                try (Stream<Path> designs = Files.list(example)) {
                    for (Path design : designs.filter(path -> path.toString().endsWith(".memw"))
                            .sorted()
                            .toList()) {
                        file(design.getFileName().toString(), Files.readString(design));
                    }
                }
            }
        }
        List<String> names;
        try (Stream<Path> designs = Files.list(folder())) {
            names = designs.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".memw"))
                    .sorted()
                    .toList();
        }
        assertTrue(names.contains("kv-shootout.memw"), () -> names.toString());
        for (String name : names) {
            HierarchyEditor editor = open(HierarchyEditor.class, file(name), HierarchyEditor.ID);
            assertFalse(editor.isDirty(), name);
            if (editor.diagram().hardware() != null) {
                assertFalse(editor.placement().boxes().isEmpty(), name);
                assertReadable(editor);
                assertNested(editor);
                editor.fit();
                screenshot("hierarchy-" + name.replace(".memw", ""));
            }
            page().closeEditor(editor, false);
        }
    }

    /** What is in something lies inside of it, and what is beside each other does not overlap. */
    private static void assertNested(DiagramEditor editor) {
        for (Item item : editor.diagram().scene().items()) {
            List<Item> children = item.children();
            for (int i = 0; i < children.size(); i++) {
                Box box = editor.placement().boxes().get(children.get(i));
                Box around = editor.placement().boxes().get(item);
                assertTrue(around == null || around.contains(box), children.get(i) + " in " + item);
                for (int j = i + 1; j < children.size(); j++) {
                    Box other = editor.placement().boxes().get(children.get(j));
                    assertFalse(box.overlaps(other), children.get(i) + " over " + children.get(j));
                }
            }
        }
    }

    @Test
    void open_showsLevelsInOrderOfSpeedAndStoresInTheirTiers() throws IOException, CoreException {
        HierarchyEditor editor = board();

        assertEquals(
                List.of("machine Board", "unit gpu", "tier sram", "tier hbm", "store hot", "tier dram", "store cold"),
                keys(editor));
        assertEquals(List.of("link pcie", "flow move hot cold"), edges(editor));
        assertTrue(y(editor, "tier sram") < y(editor, "tier hbm"));
        assertTrue(y(editor, "tier hbm") < y(editor, "tier dram"));
        assertTrue(width(editor, "tier sram") < width(editor, "tier hbm"), "the larger is the wider");
        assertTrue(width(editor, "tier hbm") < width(editor, "tier dram"), "the larger is the wider");
        assertEquals(
                List.of("hbm", "80 GiB", "2.039 TB/s", "latency 400 ns"),
                card(editor, "tier hbm").texts());
        assertEquals("pcie  31.5 GB/s", edge(editor, "link pcie").way().label());
    }

    private static int y(DiagramEditor editor, String key) {
        return card(editor, key).getBounds().y;
    }

    private static int width(DiagramEditor editor, String key) {
        return card(editor, key).getBounds().width;
    }

    @Test
    void drag_movesAStoreToAnotherTier() throws IOException, CoreException {
        HierarchyEditor editor = board();

        Point dram = head(editor, "tier dram");
        drag(editor, head(editor, "store hot"), new Point(dram.x - 120, dram.y));

        assertEquals("""
                -  store hot  : kv() in hbm
                +  store hot  : kv() in dram
                """, change(editor));
        assertSame(part(editor, "tier dram"), part(editor, "store hot").getParent());
        assertTrue(editor.isDirty());
        undo(editor);
        assertEquals(BOARD, text(editor));
        assertSame(part(editor, "tier hbm"), part(editor, "store hot").getParent());
        redo(editor);
        assertEquals(
                "dram",
                ((org.memwright.model.Store) part(editor, "store hot").item().element()).getTier());
    }

    @Test
    void drag_movesATierOffItsComputeUnit() throws IOException, CoreException {
        HierarchyEditor editor = board();

        Point sram = head(editor, "tier sram");
        drag(editor, sram, new Point(sram.x + 620, sram.y));

        assertEquals("""
                -  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s }
                +  tier sram { capacity 40 MiB  bandwidth 19 TB/s }
                """, change(editor));
    }

    @Test
    void drag_withinATierMovesTheFigureAlone() throws IOException, CoreException {
        HierarchyEditor editor = board();
        int before = card(editor, "store hot").getBounds().x;

        Point hot = head(editor, "store hot");
        drag(editor, hot, new Point(hot.x + 40, hot.y));

        assertEquals(BOARD, text(editor));
        assertEquals(before + 40, card(editor, "store hot").getBounds().x);
        assertTrue(editor.isDirty(), "the place is to be saved");
        undo(editor);
        assertEquals(before, card(editor, "store hot").getBounds().x);
        redo(editor);
        editor.doSave(new NullProgressMonitor());
        assertFalse(editor.isDirty());
        Path sidecar = folder().resolve("board.layout");
        assertTrue(Files.readString(sidecar).contains("Board store hot at "), () -> "no place in " + sidecar);

        page().closeEditor(editor, false);
        HierarchyEditor again = open(HierarchyEditor.class, file("board.memw"), HierarchyEditor.ID);
        assertEquals(before + 40, card(again, "store hot").getBounds().x);
    }

    @Test
    void palette_drawsATierOntoAComputeUnit() throws IOException, CoreException {
        HierarchyEditor editor = board();

        create(editor, "Tier", head(editor, "unit gpu"));

        assertEquals("""
                +  tier new_tier on gpu { capacity 64 MiB  bandwidth 10 TB/s }
                """, change(editor));
        assertEquals(
                List.of(part(editor, "tier new_tier")),
                editor.viewer().getSelectedEditParts(),
                "what is new is selected");
        assertSame(editor.domain().getDefaultTool(), editor.domain().getActiveTool());
    }

    @Test
    void palette_drawsAStoreIntoATier() throws IOException, CoreException {
        HierarchyEditor editor = board();

        Point dram = head(editor, "tier dram");
        create(editor, "Store", new Point(dram.x - 150, dram.y));

        assertEquals("""
                -  store hot  : kv() in hbm
                -  store cold : kv(keys: int2(per: channel, group: 32)) in dram
                -  keep hot   : recent(128 tokens) else move(to: cold)
                +  store hot       : kv() in hbm
                +  store cold      : kv(keys: int2(per: channel, group: 32)) in dram
                +  store new_store : kv() in dram
                +  keep hot        : recent(128 tokens) else move(to: cold)
                """, change(editor));
    }

    @Test
    void palette_drawsALinkBetweenTwoTiers() throws IOException, CoreException {
        HierarchyEditor editor = board();

        connect(editor, "Link", head(editor, "tier sram"), head(editor, "tier dram"));

        assertEquals("""
                +  link new_link : sram <-> dram { bandwidth 32 GB/s }
                """, change(editor));
        assertTrue(edges(editor).contains("link new_link"));
        assertEquals(List.of(edge(editor, "link new_link")), editor.viewer().getSelectedEditParts());
    }

    @Test
    void palette_drawsAFlowFromAStoreToATier() throws IOException, CoreException {
        HierarchyEditor editor = board();

        Point dram = head(editor, "tier dram");
        connect(editor, "Flow", head(editor, "store hot"), new Point(dram.x - 150, dram.y));

        assertEquals("""
                +  on full    : swap(to: dram)
                """, change(editor));
        assertTrue(
                edges(editor).contains("flow swap hot dram"),
                () -> edges(editor).toString());
    }

    @Test
    void delete_takesATierWithItsLinks() throws IOException, CoreException {
        HierarchyEditor editor = board();

        delete(editor, edge(editor, "link pcie"));
        assertEquals("""
                -  link pcie : hbm <-> dram { bandwidth 31.5 GB/s  latency 3 us }  // four lanes would do
                """, change(editor));
        undo(editor);
        assertEquals(BOARD, text(editor));
        delete(editor, part(editor, "tier sram"));
        assertEquals(
                """
                -  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s }
                """,
                change(editor).lines().filter(line -> line.contains("sram")).reduce("", (a, b) -> a + b + "\n"));
        assertFalse(keys(editor).contains("tier sram"));
    }

    @Test
    void delete_refusesWhatARuleNeedsAndSaysWhy() throws IOException, CoreException {
        HierarchyEditor editor = board();

        delete(editor, part(editor, "store cold"));

        assertEquals(BOARD, text(editor));
        assertEquals(
                "'cold' cannot be deleted while the rule 'keep hot' mentions it. Change that first.", editor.message());
    }

    @Test
    void directEdit_changesAQuantityAndChecksItsUnit() throws IOException, CoreException {
        HierarchyEditor editor = board();
        ItemPart hbm = part(editor, "tier hbm");

        type(editor, hbm, "capacity", "96 GiB", true);
        assertEquals("""
                -  tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns }
                +  tier hbm  on gpu { capacity 96 GiB  bandwidth 2.039 TB/s latency 400 ns }
                """, change(editor));
        assertTrue(card(editor, "tier hbm").texts().contains("96 GiB"));

        String before = text(editor);
        type(editor, hbm, "capacity", "96 s", false);
        assertEquals(before, text(editor));
    }

    /** Types into the cell that opens over a figure's text. */
    private static void type(DiagramEditor editor, ItemPart part, String field, String typed, boolean valid) {
        select(editor, part);
        part.edit(field);
        settle();
        Text cell = cell(editor);
        assertNotNull(cell, "no cell opens for " + field);
        cell.setText(typed);
        settle();
        if (!valid) {
            assertFalse(editor.message().isEmpty(), "nothing says what is wrong with " + typed);
        }
        Event enter = new Event();
        enter.widget = cell;
        cell.notifyListeners(SWT.DefaultSelection, enter);
        settle();
    }

    private static Text cell(DiagramEditor editor) {
        for (Control child :
                ((org.eclipse.swt.widgets.Composite) editor.viewer().getControl()).getChildren()) {
            if (child instanceof Text text && !text.isDisposed() && text.isVisible()) {
                return text;
            }
        }
        return null;
    }

    @Test
    void directEdit_renamesWithAllThatMentionsIt() throws IOException, CoreException {
        HierarchyEditor editor = board();
        ItemPart cold = part(editor, "store cold");

        type(editor, cold, "name", "frozen", true);

        assertEquals("""
                -  store hot  : kv() in hbm
                -  store cold : kv(keys: int2(per: channel, group: 32)) in dram
                -  keep hot   : recent(128 tokens) else move(to: cold)
                +  store hot    : kv() in hbm
                +  store frozen : kv(keys: int2(per: channel, group: 32)) in dram
                +  keep hot     : recent(128 tokens) else move(to: frozen)
                """, change(editor));
        assertSame(cold, part(editor, "store frozen"), "the same figure under another name");
        assertEquals(List.of(cold), editor.viewer().getSelectedEditParts(), "still selected");
    }

    @Test
    void rename_followsIntoOtherFilesAndIsUndoneAtOnce() throws IOException, CoreException {
        IFile user = file("user.memw", USER);
        HierarchyEditor editor = board();

        type(editor, part(editor, "tier hbm"), "name", "hbm3", true);

        assertTrue(text(editor).contains("tier hbm3 on gpu"));
        assertTrue(text(editor).contains("link pcie : hbm3 <-> dram"));
        assertEquals("""
                -memory Other for kv { store cache : kv() in hbm }
                +memory Other for kv { store cache : kv() in hbm3 }
                """, diff(USER, content(user)));
        undo(editor);
        assertEquals(BOARD, text(editor));
        assertEquals(USER, content(user));
        redo(editor);
        assertTrue(text(editor).contains("tier hbm3 on gpu"));
        assertTrue(content(user).contains("in hbm3"));
    }

    private static String content(IFile file) throws CoreException {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void propertySheet_hasTypedCells() throws IOException, CoreException {
        HierarchyEditor editor = board();
        IPropertySource hbm = (IPropertySource) part(editor, "tier hbm").getAdapter(IPropertySource.class);

        IPropertyDescriptor[] cells = hbm.getPropertyDescriptors();
        assertEquals(
                List.of(
                        "name",
                        "on",
                        "capacity",
                        "bandwidth",
                        "read",
                        "write",
                        "latency",
                        "access",
                        "energy",
                        "power",
                        "price"),
                Stream.of(cells).map(IPropertyDescriptor::getId).toList());
        assertEquals("80 GiB", hbm.getPropertyValue("capacity"));
        assertFalse(hbm.isPropertySet("price"));
        hbm.setPropertyValue("price", "3 USD/GiB");
        assertEquals("""
                -  tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns }
                +  tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns price 3 USD/GiB }
                """, change(editor));
        hbm.setPropertyValue("price", "3 GiB");
        assertTrue(editor.message().startsWith("'3 GiB' is bytes"), editor::message);
        hbm.resetPropertyValue("price");
        assertEquals(BOARD, text(editor));
        hbm.setPropertyValue("on", 0);
        assertTrue(text(editor).contains("tier hbm {"), () -> text(editor));
    }

    @Test
    void text_changesTheDiagram() throws IOException, CoreException, BadLocationException {
        HierarchyEditor editor = board();
        ItemPart hbm = part(editor, "tier hbm");
        select(editor, hbm);
        IDocument document = editor.document().document();

        int at = document.get().indexOf("80 GiB");
        document.replace(at, 6, "192 GiB");
        waitUntil("the tier shows it", () -> card(editor, "tier hbm").texts().contains("192 GiB"));
        assertSame(hbm, part(editor, "tier hbm"));
        assertEquals(List.of(hbm), editor.viewer().getSelectedEditParts(), "the selection survives");

        document.replace(document.get().indexOf("  link pcie"), 0, "  tier cxl { capacity 1 TiB bandwidth 30 GB/s }\n");
        waitUntil("the new tier is there", () -> keys(editor).contains("tier cxl"));
        assertReadable(editor);
    }

    @Test
    void text_withASyntaxErrorLeavesTheDiagramAndSaysSo() throws IOException, CoreException, BadLocationException {
        HierarchyEditor editor = board();
        IDocument document = editor.document().document();

        document.replace(document.get().indexOf("tier sram"), 4, "teir");
        waitUntil("a message", () -> !editor.message().isEmpty());
        assertEquals(
                "Line 6 of the text has a syntax error; the diagram shows the design as it was before.",
                editor.message());
        assertTrue(keys(editor).contains("tier sram"));
        delete(editor, part(editor, "tier sram"));
        assertTrue(text(editor).contains("teir sram"), "nothing is edited meanwhile");

        document.replace(document.get().indexOf("teir sram"), 4, "tier");
        waitUntil("no message", () -> editor.message().isEmpty());
    }

    @Test
    void undo_isOneForTextAndDiagram() throws IOException, CoreException, BadLocationException {
        IFile file = file("board.memw", BOARD);
        IEditorPart textEditor = IDE.openEditor(page(), file, "org.eclipse.ui.genericeditor.GenericEditor");
        HierarchyEditor editor = (HierarchyEditor) OpenBeside.open(page(), file, HierarchyEditor.ID);
        settle();
        IDocument document = textEditor.getAdapter(ITextViewer.class).getDocument();
        assertSame(document, editor.document().document(), "both edit one document");
        IUndoContext context = editor.document().undoContext();

        type(editor, part(editor, "tier hbm"), "capacity", "96 GiB", true);
        String first = document.get();
        document.replace(document.get().indexOf("512 GiB"), 7, "256 GiB");
        String second = document.get();
        editor.document().refresh();
        type(editor, part(editor, "tier sram"), "capacity", "50 MiB", true);
        String third = document.get();
        assertEquals(4, List.of(BOARD, first, second, third).stream().distinct().count());

        undo(editor);
        assertEquals(second, document.get());
        undo(editor);
        assertEquals(first, document.get());
        assertTrue(card(editor, "tier dram").texts().contains("512 GiB"));
        undo(editor);
        assertEquals(BOARD, document.get());
        assertFalse(OperationHistoryFactory.getOperationHistory().canUndo(context));
        redo(editor);
        redo(editor);
        redo(editor);
        assertEquals(third, document.get());
        assertTrue(card(editor, "tier sram").texts().contains("50 MiB"));

        textEditor.doSave(new NullProgressMonitor());
        settle();
        assertFalse(editor.isDirty(), "saved in one, saved in both");
    }

    @Test
    void screenReader_readsWhatIsOnAFigure() throws IOException, CoreException {
        HierarchyEditor editor = board();
        var accessible = (AccessibleEditPart) part(editor, "tier hbm").getAdapter(AccessibleEditPart.class);
        var event = new AccessibleEvent(editor.viewer().getControl());

        accessible.getName(event);

        assertEquals("hbm 80 GiB 2.039 TB/s latency 400 ns", event.result);
    }

    @Test
    void openBeside_showsTextAndDiagramSideBySide() throws IOException, CoreException {
        IFile file = file("board.memw", BOARD);
        IEditorPart textEditor = IDE.openEditor(page(), file, "org.eclipse.ui.genericeditor.GenericEditor");
        settle();
        HierarchyEditor editor = (HierarchyEditor) OpenBeside.open(page(), file, HierarchyEditor.ID);
        settle();

        assertTrue(page().isPartVisible(textEditor), "the text is still to be seen");
        assertTrue(page().isPartVisible(editor));
        editor.fit();
        screenshot("hierarchy-beside");
    }

    @Test
    void file_takesItsDiagramsWithIt() throws IOException, CoreException {
        HierarchyEditor editor = board();
        IFile file = file("board.memw");

        file.move(file.getFullPath().removeLastSegments(1).append("moved.memw"), true, new NullProgressMonitor());
        waitUntil(
                "the diagram follows", () -> page().getActiveEditor() instanceof HierarchyEditor now && now != editor);
        assertEquals("moved.memw", page().getActiveEditor().getTitle());

        file("moved.memw").delete(true, new NullProgressMonitor());
        waitUntil("the diagram closes", () -> page().getEditorReferences().length == 0);
    }

    @Test
    void live_showsLevelsAndTraffic() throws IOException, CoreException {
        HierarchyEditor editor = board();
        LiveDiagram live = (LiveDiagram) editor.getAdapter(LiveDiagram.class);

        live.showLevel("hbm", 0.8, "64 of 80 GiB");
        live.showLevel("hot", 0.5, "40 GiB");
        live.showLevel("dram", 0.97, "497 of 512 GiB");
        live.showTraffic("pcie", 0.9, "28 GB/s");
        live.showLevel("no such tier", 1, "");
        settle();

        assertTrue(card(editor, "tier hbm").texts().contains("64 of 80 GiB"));
        assertEquals("pcie  28 GB/s", edge(editor, "link pcie").way().label());
        assertEquals(9, edge(editor, "link pcie").way().getLineWidth());
        screenshot("hierarchy-live");
        live.clear();
        assertFalse(card(editor, "tier hbm").texts().contains("64 of 80 GiB"));
        assertEquals("pcie  31.5 GB/s", edge(editor, "link pcie").way().label());
    }

    @Test
    void export_writesAllOfTheDiagram() throws IOException, CoreException {
        HierarchyEditor editor = board();
        Path svg = pictures().resolve("board.svg");
        Path png = pictures().resolve("board.png");

        editor.export(svg);
        editor.export(png);

        String drawing = Files.readString(svg);
        for (String word :
                List.of("gpu", "sram", "80 GiB", "2.039 TB/s", "pcie  31.5 GB/s", "move", "recent(128 tokens)")) {
            assertTrue(drawing.contains(word), () -> "no " + word + " in " + svg);
        }
        var picture = new ImageData(png.toString());
        var drawn = editor.diagram().scene().items().stream()
                .map(item -> editor.placement().boxes().get(item))
                .filter(Objects::nonNull)
                .reduce(Box::union)
                .orElseThrow();
        assertTrue(
                picture.width >= 2 * drawn.width() && picture.width < 2 * drawn.width() + 100, "cut to what is drawn");
        assertEquals("PNG", new String(Files.readAllBytes(png), 1, 3, StandardCharsets.US_ASCII));
    }

    @Test
    void zoom_keepsTextReadable() throws IOException, CoreException {
        HierarchyEditor editor = board();
        for (double zoom : new double[] {0.5, 1.5, 2}) {
            editor.zoomTo(zoom);
            settle();
            assertReadable(editor);
            screenshot("hierarchy-zoom-" + Math.round(zoom * 100));
        }
    }

    @Test
    void hardware_ofTheLibraryIsShownAndNotEdited() throws IOException, CoreException {
        IFile file = file("library.memw", """
                import memwright.hardware.*

                memory Full for kv { store cache : kv() in hbm }

                experiment Try { on DGX_A100  compare Full }
                """);
        HierarchyEditor editor = open(HierarchyEditor.class, file, HierarchyEditor.ID);

        assertTrue(keys(editor).contains("use node"), () -> keys(editor).toString());
        assertTrue(card(editor, "use node").texts().contains("× 8"));
        assertEquals(
                "tier node/hbm", part(editor, "store cache").item().parent().key());
        String before = text(editor);
        part(editor, "tier node/hbm").performRequest(new Request(RequestConstants.REQ_DIRECT_EDIT));
        settle();
        assertEquals("'hbm' is declared in another file. Open that to change it.", editor.message());
        assertEquals(before, text(editor));
        assertReadable(editor);
        screenshot("hierarchy-library");
    }

    @Test
    void noHardware_showsTheStoresAndOffersTheLibrary() throws IOException, CoreException {
        HierarchyEditor editor = open(
                HierarchyEditor.class,
                file("memory.memw", "memory Full for kv { store cache : kv() in hbm }\n"),
                HierarchyEditor.ID);

        assertEquals("shelf hbm", part(editor, "store cache").item().parent().key());
        assertEquals("", editor.message());

        editor.show("H100_SXM", "Full");
        settle();
        assertEquals("tier hbm", part(editor, "store cache").item().parent().key());
        assertReadable(editor);
    }

    @Test
    void text_isWhatOpensWhereNoEditorIsNamed() throws IOException, CoreException {
        IFile file = file("a.memw", "hardware Machine {\n  tier hbm { capacity 1 GiB }\n}\n");
        IDE.setDefaultEditor(file, HierarchyEditor.ID); // as "Open With" leaves it

        assertEquals(
                "org.eclipse.ui.genericeditor.GenericEditor",
                IDE.openEditor(page(), file).getSite().getId());
    }

    @Test
    void noHardware_saysWhatToDo() throws IOException, CoreException {
        HierarchyEditor editor =
                open(HierarchyEditor.class, file("empty.memw", "// nothing yet\n"), HierarchyEditor.ID);

        assertTrue(editor.message().startsWith("There is no hardware here."), editor::message);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.memwright.ui.tests.OpenFolder.problems;
import static org.memwright.ui.tests.OpenFolder.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.ltk.core.refactoring.CheckConditionsOperation;
import org.eclipse.ltk.core.refactoring.CreateChangeOperation;
import org.eclipse.ltk.core.refactoring.PerformChangeOperation;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutline;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.memwright.lang.ide.names.Renaming;
import org.memwright.ui.DesignService;
import org.memwright.ui.ProjectFolder;
import org.memwright.ui.text.ContentAssist;
import org.memwright.ui.text.DeclarationLinks;
import org.memwright.ui.text.Indentation;
import org.memwright.ui.text.RenameRefactoring;
import org.memwright.ui.text.WordHover;

/** What one does with a design as text. */
class TextEditorTest {
    private static final String HARDWARE = """
            /** One accelerator. */
            package bench

            hardware Bench {
              compute gpu { peak fp16 312 TFLOP/s }
              tier hbm on gpu { capacity 80 GiB  bandwidth 2 TB/s }
            }
            """;

    private static final String DESIGN = """
            // what is compared
            package study

            import bench.*
            import memwright.models.*

            memory Plain for kv {
              store cache : pages(size: 16 tokens, table: block) in hbm
              on full     : preempt(recompute)
            }

            workload Few {
              requests 10
              arrival poisson(1 /s)
              prompt  lognormal(mean: 100 tokens, cv: 1)
              output  lognormal(mean: 100 tokens, cv: 1)
              seed 1
            }

            experiment Study {
              on Bench
              model Llama2_7B
              workload Few
              compare Plain
              measure throughput
            }
            """;

    @RegisterExtension
    final OpenFolder open = new OpenFolder(Map.of("bench.memw", HARDWARE, "study.memw", DESIGN));

    // ── colours ─────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void colours_tellKeywordsNumbersAndComments() throws CoreException {
        StyledText text = text(edit("study.memw"));

        waitUntil("keyword is bold", () -> styleAt(text, "memory Plain").fontStyle == SWT.BOLD);
        assertEquals(SWT.ITALIC, styleAt(text, "what is compared").fontStyle);
        assertEquals(colour("number"), styleAt(text, "16 tokens").foreground);
        assertEquals(colour("number"), styleAt(text, "tokens, table").foreground, "a unit belongs to its number");
    }

    @Test
    void colours_tellWhatAWordMeans() throws CoreException {
        StyledText text = text(edit("study.memw"));

        waitUntil("mechanism has its colour", () -> colour("mechanism").equals(styleAt(text, "preempt").foreground));
        assertEquals(colour("type"), styleAt(text, "Plain for").foreground);
        assertEquals(SWT.BOLD, styleAt(text, "Plain for").fontStyle, "where it is declared");
        assertEquals(SWT.NORMAL, styleAt(text, "Plain\n  measure").fontStyle, "where it is named");
        assertEquals(colour("name"), styleAt(text, "cache").foreground);
        assertEquals(colour("argument"), styleAt(text, "table:").foreground);
        assertEquals(colour("word"), styleAt(text, "throughput").foreground);
    }

    @Test
    void colours_followWhatIsTyped() throws CoreException, BadLocationException {
        IEditorPart editor = edit("study.memw");
        StyledText text = text(editor);
        waitUntil("mechanism has its colour", () -> colour("mechanism").equals(styleAt(text, "preempt").foreground));

        document(editor).replace(DESIGN.length(), 0, "*/");
        document(editor).replace(0, 0, "/* ");
        waitUntil("all behind an opened comment is one", () -> styleAt(text, "preempt").fontStyle == SWT.ITALIC);
        document(editor).replace(0, 3, "");
        document(editor).replace(DESIGN.length(), 2, "");
        waitUntil("text again", () -> colour("mechanism").equals(styleAt(text, "preempt").foreground));
        assertEquals(SWT.BOLD, styleAt(text, "experiment Study").fontStyle);
    }

    // ── problems ────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void problems_areMarkedAsOneTypesAndForgottenWhenMended() throws CoreException {
        IDocument document = document(edit("bench.memw"));

        document.set(HARDWARE.replace("tier hbm", "teir hbm"));
        waitUntil("the misspelt word is marked", () -> problems(open.file("bench.memw")).length > 0);
        IMarker first = problems(open.file("bench.memw"))[0];
        assertEquals(IMarker.SEVERITY_ERROR, first.getAttribute(IMarker.SEVERITY, -1));
        assertEquals(6, first.getAttribute(IMarker.LINE_NUMBER, -1));

        document.set(HARDWARE);
        waitUntil("the mended file has no problem", () -> problems(open.file("bench.memw")).length == 0);
    }

    @Test
    void problems_ofOtherFilesAreMarkedToo() throws CoreException {
        IFile study = open.file("study.memw");
        IDocument document = document(edit("bench.memw"));

        document.set(HARDWARE.replace("hardware Bench", "hardware Other"));
        waitUntil("the name that is gone is marked where it is named", () -> problems(study).length == 1);
        assertEquals("UNKNOWN_NAME", problems(study)[0].getAttribute("code"));

        document.set(HARDWARE);
        waitUntil("it is there again", () -> problems(study).length == 0);
    }

    @Test
    void problems_ofAProjectAreMarkedWithoutAnEditor() throws CoreException, IOException {
        Files.writeString(open.folder().resolve("wrong.memw"), "hardware Wrong { tier }\n");
        open.project().refreshLocal(1, new NullProgressMonitor());

        waitUntil("a new file is checked", () -> problems(open.file("wrong.memw")).length > 0);
    }

    @Test
    void problems_areNoneInTheExamples() throws CoreException, IOException {
        open.copyExample("kv-shootout");
        IFile example = open.file("kv-shootout.memw");
        IDocument document = document(edit("kv-shootout.memw"));
        String text = document.get();

        // hardware and model come from the files beside it; a name that is nowhere shows that they were looked for
        document.set(text.replace("A100_80G", "A100_81G"));
        waitUntil("the unknown hardware is marked", () -> problems(example).length == 1);
        document.set(text);
        waitUntil("the example has no problem", () -> problems(example).length == 0);
    }

    @Test
    void problems_areMendedByQuickFixes() throws CoreException {
        IDocument document = document(edit("study.memw"));
        document.set(DESIGN.replace("compare Plain", "compare Plan"));
        IFile study = open.file("study.memw");
        waitUntil("the misspelt name is marked", () -> problems(study).length == 1);

        IMarker marker = problems(study)[0];
        assertTrue(IDE.getMarkerHelpRegistry().hasResolutions(marker));
        IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(marker);
        assertEquals("Change 'Plan' to 'Plain'", fixes[0].getLabel());
        fixes[0].run(marker);

        assertEquals(DESIGN, document.get());
        waitUntil("nothing is wrong any more", () -> problems(study).length == 0);
    }

    // ── what a word means, and what may be written ──────────────────────────────────────────────────────────

    @Test
    void hover_computesValues() throws CoreException {
        ITextViewer viewer = viewer(edit("bench.memw"));
        var hover = new WordHover();
        IRegion word = hover.getHoverRegion(viewer, HARDWARE.indexOf("hbm") + 1);

        assertEquals(new Region(HARDWARE.indexOf("hbm"), 3), word);
        String text = hover.getHoverInfo(viewer, word);
        assertTrue(text.contains("80 GiB"), text);
        // 80 GiB = 85,899,345,920 B; at 2e12 B/s that is 42.9 ms
        assertTrue(text.contains("time to read it once: 42.9"), text);
    }

    @Test
    void hover_countsBytesPerToken() throws CoreException {
        ITextViewer viewer = viewer(edit("study.memw"));
        var hover = new WordHover();
        String text = hover.getHoverInfo(viewer, hover.getHoverRegion(viewer, DESIGN.indexOf("Plain")));

        // 2 (keys, values) x 32 layers x 4,096 numbers x 2 B
        assertTrue(text.contains("524,288 B"), text);
    }

    @Test
    void hover_namesThePaperOfAMechanism() throws CoreException {
        ITextViewer viewer = viewer(edit("study.memw"));
        var hover = new WordHover();
        String text = hover.getHoverInfo(viewer, hover.getHoverRegion(viewer, DESIGN.indexOf("pages(") + 1));

        assertTrue(text.contains("Source") && text.contains("size"), text);
    }

    @Test
    void assist_proposesWhatMayStandAtTheCaret() throws CoreException {
        ITextViewer viewer = viewer(edit("study.memw"));

        List<String> atEnd = proposals(viewer, DESIGN.length())
                .map(ICompletionProposal::getDisplayString)
                .toList();
        assertTrue(atEnd.stream().anyMatch(proposal -> proposal.startsWith("experiment")), atEnd::toString);
        List<String> afterNumber = proposals(viewer, DESIGN.indexOf("tokens, cv"))
                .map(ICompletionProposal::getDisplayString)
                .toList();
        assertTrue(afterNumber.stream().anyMatch(proposal -> proposal.startsWith("tokens")), afterNumber::toString);
    }

    @Test
    void assist_documentsAParameterWithItsUnit() throws CoreException {
        ITextViewer viewer = viewer(edit("study.memw"));
        int inside = DESIGN.indexOf("size: 16");

        ICompletionProposal size = proposals(viewer, inside)
                .filter(proposal -> proposal.getDisplayString().startsWith("size"))
                .findFirst()
                .orElseThrow();
        assertTrue(size.getAdditionalProposalInfo().contains("token"), size::getAdditionalProposalInfo);
    }

    @Test
    void assist_insertsWhatWasChosenInPlaceOfTheWord() throws CoreException, BadLocationException {
        IEditorPart editor = edit("study.memw");
        ITextViewer viewer = viewer(editor);
        int place = DESIGN.indexOf("preempt(recompute)");
        document(editor).replace(place, "preempt(recompute)".length(), "pre");
        viewer.setSelectedRange(place + 3, 0);

        ICompletionProposal preempt = proposals(viewer, place + 3)
                .filter(proposal -> proposal.getDisplayString().startsWith("preempt"))
                .findFirst()
                .orElseThrow();
        preempt.apply(document(editor));

        assertTrue(
                document(editor).get(place, 8).equals("preempt("),
                () -> document(editor).get());
    }

    // ── finding one's way ───────────────────────────────────────────────────────────────────────────────────

    @Test
    void outline_showsTheDeclarationsAndLeadsToThem() throws CoreException {
        IEditorPart editor = edit("study.memw");
        open.page().showView("org.eclipse.ui.views.ContentOutline");
        IContentOutlinePage outline = editor.getAdapter(IContentOutlinePage.class);
        assertNotNull(outline);
        open.page().activate(editor);
        Tree tree = outlineTree();

        waitUntil("the declarations are shown", () -> names(tree).containsAll(List.of("Plain", "Few", "Study")));
        document(editor).set(DESIGN.replace("memory Plain", "memory Paged"));
        waitUntil("what is typed is shown", () -> names(tree).contains("Paged"));
        document(editor).set(DESIGN);
        waitUntil("again", () -> names(tree).contains("Plain"));

        viewer(editor).setSelectedRange(DESIGN.indexOf("requests 10"), 0);
        waitUntil(
                "the tree follows the caret",
                () -> tree.getSelectionCount() == 1
                        && (tree.getSelection()[0].getText().startsWith("requests")
                                || tree.getSelection()[0].getText().startsWith("Few")));
    }

    private Tree outlineTree() throws CoreException {
        var view = (ContentOutline) open.page().showView("org.eclipse.ui.views.ContentOutline");
        waitUntil("the outline has a tree", () -> view.getCurrentPage().getControl() instanceof Tree);
        return (Tree) view.getCurrentPage().getControl();
    }

    @Test
    void folding_foldsBlocksAway() throws CoreException {
        IEditorPart editor = edit("study.memw");
        var viewer = (ProjectionViewer) viewer(editor);
        waitUntil(
                "what folds is known",
                () -> annotations(viewer.getProjectionAnnotationModel().getAnnotationIterator())
                                .size()
                        >= 4);

        int lines = viewer.getTextWidget().getLineCount();
        viewer.doOperation(ProjectionViewer.COLLAPSE_ALL);
        waitUntil("fewer lines are shown", () -> viewer.getTextWidget().getLineCount() < lines - 10);
        viewer.doOperation(ProjectionViewer.EXPAND_ALL);
    }

    @Test
    void occurrences_areMarkedWhereTheCaretIs() throws CoreException {
        IEditorPart editor = edit("study.memw");
        var viewer = (ISourceViewer) viewer(editor);
        editor.getAdapter(ITextEditor.class).selectAndReveal(DESIGN.indexOf("Plain"), 0);

        waitUntil("declared and named", () -> {
            List<Annotation> all = annotations(viewer.getAnnotationModel().getAnnotationIterator());
            return all.stream().anyMatch(each -> each.getType().equals("org.memwright.ui.text.declaration"))
                    && all.stream().anyMatch(each -> each.getType().equals("org.memwright.ui.text.occurrence"));
        });
        Annotation named = annotations(viewer.getAnnotationModel().getAnnotationIterator()).stream()
                .filter(each -> each.getType().equals("org.memwright.ui.text.occurrence"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                new Position(DESIGN.indexOf("Plain\n  measure"), 5),
                viewer.getAnnotationModel().getPosition(named));
    }

    @Test
    void declaration_isOpenedInItsFile() throws CoreException {
        ITextViewer viewer = viewer(edit("study.memw"));

        IHyperlink[] links =
                new DeclarationLinks().detectHyperlinks(viewer, new Region(DESIGN.indexOf("Bench\n"), 0), false);
        assertEquals(1, links.length);
        assertEquals(new Region(DESIGN.indexOf("Bench\n"), 5), links[0].getHyperlinkRegion());
        links[0].open();

        IEditorPart opened = open.page().getActiveEditor();
        assertEquals("bench.memw", opened.getEditorInput().getName());
        assertEquals(HARDWARE.indexOf("Bench"), viewer(opened).getSelectedRange().x);
    }

    @Test
    void declaration_ofTheLibraryIsOpenedToRead() throws CoreException {
        ITextViewer viewer = viewer(edit("study.memw"));

        IHyperlink[] links =
                new DeclarationLinks().detectHyperlinks(viewer, new Region(DESIGN.indexOf("Llama2_7B"), 0), false);
        links[0].open();

        IEditorPart opened = open.page().getActiveEditor();
        assertEquals("llama2.memw", opened.getEditorInput().getName());
        assertFalse(opened.getAdapter(ITextEditor.class).isEditable());
        assertTrue(document(opened).get().contains("Llama2_7B"));
        StyledText text = text(opened);
        waitUntil("it is coloured as well", () -> styleAt(text, "model Llama2_7B").fontStyle == SWT.BOLD);
    }

    @Test
    void references_areListed() throws Exception {
        IEditorPart editor = edit("bench.memw");
        editor.getAdapter(ITextEditor.class).selectAndReveal(HARDWARE.indexOf("Bench"), 0);

        run("org.eclipse.ui.genericeditor.findReferences");

        waitUntil(
                "both places are found",
                () -> NewSearchUI.getQueries().length > 0
                        && NewSearchUI.getQueries()[0].getSearchResult() instanceof AbstractTextSearchResult result
                        && result.getMatchCount() == 2);
        assertEquals("References of Bench", NewSearchUI.getQueries()[0].getLabel());
    }

    // ── changing text ───────────────────────────────────────────────────────────────────────────────────────

    @Test
    void rename_changesAllFilesAndIsUndoneAtOnce() throws Exception {
        IEditorPart editor = edit("bench.memw");
        var design = PlatformUI.getWorkbench()
                .getService(DesignService.class)
                .design(open.file("bench.memw"))
                .orElseThrow();
        var rename = new RenameRefactoring(design, HARDWARE.indexOf("Bench"));
        assertEquals(RefactoringStatus.FATAL, rename.rename("memory").getSeverity(), "a word of the language");
        assertTrue(rename.rename("Machine").isOK());

        var create = new CreateChangeOperation(
                new CheckConditionsOperation(rename, CheckConditionsOperation.ALL_CONDITIONS), RefactoringStatus.FATAL);
        var perform = new PerformChangeOperation(create);
        perform.run(new NullProgressMonitor());

        assertEquals(HARDWARE.replace("Bench", "Machine"), document(editor).get());
        assertEquals(DESIGN.replace("Bench", "Machine"), open.file("study.memw").readString());
        new PerformChangeOperation(perform.getUndoChange()).run(new NullProgressMonitor());
        assertEquals(HARDWARE, document(editor).get());
        assertEquals(DESIGN, open.file("study.memw").readString());
    }

    @Test
    void rename_ofALibraryNameIsRefused() throws CoreException {
        edit("study.memw");
        var design = PlatformUI.getWorkbench()
                .getService(DesignService.class)
                .design(open.file("study.memw"))
                .orElseThrow();

        assertThrows(Renaming.Refused.class, () -> new RenameRefactoring(design, DESIGN.indexOf("Llama2_7B")));
    }

    @Test
    void format_bringsTheFileIntoForm() throws Exception {
        IEditorPart editor = edit("study.memw");
        String loose = DESIGN.replace("  requests 10", "requests    10");
        document(editor).set(loose);

        run("org.memwright.ui.text.format");
        assertEquals(DESIGN, document(editor).get());
        run("org.eclipse.ui.edit.undo");
        assertEquals(loose, document(editor).get(), "undone in one step");
    }

    @Test
    void comment_isToggled() throws Exception {
        IEditorPart editor = edit("study.memw");
        int start = DESIGN.indexOf("  store");
        int end = DESIGN.indexOf("}\n\nworkload");
        editor.getAdapter(ITextEditor.class).selectAndReveal(start, end - start);

        run("org.memwright.ui.text.comment");
        assertEquals(
                DESIGN.replace("  store cache", "  // store cache").replace("  on full", "  // on full"),
                document(editor).get());
        editor.getAdapter(ITextEditor.class).selectAndReveal(start, end + 6 - start);
        run("org.memwright.ui.text.comment");
        assertEquals(DESIGN, document(editor).get());
    }

    @Test
    void newLine_isIndentedAndClosesItsBlock() throws CoreException {
        IDocument document = document(edit("bench.memw"));
        document.set("hardware Next {");
        var command = new Key(document.getLength(), "\n");
        new Indentation().customizeDocumentCommand(document, command);

        assertEquals("\n  \n}", command.text);
        assertEquals(document.getLength() + 3, command.caretOffset);
    }

    private static final class Key extends DocumentCommand {
        Key(int offset, String text) {
            this.offset = offset;
            this.text = text;
        }
    }

    // ── help ────────────────────────────────────────────────────────────────────────────────────────────────

    private IEditorPart edit(String name) throws CoreException {
        ProjectFolder.open(open.folder().resolve(name), open.page());
        return open.page().getActiveEditor();
    }

    private static void run(String command) throws Exception {
        OpenFolder.settle();
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
    }

    private static ITextViewer viewer(IEditorPart editor) {
        return editor.getAdapter(ITextViewer.class);
    }

    private static IDocument document(IEditorPart editor) {
        return viewer(editor).getDocument();
    }

    private static StyledText text(IEditorPart editor) {
        return (StyledText) editor.getAdapter(Control.class);
    }

    private static StyleRange styleAt(StyledText text, String words) {
        int at = text.getText().indexOf(words);
        assertTrue(at >= 0, words);
        StyleRange style = text.getStyleRangeAtOffset(at);
        return style == null ? new StyleRange() : style;
    }

    private static Color colour(String name) {
        return PlatformUI.getWorkbench()
                .getThemeManager()
                .getCurrentTheme()
                .getColorRegistry()
                .get("org.memwright.ui.text." + name);
    }

    private static Stream<ICompletionProposal> proposals(ITextViewer viewer, int offset) {
        return Arrays.stream(new ContentAssist().computeCompletionProposals(viewer, offset));
    }

    private static List<Annotation> annotations(Iterator<Annotation> all) {
        List<Annotation> found = new ArrayList<>();
        all.forEachRemaining(found::add);
        return found;
    }

    private static List<String> names(Tree tree) {
        return Arrays.stream(tree.getItems())
                .map(TreeItem::getText)
                .map(label -> label.split(" ", 2)[0])
                .toList();
    }
}

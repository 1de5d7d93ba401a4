/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.compile.ExperimentCompiler;
import org.memwright.compile.Overrides;
import org.memwright.model.Experiment;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Profiler;
import org.memwright.profile.view.Timeline;
import org.memwright.runtime.Vocabulary;
import org.memwright.ui.LanguageService;
import org.memwright.ui.diagram.DiagramEditor;
import org.memwright.ui.diagram.HierarchyEditor;
import org.memwright.ui.diagram.OpenBeside;
import org.memwright.ui.diagram.Recording;
import org.memwright.ui.diagram.TaskEditor;
import org.memwright.ui.diagram.scene.Edge;
import org.memwright.ui.diagram.scene.Facts;
import org.memwright.ui.diagram.scene.Kind;
import org.memwright.ui.live.LiveDiagram;
import org.memwright.ui.live.Status;
import org.memwright.units.Format;

/** Every editor in both themes, with nothing over anything else; the pictures are for people to look at. */
@ParameterizedClass
@ValueSource(strings = {"light", "dark"})
class ScreenshotTest extends DiagramTest {
    /** A machine with much to show: processing in memory, a second path to the disk, and rules that move stores. */
    private static final String BOARD = """
            /** A board with its own memory for a small network, and processing in memory. */
            hardware Board {
              compute npu { peak int8 40 TOP/s  power 12 W }
              compute cpu[8] { peak fp32 1.5 TFLOP/s }
              tier scratch on npu { capacity 4 MiB  bandwidth 8 TB/s  latency 5 ns }
              tier l2 on cpu { capacity 32 MiB  bandwidth 1 TB/s }
              tier dram { capacity 64 GiB bandwidth 120 GB/s latency 90 ns energy 15 pJ/bit }
              compute pim[16] in dram { peak fp16 1.2 TFLOP/s }
              tier ssd { capacity 2 TB read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
              link axi : scratch -> dram { bandwidth 100 GB/s }
              link mem : l2 <-> dram { bandwidth 120 GB/s }
              link nvme : dram <-> ssd { bandwidth 7 GB/s latency 10 us }
              link gds : scratch <-> ssd { bandwidth 3 GB/s }
            }

            memory Tiered for kv {
              param important = 20%
              store hot  : kv() in scratch
              store cold : kv(keys: int2(per: channel, group: 32), values: int2(per: token, group: 32)) in dram
              store log  : kv() in tape
              keep hot   : recent(important / 2), top(important / 2, by: attention(sum)) else move(to: cold)
              on full    : swap(to: ssd)
              on decode  : fetch(cold)
            }
            """;

    private static final String NODE = """
            import memwright.hardware.*

            memory ShadowKV for kv {
              store keys   : low_rank(part: keys, rank: 160) in hbm
              store values : kv(part: values) in dram
              on decode    : select(top(2048 tokens, by: landmark(chunk: 8))) |> fetch(values) |> reconstruct(keys)
            }

            experiment Try { on DGX_A100  compare ShadowKV }
            """;

    @Parameter
    String theme;

    private DiagramEditor last;

    @AfterEach
    void chooseTheLightTheme() {
        if (last != null) {
            theme(last, "light");
        }
    }

    private HierarchyEditor hierarchy(String name, String text) throws IOException, CoreException {
        HierarchyEditor editor = open(HierarchyEditor.class, file(name, text), HierarchyEditor.ID);
        last = editor;
        theme(editor, theme);
        return editor;
    }

    private String example(String name, String file) throws IOException {
        return Files.readString(examples().resolve(name).resolve(file));
    }

    private void look(DiagramEditor editor, String name) throws IOException {
        editor.fit();
        settle();
        assertReadable(editor);
        screenshot(name);
    }

    @Test
    void hierarchy_ofAnExample() throws IOException, CoreException {
        file("a100.memw", example("kv-shootout", "a100.memw"));
        file("llama.memw", example("kv-shootout", "llama.memw"));
        HierarchyEditor editor = hierarchy("kv-shootout.memw", example("kv-shootout", "kv-shootout.memw"));
        editor.show("A100_80G", "KIVI");
        look(editor, "hierarchy-example-" + theme);
    }

    @Test
    void hierarchy_ofABoardWithFlows() throws IOException, CoreException {
        HierarchyEditor editor = hierarchy("board.memw", BOARD);
        select(editor, part(editor, "tier dram"));
        page().showView(IPageLayout.ID_PROP_SHEET);
        page().activate(editor);
        look(editor, "hierarchy-board-" + theme);
    }

    @Test
    void hierarchy_ofUsedHardware() throws IOException, CoreException {
        HierarchyEditor editor = hierarchy("node.memw", NODE);
        look(editor, "hierarchy-node-" + theme);
    }

    @Test
    void hierarchy_whileARunFillsIt() throws IOException, CoreException {
        HierarchyEditor editor =
                hierarchy("long-context-offload.memw", example("long-context-offload", "long-context-offload.memw"));
        editor.show("A100_80G", "Swap");
        ExperimentProfile profile = run(editor);

        showMiddle((LiveDiagram) editor.getAdapter(LiveDiagram.class), editor, profile, "Swap");
        settle();

        assertTrue(
                card(editor, "tier hbm").texts().stream().anyMatch(text -> text.endsWith(" of 80 GiB")),
                () -> card(editor, "tier hbm").texts().toString());
        look(editor, "hierarchy-live-" + theme);
    }

    private static ExperimentProfile run(DiagramEditor editor) {
        Vocabulary vocabulary = PlatformUI.getWorkbench()
                .getService(LanguageService.class)
                .language()
                .vocabulary();
        Experiment experiment =
                editor.document().project().declarations(Experiment.class).getFirst();
        return new Profiler(vocabulary, 2)
                .profile(new ExperimentCompiler(vocabulary)
                        .compile(experiment, Overrides.NONE)
                        .successful()
                        .orElseThrow());
    }

    /** Shows how things are in the middle of a run. */
    private static void showMiddle(LiveDiagram live, DiagramEditor editor, ExperimentProfile profile, String column) {
        int windows = 40;
        for (Timeline timeline : Timeline.of(profile, Map.of(), windows)) {
            Timeline.Line line = timeline.lines().stream()
                    .filter(each -> each.column().equals(column))
                    .findFirst()
                    .orElse(null);
            if (line == null || line.windows().isEmpty()) {
                continue;
            }
            double mean = line.windows().get(line.windows().size() / 2).mean();
            String amount = Format.of(mean, timeline.dimension());
            switch (timeline.kind()) {
                case TIER_OCCUPANCY ->
                    live.showLevel(
                            timeline.of(),
                            mean / timeline.limit(),
                            amount + " of " + Format.of(timeline.limit(), timeline.dimension()));
                case STORE_OCCUPANCY -> live.showLevel(timeline.of(), mean / line.peak(), amount);
                case LINK_TRAFFIC -> live.showTraffic(timeline.of(), mean / bandwidth(editor, timeline.of()), amount);
                default -> {}
            }
        }
    }

    private static double bandwidth(DiagramEditor editor, String link) {
        return editor.diagram().scene().edges().stream()
                .filter(edge -> edge.kind() == Kind.LINK)
                .map(Edge::facts)
                .map(Facts.Link.class::cast)
                .filter(facts -> facts.name().equals(link))
                .mapToDouble(Facts.Link::bytesPerSecond)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void textAndDiagram_sideBySide() throws IOException, CoreException {
        file("a100.memw", example("kv-shootout", "a100.memw"));
        file("llama.memw", example("kv-shootout", "llama.memw"));
        IFile file = file("kv-shootout.memw", example("kv-shootout", "kv-shootout.memw"));
        IDE.openEditor(page(), file, "org.eclipse.ui.genericeditor.GenericEditor");
        settle();
        HierarchyEditor editor = (HierarchyEditor) OpenBeside.open(page(), file, HierarchyEditor.ID);
        last = editor;
        theme(editor, theme);
        editor.show("A100_80G", "KIVI");
        settle();
        look(editor, "beside-" + theme);
    }

    @Test
    void task_replayed() throws IOException, CoreException {
        TaskEditor editor = open(TaskEditor.class, file("trip.memw", example("trip", "trip.memw")), TaskEditor.ID);
        last = editor;
        theme(editor, theme);
        look(editor, "task-" + theme);

        editor.replay(new Recording(List.of(
                new Recording.Change(0, "flight", Status.ACTIVE),
                new Recording.Change(0, "flight/search", Status.DONE),
                new Recording.Change(2, "flight/choose", Status.FAILED),
                new Recording.Change(3, "flight", Status.FAILED),
                new Recording.Change(3, "hotel", Status.SKIPPED),
                new Recording.Change(4, "report", Status.ACTIVE))));
        select(editor, part(editor, "step hotel"));
        look(editor, "task-replay-" + theme);
    }

    @Test
    void cell_overAQuantityWithAWrongUnit() throws IOException, CoreException {
        HierarchyEditor editor = hierarchy("board.memw", BOARD);
        select(editor, part(editor, "tier dram"));
        part(editor, "tier dram").edit("capacity");
        settle();
        var cell = (org.eclipse.swt.widgets.Text) Display.getCurrent().getFocusControl();
        cell.setText("64 GB/s");
        settle();
        screenshot("hierarchy-cell-" + theme);
        assertTrue(editor.message().contains("64 GB/s"), editor::message);
        cell.setText("64 GiB");
        cell.notifyListeners(SWT.DefaultSelection, new org.eclipse.swt.widgets.Event());
        settle();
    }
}

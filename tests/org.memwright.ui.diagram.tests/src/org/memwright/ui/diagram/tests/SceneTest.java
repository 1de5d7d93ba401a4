/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.memwright.lang.Project;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.model.Task;
import org.memwright.ui.LanguageService;
import org.memwright.ui.diagram.scene.Box;
import org.memwright.ui.diagram.scene.Edge;
import org.memwright.ui.diagram.scene.Facts;
import org.memwright.ui.diagram.scene.Hierarchies;
import org.memwright.ui.diagram.scene.HierarchyLayout;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;
import org.memwright.ui.diagram.scene.Placement;
import org.memwright.ui.diagram.scene.Route;
import org.memwright.ui.diagram.scene.Scene;
import org.memwright.ui.diagram.scene.Sizes;
import org.memwright.ui.diagram.scene.TaskTrees;
import org.memwright.ui.diagram.scene.TreeLayout;

/** What scenes keep, and what holds for every layout: nothing overlaps, what is in something lies inside of it. */
class SceneTest {
    private static final Sizes SIZES = new Sizes() {
        @Override
        public Box item(Item item) {
            return switch (item.kind()) {
                case UNIT -> new Box(0, 0, 240, 40);
                case TIER -> new Box(0, 0, 260, 46);
                case STORE -> new Box(0, 0, 150, 60);
                case GROUP -> new Box(0, 0, 160, 30);
                case SHELF -> new Box(0, 0, 150, 28);
                default -> new Box(0, 0, 150, 40 + item.key().length() % 3 * 14);
            };
        }

        @Override
        public Box label(Edge edge) {
            return switch (edge.facts()) {
                case Facts.Link link -> new Box(0, 0, 110, 18);
                case Facts.Flow flow -> new Box(0, 0, 50, 16);
                case Facts.Dependency dependency when !dependency.label().isEmpty() -> new Box(0, 0, 44, 16);
                default -> new Box(0, 0, 0, 0);
            };
        }
    };

    private static Project parse(String text) {
        LanguageService service = PlatformUI.getWorkbench().getService(LanguageService.class);
        return Project.of(service.language(), Path.of("scene"), Map.of("scene.memw", text));
    }

    private static Scene hierarchy(String text) {
        Project project = parse(text);
        Scene scene = new Scene();
        List<Memory> memories = project.declarations(Memory.class);
        scene.show(Hierarchies.draw(
                project.modules().getFirst(),
                project.declarations(Hardware.class).getLast(),
                memories.isEmpty() ? null : memories.getFirst()));
        return scene;
    }

    private static Scene tree(String text) {
        Scene scene = new Scene();
        scene.show(drawn(text));
        return scene;
    }

    private static org.memwright.ui.diagram.scene.Drawing drawn(String text) {
        Project project = parse(text);
        return TaskTrees.draw(
                project.modules().getFirst(), project.declarations(Task.class).getFirst());
    }

    @Test
    void show_keepsItemsThroughRenamesAndMoves() {
        Scene scene = tree("task T { step a { step b  step c } step e after a }");
        Item a = scene.item("step a").orElseThrow();
        Item b = scene.item("step a/b").orElseThrow();
        Edge after = scene.edge("after step e step a").orElseThrow();

        scene.show(drawn("task T { step x { step b  step c } step e after x }"));
        assertSame(a, scene.item("step x").orElseThrow());
        assertSame(b, scene.item("step x/b").orElseThrow());
        assertSame(after, scene.edge("after step e step x").orElseThrow());

        scene.show(drawn("task T { step x { step c } step e after x { step b } }"));
        assertSame(b, scene.item("step e/b").orElseThrow());
        assertSame(scene.item("step e").orElseThrow(), b.parent());
    }

    @Test
    void flows_areReadFromTheRules() {
        Scene scene = hierarchy("""
                hardware H {
                  compute gpu { peak fp16 1 TFLOP/s }
                  tier hbm on gpu { capacity 80 GiB bandwidth 2 TB/s }
                  tier dram { capacity 512 GiB bandwidth 200 GB/s }
                  tier ssd { capacity 4 TB bandwidth 7 GB/s }
                }
                memory M for kv {
                  store hot : kv() in hbm
                  store cold : kv() in dram
                  store lost : kv() in tape
                  keep hot : recent(4 tokens) else move(to: cold)
                  on full : swap(to: ssd)
                  on decode : fetch(cold)
                }
                """);

        assertEquals(
                List.of(
                        "flow fetch cold hbm",
                        "flow move hot cold",
                        "flow swap cold ssd",
                        "flow swap hot ssd",
                        "flow swap lost ssd"),
                scene.edges().stream().map(Edge::key).sorted().toList());
        assertEquals(
                "shelf tape", scene.item("store lost").orElseThrow().parent().key());
    }

    @Test
    void hierarchyLayout_overlapsNothing() {
        for (long seed = 1; seed <= 12; seed++) {
            Scene scene = hierarchy(machine(new SplittableRandom(seed)));
            Placement placement = HierarchyLayout.place(scene, SIZES, Map.of());
            String where = "seed " + seed;
            for (Item item : scene.items()) {
                Box around = placement.boxes().get(item);
                List<Item> children = item.children();
                for (int i = 0; i < children.size(); i++) {
                    Box box = placement.boxes().get(children.get(i));
                    assertTrue(around == null || around.contains(box), where + ": " + children.get(i) + " in " + item);
                    for (int j = i + 1; j < children.size(); j++) {
                        assertFalse(
                                box.overlaps(placement.boxes().get(children.get(j))),
                                where + ": " + children.get(i) + " over " + children.get(j));
                    }
                }
            }
            assertRouted(scene, placement, where);
        }
    }

    /** Ways are upright or level, begin and end at their items, and run through no store. */
    private static void assertRouted(Scene scene, Placement placement, String where) {
        for (Edge edge : scene.edges()) {
            Route route = placement.routes().get(edge);
            List<Integer> points = route.points();
            for (int i = 2; i < points.size(); i += 2) {
                boolean upright = points.get(i).equals(points.get(i - 2));
                boolean level = points.get(i + 1).equals(points.get(i - 1));
                assertTrue(upright || level, where + ": " + edge + " is askew: " + points);
                Box piece = new Box(
                        Math.min(points.get(i), points.get(i - 2)),
                        Math.min(points.get(i + 1), points.get(i - 1)),
                        Math.abs(points.get(i) - points.get(i - 2)),
                        Math.abs(points.get(i + 1) - points.get(i - 1)));
                for (Item item : scene.items()) {
                    if (item.kind() == Kind.STORE) {
                        Box box = placement.boxes().get(item);
                        Box inside = new Box(box.x() + 2, box.y() + 2, box.width() - 4, box.height() - 4);
                        boolean through = piece.x() < inside.right()
                                && piece.right() > inside.x()
                                && piece.y() < inside.bottom()
                                && piece.bottom() > inside.y();
                        assertFalse(through, where + ": " + edge + " runs through " + item);
                    }
                }
            }
        }
    }

    private static String machine(SplittableRandom random) {
        StringBuilder text = new StringBuilder("hardware H {\n");
        List<String> tiers = new ArrayList<>();
        int units = 1 + random.nextInt(3);
        for (int u = 0; u < units; u++) {
            text.append("  compute u").append(u).append(" { peak fp16 1 TFLOP/s }\n");
            for (int t = 0; t < random.nextInt(3); t++) {
                tiers.add("t" + u + t);
                text.append("  tier t")
                        .append(u)
                        .append(t)
                        .append(" on u")
                        .append(u)
                        .append(" { capacity ")
                        .append(1 + random.nextInt(999))
                        .append(" GiB bandwidth ")
                        .append(1 + random.nextInt(999))
                        .append(" GB/s }\n");
            }
        }
        for (int t = 0; t < 1 + random.nextInt(3); t++) {
            tiers.add("f" + t);
            text.append("  tier f")
                    .append(t)
                    .append(" { capacity ")
                    .append(1 + random.nextInt(999))
                    .append(" GiB bandwidth ")
                    .append(1 + random.nextInt(99))
                    .append(" GB/s }\n");
        }
        for (int i = 0; i < tiers.size() - 1; i++) {
            String from = tiers.get(random.nextInt(tiers.size()));
            String to = tiers.get(random.nextInt(tiers.size()));
            if (!from.equals(to)) {
                text.append("  link l")
                        .append(i)
                        .append(" : ")
                        .append(from)
                        .append(" <-> ")
                        .append(to)
                        .append(" { bandwidth 1 GB/s }\n");
            }
        }
        text.append("}\nmemory M for kv {\n");
        int stores = 1 + random.nextInt(5);
        for (int i = 0; i < stores; i++) {
            text.append("  store c")
                    .append(i)
                    .append(" : kv() in ")
                    .append(tiers.get(random.nextInt(tiers.size())))
                    .append("\n");
        }
        for (int i = 0; i + 1 < stores; i++) {
            text.append("  keep c")
                    .append(i)
                    .append(" : recent(1 tokens) else move(to: c")
                    .append(i + 1)
                    .append(")\n");
        }
        return text.append("  on full : swap(to: ")
                .append(tiers.getLast())
                .append(")\n}\n")
                .toString();
    }

    @Test
    void treeLayout_overlapsNothing(TestReporter reporter) {
        Scene scene = tree(bigTask(new SplittableRandom(42), 500));
        assertEquals(501, scene.items().size());

        long start = System.nanoTime();
        Placement placement = TreeLayout.place(scene, SIZES, item -> false);
        reporter.publishEntry("milliseconds for 500 steps", String.valueOf((System.nanoTime() - start) / 1e6));

        List<Item> items = scene.items();
        for (int i = 0; i < items.size(); i++) {
            Box box = placement.boxes().get(items.get(i));
            for (int j = i + 1; j < items.size(); j++) {
                assertFalse(box.overlaps(placement.boxes().get(items.get(j))), items.get(i) + " over " + items.get(j));
            }
        }
        // a parent stands in the middle of its children
        for (Item item : items) {
            if (!item.children().isEmpty()) {
                Box first = placement.boxes().get(item.children().getFirst());
                Box last = placement.boxes().get(item.children().getLast());
                Box box = placement.boxes().get(item);
                int middle = (first.y() + last.bottom()) / 2;
                assertTrue(Math.abs(middle - (box.y() + box.height() / 2)) <= 1, item + " is not in the middle");
            }
        }
    }

    private static String bigTask(SplittableRandom random, int steps) {
        List<List<Integer>> children = new ArrayList<>();
        children.add(new ArrayList<>());
        for (int i = 1; i <= steps; i++) {
            children.get(random.nextInt(Math.max(0, i - 40), i)).add(i);
            children.add(new ArrayList<>());
        }
        StringBuilder text = new StringBuilder("task Big {\n");
        write(children, 0, text);
        return text.append("}\n").toString();
    }

    private static void write(List<List<Integer>> children, int node, StringBuilder text) {
        Integer before = null;
        for (int child : children.get(node)) {
            text.append("step n").append(child).append(" \"Step ").append(child).append('"');
            if (before != null && child % 3 == 0) {
                text.append(" after n").append(before);
            }
            text.append(" {\n");
            write(children, child, text);
            text.append("}\n");
            before = child;
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.edit.AddAfter;
import org.memwright.edit.AddComputeUnit;
import org.memwright.edit.AddDatum;
import org.memwright.edit.AddLink;
import org.memwright.edit.AddStep;
import org.memwright.edit.AddStore;
import org.memwright.edit.AddTier;
import org.memwright.edit.AddUses;
import org.memwright.edit.Delete;
import org.memwright.edit.Edit;
import org.memwright.edit.End;
import org.memwright.edit.MoveOverflow;
import org.memwright.edit.MoveStep;
import org.memwright.edit.MoveStore;
import org.memwright.edit.PlaceComputeUnit;
import org.memwright.edit.PlaceTier;
import org.memwright.edit.ReconnectLink;
import org.memwright.edit.RemoveAfter;
import org.memwright.edit.RemoveUses;
import org.memwright.edit.Rename;
import org.memwright.edit.SetProperty;
import org.memwright.edit.SetTitle;
import org.memwright.edit.SwapOnFull;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Datum;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.Named;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Task;
import org.memwright.model.TaskElement;
import org.memwright.model.TaskNode;
import org.memwright.model.Tier;

/**
 * Long chains of random edits: after each, the text parses to the model that the edit makes, what was in canonical form is so
 * still, and only deleting loses comments. {@link Design#after} holds every edit to that.
 */
class RandomEditsTest {
    private static final int EDITS = 40;

    private static final String MEMORY = """
            memory Tiered for kv {
              // recent
              store hot  : kv() in hbm
              store cold : kv(keys: int2(per: channel, group: 32)) in dram // quantised
              keep hot   : recent(128 tokens) else move(to: cold)
            }
            """;

    private static String replayed(String seed) {
        String asked = System.getProperty("memwright.seed", "");
        return asked.isEmpty() ? seed : asked;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(strings = {"1", "2", "3", "4"})
    void hardware_survivesChainsOfEdits(String given) {
        String seed = replayed(given);
        var random = new SplittableRandom(Long.parseLong(seed));
        Design design = Design.of(Golden.A100 + "\n" + MEMORY);
        int made = 0;
        for (int i = 0; i < EDITS; i++) {
            Edit edit = hardwareEdit(design, random, i);
            if (edit != null && Design.changes().refusal(edit).isEmpty()) {
                design = step(design, edit, "seed " + seed + ", edit " + i);
                made++;
            }
        }
        assertTrue(made > EDITS / 3, "most edits were refused");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(strings = {"1", "2", "3", "4"})
    void task_survivesChainsOfEdits(String given) {
        String seed = replayed(given);
        var random = new SplittableRandom(Long.parseLong(seed));
        Design design = Design.of(Golden.TRIP);
        int made = 0;
        for (int i = 0; i < EDITS; i++) {
            Edit edit = taskEdit(design, random, i);
            if (edit != null && Design.changes().refusal(edit).isEmpty()) {
                design = step(design, edit, "seed " + seed + ", edit " + i);
                made++;
            }
        }
        assertTrue(made > EDITS / 3, "most edits were refused");
    }

    private static Design step(Design before, Edit edit, String where) {
        Design after;
        try {
            after = before.after(edit);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(where + ", " + edit.label() + " on\n" + before.text(), e);
        }
        if (!(edit instanceof Delete)) {
            assertEquals(
                    before.comments().stream().sorted().toList(),
                    after.comments().stream().sorted().toList(),
                    () -> where + ", " + edit.label() + " on\n" + before.text());
        }
        return after;
    }

    private static @Nullable Edit hardwareEdit(Design design, SplittableRandom random, int number) {
        Hardware hardware = design.first(Hardware.class);
        Memory memory = design.first(Memory.class);
        Tier tier = any(design, Tier.class, random);
        Tier other = any(design, Tier.class, random);
        ComputeUnit unit = any(design, ComputeUnit.class, random);
        Link link = any(design, Link.class, random);
        Store store = any(design, Store.class, random);
        Store another = any(design, Store.class, random);
        String name = "n" + number;
        return switch (random.nextInt(14)) {
            case 0 -> new AddTier(hardware, name, random.nextBoolean() ? unit : null, value("1 GiB"), value("1 TB/s"));
            case 1 ->
                new AddComputeUnit(hardware, name, random.nextBoolean() ? tier : null, "fp16", value("1 TFLOP/s"));
            case 2 ->
                tier == null || other == null
                        ? null
                        : new AddLink(hardware, name, End.of(tier), End.of(other), value("1 GB/s"));
            case 3 -> tier == null ? null : new SetProperty(tier, "capacity", value(random.nextInt(1, 9999) + " GiB"));
            case 4 -> tier == null ? null : new SetProperty(tier, "price", value("3 USD/GiB"));
            case 5 -> tier == null ? null : new PlaceTier(tier, random.nextBoolean() ? unit : null);
            case 6 -> unit == null ? null : new PlaceComputeUnit(unit, random.nextBoolean() ? tier : null);
            case 7 -> link == null || tier == null ? null : new ReconnectLink(link, random.nextBoolean(), End.of(tier));
            case 8 -> new AddStore(memory, name, value("kv()"), tier == null ? null : tier.getName());
            case 9 -> store == null || tier == null ? null : new MoveStore(store, tier.getName());
            case 10 ->
                store == null || another == null
                        ? null
                        : new MoveOverflow(memory, store, another, value("recent(8 tokens)"));
            case 11 -> tier == null ? null : new SwapOnFull(memory, tier.getName());
            case 12 -> deletion(any(design, Named.class, random), hardware, memory);
            default -> renaming(any(design, Named.class, random), number);
        };
    }

    private static @Nullable Edit deletion(@Nullable Named part, Named... kept) {
        return part == null || List.of(kept).contains(part) ? null : new Delete(part);
    }

    private static @Nullable Edit renaming(@Nullable Named part, int number) {
        return part == null ? null : new Rename(part, "renamed_" + number);
    }

    private static @Nullable Edit taskEdit(Design design, SplittableRandom random, int number) {
        Task task = design.first(Task.class);
        Step step = any(design, Step.class, random);
        Step other = any(design, Step.class, random);
        TaskElement element = any(design, TaskElement.class, random);
        Datum datum = any(design, Datum.class, random);
        TaskNode node = random.nextInt(3) == 0 || step == null ? task : step;
        String name = "n" + number;
        if (step == null || other == null || element == null) {
            return new AddStep(task, 0, name, null);
        }
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                new AddStep(
                        node,
                        random.nextInt(node.getSteps().size() + 1),
                        name,
                        random.nextBoolean() ? "Step " + name : null);
            case 2, 3 -> {
                int places = node.getSteps().size() + (step.eContainer() == node ? 0 : 1);
                yield new MoveStep(step, node, random.nextInt(Math.max(1, places)));
            }
            case 4 -> new AddAfter(step, other);
            case 5 -> new AddUses(step, element);
            case 6 ->
                step.getUses().isEmpty()
                        ? step.getAfter().isEmpty()
                                ? null
                                : new RemoveAfter(step, step.getAfter().getLast())
                        : new RemoveUses(step, step.getUses().getFirst());
            case 7 ->
                random.nextBoolean()
                        ? new SetTitle(step, random.nextBoolean() ? null : "Words " + number)
                        : new AddDatum(node, random.nextBoolean(), name);
            case 8 -> random.nextInt(3) > 0 ? null : new Delete(datum == null || random.nextBoolean() ? step : datum);
            default -> new Rename(element, "renamed_" + number);
        };
    }

    private static org.memwright.model.Expression value(String text) {
        return Design.value(text);
    }

    private static <T extends EObject> @Nullable T any(Design design, Class<T> type, SplittableRandom random) {
        List<T> all = new ArrayList<>();
        design.module().eAllContents().forEachRemaining(part -> {
            if (type.isInstance(part)) {
                all.add(type.cast(part));
            }
        });
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}

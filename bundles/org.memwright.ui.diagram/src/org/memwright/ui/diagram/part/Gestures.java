/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.part;

import java.util.Locale;
import org.eclipse.emf.ecore.EObject;
import org.memwright.edit.AddAfter;
import org.memwright.edit.AddComputeUnit;
import org.memwright.edit.AddLink;
import org.memwright.edit.AddStep;
import org.memwright.edit.AddStore;
import org.memwright.edit.AddTier;
import org.memwright.edit.AddUses;
import org.memwright.edit.Edit;
import org.memwright.edit.End;
import org.memwright.edit.MoveOverflow;
import org.memwright.edit.MoveStep;
import org.memwright.edit.MoveStore;
import org.memwright.edit.Names;
import org.memwright.edit.PlaceComputeUnit;
import org.memwright.edit.PlaceTier;
import org.memwright.edit.ReconnectLink;
import org.memwright.edit.SwapOnFull;
import org.memwright.model.Argument;
import org.memwright.model.Call;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Expression;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.ModelFactory;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Task;
import org.memwright.model.TaskElement;
import org.memwright.model.TaskNode;
import org.memwright.model.Tier;
import org.memwright.model.Use;
import org.memwright.ui.diagram.design.Diagram;
import org.memwright.ui.diagram.scene.Edge;
import org.memwright.ui.diagram.scene.Item;
import org.memwright.ui.diagram.scene.Kind;

/** What gestures mean: a kind drawn into an item, an item dragged onto another, a line drawn between two. Null for nothing. */
public final class Gestures {
    private Gestures() {}

    /**
     * A new part.
     *
     * @param kind what is drawn
     * @param container what it is drawn into
     * @param index its place among steps; ignored elsewhere
     */
    public static Edit create(Diagram diagram, Kind kind, Item container, int index) {
        Hardware hardware = diagram.hardware();
        Memory memory = diagram.memory();
        EObject in = container.element();
        return switch (kind) {
            case TIER -> {
                ComputeUnit on = in instanceof ComputeUnit unit ? unit : null;
                yield hardware == null || container.kind() == Kind.STORE
                        ? null
                        : new AddTier(
                                hardware,
                                Names.free(hardware, "new_tier"),
                                on,
                                number(on == null ? "512" : "64", on == null ? "GiB" : "MiB"),
                                number(on == null ? "200" : "10", on == null ? "GB/s" : "TB/s"));
            }
            case UNIT ->
                hardware == null
                        ? null
                        : new AddComputeUnit(
                                hardware,
                                Names.free(hardware, "new_unit"),
                                in instanceof Tier tier ? tier : null,
                                "fp16",
                                number("100", "TFLOP/s"));
            case STORE -> {
                if (memory == null) {
                    yield null;
                }
                String tier =
                        in instanceof Tier home ? home.getName() : in instanceof Store beside ? beside.getTier() : null;
                yield new AddStore(memory, Names.free(memory, "new_store"), layout(memory), tier);
            }
            case STEP -> {
                TaskNode parent = in instanceof TaskNode node ? node : null;
                yield parent == null
                        ? null
                        : new AddStep(
                                parent,
                                Math.min(index, parent.getSteps().size()),
                                Names.free(parent, "new_step"),
                                "New step");
            }
            default -> null;
        };
    }

    /** What stores of an engine hold, to begin with. */
    private static Expression layout(Memory memory) {
        Call call = ModelFactory.eINSTANCE.createCall();
        Memory at = memory;
        while (at.getEngine() == null && at.getParent() != null) {
            at = at.getParent();
        }
        String engine = at.getEngine() == null ? "" : at.getEngine().toLowerCase(Locale.ROOT);
        call.setName(
                switch (engine) {
                    case "agent", "task" -> "text";
                    case "training" -> "activations";
                    case "placement" -> "scratchpad";
                    case "sequence" -> "mlp";
                    default -> "kv";
                });
        return call;
    }

    static NumberLiteral number(String amount, String unit) {
        NumberLiteral number = ModelFactory.eINSTANCE.createNumberLiteral();
        number.setAmount(amount);
        number.setUnit(unit);
        return number;
    }

    /** An item that is dragged onto another. */
    public static Edit move(Diagram diagram, Item item, Item onto, int index) {
        EObject target = onto.element();
        return switch (item.element()) {
            case Store store -> {
                Item tier = onto.around(Kind.TIER).orElse(null);
                yield tier == null ? null : new MoveStore(store, ((Tier) tier.element()).getName());
            }
            case Tier tier -> {
                Item unit = onto.around(Kind.UNIT).orElse(null);
                yield new PlaceTier(tier, unit == null ? null : (ComputeUnit) unit.element());
            }
            case ComputeUnit unit -> new PlaceComputeUnit(unit, target instanceof Tier tier ? tier : null);
            case Step step
            when target instanceof TaskNode parent -> new MoveStep(step, parent, Math.min(index, places(step, parent)));
            default -> null;
        };
    }

    private static int places(Step step, TaskNode parent) {
        return parent.getSteps().size() - (step.eContainer() == parent ? 1 : 0);
    }

    static boolean canStart(Kind kind, Item source) {
        return switch (kind) {
            case LINK -> source.kind() == Kind.TIER;
            case FLOW -> source.kind() == Kind.STORE;
            case AFTER -> source.kind() == Kind.STEP;
            case USES -> source.kind() == Kind.STEP || source.kind() == Kind.TASK;
            default -> false;
        };
    }

    /** A line drawn from one item to another. */
    public static Edit connect(Diagram diagram, Kind kind, Item source, Item target) {
        if (source == target && kind != Kind.LINK) {
            return null;
        }
        return switch (kind) {
            case LINK -> {
                if (!(source.element() instanceof Tier) || !(target.element() instanceof Tier)) {
                    yield null;
                }
                Hardware hardware = diagram.hardware();
                yield new AddLink(
                        hardware, Names.free(hardware, "new_link"), end(source), end(target), number("32", "GB/s"));
            }
            case FLOW -> flow(diagram, source, target);
            case AFTER ->
                source.element() instanceof Step before && target.element() instanceof Step after
                        ? new AddAfter(after, before)
                        : null;
            case USES -> target.element() instanceof Step user ? uses(source, user) : null;
            default -> null;
        };
    }

    private static Edit flow(Diagram diagram, Item source, Item target) {
        if (!(source.element() instanceof Store from) || diagram.memory() == null) {
            return null;
        }
        if (target.element() instanceof Store to) {
            return new MoveOverflow(diagram.memory(), from, to, selector());
        }
        return target.element() instanceof Tier tier ? new SwapOnFull(diagram.memory(), tier.getName()) : null;
    }

    /** What stays in a store that had no rule: its last 128 tokens. */
    private static Expression selector() {
        Argument tokens = ModelFactory.eINSTANCE.createArgument();
        tokens.setValue(number("128", "tokens"));
        Call recent = ModelFactory.eINSTANCE.createCall();
        recent.setName("recent");
        recent.getArguments().add(tokens);
        return recent;
    }

    /** The first output that is not used yet; the step itself where it has none. */
    private static Edit uses(Item source, Step user) {
        TaskNode node = (TaskNode) source.element();
        for (TaskElement output : node instanceof Task ? node.getInputs() : node.getOutputs()) {
            if (!user.getUses().contains(output)) {
                return new AddUses(user, output);
            }
        }
        return node instanceof Step step ? new AddUses(user, step) : null;
    }

    /** The end of an edge moved to another item. */
    static Edit reconnect(Diagram diagram, Edge edge, boolean atSource, Item item) {
        return edge.element() instanceof Link link && item.element() instanceof Tier
                ? new ReconnectLink(link, atSource, end(item))
                : null;
    }

    private static End end(Item tier) {
        Item group = tier.around(Kind.GROUP).orElse(null);
        return new End(group == null ? null : (Use) group.element(), (Tier) tier.element());
    }
}

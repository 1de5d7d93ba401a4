/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.evaluate.WholeModel;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.model.Argument;
import org.memwright.model.Call;
import org.memwright.model.Column;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Experiment;
import org.memwright.model.Expression;
import org.memwright.model.Handler;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.ModelPackage;
import org.memwright.model.Property;
import org.memwright.model.Reference;
import org.memwright.model.Split;
import org.memwright.model.Store;
import org.memwright.model.Tier;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/** What is placed somewhere fits there, and can get there. */
public class PlacementChecks extends Checks {
    private static final List<String> SPLITS = List.of("tensor", "pipeline");

    @Inject
    private EngineWords engines;

    @Check
    public void linkJoinsTwoTiers(Link link) {
        if (link.getSource() == null || link.getTarget() == null) {
            return;
        }
        Tier source = link.getSource().getTier();
        Tier target = link.getTarget().getTier();
        boolean ofUses = link.getSource().getUse() != null || link.getTarget().getUse() != null;
        if (source != null && source.equals(target) && !source.eIsProxy() && !ofUses) {
            report(
                    link,
                    ModelPackage.Literals.NAMED__NAME,
                    LangIssue.LINK_TO_ITSELF,
                    List.of(),
                    link.getName(),
                    source.getName());
        }
    }

    @Check
    public void storesAreOnTheHardware(Experiment experiment) {
        if (!isKnown(experiment.getHardware())) {
            return;
        }
        WholeHardware hardware = whole(experiment.getHardware());
        for (Column column : experiment.getColumns()) {
            if (isKnown(column.getMemory())) {
                place(column, whole(column.getMemory()), hardware);
            }
        }
    }

    private void place(Column column, WholeMemory memory, WholeHardware hardware) {
        Evaluator values = memory.evaluator(column);
        Room room = room(hardware);
        List<String> tiers = room.tiers();
        String main = room.main();
        Set<String> reachable = room.reachable();
        for (Store store : memory.stores().values()) {
            String tier = placeOf(store, values);
            if (tier.isEmpty()) {
                continue;
            }
            if (!tiers.contains(tier)) {
                String nearest = Nearest.to(tier, tiers);
                report(
                        column,
                        ModelPackage.Literals.COLUMN__MEMORY,
                        LangIssue.TIER_MISSING,
                        data(nearest),
                        store.getName(),
                        memory.declaration().getName(),
                        tier,
                        hardware.declaration().getName(),
                        Nearest.question(nearest),
                        Nearest.list(tiers));
                continue;
            }
            reaches(
                    column,
                    "Store '" + store.getName() + "' of '"
                            + memory.declaration().getName() + "'",
                    tier,
                    main,
                    reachable,
                    hardware);
            storeFits(column, memory, store, tier, values, hardware);
        }
        places(column, memory, values, hardware, tiers, main, reachable);
    }

    /** The tiers of a hardware, the one that weights are in, and those that can be reached from there. */
    private record Room(List<String> tiers, String main, Set<String> reachable) {}

    private Room room(WholeHardware hardware) {
        return once(List.of("room", hardware.declaration()), () -> {
            String main = mainTier(hardware);
            return new Room(hardware.tierNames(), main, main.isEmpty() ? Set.of() : hardware.reachable(main));
        });
    }

    /** The tier that a store is written to be in; it may be named by a parameter. */
    private static String placeOf(Store store, Evaluator values) {
        String written = store.getTier();
        if (written == null) {
            return "";
        }
        return values.knows(written)
                ? values.valueOf(written)
                        .map(value ->
                                value instanceof Reference reference ? String.valueOf(reference.getName()) : written)
                        .orElse(written)
                : written;
    }

    private void reaches(
            Column column, String what, String tier, String main, Set<String> reachable, WholeHardware hardware) {
        if (!main.isEmpty() && !reachable.contains(tier)) {
            report(
                    column,
                    ModelPackage.Literals.COLUMN__MEMORY,
                    LangIssue.TIER_UNREACHABLE,
                    List.of(main, tier),
                    what,
                    tier,
                    hardware.declaration().getName(),
                    main);
        }
    }

    /** The names of tiers that mechanisms move things to. */
    private void places(
            Column column,
            WholeMemory memory,
            Evaluator values,
            WholeHardware hardware,
            List<String> tiers,
            String main,
            Set<String> reachable) {
        if (engines.built(memory.engine()).isEmpty()) {
            return;
        }
        Set<String> reported = new HashSet<>();
        var calls = new MechanismCalls(
                engines,
                memory.engine(),
                values,
                memory.stores().keySet(),
                (at, issue, data, message) -> {},
                (at, mechanism, param, place) -> {
                    if (!tiers.contains(place)) {
                        if (reported.add(place)) {
                            List<String> known = new ArrayList<>(tiers);
                            known.addAll(memory.stores().keySet());
                            String nearest = Nearest.to(place, known);
                            report(
                                    column,
                                    ModelPackage.Literals.COLUMN__MEMORY,
                                    LangIssue.PLACE_MISSING,
                                    data(nearest),
                                    mechanism.name(),
                                    memory.declaration().getName(),
                                    place,
                                    hardware.declaration().getName(),
                                    Nearest.question(nearest),
                                    Nearest.list(tiers));
                        }
                    } else if (reported.add(place)) {
                        reaches(
                                column,
                                "What '" + mechanism.name() + "' of '"
                                        + memory.declaration().getName() + "' moves",
                                place,
                                main,
                                reachable,
                                hardware);
                    }
                });
        for (Keep keep : memory.keeps()) {
            keep.getSelectors().forEach(selector -> calls.check(selector, List.of(MechanismKind.SELECTOR), ""));
            calls.check(keep.getOverflow(), List.of(MechanismKind.OVERFLOW), "");
        }
        for (Handler handler : memory.handlers()) {
            handler.getActions().forEach(action -> calls.check(action, List.of(MechanismKind.ACTION), ""));
        }
    }

    private void storeFits(
            Column column, WholeMemory memory, Store store, String tier, Evaluator values, WholeHardware hardware) {
        double capacity = capacity(hardware, tier);
        if (Double.isNaN(capacity) || !(values.resolveOrSelf(store.getLayout()) instanceof Call layout)) {
            return;
        }
        for (Argument argument : layout.getArguments()) {
            double bytes = bytes(argument.getValue(), values);
            if (bytes > capacity) {
                report(
                        column,
                        ModelPackage.Literals.COLUMN__MEMORY,
                        LangIssue.STORE_TOO_LARGE,
                        List.of(),
                        store.getName(),
                        memory.declaration().getName(),
                        Format.of(bytes, Dimension.BYTES),
                        tier,
                        hardware.declaration().getName(),
                        Format.of(capacity, Dimension.BYTES));
            }
        }
    }

    private static double bytes(@Nullable Expression value, Evaluator values) {
        if (value == null) {
            return Double.NaN;
        }
        try {
            var quantity = values.quantity(value);
            return quantity.dimension().equals(Dimension.BYTES) ? quantity.base() : Double.NaN;
        } catch (EvaluationFailure noQuantity) {
            return Double.NaN;
        }
    }

    /** The capacity of a tier in bytes, of one device; not a number where it is not known. */
    private static double capacity(WholeHardware hardware, String tier) {
        Optional<Property> capacity = hardware.tier(tier)
                .flatMap(found -> found.getProperties().stream()
                        .filter(property -> "capacity".equals(property.getName()))
                        .findFirst());
        return capacity.map(property -> bytes(property.getValue(), Evaluator.constant()))
                .orElse(Double.NaN);
    }

    /**
     * The tier that the weights are in: the largest of those that a compute unit is on or in; where there is no such, the
     * largest of all. Empty where none has a capacity.
     */
    private static String mainTier(WholeHardware hardware) {
        List<String> near = new ArrayList<>();
        for (WholeHardware part : hardware.all()) {
            for (Tier tier : part.tiers()) {
                if (isKnown(tier.getComputeUnit())) {
                    near.add(tier.getName());
                }
            }
            for (ComputeUnit unit : part.computeUnits()) {
                if (isKnown(unit.getTier())) {
                    near.add(unit.getTier().getName());
                }
            }
        }
        String best = "";
        double most = 0;
        for (String name : near.isEmpty() ? hardware.tierNames() : near) {
            double capacity = name == null ? Double.NaN : capacity(hardware, name);
            if (capacity > most) {
                most = capacity;
                best = name;
            }
        }
        return best;
    }

    @Check
    public void modelIsSplitOverDevicesThatThereAre(Experiment experiment) {
        long devices = 1;
        for (Split split : experiment.getSplits()) {
            if (split.getKind() == null) {
                continue;
            }
            if (!SPLITS.contains(split.getKind())) {
                String nearest = Nearest.to(split.getKind(), SPLITS);
                report(
                        split,
                        ModelPackage.Literals.SPLIT__KIND,
                        LangIssue.SPLIT_UNKNOWN,
                        data(nearest),
                        split.getKind(),
                        Nearest.question(nearest));
            } else if (split.getCount() < 1) {
                report(
                        split,
                        ModelPackage.Literals.SPLIT__COUNT,
                        LangIssue.NOT_A_COUNT,
                        List.of(),
                        split.getCount(),
                        1,
                        Integer.MAX_VALUE);
            } else {
                devices *= split.getCount();
                devices = Math.min(devices, Integer.MAX_VALUE);
            }
        }
        if (devices > 1 && isKnown(experiment.getHardware())) {
            int there = whole(experiment.getHardware()).devices();
            if (devices > there) {
                report(
                        experiment.getSplits().getFirst(),
                        ModelPackage.Literals.SPLIT__COUNT,
                        LangIssue.SPLIT_TOO_LARGE,
                        List.of(Long.toString(devices)),
                        devices,
                        experiment.getHardware().getName(),
                        there,
                        experiment.getHardware().getName(),
                        devices);
            }
        }
    }

    @Check
    public void modelFits(Experiment experiment) {
        if (!isKnown(experiment.getModel())) {
            return;
        }
        TransformerShape shape;
        try {
            shape = WholeModel.of(experiment.getModel()).shape();
        } catch (EvaluationFailure incomplete) {
            return;
        }
        String name = experiment.getModel().getName();
        long parts = 1;
        for (Split split : experiment.getSplits()) {
            if (split.getCount() < 1 || !SPLITS.contains(String.valueOf(split.getKind()))) {
                continue;
            }
            parts = Math.min(Integer.MAX_VALUE, parts * split.getCount());
            EStructuralFeature count = ModelPackage.Literals.SPLIT__COUNT;
            if (split.getKind().equals("tensor") && shape.heads() % split.getCount() != 0) {
                report(split, count, LangIssue.SPLIT_UNEVEN, List.of(), shape.heads(), name, split.getCount());
            } else if (split.getKind().equals("pipeline") && split.getCount() > shape.layers()) {
                report(split, count, LangIssue.SPLIT_TOO_FINE, List.of(), name, shape.layers(), split.getCount());
            }
        }
        if (!isKnown(experiment.getHardware())) {
            return;
        }
        WholeHardware hardware = whole(experiment.getHardware());
        String tier = room(hardware).main();
        double capacity = tier.isEmpty() ? Double.NaN : capacity(hardware, tier);
        double weights = shape.weightBytes();
        if (weights / parts > capacity) {
            report(
                    experiment,
                    ModelPackage.Literals.EXPERIMENT__MODEL,
                    LangIssue.WEIGHTS_TOO_LARGE,
                    List.of(Long.toString((long) Math.ceil(weights / capacity))),
                    name,
                    Format.of(weights, Dimension.BYTES),
                    parts == 1
                            ? ""
                            : ", " + Format.of(weights / parts, Dimension.BYTES) + " on each of " + parts + " devices",
                    tier,
                    hardware.declaration().getName(),
                    Format.of(capacity, Dimension.BYTES),
                    (long) Math.ceil(weights / capacity));
        } else {
            contextFits(experiment, shape, tier, capacity - weights / parts, parts);
        }
    }

    /** A request as long as the model's context finds room in a store that keeps all of it as it is. */
    private void contextFits(Experiment experiment, TransformerShape shape, String tier, double left, long parts) {
        for (Column column : experiment.getColumns()) {
            if (!isKnown(column.getMemory())) {
                continue;
            }
            WholeMemory memory = whole(column.getMemory());
            Evaluator values = memory.evaluator(column);
            for (Store store : memory.stores().values()) {
                boolean whole = values.resolveOrSelf(store.getLayout()) instanceof Call layout
                        && layout.getArguments().isEmpty();
                boolean kept = memory.keeps().isEmpty() && memory.stores().size() == 1;
                double bytes = shape.keyValueNumbersPerToken() * 2.0 * shape.context() / parts;
                if (whole && kept && tier.equals(placeOf(store, values)) && bytes > left) {
                    report(
                            column,
                            ModelPackage.Literals.COLUMN__MEMORY,
                            LangIssue.CONTEXT_TOO_LARGE,
                            List.of(),
                            experiment.getModel().getName(),
                            shape.context(),
                            Format.of(bytes, Dimension.BYTES),
                            store.getName(),
                            tier,
                            Format.of(left, Dimension.BYTES));
                }
            }
        }
    }

    private static boolean isKnown(@Nullable EObject target) {
        return target != null && !target.eIsProxy();
    }
}

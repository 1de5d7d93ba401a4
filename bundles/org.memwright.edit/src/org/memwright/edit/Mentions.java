/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;
import org.memwright.model.Argument;
import org.memwright.model.Axis;
import org.memwright.model.Column;
import org.memwright.model.Component;
import org.memwright.model.Declaration;
import org.memwright.model.Experiment;
import org.memwright.model.Handler;
import org.memwright.model.Hardware;
import org.memwright.model.Import;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Module;
import org.memwright.model.Named;
import org.memwright.model.Parameter;
import org.memwright.model.Point;
import org.memwright.model.Reference;
import org.memwright.model.Select;
import org.memwright.model.Store;
import org.memwright.model.Tier;
import org.memwright.model.Use;

/**
 * The words of a project that mean a part without being a reference to it: {@code in hbm}, {@code move(to: cold)}, {@code
 * peak(hbm)}, {@code KIVI.throughput}, {@code H2O(budget: 5%)}.
 *
 * <p>Which hardware a memory's {@code hbm} means is said by the experiments that compare the memory. A memory that none compares is
 * taken to be on the hardware of its own file, where that is only one. Cost: one pass over the files of the project.
 */
final class Mentions {
    /**
     * A word that means a part.
     *
     * @param feature where the holder keeps the word
     * @param before what stands before the part's name in it, such as {@code nvidia.}
     * @param after what stands behind it
     */
    record Mention(EObject holder, EAttribute feature, String before, String after) {
        String renamed(String name) {
            return before + name + after;
        }
    }

    private final Named part;
    private final String name;
    private final List<Module> modules;
    private final List<Mention> found = new ArrayList<>();

    private Mentions(Named part) {
        this.part = part;
        this.name = part.getName();
        this.modules = modules(part);
    }

    /** The words that mean a part, in the order of files and lines. */
    static List<Mention> of(Named part) {
        if (part.getName() == null) {
            return List.of();
        }
        var mentions = new Mentions(part);
        switch (part) {
            case Memory memory -> {
                mentions.imported(memory);
                mentions.ofMemory(memory);
            }
            case Declaration declaration -> mentions.imported(declaration);
            case Component component -> mentions.ofComponent(component);
            case Store store -> mentions.ofStore(store);
            case Parameter parameter -> mentions.ofParameter(parameter);
            default -> {}
        }
        return List.copyOf(mentions.found);
    }

    private void imported(Declaration declaration) {
        if (!(declaration.eContainer() instanceof Module home) || home.getName() == null) {
            return;
        }
        String prefix = home.getName() + ".";
        for (Module module : modules) {
            for (Import imported : module.getImports()) {
                if ((prefix + name).equals(imported.getImportedNamespace())) {
                    found.add(new Mention(imported, ModelPackage.Literals.IMPORT__IMPORTED_NAMESPACE, prefix, ""));
                }
            }
        }
    }

    /** {@code KIVI.throughput} in the experiments that compare KIVI under its own name. */
    private void ofMemory(Memory memory) {
        for (Experiment experiment : experiments()) {
            boolean compared = experiment.getColumns().stream()
                    .anyMatch(column -> column.getMemory() == memory && column.getName() == null);
            if (!compared) {
                continue;
            }
            references(
                    experiment,
                    reference -> reference.eContainer() instanceof Select select && select.getTarget() == reference);
            dotted(experiment, name + ".", "", axis -> axis.substring(name.length()));
        }
    }

    private void ofComponent(Component component) {
        if (!(component.eContainer() instanceof Hardware home)) {
            return;
        }
        Set<Memory> placed = new LinkedHashSet<>();
        Set<Memory> elsewhere = new LinkedHashSet<>();
        for (Experiment experiment : experiments()) {
            boolean here = experiment.getHardware() != null
                    && parts(experiment.getHardware()).contains(home);
            for (Column column : experiment.getColumns()) {
                (here ? placed : elsewhere).addAll(ancestors(column.getMemory()));
            }
            if (here) {
                references(
                        experiment,
                        reference -> reference.eContainer() instanceof Argument
                                || (component instanceof Use
                                        && reference.eContainer() instanceof Select select
                                        && select.getTarget() == reference));
                selections(experiment, home);
            }
        }
        if (component instanceof Tier) {
            placed.addAll(unplaced(home));
            placed.removeAll(elsewhere);
            placed.forEach(this::ofTierIn);
        }
    }

    /** {@code node.hbm}: a tier of what {@code node} uses. */
    private void selections(Experiment experiment, Hardware home) {
        each(experiment, Select.class, select -> {
            if (name.equals(select.getName())
                    && !select.isInvoked()
                    && select.getTarget() instanceof Reference target
                    && uses(experiment.getHardware(), target.getName(), home)) {
                found.add(new Mention(select, ModelPackage.Literals.SELECT__NAME, "", ""));
            }
        });
    }

    private static boolean uses(Hardware hardware, String name, Hardware home) {
        return ancestors(hardware).stream()
                .flatMap(each -> each.getComponents().stream())
                .anyMatch(component -> component instanceof Use use
                        && name.equals(use.getName())
                        && use.getHardware() != null
                        && ancestors(use.getHardware()).contains(home));
    }

    private void ofTierIn(Memory memory) {
        for (Store store : memory.getStores()) {
            if (name.equals(store.getTier())) {
                found.add(new Mention(store, ModelPackage.Literals.STORE__TIER, "", ""));
            }
        }
        boolean meansAnother = ancestors(memory).stream()
                .anyMatch(each -> each.getStores().stream().anyMatch(store -> name.equals(store.getName()))
                        || each.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName())));
        if (!meansAnother) {
            references(memory, reference -> reference.eContainer() instanceof Argument && !isVariable(reference));
        }
    }

    /** The memories of the hardware's file that no experiment compares, where the file has no other hardware. */
    private Set<Memory> unplaced(Hardware home) {
        Set<Memory> memories = new LinkedHashSet<>();
        if (!(home.eContainer() instanceof Module module)) {
            return memories;
        }
        Set<Memory> compared = new LinkedHashSet<>();
        for (Experiment experiment : experiments()) {
            experiment.getColumns().forEach(column -> compared.addAll(ancestors(column.getMemory())));
        }
        boolean only = module.getDeclarations().stream()
                        .filter(Hardware.class::isInstance)
                        .count()
                == 1;
        for (Declaration declaration : module.getDeclarations()) {
            if (only && declaration instanceof Memory memory && !compared.contains(memory)) {
                memories.add(memory);
            }
        }
        return memories;
    }

    private void ofStore(Store store) {
        for (Memory memory : heirs(store)) {
            for (Store other : memory.getStores()) {
                if (other != store && name.equals(other.getName())) {
                    found.add(new Mention(other, ModelPackage.Literals.NAMED__NAME, "", ""));
                }
            }
            references(memory, reference -> !isVariable(reference));
        }
    }

    private void ofParameter(Parameter parameter) {
        Set<Memory> heirs = heirs(parameter);
        for (Memory memory : heirs) {
            for (Parameter other : memory.getParameters()) {
                if (other != parameter && name.equals(other.getName())) {
                    found.add(new Mention(other, ModelPackage.Literals.NAMED__NAME, "", ""));
                }
            }
            references(memory, reference -> !isVariable(reference));
        }
        for (Experiment experiment : experiments()) {
            boolean compared = false;
            for (Column column : experiment.getColumns()) {
                if (!heirs.contains(column.getMemory())) {
                    continue;
                }
                compared = true;
                for (Argument argument : column.getArguments()) {
                    if (name.equals(argument.getName())) {
                        found.add(new Mention(argument, ModelPackage.Literals.ARGUMENT__NAME, "", ""));
                    }
                }
                String label = column.getName() != null
                        ? column.getName()
                        : column.getMemory().getName();
                dotted(experiment, label + "." + name, label + ".", axis -> "");
            }
            if (compared) {
                dotted(experiment, name, "", axis -> "");
            }
        }
    }

    private interface Rest {
        String of(String axis);
    }

    /** Names of axes and points: all of them where {@code wanted} has no dot at its end, otherwise its beginning. */
    private void dotted(Experiment experiment, String wanted, String before, Rest after) {
        for (Axis axis : experiment.getAxes()) {
            if (matches(axis.getName(), wanted)) {
                found.add(new Mention(axis, ModelPackage.Literals.AXIS__NAME, before, after.of(axis.getName())));
            }
        }
        each(experiment, Point.class, point -> {
            if (matches(point.getName(), wanted)) {
                found.add(new Mention(point, ModelPackage.Literals.POINT__NAME, before, after.of(point.getName())));
            }
        });
    }

    private static boolean matches(@Nullable String written, String wanted) {
        return written != null && (wanted.endsWith(".") ? written.startsWith(wanted) : written.equals(wanted));
    }

    private void references(EObject root, Predicate<Reference> wanted) {
        each(root, Reference.class, reference -> {
            if (name.equals(reference.getName()) && wanted.test(reference)) {
                found.add(new Mention(reference, ModelPackage.Literals.REFERENCE__NAME, "", ""));
            }
        });
    }

    private interface Visitor<T> {
        void visit(T part);
    }

    private static <T extends EObject> void each(EObject root, Class<T> type, Visitor<T> visitor) {
        TreeIterator<EObject> all = root.eAllContents();
        while (all.hasNext()) {
            EObject next = all.next();
            if (type.isInstance(next)) {
                visitor.visit(type.cast(next));
            }
        }
    }

    private boolean isVariable(Reference reference) {
        for (EObject at = reference; at != null; at = at.eContainer()) {
            if (at instanceof Handler handler) {
                return handler.getVariables().stream().anyMatch(variable -> name.equals(variable.getName()));
            }
        }
        return false;
    }

    /** The memory of a store or parameter and those that inherit from it. */
    private Set<Memory> heirs(Named storeOrParameter) {
        Set<Memory> heirs = new LinkedHashSet<>();
        if (storeOrParameter.eContainer() instanceof Memory home) {
            for (Module module : modules) {
                for (Declaration declaration : module.getDeclarations()) {
                    if (declaration instanceof Memory memory
                            && ancestors(memory).contains(home)) {
                        heirs.add(memory);
                    }
                }
            }
            heirs.add(home);
        }
        return heirs;
    }

    private static Set<Memory> ancestors(@Nullable Memory memory) {
        Set<Memory> line = new LinkedHashSet<>();
        Memory at = memory;
        while (at != null && line.add(at)) {
            at = at.getParent();
        }
        return line;
    }

    private static Set<Hardware> ancestors(@Nullable Hardware hardware) {
        Set<Hardware> line = new LinkedHashSet<>();
        Hardware at = hardware;
        while (at != null && line.add(at)) {
            at = at.getParent();
        }
        return line;
    }

    /** A hardware with what it extends and what it is built of. */
    private static Set<Hardware> parts(Hardware hardware) {
        Set<Hardware> parts = new LinkedHashSet<>();
        collect(hardware, parts);
        return parts;
    }

    private static void collect(@Nullable Hardware hardware, Set<Hardware> parts) {
        for (Hardware each : ancestors(hardware)) {
            if (parts.add(each)) {
                for (Component component : each.getComponents()) {
                    if (component instanceof Use use) {
                        collect(use.getHardware(), parts);
                    }
                }
            }
        }
    }

    private List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>();
        for (Module module : modules) {
            for (Declaration declaration : module.getDeclarations()) {
                if (declaration instanceof Experiment experiment) {
                    all.add(experiment);
                }
            }
        }
        return all;
    }

    private static List<Module> modules(EObject part) {
        EObject root = EcoreUtil.getRootContainer(part);
        Resource own = part.eResource();
        if (own == null || own.getResourceSet() == null) {
            return root instanceof Module module ? List.of(module) : List.of();
        }
        List<Module> modules = new ArrayList<>();
        for (Resource resource : own.getResourceSet().getResources()) {
            if (!resource.getContents().isEmpty() && resource.getContents().getFirst() instanceof Module module) {
                modules.add(module);
            }
        }
        return modules;
    }
}

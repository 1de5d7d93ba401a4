/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.memwright.lang.Project;
import org.memwright.lang.evaluate.EvaluationFailure;
import org.memwright.lang.evaluate.Evaluator;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Argument;
import org.memwright.model.Call;
import org.memwright.model.Column;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Declaration;
import org.memwright.model.Endpoint;
import org.memwright.model.Experiment;
import org.memwright.model.Expression;
import org.memwright.model.Handler;
import org.memwright.model.Hardware;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Module;
import org.memwright.model.Property;
import org.memwright.model.Reference;
import org.memwright.model.Select;
import org.memwright.model.Store;
import org.memwright.model.Tier;
import org.memwright.model.Use;

/** Draws a hardware as levels of memory, with the stores of a memory in them. */
public final class Hierarchies {
    private static final int DEEPEST = 4;

    private final Module file;
    private final Memory memory;
    private final List<Drawing.Line> edges = new ArrayList<>();
    private final Map<String, String> tierKeys = new LinkedHashMap<>();
    private final Map<String, Double> speeds = new HashMap<>();
    private final Map<String, String> storeKeys = new LinkedHashMap<>();
    private final Map<String, String> storeTiers = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private WholeMemory whole;

    private Hierarchies(Module file, Memory memory) {
        this.file = file;
        this.memory = memory;
    }

    /**
     * The hardware that a file is about, the likeliest first: those of its experiments, those that it declares, then those of its
     * project.
     */
    public static List<Hardware> hardware(Project project, Module file) {
        Set<Hardware> found = new LinkedHashSet<>();
        for (Experiment experiment : all(file, Experiment.class)) {
            if (experiment.getHardware() != null && !experiment.getHardware().eIsProxy()) {
                found.add(experiment.getHardware());
            }
        }
        List<Hardware> own = all(file, Hardware.class);
        // a file that declares a machine out of parts is about the machine
        own.stream().filter(each -> uses(each)).forEach(found::add);
        found.addAll(own);
        found.addAll(project.declarations(Hardware.class));
        return List.copyOf(found);
    }

    /** The names of the library's hardware, on which any memory can be looked at. */
    public static List<String> libraryHardware(Library library) {
        return library.declarations().stream()
                .filter(declared -> declared.getEClass() == ModelPackage.Literals.HARDWARE)
                .map(declared -> declared.getName().getLastSegment())
                .sorted()
                .toList();
    }

    /** The library's hardware of a name, loaded beside a file. */
    public static Optional<Hardware> libraryHardware(Library library, String name, Module file) {
        return library.declarations().stream()
                .filter(declared -> declared.getEClass() == ModelPackage.Literals.HARDWARE
                        && declared.getName().getLastSegment().equals(name))
                .map(declared -> EcoreUtil.resolve(
                        declared.getEObjectOrProxy(), file.eResource().getResourceSet()))
                .filter(Hardware.class::isInstance)
                .map(Hardware.class::cast)
                .findFirst();
    }

    private static boolean uses(Hardware hardware) {
        return hardware.getComponents().stream().anyMatch(Use.class::isInstance);
    }

    /** The memories that a file is about: those that it declares, then those that its experiments compare. */
    public static List<Memory> memories(Module file) {
        Set<Memory> found = new LinkedHashSet<>(all(file, Memory.class));
        for (Experiment experiment : all(file, Experiment.class)) {
            for (Column column : experiment.getColumns()) {
                if (column.getMemory() != null && !column.getMemory().eIsProxy()) {
                    found.add(column.getMemory());
                }
            }
        }
        return List.copyOf(found);
    }

    private static <D extends Declaration> List<D> all(Module file, Class<D> type) {
        return file.getDeclarations().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /**
     * Draws a hardware.
     *
     * @param file the file that is edited; what is declared elsewhere cannot be edited here
     * @param hardware null for none: then the stores lie on a shelf for each tier that they name
     * @param memory the memory whose stores are shown; null for none
     */
    public static Drawing draw(Module file, Hardware hardware, Memory memory) {
        return new Hierarchies(file, memory).machine(hardware);
    }

    private Drawing machine(Hardware hardware) {
        if (memory != null) {
            whole = WholeMemory.of(memory);
            whole.stores().values().forEach(store -> storeKeys.put(store.getName(), "store " + store.getName()));
        }
        List<Drawing.Part> parts = new ArrayList<>();
        if (hardware != null) {
            WholeHardware machine = WholeHardware.of(hardware);
            index(machine, "", new HashSet<>());
            parts.addAll(parts(machine, "", new HashSet<>()));
        }
        if (whole != null) {
            parts.addAll(shelves(hardware));
            flows();
        }
        String name = hardware == null ? "" : hardware.getName();
        var root = new Drawing.Part(
                Kind.MACHINE,
                "machine " + name,
                new Facts.Machine(name),
                hardware,
                hardware != null && isOwn(hardware),
                parts);
        return new Drawing(root, edges);
    }

    /** What lies in no tier of the hardware, by the tier that it names. */
    private List<Drawing.Part> shelves(Hardware hardware) {
        Map<String, List<Drawing.Part>> byTier = new LinkedHashMap<>();
        for (Store store : whole.stores().values()) {
            if (!placed.contains(store.getName())) {
                byTier.computeIfAbsent(store.getTier() == null ? "" : store.getTier(), tier -> new ArrayList<>())
                        .add(store(store));
            }
        }
        List<Drawing.Part> shelves = new ArrayList<>();
        byTier.forEach((tier, stores) -> {
            String title = tier.isEmpty()
                    ? "in no tier"
                    : hardware == null ? tier : tier + ", which " + hardware.getName() + " does not have";
            shelves.add(new Drawing.Part(Kind.SHELF, "shelf " + tier, new Facts.Shelf(title), null, false, stores));
        });
        return shelves;
    }

    private boolean isOwn(EObject part) {
        return part.eResource() == file.eResource();
    }

    /** Learns where the tiers are, the outer ones first. */
    private void index(WholeHardware machine, String path, Set<Hardware> around) {
        if (!around.add(machine.declaration()) || around.size() > DEEPEST) {
            return;
        }
        for (Tier tier : machine.tiers()) {
            tierKeys.putIfAbsent(tier.getName(), "tier " + path + tier.getName());
            speeds.put("tier " + path + tier.getName(), bandwidth(tier));
        }
        for (Use use : machine.uses()) {
            if (use.getHardware() != null && !use.getHardware().eIsProxy()) {
                index(WholeHardware.of(use.getHardware()), path + use.getName() + "/", around);
            }
        }
        around.remove(machine.declaration());
    }

    private List<Drawing.Part> parts(WholeHardware machine, String path, Set<Hardware> around) {
        List<Drawing.Part> parts = new ArrayList<>();
        if (!around.add(machine.declaration()) || around.size() > DEEPEST) {
            return parts;
        }
        List<Tier> free = machine.tiers().stream()
                .filter(tier -> tier.getComputeUnit() == null)
                .toList();
        for (ComputeUnit unit : machine.computeUnits()) {
            if (unit.getTier() == null || isCircular(unit)) {
                parts.add(unit(machine, unit, path));
            }
        }
        for (Use use : machine.uses()) {
            List<Drawing.Part> inner =
                    use.getHardware() == null || use.getHardware().eIsProxy()
                            ? List.of()
                            : parts(WholeHardware.of(use.getHardware()), path + use.getName() + "/", around);
            parts.add(new Drawing.Part(
                    Kind.GROUP,
                    "use " + path + use.getName(),
                    new Facts.Group(
                            use.getName(),
                            use.getHardware() == null
                                    ? "?"
                                    : String.valueOf(use.getHardware().getName()),
                            use.getCount()),
                    use,
                    isOwn(use),
                    inner));
        }
        for (Tier tier : sorted(free)) {
            parts.add(tier(machine, tier, path));
        }
        for (Link link : machine.links()) {
            link(link, path);
        }
        around.remove(machine.declaration());
        return parts;
    }

    private static boolean isCircular(ComputeUnit unit) {
        Set<EObject> seen = new HashSet<>();
        ComputeUnit at = unit;
        while (at != null && seen.add(at)) {
            at = at.getTier() == null ? null : at.getTier().getComputeUnit();
        }
        return at != null;
    }

    private Drawing.Part unit(WholeHardware machine, ComputeUnit unit, String path) {
        List<Tier> on = machine.tiers().stream()
                .filter(tier -> tier.getComputeUnit() != null
                        && unit.getName().equals(tier.getComputeUnit().getName()))
                .toList();
        List<Drawing.Part> tiers = new ArrayList<>();
        for (Tier tier : sorted(on)) {
            tiers.add(tier(machine, tier, path));
        }
        List<String> peaks = unit.getPeaks().stream()
                .map(peak -> peak.getPrecision() + " " + text(peak.getValue()))
                .toList();
        return new Drawing.Part(
                Kind.UNIT,
                "unit " + path + unit.getName(),
                new Facts.Unit(unit.getName(), unit.getCount(), peaks, details(unit.getProperties(), Set.of())),
                unit,
                isOwn(unit),
                tiers);
    }

    private Drawing.Part tier(WholeHardware machine, Tier tier, String path) {
        String key = "tier " + path + tier.getName();
        List<Drawing.Part> inside = new ArrayList<>();
        for (ComputeUnit unit : machine.computeUnits()) {
            if (unit.getTier() != null && tier.getName().equals(unit.getTier().getName()) && !isCircular(unit)) {
                inside.add(unit(machine, unit, path));
            }
        }
        if (whole != null && key.equals(tierKeys.get(tier.getName()))) {
            for (Store store : whole.stores().values()) {
                if (tier.getName().equals(store.getTier()) && placed.add(store.getName())) {
                    storeTiers.put(store.getName(), key);
                    inside.add(store(store));
                }
            }
        }
        return new Drawing.Part(Kind.TIER, key, facts(tier), tier, isOwn(tier), inside);
    }

    private static Facts.Tier facts(Tier tier) {
        Map<String, String> written = new LinkedHashMap<>();
        tier.getProperties().forEach(property -> written.put(property.getName(), text(property.getValue())));
        String bandwidth = written.getOrDefault("bandwidth", "");
        if (bandwidth.isEmpty()) {
            bandwidth = List.of("read", "write").stream()
                    .filter(written::containsKey)
                    .map(name -> name + " " + written.get(name))
                    .collect(Collectors.joining(", "));
        }
        return new Facts.Tier(
                tier.getName(),
                written.getOrDefault("capacity", ""),
                value(tier.getProperties(), "capacity"),
                bandwidth,
                bandwidth(tier),
                details(tier.getProperties(), Set.of("capacity", "bandwidth", "read", "write")));
    }

    private Drawing.Part store(Store store) {
        List<String> rules = new ArrayList<>();
        for (Keep keep : whole.keeps()) {
            if (keep.getStore() != null
                    && store.getName().equals(keep.getStore().getName())) {
                rules.add("keep " + (keep.getEvent() == null ? "" : "at " + keep.getEvent() + " ")
                        + keep.getSelectors().stream().map(Hierarchies::text).collect(Collectors.joining(", ")));
            }
        }
        return new Drawing.Part(
                Kind.STORE,
                storeKeys.get(store.getName()),
                new Facts.Store(store.getName(), text(store.getLayout()), rules),
                store,
                isOwn(store),
                List.of());
    }

    private void link(Link link, String path) {
        String source = end(link.getSource(), path);
        String target = end(link.getTarget(), path);
        if (source.isEmpty() || target.isEmpty()) {
            return;
        }
        edges.add(new Drawing.Line(
                Kind.LINK,
                "link " + path + link.getName(),
                new Facts.Link(
                        link.getName(),
                        written(link.getProperties(), "bandwidth"),
                        value(link.getProperties(), "bandwidth"),
                        details(link.getProperties(), Set.of("bandwidth")),
                        link.isDuplex()),
                link,
                isOwn(link),
                source,
                target));
    }

    private static String end(Endpoint end, String path) {
        if (end == null || end.getTier() == null || end.getTier().eIsProxy()) {
            return "";
        }
        String inner = end.getUse() == null ? "" : end.getUse().getName() + "/";
        return "tier " + path + inner + end.getTier().getName();
    }

    // ── flows ──────────────────────────────────────────────────────────────────────────────────────────────

    private void flows() {
        for (Keep keep : whole.keeps()) {
            if (keep.getStore() != null && keep.getOverflow() != null) {
                for (Call call : calls(keep.getOverflow())) {
                    target(call)
                            .ifPresent(
                                    to -> flow(call.getName(), keep.getStore().getName(), to, keep));
                }
            }
        }
        for (Handler handler : whole.handlers()) {
            for (Expression action : handler.getActions()) {
                for (Call call : calls(action)) {
                    Optional<String> to = target(call);
                    if (to.isPresent()) {
                        for (Store store : sources(to.get())) {
                            flow(call.getName(), store.getName(), to.get(), handler);
                        }
                    } else if (call.getName().equals("fetch")) {
                        fetched(call)
                                .ifPresent(store -> home(store).ifPresent(tier -> flow("fetch", store, tier, handler)));
                    }
                }
            }
        }
    }

    /** What a call names after {@code to:}, if that is a store or a tier. */
    private Optional<String> target(Call call) {
        for (Argument argument : call.getArguments()) {
            if ("to".equals(argument.getName()) && argument.getValue() instanceof Reference reference) {
                return Optional.of(reference.getName());
            }
        }
        return Optional.empty();
    }

    /** The stores that move to a tier or store when the memory is full: those that are elsewhere. */
    private List<Store> sources(String target) {
        return whole.stores().values().stream()
                .filter(store -> !target.equals(store.getTier()) && !target.equals(store.getName()))
                .toList();
    }

    private Optional<String> fetched(Call call) {
        for (Argument argument : call.getArguments()) {
            String name = argument.getValue() instanceof Reference reference
                    ? reference.getName()
                    : argument.getValue() instanceof Select select && select.getTarget() instanceof Reference store
                            ? store.getName()
                            : "";
            if (storeKeys.containsKey(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Where a fetched store is needed: in the largest memory of a compute unit that is not its own. */
    private Optional<String> home(String store) {
        String own = storeTiers.get(store);
        return tierKeys.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(own))
                .filter(entry ->
                        own == null || speeds.getOrDefault(entry.getValue(), 0.0) > speeds.getOrDefault(own, 0.0))
                .min(Comparator.comparingDouble(entry -> speeds.getOrDefault(entry.getValue(), 0.0)))
                .map(Map.Entry::getKey);
    }

    private void flow(String mechanism, String store, String to, EObject rule) {
        String source = storeKeys.get(store);
        String target = storeKeys.containsKey(to) ? storeKeys.get(to) : tierKeys.get(to);
        if (source == null || target == null || source.equals(target)) {
            return;
        }
        String key = "flow " + mechanism + " " + store + " " + to;
        if (edges.stream().noneMatch(edge -> edge.key().equals(key))) {
            edges.add(new Drawing.Line(Kind.FLOW, key, new Facts.Flow(mechanism), rule, isOwn(rule), source, target));
        }
    }

    private static List<Call> calls(Expression expression) {
        List<Call> calls = new ArrayList<>();
        if (expression instanceof Call call) {
            calls.add(call);
        }
        expression.eAllContents().forEachRemaining(part -> {
            if (part instanceof Call call) {
                calls.add(call);
            }
        });
        return calls;
    }

    // ── values ─────────────────────────────────────────────────────────────────────────────────────────────

    /** The fastest first; where that cannot be told, as they are written. */
    private static List<Tier> sorted(List<Tier> tiers) {
        return tiers.stream()
                .sorted(Comparator.comparingDouble(tier -> -bandwidth(tier)))
                .toList();
    }

    private static double bandwidth(Tier tier) {
        double both = value(tier.getProperties(), "bandwidth");
        return both > 0 ? both : value(tier.getProperties(), "read");
    }

    private static double value(List<Property> properties, String name) {
        for (Property property : properties) {
            if (name.equals(property.getName()) && property.getValue() != null) {
                try {
                    return Evaluator.constant().quantity(property.getValue()).base();
                } catch (EvaluationFailure untold) {
                    return 0; // the checks of the text say what is wrong with it
                }
            }
        }
        return 0;
    }

    private static String written(List<Property> properties, String name) {
        return properties.stream()
                .filter(property -> name.equals(property.getName()))
                .map(property -> text(property.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String details(List<Property> properties, Set<String> shown) {
        return properties.stream()
                .filter(property -> property.getName() != null && !shown.contains(property.getName()))
                .map(property -> property.getName() + " " + text(property.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static String text(Expression expression) {
        return expression == null ? "" : Positions.text(expression).replaceAll("\\s+", " ");
    }
}

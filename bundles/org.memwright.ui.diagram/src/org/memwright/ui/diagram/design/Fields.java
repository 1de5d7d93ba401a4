/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.diagram.design;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.memwright.edit.ClearProperty;
import org.memwright.edit.Edit;
import org.memwright.edit.MoveStore;
import org.memwright.edit.PlaceComputeUnit;
import org.memwright.edit.PlaceTier;
import org.memwright.edit.Rename;
import org.memwright.edit.SetCount;
import org.memwright.edit.SetExpression;
import org.memwright.edit.SetPeak;
import org.memwright.edit.SetProperty;
import org.memwright.edit.SetTitle;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.ide.edit.TypedValues;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Datum;
import org.memwright.model.Endpoint;
import org.memwright.model.Handler;
import org.memwright.model.Hardware;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.Named;
import org.memwright.model.Peak;
import org.memwright.model.Property;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Task;
import org.memwright.model.TaskElement;
import org.memwright.model.Tier;
import org.memwright.model.Use;

/** What can be read and typed of each part of a design; the property sheet and the figures ask here. */
public final class Fields {
    private static final String NONE = "(none)";

    private final TypedValues values;

    @Inject
    Fields(TypedValues values) {
        this.values = values;
    }

    /**
     * The fields of a part.
     *
     * @param hardware what the diagram shows, for the tiers that a store may be in; null where it shows none
     * @param editable whether the part is written in the file that is edited
     */
    public List<Field> of(EObject part, Hardware hardware, boolean editable) {
        List<Field> fields = new ArrayList<>();
        switch (part) {
            case Tier tier -> {
                fields.add(nameField(tier));
                WholeHardware machine = WholeHardware.of((Hardware) tier.eContainer());
                fields.add(choice(
                        "on",
                        "The compute unit that the tier is on.",
                        name(tier.getComputeUnit()),
                        machine.computeUnits().stream().map(Named::getName).toList(),
                        chosen -> new PlaceTier(
                                tier, (ComputeUnit) machine.components().get(chosen))));
                addProperties(fields, tier, tier.getProperties());
            }
            case ComputeUnit unit -> {
                fields.add(nameField(unit));
                fields.add(count(unit.getCount(), count -> new SetCount(unit, count)));
                WholeHardware machine = WholeHardware.of((Hardware) unit.eContainer());
                fields.add(choice(
                        "in",
                        "The tier that the unit sits in (processing in memory).",
                        name(unit.getTier()),
                        machine.tiers().stream().map(Named::getName).toList(),
                        chosen -> new PlaceComputeUnit(
                                unit, (Tier) machine.components().get(chosen))));
                for (Peak peak : unit.getPeaks()) {
                    fields.add(new Field(
                            "peak " + peak.getPrecision(),
                            "peak " + peak.getPrecision(),
                            "The highest rate of operations at this precision. For example: peak fp16 312 TFLOP/s",
                            text(peak.getValue()),
                            List.of(),
                            typed -> Attempt.of(
                                    values.peak(typed), value -> new SetPeak(unit, peak.getPrecision(), value))));
                }
                addProperties(fields, unit, unit.getProperties());
            }
            case Link link -> {
                fields.add(nameField(link));
                fields.add(fixed("from", end(link.getSource())));
                fields.add(fixed("to", end(link.getTarget())));
                addProperties(fields, link, link.getProperties());
            }
            case Use use -> {
                fields.add(nameField(use));
                fields.add(count(use.getCount(), count -> new SetCount(use, count)));
                fields.add(fixed("hardware", name(use.getHardware())));
            }
            case Hardware machine -> {
                fields.add(nameField(machine));
                addProperties(fields, machine, machine.getProperties());
            }
            case Store store -> {
                fields.add(nameField(store));
                fields.add(new Field(
                        "layout",
                        "layout",
                        "What the store holds and how. For example: kv(keys: int8())",
                        text(store.getLayout()),
                        List.of(),
                        typed -> Attempt.of(values.expression(typed), value -> new SetExpression(store, value))));
                List<String> tiers = hardware == null
                        ? List.of()
                        : WholeHardware.of(hardware).tierNames();
                fields.add(choice(
                        "tier",
                        "The tier that holds the store.",
                        store.getTier() == null ? "" : store.getTier(),
                        tiers,
                        chosen -> new MoveStore(store, chosen.isEmpty() ? null : chosen)));
            }
            case Step step -> {
                fields.add(nameField(step));
                fields.add(
                        words("title", "What the step is about.", step.getTitle(), typed -> new SetTitle(step, typed)));
                fields.add(fixed("in", names(step.getInputs())));
                fields.add(fixed("out", names(step.getOutputs())));
                fields.add(fixed("after", names(step.getAfter())));
                fields.add(fixed("uses", names(step.getUses())));
            }
            case Task task -> {
                fields.add(nameField(task));
                fields.add(words(
                        "goal", "What the task is to reach.", task.getGoal(), typed -> new SetTitle(task, typed)));
            }
            case Keep keep -> fields.add(fixed("rule", text(keep)));
            case Handler handler -> fields.add(fixed("rule", text(handler)));
            default -> {}
        }
        return editable
                ? fields
                : fields.stream()
                        .map(field -> new Field(
                                field.id(), field.label(), field.documentation(), field.value(), List.of(), null))
                        .toList();
    }

    private static Field nameField(Named part) {
        return new Field(
                "name",
                "name",
                "What the rest of the project calls it; all mentions follow.",
                String.valueOf(part.getName()),
                List.of(),
                typed -> Attempt.of(new Rename(part, typed.strip())));
    }

    private static Field fixed(String id, String value) {
        return new Field(id, id, "", value, List.of(), null);
    }

    private static Field words(String id, String documentation, String value, Function<String, Edit> edit) {
        return new Field(
                id, id, documentation, value == null ? "" : value, List.of(), typed -> Attempt.of(edit.apply(typed)));
    }

    private static Field choice(
            String id, String documentation, String value, List<String> choices, Function<String, Edit> edit) {
        List<String> all = new ArrayList<>();
        all.add(NONE);
        all.addAll(choices);
        String shown = value.isEmpty() ? NONE : value;
        if (!all.contains(shown)) {
            all.add(shown);
        }
        return new Field(
                id, id, documentation, shown, all, typed -> Attempt.of(edit.apply(typed.equals(NONE) ? "" : typed)));
    }

    private static Field count(int value, Function<Integer, Edit> edit) {
        return new Field("count", "count", "How many there are.", String.valueOf(value), List.of(), typed -> {
            try {
                return Attempt.of(edit.apply(Integer.valueOf(typed.strip())));
            } catch (NumberFormatException e) {
                return Attempt.refused("'" + typed.strip() + "' is not a whole number. Write one, such as 8.");
            }
        });
    }

    private void addProperties(List<Field> fields, EObject owner, List<Property> written) {
        Map<String, Property> byName = new LinkedHashMap<>();
        written.forEach(property -> byName.put(property.getName(), property));
        PropertyOwner kind = PropertyOwner.of(owner).orElseThrow();
        for (PropertyWord word : Properties.of(kind).values()) {
            Property property = byName.get(word.name());
            fields.add(new Field(
                    word.name(),
                    word.name(),
                    values.documentation(owner, word.name()),
                    property == null ? "" : text(property.getValue()),
                    List.of(),
                    typed -> typed.isBlank() && byName.containsKey(word.name())
                            ? Attempt.of(new ClearProperty(owner, word.name()))
                            : Attempt.of(
                                    values.property(owner, word.name(), typed),
                                    value -> new SetProperty(owner, word.name(), value))));
        }
    }

    private static String name(Named part) {
        return part == null || part.getName() == null ? "" : part.getName();
    }

    private static String end(Endpoint end) {
        return end.getUse() == null ? name(end.getTier()) : name(end.getUse()) + "." + name(end.getTier());
    }

    private static String names(List<? extends TaskElement> elements) {
        return elements.stream()
                .map(element -> element instanceof Datum && element.eContainer() instanceof Step step
                        ? step.getName() + "." + element.getName()
                        : element.getName())
                .collect(Collectors.joining(", "));
    }

    private static String text(EObject part) {
        return part == null ? "" : Positions.text(part).replaceAll("\\s+", " ");
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Datum;
import org.memwright.model.Declaration;
import org.memwright.model.Experiment;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.Module;
import org.memwright.model.Named;
import org.memwright.model.Parameter;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Task;
import org.memwright.model.TaskNode;
import org.memwright.model.Tier;
import org.memwright.model.Use;
import org.memwright.model.Variable;
import org.memwright.model.Workload;

/** What names are made of, and which are taken where. */
public final class Names {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z_0-9]*");

    private Names() {}

    /** The kind of a named part, as a message says it: "the tier". */
    public static String kind(EObject part) {
        return switch (part) {
            case ComputeUnit unit -> "compute unit";
            case Tier tier -> "tier";
            case Link link -> "link";
            case Use use -> "use";
            case Store store -> "store";
            case Parameter parameter -> "parameter";
            case Variable variable -> "variable";
            case Step step -> "step";
            case Datum datum -> "datum";
            case Hardware hardware -> "hardware";
            case Model model -> "model";
            case Memory memory -> "memory";
            case Workload workload -> "workload";
            case Task task -> "task";
            case Experiment experiment -> "experiment";
            default -> part.eClass().getName().toLowerCase(Locale.ROOT);
        };
    }

    /** What a message calls a container: its name, or "the file". */
    static String of(@Nullable EObject container) {
        return container instanceof Named named && named.getName() != null
                ? Names.kind(container) + " '" + named.getName() + "'"
                : "The file";
    }

    /**
     * The first of {@code base}, {@code base2}, {@code base3}, ... that is free.
     *
     * @param container where the new part will be
     */
    public static String free(EObject container, String base) {
        String name = base;
        for (int number = 2; taken(container, name).isPresent(); number++) {
            name = base + number;
        }
        return name;
    }

    /**
     * Why a part cannot have a name; empty where it can.
     *
     * @param container what the part is in or will be in
     * @param part the part itself, which may keep its own name; null where it is new
     */
    static Optional<Refusal> refusal(EObject container, @Nullable Named part, String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(EditIssue.NAME_MALFORMED.refusal(name));
        }
        Optional<Named> other = taken(container, name);
        if (other.isPresent() && other.get() != part) {
            String where = of(container);
            return Optional.of(EditIssue.NAME_TAKEN.refusal(
                    where.substring(0, 1).toUpperCase(Locale.ROOT) + where.substring(1), a(kind(other.get())), name));
        }
        return Optional.empty();
    }

    private static String a(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 && !noun.equals("use") ? "an " : "a ") + noun;
    }

    private static Optional<Named> taken(EObject container, String name) {
        Stream<? extends Named> parts = switch (container) {
            case Module module -> module.getDeclarations().stream();
            case Hardware hardware -> hardware.getComponents().stream();
            case Memory memory ->
                Stream.of(memory.getParameters(), memory.getStores()).flatMap(List::stream);
            case TaskNode node ->
                Stream.of(node.getSteps(), node.getInputs(), node.getOutputs()).flatMap(List::stream);
            default -> Stream.empty();
        };
        return parts.filter(part -> name.equals(part.getName())).findFirst().map(Named.class::cast);
    }

    /** The declaration that a part is in, or is. */
    static Declaration declaration(EObject part) {
        for (EObject at = part; at != null; at = at.eContainer()) {
            if (at instanceof Declaration declaration) {
                return declaration;
            }
        }
        throw new IllegalArgumentException(kind(part) + " is in no declaration; edit what is in a file");
    }
}

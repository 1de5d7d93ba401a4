/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.ide.meaning.Experiments;
import org.memwright.lang.ide.names.Kind;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Span;
import org.memwright.model.Column;
import org.memwright.model.Component;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Declaration;
import org.memwright.model.Experiment;
import org.memwright.model.Handler;
import org.memwright.model.Hardware;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.ModelPackage;
import org.memwright.model.Named;
import org.memwright.model.Parameter;
import org.memwright.model.Property;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Task;
import org.memwright.model.TaskNode;
import org.memwright.model.Tier;
import org.memwright.model.Use;
import org.memwright.model.Workload;

/** Lists what a file declares, as a tree. */
public final class Outline {
    private Outline() {}

    /** The declarations of a file with their parts, in the order of the text. */
    public static List<Symbol> of(XtextResource resource) {
        List<Symbol> symbols = new ArrayList<>();
        Designs.module(resource).ifPresent(module -> {
            for (Declaration declaration : module.getDeclarations()) {
                add(symbols, declaration, detail(declaration), children(declaration));
            }
        });
        return symbols;
    }

    private static List<Symbol> children(Declaration declaration) {
        List<Symbol> children = new ArrayList<>();
        switch (declaration) {
            case Hardware hardware -> {
                for (Component component : hardware.getComponents()) {
                    add(children, component, detail(component), List.of());
                }
                properties(children, hardware.getProperties());
            }
            case Model model -> properties(children, model.getProperties());
            case Workload workload -> properties(children, workload.getProperties());
            case Memory memory -> {
                for (Parameter parameter : memory.getParameters()) {
                    add(children, parameter, text(parameter.getValue()), List.of());
                }
                for (Store store : memory.getStores()) {
                    add(children, store, detail(store), List.of());
                }
                for (Keep keep : memory.getKeeps()) {
                    rule(children, keep, ModelPackage.Literals.KEEP__STORE, list(keep.getSelectors()));
                }
                for (Handler handler : memory.getHandlers()) {
                    rule(children, handler, ModelPackage.Literals.HANDLER__EVENT, list(handler.getActions()));
                }
            }
            case Task task -> steps(children, task);
            case Experiment experiment -> {
                for (Column column : experiment.getColumns()) {
                    EStructuralFeature name = column.getName() == null
                            ? ModelPackage.Literals.COLUMN__MEMORY
                            : ModelPackage.Literals.NAMED__NAME;
                    add(children, column, Experiments.name(column), name, Positions.text(column), List.of());
                }
            }
            default -> {}
        }
        children.sort((a, b) -> Integer.compare(a.span().offset(), b.span().offset()));
        return children;
    }

    private static void steps(List<Symbol> children, TaskNode node) {
        for (Step step : node.getSteps()) {
            List<Symbol> below = new ArrayList<>();
            steps(below, step);
            add(children, step, step.getTitle() == null ? "" : step.getTitle(), below);
        }
    }

    private static void properties(List<Symbol> children, List<Property> properties) {
        for (Property property : properties) {
            add(
                    children,
                    property,
                    String.valueOf(property.getName()),
                    ModelPackage.Literals.PROPERTY__NAME,
                    property.getValue() == null ? "" : text(property.getValue()),
                    List.of());
        }
    }

    private static String detail(EObject part) {
        return switch (part) {
            case Memory memory -> memory.getEngine() == null ? "" : "for " + memory.getEngine();
            case Task task -> task.getGoal() == null ? "" : task.getGoal();
            case Experiment experiment ->
                experiment.getColumns().stream().map(Experiments::name).collect(Collectors.joining(", "));
            case Tier tier -> values(tier.getProperties(), "capacity", "bandwidth");
            case ComputeUnit unit ->
                unit.getPeaks().stream()
                        .map(peak -> peak.getPrecision() + " " + text(peak.getValue()))
                        .collect(Collectors.joining(", "));
            case Link link ->
                text(link.getSource())
                        + (link.isDuplex() ? " <-> " : " -> ")
                        + text(link.getTarget())
                        + values(link.getProperties(), "bandwidth").transform(b -> b.isEmpty() ? b : ", " + b);
            case Use use -> Positions.text(use);
            case Store store -> text(store.getLayout()) + (store.getTier() == null ? "" : " in " + store.getTier());
            default -> "";
        };
    }

    private static String values(List<Property> properties, String... names) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            properties.stream()
                    .filter(property -> name.equals(property.getName()) && property.getValue() != null)
                    .findFirst()
                    .ifPresent(property -> values.add(text(property.getValue())));
        }
        return String.join(", ", values);
    }

    private static String list(List<? extends EObject> parts) {
        return parts.stream().map(Positions::text).collect(Collectors.joining(", "));
    }

    private static String text(@Nullable EObject part) {
        return part == null ? "" : Positions.text(part);
    }

    private static void add(List<Symbol> symbols, Named named, String detail, List<Symbol> children) {
        add(symbols, named, String.valueOf(named.getName()), ModelPackage.Literals.NAMED__NAME, detail, children);
    }

    private static void rule(List<Symbol> symbols, EObject rule, EStructuralFeature about, String detail) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(rule, about);
        String name = nodes.isEmpty() ? "?" : NodeModelUtils.getTokenText(nodes.getFirst());
        add(symbols, rule, name, about, detail, List.of());
    }

    private static void add(
            List<Symbol> symbols,
            EObject part,
            String name,
            EStructuralFeature nameFeature,
            String detail,
            List<Symbol> children) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(part);
        if (node == null || name.isEmpty() || name.equals("null")) {
            return;
        }
        Span span = new Span(node.getOffset(), node.getLength());
        List<INode> names = NodeModelUtils.findNodesForFeature(part, nameFeature);
        Span nameSpan = names.isEmpty()
                ? span
                : new Span(names.getFirst().getOffset(), names.getFirst().getLength());
        symbols.add(new Symbol(Kind.of(part), name, detail, span, nameSpan, children));
    }
}

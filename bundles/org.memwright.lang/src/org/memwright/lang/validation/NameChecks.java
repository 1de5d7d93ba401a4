/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.IResourceDescriptionsProvider;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.validation.Check;
import org.memwright.lang.evaluate.Positions;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.lang.scoping.Library;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Declaration;
import org.memwright.model.Experiment;
import org.memwright.model.Handler;
import org.memwright.model.Hardware;
import org.memwright.model.Import;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.ModelPackage;
import org.memwright.model.Module;
import org.memwright.model.Named;
import org.memwright.model.Peak;
import org.memwright.model.Property;
import org.memwright.model.TaskNode;
import org.memwright.model.Tier;
import org.memwright.model.Workload;

/** Every name means one thing, and every package that is imported exists. */
public class NameChecks extends Checks {
    @Inject
    private IResourceDescriptionsProvider descriptions;

    @Inject
    private IQualifiedNameProvider names;

    @Inject
    private Library library;

    @Inject
    private IResourceScopeCache cache;

    @Check
    public void declarationsHaveNamesOfTheirOwn(Module module) {
        IResourceDescriptions index =
                descriptions.getResourceDescriptions(module.eResource().getResourceSet());
        Map<String, Named> seen = new HashMap<>();
        for (Declaration declaration : module.getDeclarations()) {
            String name = declaration.getName();
            if (name == null || name.isEmpty()) {
                continue;
            }
            Named first = seen.putIfAbsent(name, declaration);
            if (first != null) {
                duplicate(declaration, name, first);
                continue;
            }
            QualifiedName qualified = names.getFullyQualifiedName(declaration);
            if (qualified == null) {
                continue;
            }
            for (IEObjectDescription other :
                    index.getExportedObjects(ModelPackage.Literals.DECLARATION, qualified, false)) {
                URI file = other.getEObjectURI().trimFragment();
                if (!file.equals(module.eResource().getURI()) && !library.contains(file)) {
                    report(
                            declaration,
                            ModelPackage.Literals.NAMED__NAME,
                            LangIssue.DUPLICATE_NAME,
                            List.of(),
                            qualified,
                            kind(other.getEClass().getName()),
                            "in " + file.lastSegment());
                    break;
                }
            }
        }
    }

    @Check
    public void componentsHaveNamesOfTheirOwn(Hardware hardware) {
        noDoubles(hardware.getComponents());
    }

    @Check
    public void partsHaveNamesOfTheirOwn(Memory memory) {
        List<Named> parts = new ArrayList<>(memory.getParameters());
        parts.addAll(memory.getStores());
        noDoubles(parts);
    }

    @Check
    public void stepsAndDataHaveNamesOfTheirOwn(TaskNode node) {
        List<Named> parts = new ArrayList<>(node.getSteps());
        parts.addAll(node.getOutputs());
        noDoubles(parts);
        noDoubles(node.getInputs());
    }

    @Check
    public void variablesHaveNamesOfTheirOwn(Handler handler) {
        noDoubles(handler.getVariables());
    }

    @Check
    public void oneKeepRuleForAStoreAndEvent(Memory memory) {
        Set<String> seen = new HashSet<>();
        for (Keep keep : memory.getKeeps()) {
            String store = keep.getStore() == null || keep.getStore().eIsProxy()
                    ? null
                    : keep.getStore().getName();
            if (store == null) {
                continue;
            }
            String rule = keep.getEvent() == null ? store : store + " at " + keep.getEvent();
            if (!seen.add(rule)) {
                report(keep, ModelPackage.Literals.KEEP__STORE, LangIssue.DUPLICATE_RULE, List.of(), "keep " + rule);
            }
        }
    }

    @Check
    public void oneRuleForAnEvent(Memory memory) {
        Set<String> seen = new HashSet<>();
        for (Handler handler : memory.getHandlers()) {
            if (handler.getEvent() != null && !seen.add(handler.getEvent())) {
                report(
                        handler,
                        ModelPackage.Literals.HANDLER__EVENT,
                        LangIssue.DUPLICATE_RULE,
                        List.of(),
                        "on " + handler.getEvent());
            }
        }
    }

    @Check
    public void propertiesAreGivenOnce(Hardware hardware) {
        givenOnce(hardware.getProperties());
    }

    @Check
    public void propertiesAreGivenOnce(ComputeUnit unit) {
        givenOnce(unit.getProperties());
        Set<String> seen = new HashSet<>();
        for (Peak peak : unit.getPeaks()) {
            if (peak.getPrecision() != null && !seen.add(peak.getPrecision())) {
                report(
                        peak,
                        ModelPackage.Literals.PEAK__PRECISION,
                        LangIssue.DUPLICATE_PROPERTY,
                        List.of(),
                        "peak " + peak.getPrecision());
            }
        }
    }

    @Check
    public void propertiesAreGivenOnce(Tier tier) {
        givenOnce(tier.getProperties());
    }

    @Check
    public void propertiesAreGivenOnce(Link link) {
        givenOnce(link.getProperties());
    }

    @Check
    public void propertiesAreGivenOnce(Model model) {
        givenOnce(model.getProperties());
    }

    @Check
    public void propertiesAreGivenOnce(Workload workload) {
        givenOnce(workload.getProperties());
        givenOnce(workload, ModelPackage.Literals.WORKLOAD__TASK, "task");
    }

    @Check
    public void clausesAreGivenOnce(Experiment experiment) {
        givenOnce(experiment, ModelPackage.Literals.EXPERIMENT__HARDWARE, "on");
        givenOnce(experiment, ModelPackage.Literals.EXPERIMENT__MODEL, "model");
        givenOnce(experiment, ModelPackage.Literals.EXPERIMENT__WORKLOAD, "workload");
        givenOnce(experiment, ModelPackage.Literals.EXPERIMENT__REPEAT, "repeat");
    }

    @Check
    public void goalIsGivenOnce(org.memwright.model.Task task) {
        givenOnce(task, ModelPackage.Literals.TASK__GOAL, "goal");
    }

    @Check
    public void importsNameWhatThereIs(Import imported) {
        String namespace = imported.getImportedNamespace();
        if (namespace == null || !namespace.endsWith(".*")) {
            importNamesADeclaration(imported, namespace == null ? "" : namespace);
            return;
        }
        String wanted = namespace.substring(0, namespace.length() - 2);
        Set<String> known = packages(imported);
        if (!known.contains(wanted)) {
            String nearest = Nearest.to(wanted, known);
            report(
                    imported,
                    ModelPackage.Literals.IMPORT__IMPORTED_NAMESPACE,
                    LangIssue.UNKNOWN_PACKAGE,
                    data(nearest.isEmpty() ? "" : nearest + ".*"),
                    wanted,
                    Nearest.question(nearest));
        }
    }

    private void importNamesADeclaration(Import imported, String name) {
        if (name.isEmpty()) {
            return;
        }
        QualifiedName qualified = QualifiedName.create(List.of(name.split("\\.", -1)));
        boolean known = library.find(qualified) != null
                || descriptions
                        .getResourceDescriptions(imported.eResource().getResourceSet())
                        .getExportedObjects(ModelPackage.Literals.DECLARATION, qualified, false)
                        .iterator()
                        .hasNext();
        if (!known) {
            boolean isPackage = packages(imported).contains(name);
            report(
                    imported,
                    ModelPackage.Literals.IMPORT__IMPORTED_NAMESPACE,
                    LangIssue.UNKNOWN_NAME,
                    data(isPackage ? name + ".*" : ""),
                    "declaration",
                    name,
                    isPackage ? " It is a package: write import " + name + ".*" : "");
        }
    }

    /** The packages of all files of the project and of the library. */
    private Set<String> packages(Import imported) {
        return cache.get("packages", imported.eResource(), () -> {
            Set<String> known = new TreeSet<>();
            descriptions
                    .getResourceDescriptions(imported.eResource().getResourceSet())
                    .getExportedObjectsByType(ModelPackage.Literals.DECLARATION)
                    .forEach(each -> known.add(each.getName().skipLast(1).toString()));
            library.declarations()
                    .forEach(each -> known.add(each.getName().skipLast(1).toString()));
            known.remove("");
            return known;
        });
    }

    private void noDoubles(List<? extends Named> parts) {
        Map<String, Named> seen = new HashMap<>();
        for (Named part : parts) {
            if (part.getName() == null || part.getName().isEmpty()) {
                continue;
            }
            Named first = seen.putIfAbsent(part.getName(), part);
            if (first != null) {
                duplicate(part, part.getName(), first);
            }
        }
    }

    private void duplicate(Named part, String name, Named first) {
        report(
                part,
                ModelPackage.Literals.NAMED__NAME,
                LangIssue.DUPLICATE_NAME,
                List.of(),
                name,
                kind(first.eClass().getName()),
                "in line " + Positions.of(first).line());
    }

    private static String kind(String className) {
        return Kinds.label(className);
    }

    private void givenOnce(List<Property> properties) {
        Set<String> seen = new HashSet<>();
        for (Property property : properties) {
            if (property.getName() != null && !seen.add(property.getName())) {
                report(
                        property,
                        ModelPackage.Literals.PROPERTY__NAME,
                        LangIssue.DUPLICATE_PROPERTY,
                        List.of(),
                        property.getName());
            }
        }
    }

    private void givenOnce(EObject owner, EStructuralFeature feature, String word) {
        if (NodeModelUtils.findNodesForFeature(owner, feature).size() > 1) {
            report(owner, feature, LangIssue.CLAUSE_TWICE, List.of(), word);
        }
    }
}

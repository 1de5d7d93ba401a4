/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.validation;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.linking.impl.IllegalNodeException;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.IResourceDescriptionsProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.memwright.lang.issue.LangIssue;
import org.memwright.lang.issue.Nearest;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Endpoint;
import org.memwright.model.Import;
import org.memwright.model.ModelPackage;
import org.memwright.model.Module;
import org.memwright.model.TaskElement;

/** Says which name is not known and which one was probably meant: one that is known here, or one that an import is missing for. */
@Singleton
public class LinkingMessages extends LinkingDiagnosticMessageProvider {
    private static final int MOST_LISTED = 12;

    @Inject
    private IScopeProvider scopes;

    @Inject
    private IResourceDescriptionsProvider descriptions;

    @Inject
    private Library library;

    @Inject
    private IResourceScopeCache cache;

    @Override
    public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
        String name;
        try {
            name = context.getLinkText();
        } catch (IllegalNodeException unreadable) {
            name = unreadable.getNode().getText();
        }
        EReference reference = context.getReference();
        String kind = Kinds.label(reference.getEReferenceType().getName());
        List<String> known = known(context.getContext(), reference);
        String nearest = Nearest.to(name, known);
        String hint = Nearest.question(nearest);
        List<String> data = nearest.isEmpty() ? List.of() : List.of(nearest);
        if (ModelPackage.Literals.DECLARATION.isSuperTypeOf(reference.getEReferenceType())) {
            List<String> elsewhere = elsewhere(name, context.getContext().eResource(), reference);
            List<String> imported = elsewhere.stream()
                    .filter(each -> isImported(each, context.getContext()))
                    .toList();
            if (imported.size() > 1) {
                LangIssue issue = LangIssue.AMBIGUOUS_NAME;
                return new DiagnosticMessage(
                        issue.text(name, String.join(" or ", imported)),
                        issue.severity(),
                        issue.code(),
                        imported.toArray(String[]::new));
            }
            if (!elsewhere.isEmpty()) {
                String qualified = elsewhere.getFirst();
                String packageName = qualified.substring(0, qualified.lastIndexOf('.'));
                hint = " It is declared in package " + packageName + ": write import " + packageName + ".*, or "
                        + qualified + " here.";
                data = List.of(qualified, "import " + packageName + ".*");
            }
        } else if (nearest.isEmpty()) {
            hint = known.isEmpty()
                    ? ""
                    : " There is " + String.join(", ", known.subList(0, Math.min(MOST_LISTED, known.size())))
                            + (known.size() > MOST_LISTED ? ", ..." : "") + ".";
        }
        LangIssue issue = LangIssue.UNKNOWN_NAME;
        return new DiagnosticMessage(
                issue.text(kind, name, hint), issue.severity(), issue.code(), data.toArray(String[]::new));
    }

    /** The names that would be right at a place, as one writes them there. */
    private List<String> known(EObject place, EReference reference) {
        EObject owner = place instanceof Endpoint || place instanceof TaskElement ? place : place.eContainer();
        Object around = ModelPackage.Literals.DECLARATION.isSuperTypeOf(reference.getEReferenceType())
                ? reference.getEReferenceType()
                : List.of(owner == null ? place : owner, reference);
        return cache.get(List.of("known names", around), place.eResource(), () -> {
            List<String> names = new ArrayList<>();
            for (IEObjectDescription each : scopes.getScope(place, reference).getAllElements()) {
                names.add(each.getName().toString());
            }
            return names.stream().distinct().sorted().toList();
        });
    }

    /** Whether an import makes a qualified name known by its last part. */
    private static boolean isImported(String qualified, EObject place) {
        String wildcard = qualified.substring(0, qualified.lastIndexOf('.')) + ".*";
        return EcoreUtil2.getContainerOfType(place, Module.class).getImports().stream()
                .map(Import::getImportedNamespace)
                .anyMatch(each -> qualified.equals(each) || wildcard.equals(each));
    }

    /** The qualified names of declarations of that simple name in other packages. */
    private List<String> elsewhere(String name, Resource file, EReference reference) {
        if (name.indexOf('.') >= 0) {
            return List.of();
        }
        List<IEObjectDescription> all =
                cache.get(List.of("all declarations", reference.getEReferenceType()), file, () -> {
                    List<IEObjectDescription> found = new ArrayList<>();
                    descriptions
                            .getResourceDescriptions(file.getResourceSet())
                            .getExportedObjectsByType(reference.getEReferenceType())
                            .forEach(found::add);
                    found.addAll(library.declarations());
                    return found;
                });
        List<String> found = new ArrayList<>();
        for (IEObjectDescription each : all) {
            QualifiedName qualified = each.getName();
            if (qualified.getSegmentCount() > 1
                    && qualified.getLastSegment().equals(name)
                    && EcoreUtil2.isAssignableFrom(reference.getEReferenceType(), each.getEClass())) {
                found.add(qualified.toString());
            }
        }
        return found.stream().distinct().toList();
    }
}

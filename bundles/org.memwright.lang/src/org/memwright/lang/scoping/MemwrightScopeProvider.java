/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.scoping;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.ISelectable;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.AbstractGlobalScopeDelegatingScopeProvider;
import org.eclipse.xtext.scoping.impl.ImportNormalizer;
import org.eclipse.xtext.scoping.impl.ImportScope;
import org.eclipse.xtext.scoping.impl.MultimapBasedSelectable;
import org.eclipse.xtext.scoping.impl.SelectableBasedScope;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.jspecify.annotations.Nullable;
import org.memwright.model.Declaration;
import org.memwright.model.Endpoint;
import org.memwright.model.Hardware;
import org.memwright.model.Import;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Module;
import org.memwright.model.Named;
import org.memwright.model.TaskNode;
import org.memwright.model.Use;

/** Says what each reference of the language may mean at its place. */
public class MemwrightScopeProvider extends AbstractGlobalScopeDelegatingScopeProvider {
    @Inject
    private IResourceScopeCache cache;

    @Inject
    private IQualifiedNameProvider names;

    @Override
    public IScope getScope(EObject context, EReference reference) {
        if (ModelPackage.Literals.DECLARATION.isSuperTypeOf(reference.getEReferenceType())) {
            return declarations(context, reference);
        }
        if (ModelPackage.Literals.COMPONENT.isSuperTypeOf(reference.getEReferenceType())) {
            return components(context, reference);
        }
        if (reference.equals(ModelPackage.Literals.KEEP__STORE)) {
            Memory memory = EcoreUtil2.getContainerOfType(context, Memory.class);
            return inherited(memory, Memory::getParent, Memory::getStores, reference);
        }
        if (ModelPackage.Literals.TASK_ELEMENT.isSuperTypeOf(reference.getEReferenceType())) {
            TaskNode inside = EcoreUtil2.getContainerOfType(context.eContainer(), TaskNode.class);
            return inside == null ? IScope.NULLSCOPE : new TaskScope(inside, reference.getEReferenceType(), cache);
        }
        return IScope.NULLSCOPE;
    }

    /** From far to near: qualified names, imports, the same package, the same file. */
    private IScope declarations(EObject context, EReference reference) {
        Resource file = context.eResource();
        if (file == null || file.getContents().isEmpty() || !(file.getContents().getFirst() instanceof Module module)) {
            return IScope.NULLSCOPE;
        }
        IScope qualified = getGlobalScope(file, reference);
        IScope scope = qualified;
        ISelectable own = cache.get("declarations", file, () -> ownDeclarations(module));
        scope = SelectableBasedScope.createScope(scope, own, reference.getEReferenceType(), false);
        List<ImportNormalizer> imports = cache.get("imports", file, () -> imports(module));
        if (!imports.isEmpty()) {
            scope = new ImportScope(imports, scope, null, reference.getEReferenceType(), false);
        }
        if (module.getName() == null) {
            scope = new DefaultPackageScope(scope, qualified);
            scope = SelectableBasedScope.createScope(scope, own, reference.getEReferenceType(), false);
        } else {
            var samePackage = new ImportNormalizer(packageOf(module), true, false);
            scope = new ImportScope(List.of(samePackage), scope, null, reference.getEReferenceType(), false);
            ISelectable simple =
                    cache.get("simple names", file, () -> new MultimapBasedSelectable(simpleNames(module)));
            scope = SelectableBasedScope.createScope(scope, simple, reference.getEReferenceType(), false);
        }
        return scope;
    }

    private ISelectable ownDeclarations(Module module) {
        List<IEObjectDescription> found = new ArrayList<>();
        for (Declaration declaration : module.getDeclarations()) {
            QualifiedName name = names.getFullyQualifiedName(declaration);
            if (name != null) {
                found.add(EObjectDescription.create(name, declaration));
            }
        }
        return new MultimapBasedSelectable(found);
    }

    private static QualifiedName packageOf(Module module) {
        return QualifiedName.create(List.of(module.getName().split("\\.", -1)));
    }

    private static List<IEObjectDescription> simpleNames(Module module) {
        return describe(module.getDeclarations());
    }

    private static List<IEObjectDescription> describe(Iterable<? extends Named> parts) {
        List<IEObjectDescription> found = new ArrayList<>();
        for (Named part : parts) {
            if (part.getName() != null && !part.getName().isEmpty()) {
                found.add(EObjectDescription.create(QualifiedName.create(part.getName()), part));
            }
        }
        return found;
    }

    private static List<ImportNormalizer> imports(Module module) {
        List<ImportNormalizer> found = new ArrayList<>();
        for (Import imported : module.getImports()) {
            String namespace = imported.getImportedNamespace();
            if (namespace == null || namespace.isEmpty()) {
                continue;
            }
            boolean wildcard = namespace.endsWith(".*");
            String plain = wildcard ? namespace.substring(0, namespace.length() - 2) : namespace;
            QualifiedName name = QualifiedName.create(List.of(plain.split("\\.", -1)));
            if (!plain.isEmpty() && (wildcard || name.getSegmentCount() > 1)) {
                found.add(new ImportNormalizer(name, wildcard, false));
            }
        }
        return found;
    }

    /** Tiers, compute units and uses of the hardware around, or of the hardware that an endpoint goes into. */
    private IScope components(EObject context, EReference reference) {
        Hardware hardware = EcoreUtil2.getContainerOfType(context, Hardware.class);
        if (reference.equals(ModelPackage.Literals.ENDPOINT__TIER) && context instanceof Endpoint endpoint) {
            Use use = endpoint.getUse();
            if (use != null) {
                hardware = use.eIsProxy() ? null : use.getHardware();
            }
        }
        return inherited(hardware, Hardware::getParent, Hardware::getComponents, reference);
    }

    /** The parts of a declaration and, behind them, of those that it extends. */
    private <D extends Declaration, P extends Named> IScope inherited(
            @Nullable D declaration,
            Function<D, @Nullable D> parent,
            Function<D, ? extends List<P>> parts,
            EReference reference) {
        Set<D> line = new LinkedHashSet<>();
        D at = declaration;
        while (at != null && !at.eIsProxy() && line.add(at)) {
            at = parent.apply(at);
        }
        IScope scope = IScope.NULLSCOPE;
        for (D ancestor : List.copyOf(line).reversed()) {
            ISelectable own = cache.get(
                    List.of("parts", ancestor),
                    ancestor.eResource(),
                    () -> new MultimapBasedSelectable(describe(parts.apply(ancestor))));
            scope = SelectableBasedScope.createScope(scope, own, reference.getEReferenceType(), false);
        }
        return scope;
    }
}

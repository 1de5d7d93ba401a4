/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.scoping;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.AbstractScope;
import org.jspecify.annotations.Nullable;

/** The declarations of files without a package: nearer than imports to each other, as those of one package are. */
final class DefaultPackageScope extends AbstractScope {
    private final IScope qualified;

    /**
     * @param parent what is further away
     * @param qualified the qualified names of the project
     */
    DefaultPackageScope(IScope parent, IScope qualified) {
        super(parent, false);
        this.qualified = qualified;
    }

    @Override
    protected @Nullable IEObjectDescription getSingleLocalElementByName(QualifiedName name) {
        return name.getSegmentCount() == 1 ? qualified.getSingleElement(name) : null;
    }

    @Override
    protected Iterable<IEObjectDescription> getLocalElementsByName(QualifiedName name) {
        return name.getSegmentCount() == 1 ? qualified.getElements(name) : List.of();
    }

    @Override
    protected Iterable<IEObjectDescription> getAllLocalElements() {
        List<IEObjectDescription> simple = new ArrayList<>();
        for (IEObjectDescription each : qualified.getAllElements()) {
            if (each.getName().getSegmentCount() == 1) {
                simple.add(each);
            }
        }
        return simple;
    }
}

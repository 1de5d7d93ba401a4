/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.scoping;

import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;
import org.jspecify.annotations.Nullable;
import org.memwright.model.Declaration;
import org.memwright.model.Module;
import org.memwright.model.Named;

/** The qualified name of what has one: {@code shootout.H2O} for a declaration, {@code trip.PlanTrip.flight.ticket} for a part. */
@Singleton
public class QualifiedNames extends IQualifiedNameProvider.AbstractImpl {
    @Override
    public @Nullable QualifiedName getFullyQualifiedName(EObject object) {
        if (!(object instanceof Named)) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        EObject at = object;
        while (at instanceof Named named) {
            if (named.getName() == null || named.getName().isEmpty()) {
                return null;
            }
            segments.add(named.getName());
            if (at instanceof Declaration) {
                break;
            }
            at = at.eContainer();
            while (at != null && !(at instanceof Named)) {
                at = at.eContainer();
            }
        }
        Collections.reverse(segments);
        if (at != null && at.eContainer() instanceof Module module && module.getName() != null) {
            return QualifiedName.create(List.of(module.getName().split("\\.", -1)))
                    .append(QualifiedName.create(segments));
        }
        return QualifiedName.create(segments);
    }
}

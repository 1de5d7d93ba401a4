/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.memwright.model.Experiment;

/** Which files an experiment needs: its own, those of what it names, and so on. */
final class Dependencies {
    private Dependencies() {}

    /** Paths of the files; those of the library are left out. */
    static Set<String> files(Experiment experiment) {
        Set<Resource> needed = new LinkedHashSet<>();
        List<Resource> open = new ArrayList<>();
        open.add(experiment.eResource());
        while (!open.isEmpty()) {
            Resource next = open.removeLast();
            if (next == null || !needed.add(next)) {
                continue;
            }
            for (EObject root : next.getContents()) {
                EcoreUtil.CrossReferencer.find(List.of(root)).keySet().stream()
                        .filter(target -> !target.eIsProxy())
                        .forEach(target -> open.add(target.eResource()));
            }
        }
        return needed.stream()
                .filter(resource -> resource.getURI().isFile())
                .map(resource -> resource.getURI().toFileString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

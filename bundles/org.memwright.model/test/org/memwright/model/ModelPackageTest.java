/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

/** What every reader of the model relies on, whatever it is made of. */
class ModelPackageTest {
    private static List<EClass> classes() {
        List<EClass> classes = new ArrayList<>();
        for (EClassifier classifier : ModelPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass eClass) {
                classes.add(eClass);
            }
        }
        return classes;
    }

    @Test
    void package_isWellFormed() {
        Diagnostic said = Diagnostician.INSTANCE.validate(ModelPackage.eINSTANCE);

        assertEquals(Diagnostic.OK, said.getSeverity(), said::toString);
    }

    @Test
    void everythingBelongsToAModule() {
        Set<EClass> reached = new HashSet<>();
        List<EClass> open = new ArrayList<>(List.of(ModelPackage.Literals.MODULE));
        while (!open.isEmpty()) {
            EClass at = open.removeLast();
            if (reached.add(at)) {
                at.getEAllContainments().stream()
                        .map(EReference::getEReferenceType)
                        .forEach(open::add);
                classes().stream().filter(at::isSuperTypeOf).forEach(open::add);
            }
        }
        List<String> lost = classes().stream()
                .filter(eClass -> !eClass.isAbstract() && !reached.contains(eClass))
                .map(EClass::getName)
                .toList();

        assertEquals(List.of(), lost);
    }

    @Test
    void everyConcreteClass_isMadeEmptyAndCopied() {
        for (EClass eClass : classes()) {
            if (!eClass.isAbstract()) {
                EObject made = ModelFactory.eINSTANCE.create(eClass);

                assertSame(eClass, made.eClass());
                assertTrue(EcoreUtil.equals(made, EcoreUtil.copy(made)), eClass::getName);
            }
        }
    }

    @Test
    void child_knowsItsParentAndLeavesItWhenMoved() {
        Module first = ModelFactory.eINSTANCE.createModule();
        Module second = ModelFactory.eINSTANCE.createModule();
        Hardware hardware = ModelFactory.eINSTANCE.createHardware();
        first.getDeclarations().add(hardware);

        second.getDeclarations().add(hardware);

        assertSame(second, hardware.eContainer());
        assertEquals(List.of(), first.getDeclarations());
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import org.memwright.model.Argument;
import org.memwright.model.Call;
import org.memwright.model.ModelFactory;
import org.memwright.model.Reference;

/** Makes the calls that flows are written as. */
final class Calls {
    private Calls() {}

    /** {@code move(to: cold)} */
    static Call to(String mechanism, String target) {
        Reference reference = ModelFactory.eINSTANCE.createReference();
        reference.setName(target);
        Argument argument = ModelFactory.eINSTANCE.createArgument();
        argument.setName("to");
        argument.setValue(reference);
        Call call = ModelFactory.eINSTANCE.createCall();
        call.setName(mechanism);
        call.getArguments().add(argument);
        return call;
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.memwright.edit.Rename;
import org.memwright.edit.SetProperty;
import org.memwright.model.Hardware;
import org.memwright.model.Tier;

/** Why an edit cannot reach the text, beside the edit's own reasons. */
class RefusalsTest {
    @Test
    void library_isNotEdited() {
        Design design = Design.of("""
                import memwright.hardware.*

                hardware Mine extends A100_80G {
                }
                """);
        Hardware parent = design.first(Hardware.class).getParent();
        Tier tier = (Tier) parent.getComponents().stream()
                .filter(Tier.class::isInstance)
                .findFirst()
                .orElseThrow();
        var edit = new Rename(tier, "mine");

        String file = parent.eResource().getURI().lastSegment();
        assertEquals(
                Optional.of("'" + file + "' is part of the built-in library and cannot be edited. Declare your own with"
                        + " 'extends' and edit that."),
                Design.changes().refusal(edit));
        assertThrows(IllegalStateException.class, () -> Design.changes().of(edit));
    }

    @Test
    void syntaxError_isMendedFirst() {
        Design design = Design.of("""
                hardware Mine {
                  tier hbm { capacity 80 GiB }
                  tier {
                }
                """);
        var edit = new SetProperty(design.part(Tier.class, "hbm"), "capacity", Design.value("1 GiB"));

        assertEquals(
                Optional.of("Line 3 of 'design.memw' has a syntax error. Mend it in the text first."),
                Design.changes().refusal(edit));
    }
}

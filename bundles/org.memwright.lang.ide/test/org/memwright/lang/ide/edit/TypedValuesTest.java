/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Model;
import org.memwright.model.Tier;

/** What is typed into a cell is read with its unit, and refused with the reason. */
class TypedValuesTest {
    private final Design design = Design.of(Golden.A100 + "\nmodel Tiny { layers 2 }\n");
    private final TypedValues values = Design.values();

    @ParameterizedTest
    @ValueSource(strings = {"80 GiB", " 4 TB ", "2 * 40 GiB", "0.5 GiB + 512 MiB"})
    void property_takesTheRightDimension(String text) {
        assertTrue(values.property(hbm(), "capacity", text).isValid());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 s | '80 s' is time (such as 200 ms), but bytes (such as 80 GiB) is expected.",
                "80 | '80' is plain number (without unit, such as 2, 0.2 or 20%), but bytes (such as 80 GiB) is expected.",
                "80 GiBB | There is no unit 'GiBB'. Did you mean 'GiB'?",
                "80 GiB + | The value is not complete: something is missing behind '80 GiB +'.",
                "0 GiB | '0 GiB' is out of range: more than 0 B is expected.",
            })
    void property_saysWhatIsExpected(String text, String problem) {
        assertEquals(problem, values.property(hbm(), "capacity", text).problem());
    }

    @Test
    void property_refusesWhatIsNotThere() {
        assertEquals(
                "There is nothing here. Write a value, such as 80 GiB.",
                values.property(hbm(), "capacity", "  ").problem());
        assertEquals(
                LangIssue.UNKNOWN_NAME.text("property", "speed", ""),
                values.property(hbm(), "speed", "1").problem());
    }

    @Test
    void property_countsAreWhole() {
        Model tiny = design.part(Model.class, "Tiny");
        assertTrue(values.property(tiny, "layers", "32").isValid());
        assertEquals(
                "'2.5' is not a whole number from 1 to 100000.",
                values.property(tiny, "layers", "2.5").problem());
    }

    @Test
    void peak_isOperationsPerTime() {
        assertTrue(values.peak("312 TFLOP/s").isValid());
        assertEquals(
                "'312 TB/s' is bandwidth (bytes per time, such as 2 TB/s), but compute (operations per time, such as 312"
                        + " TFLOP/s) is expected.",
                values.peak("312 TB/s").problem());
    }

    @Test
    void documentation_saysWhatItMeansWithAnExample() {
        assertEquals(
                "Bytes that the tier holds. For example: capacity 80 GiB", values.documentation(hbm(), "capacity"));
    }

    private Tier hbm() {
        return design.part(Tier.class, "hbm");
    }
}

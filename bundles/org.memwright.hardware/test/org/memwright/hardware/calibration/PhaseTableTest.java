/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.hardware.IterationTimes;
import org.memwright.hardware.Kernel;

class PhaseTableTest {
    private static final String HEADER =
            "model,hardware,prompt_size,batch_size,token_size,prompt_time,token_time,e2e_time,tensor_parallel";

    @TempDir
    private Path folder;

    /** Prompts take 10 ms and 0.1 ms a token, a token 20 ms and 1 ms a sequence, in ms as such tables have it. */
    private static String row(String device, int prompt, int sequences, double factor) {
        double prompts = factor * (10 + 0.1 * prompt * sequences);
        double token = factor * (20 + sequences);
        return "llama2-70b," + device + "," + prompt + "," + sequences + ",128," + prompts + "," + token + ","
                + (prompts + 127 * token) + ",2";
    }

    private Path table(String... rows) throws IOException {
        Path file = folder.resolve("phases.csv");
        Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n", StandardCharsets.UTF_8);
        return file;
    }

    private MeasuredTimes times(String hardware, Path file) {
        return new MeasuredTimes(hardware, List.of(file), List.of(), new Calibrator(precision -> {
            throw new IllegalArgumentException("asks for no data sheet");
        }));
    }

    @Test
    void table_isInterpolatedForTheHardwareThatIsCalledLikeItsDevice() throws IOException {
        Path file = table(
                row("a100-80gb", 500, 1, 1),
                row("a100-80gb", 1500, 1, 1),
                row("a100-80gb", 500, 4, 1),
                row("h100-80gb", 500, 1, 0.5));

        MeasuredTimes measured = times("memwright.hardware.A100_80G", file);

        IterationTimes iterations =
                measured.iterations("memwright.models.Llama2_70B", 2).orElseThrow();
        assertEquals(0.110, iterations.promptSeconds(1000), 1e-12);
        assertEquals(0.022, iterations.tokenSeconds(2), 1e-12);
        // Of three counts of tokens the middle one, 1500 between 500 and 2000, lies on the line of its neighbours.
        assertEquals(0, measured.heldBackError(Kernel.ITERATION), 1e-12);
        assertTrue(measured.sources()
                .getFirst()
                .startsWith("iterations of llama2-70b on 2 x a100-80gb: 5 measured points"));
        assertEquals(Optional.empty(), measured.iterations("memwright.models.Llama2_70B", 4));
        assertEquals(Optional.empty(), measured.iterations("memwright.models.Llama2_7B", 2));
    }

    @Test
    void repeatedRuns_countOnceWithTheirMedian() throws IOException, MeasurementFailure {
        PhaseTable table = PhaseTable.read(
                table(row("a100-80gb", 500, 1, 1), row("a100-80gb", 500, 1, 9), row("a100-80gb", 500, 1, 1.5)));

        assertEquals(1, table.points().size());
        assertEquals(0.090, table.points().getFirst().promptSeconds(), 1e-12);
    }

    @Test
    void runInParts_isLeftOut() throws IOException, MeasurementFailure {
        PhaseTable table =
                PhaseTable.read(table(row("a100-80gb", 500, 1, 1), "llama2-70b,a100-80gb,500,64,128,60,84,30000,2"));

        assertEquals(
                List.of(1),
                table.points().stream().map(PhaseTable.Point::sequences).toList());
    }

    @Test
    void table_saysWhatIsWrong() throws IOException {
        Path file = table(row("a100-80gb", 500, 1, 1));
        var other = assertThrows(
                IllegalArgumentException.class,
                () -> times("memwright.hardware.B200", file).iterations("Llama2_70B", 2));
        assertTrue(
                other.getMessage().contains("none of its devices (a100-80gb) is called like memwright.hardware.B200"));

        Path broken = table("llama2-70b,a100-80gb,500,1,128,x,84,30000,2");
        var failure = assertThrows(MeasurementFailure.class, () -> PhaseTable.read(broken));
        assertEquals(broken + ":2: prompt_time is 'x', must be a number; mend or delete the row", failure.getMessage());
        assertFalse(PhaseTable.isPhaseTable(folder));
    }
}

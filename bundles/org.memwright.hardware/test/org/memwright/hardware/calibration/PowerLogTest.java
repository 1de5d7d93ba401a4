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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that the test writes from known levels and a little noise. */
class PowerLogTest {
    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(3);

    private Path log(double working, double standby, int hold, double idle, int cycles) throws IOException {
        List<String> lines = new ArrayList<>(List.of("time_s\tpower_w"));
        for (int second = 0; second < cycles * 60; second++) {
            int at = second % 60;
            double level = at < 2 ? idle : at < 14 ? working : at < 14 + hold ? standby : idle;
            lines.add(second + "\t" + (level + 4 * random.nextDouble() - 2));
        }
        Path file = folder.resolve("power.tsv");
        Files.write(file, lines, StandardCharsets.UTF_8);
        return file;
    }

    @Test
    void levels_areThoseOfTheFirstCycle() throws IOException, MeasurementFailure {
        Path file = log(700, 450, 16, 380, 3);

        assertTrue(PowerLog.isPowerLog(file));
        PowerLog log = PowerLog.read(file);

        assertEquals(700, log.levels().workingWatts(), 2);
        assertEquals(450, log.levels().standbyWatts(), 2);
        assertEquals(16, log.levels().holdSeconds(), 0.1);
        assertEquals(380, log.levels().idleWatts(), 2);
        assertEquals(62, log.fitted());
    }

    @Test
    void deviceThatRestsAtOnce_hasNoLevelBetween() throws IOException, MeasurementFailure {
        PowerLog log = PowerLog.read(log(300, 90, 0, 90, 2));

        assertEquals(300, log.levels().workingWatts(), 2);
        assertEquals(90, log.levels().standbyWatts(), 2);
        assertEquals(90, log.levels().idleWatts(), 2);
    }

    @Test
    void logThatNeverRests_isRefused() throws IOException {
        Path file = folder.resolve("busy.tsv");
        Files.writeString(file, "time_s,power_w\n0,100\n1,300\n2,300\n3,300\n");

        String message = assertThrows(MeasurementFailure.class, () -> PowerLog.read(file))
                .getMessage();
        assertTrue(message.contains("power never falls again after the first work"), message);
    }

    @Test
    void timesThatDoNotRise_areRefusedWithTheirLine() throws IOException {
        Path file = folder.resolve("back.tsv");
        Files.writeString(file, "time_s,power_w\n0,100\n0,300\n");

        String message = assertThrows(MeasurementFailure.class, () -> PowerLog.read(file))
                .getMessage();
        assertTrue(message.contains("back.tsv:3: time_s is 0, must rise"), message);
    }

    @Test
    void otherTables_areNoPowerLog() throws IOException {
        Path file = folder.resolve("other.csv");
        Files.writeString(file, "m,n,k,latency\n1,2,3,4\n");

        assertFalse(PowerLog.isPowerLog(file));
    }
}

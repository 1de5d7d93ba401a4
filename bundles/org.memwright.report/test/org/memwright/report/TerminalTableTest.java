/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memwright.profile.ExperimentProfile;
import org.memwright.report.TerminalTable.Style;

class TerminalTableTest {
    private static final ExperimentProfile PROFILE =
            new Shootout().requests(200).column("Broken", 0, 1).profile(1);

    @Test
    void text_isAlignedAndPlain() {
        String table = TerminalTable.text(PROFILE, Style.PLAIN);
        assertEquals(GOLDEN, table);
        assertTrue(table.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127)), "ASCII only");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 50, 60, 80, 120})
    void text_fitsTheTerminal(int width) {
        for (boolean unicode : new boolean[] {false, true}) {
            String table = TerminalTable.text(PROFILE, new Style(width, unicode, false));
            for (String line : table.split("\n", -1)) {
                assertTrue(line.length() <= width, width + ": " + line);
                assertEquals(line.stripTrailing(), line);
            }
            for (String column : PROFILE.columns()) {
                assertTrue(table.contains(column), column);
            }
        }
    }

    @Test
    void text_hasTheSameWordsInColour() {
        String colour = TerminalTable.text(PROFILE, new Style(100, false, true));
        assertTrue(colour.contains("\u001b[32m"));
        assertEquals(
                TerminalTable.text(PROFILE, Style.PLAIN).replaceAll(" +", " "),
                colour.replaceAll("\u001b\\[\\d*m", "").replaceAll(" +", " ").replace(" \n", "\n"));
    }

    @Test
    void text_showsSeedsWithTheirInterval() {
        ExperimentProfile seeds =
                new Shootout().requests(100).seeds(3).rates("2 /s", "30 /s").profile(1);
        String plain = TerminalTable.text(seeds, Style.PLAIN);
        assertTrue(plain.contains(" +- "), plain);
        assertTrue(plain.contains("\narrival 30 /s\n"), plain);
        assertTrue(TerminalTable.text(seeds, new Style(100, true, false)).contains(" \u00b1 "));
    }

    @Test
    void text_cannotSteerTheTerminal() {
        ExperimentProfile hostile = new Shootout()
                .requests(5)
                .doc("clear \u001b[2J\u0007 screen\nand go on")
                .column("evil\u001b[31m", 1000, 1)
                .profile(1);
        String table = TerminalTable.text(hostile, new Style(100, true, false));
        assertFalse(table.contains("\u001b"), table);
        assertFalse(table.contains("\u0007"), table);
    }

    private static final String GOLDEN = """
            shootout.Shootout: Which KV cache design serves the most conversations on one A100?
            nvidia.A100_80G, meta.Llama2_7B, shootout.Conversations

                                    FullCache   PagedAttention     H2O    KIVI   Broken
            ----------------------------------------------------------------------------
            throughput    tokens/s       1072             1102    1511    1521*  failed
            ttft(p50)     ms            607.6            600.3   457.6*  458.1   failed
            ttft(p99)     ms             5625             4413     836     827*  failed
            tpot(p50)     ms            87.57            86.77   55.92   54.24*  failed
            tpot(p99)     ms            210.1            213.2   153.7   148.2*  failed
            peak(hbm)     GiB           80.00            80.00   28.96   27.40*  failed
            traffic(hbm)  TiB           31.46            30.02   15.45   15.20*  failed
            energy        kJ            4.456            4.314   2.918   2.895*  failed
            * best

            passed     H2O.throughput >= 1.02 * FullCache.throughput
                       1511 tokens/s >= 1093 tokens/s
            FAILED     KIVI.throughput >= 1.5 * FullCache.throughput
                       1521 tokens/s >= 1608 tokens/s
            passed     KIVI.ttft(p99) < 5 s
                       827.1 ms < 5 s

            error: Broken failed: token_bytes is 0.0, must be above 0: nothing can be kept in no bytes

            FullCache took 37.21 s, 2.19 times its bound of 16.96 s by arrival of requests.
            PagedAttention took 36.20 s, 2.24 times its bound of 16.19 s by arrival of requests.
            H2O took 26.39 s, 1.70 times its bound of 15.50 s by arrival of requests.
            KIVI took 26.23 s, 1.69 times its bound of 15.50 s by arrival of requests.

            not in the figures (H2O): What dropping 80% of the tokens does to answers is not measured here; an
              attention experiment measures it.

            defaults: 2 values that no design gives; --out DIR lists them

            method: Queueing and occupancy come from running the batch loop; the time of an iteration comes from
              the hardware model.
            """;
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.memwright.lang.ide.Sample;
import org.memwright.lang.ide.Workspace;
import org.memwright.lang.ide.text.Span;

class OutlineTest {
    private static final String DESIGN = """
            // one
            // two
            package design

            import memwright.hardware.*
            import memwright.models.*

            /* a note
               of two lines */
            hardware Box {
              tier hbm { capacity 80 GiB bandwidth 2 TB/s }
              tier dram { capacity 1 TiB bandwidth 200 GB/s }
              link pcie : hbm <-> dram { bandwidth 31.5 GB/s }
              price 2 USD/h
            }
            memory H2O for kv {
              param budget = 20%
              store cache : kv() in hbm
              keep cache : recent(budget / 2),
                top(budget / 2,
                  by: attention(sum))
            }
            task Trip { goal "Kyoto" step flight "Book" { step search step choose after search } }
            experiment Test { on Box compare H2O, H2O(budget: 5%) as Small }
            """;

    private static void list(List<Symbol> symbols, String indentation, StringBuilder text) {
        for (Symbol symbol : symbols) {
            text.append(indentation)
                    .append(symbol.kind().label())
                    .append(' ')
                    .append(symbol.name())
                    .append(symbol.detail().isEmpty() ? "" : " (" + symbol.detail() + ")")
                    .append('\n');
            list(symbol.children(), indentation + "  ", text);
        }
    }

    @Test
    void symbols_areATreeWithDetails() {
        Sample sample = Sample.of(DESIGN);
        StringBuilder text = new StringBuilder();
        list(sample.workspace().symbols(sample.file()), "", text);
        assertEquals("""
                hardware Box
                  tier hbm (80 GiB, 2 TB/s)
                  tier dram (1 TiB, 200 GB/s)
                  link pcie (hbm <-> dram, 31.5 GB/s)
                  property price (2 USD/h)
                memory H2O (for kv)
                  parameter budget (20%)
                  store cache (kv() in hbm)
                  keep rule cache (recent(budget / 2), top(budget / 2, by: attention(sum)))
                task Trip (Kyoto)
                  step flight (Book)
                    step search
                    step choose
                experiment Test (H2O, Small)
                  column H2O (H2O)
                  column Small (H2O(budget: 5%) as Small)
                """, text.toString());
    }

    @Test
    void names_areInsideTheirSymbols_andInOrder() {
        for (Path folder : Sample.examples()) {
            Workspace workspace = Workspace.open(Sample.language(), folder);
            for (Path file : workspace.files()) {
                assertNested(
                        workspace.symbols(file),
                        new Span(0, workspace.text(file).length()));
            }
        }
    }

    private static void assertNested(List<Symbol> symbols, Span around) {
        int last = around.offset();
        for (Symbol symbol : symbols) {
            assertTrue(symbol.span().offset() >= last && symbol.span().end() <= around.end(), symbol.name());
            assertTrue(symbol.nameSpan().offset() >= symbol.span().offset(), symbol.name());
            assertTrue(symbol.nameSpan().end() <= symbol.span().end(), symbol.name());
            assertNested(symbol.children(), symbol.span());
            last = symbol.span().end();
        }
    }

    @Test
    void symbolsNamed_takesTheLettersInTheirOrder() {
        Workspace workspace = Sample.of(DESIGN).workspace();
        assertEquals(List.of("H2O"), named(workspace, "h2"));
        assertEquals(List.of("Trip", "Test"), named(workspace, "t"));
        assertEquals(List.of("Trip"), named(workspace, "tp"));
        assertEquals(List.of("Box", "H2O", "Trip", "Test"), named(workspace, ""));
        assertEquals(List.of(), named(workspace, "xyz"));
    }

    private static List<String> named(Workspace workspace, String query) {
        return workspace.symbolsNamed(query).stream()
                .map(each -> each.symbol().name())
                .toList();
    }

    @Test
    void folds_areBlocks_callsOverLines_commentsAndImports() {
        Sample sample = Sample.of(DESIGN);
        assertEquals(
                """
                0-1 COMMENT
                4-5 IMPORTS
                7-8 COMMENT
                9-13 BLOCK
                15-20 BLOCK
                19-20 BLOCK""",
                sample.workspace().folds(sample.file()).stream()
                        .map(fold -> fold.startLine() + "-" + fold.endLine() + " " + fold.type())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void tokens_tellTheRoleOfEachWord() {
        Sample sample = Sample.of("""
                package design
                // a note
                memory H2O for kv {
                  param budget = 20%
                  store cache : pages(size: 16 tokens, share: prefix) in hbm
                  keep cache : recent(budget)
                  on full : preempt(recompute)
                }
                experiment Test { on memwright.hardware.A100_80G compare H2O measure ttft(p99) }
                """);
        assertEquals(
                """
                KEYWORD package
                PACKAGE design
                COMMENT // a note
                KEYWORD memory
                TYPE H2O declared
                KEYWORD for
                ENGINE kv
                KEYWORD param
                VARIABLE budget declared
                QUANTITY 20%
                KEYWORD store
                NAME cache declared
                MECHANISM pages
                ARGUMENT size
                QUANTITY 16 tokens
                ARGUMENT share
                CHOICE prefix
                KEYWORD in
                NAME hbm
                KEYWORD keep
                NAME cache
                MECHANISM recent
                VARIABLE budget
                KEYWORD on
                EVENT full
                MECHANISM preempt
                CHOICE recompute
                KEYWORD experiment
                TYPE Test declared
                KEYWORD on
                TYPE A100_80G
                KEYWORD compare
                TYPE H2O
                KEYWORD measure
                METRIC ttft
                CHOICE p99""",
                sample.workspace().tokens(sample.file()).stream()
                        .map(token -> token.role() + " " + token.span().of(sample.text())
                                + (token.declares() ? " declared" : ""))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void tokens_neverOverlap_evenInBrokenText() {
        for (int cut = 0; cut < DESIGN.length(); cut += 7) {
            Sample sample = Sample.of(DESIGN.substring(0, cut));
            int last = 0;
            for (Token token : sample.workspace().tokens(sample.file())) {
                assertTrue(token.span().offset() >= last, "at " + token + " of the first " + cut);
                last = token.span().end();
            }
            assertTrue(last <= cut);
        }
    }
}

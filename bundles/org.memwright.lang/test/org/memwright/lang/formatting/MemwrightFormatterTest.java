/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.formatting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.util.TextRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memwright.lang.Designs;
import org.memwright.lang.Project;

class MemwrightFormatterTest {
    private static void formats(String written, String expected) {
        assertEquals(expected, Designs.formatted(written));
        assertEquals(expected, Designs.formatted(expected));
    }

    @Test
    void block_onOneLine_staysOnOneLine() {
        formats("memory   Full for kv{store cache:kv( )in hbm}", "memory Full for kv { store cache : kv() in hbm }\n");
    }

    @Test
    void dot_behindANumber_staysApartFromIt() {
        formats("model M { ffn 28672  .  gated }", "model M { ffn 28672 .gated }\n");
    }

    @Test
    void block_overSeveralLines_getsALineForEachMember() {
        formats(
                "memory M for kv {\nparam a=5 store cache:kv(keys:int2(per:channel,group:32)) in hbm on full:preempt(recompute) }",
                """
                memory M for kv {
                  param a = 5
                  store cache : kv(keys: int2(per: channel, group: 32)) in hbm
                  on full     : preempt(recompute)
                }
                """);
    }

    @Test
    void properties_shareTheirLine() {
        formats("model M {\n layers 32 hidden 4096\n\n\n\n ffn 11008   gated vocab 32000 biased\n}\n", """
                model M {
                  layers 32  hidden 4096

                  ffn 11008 gated  vocab 32000  biased
                }
                """);
    }

    @Test
    void neighbours_areAligned() {
        formats("""
                hardware H {
                tier sram on gpu { capacity 40 MiB bandwidth 19 TB/s latency 30 ns }
                tier dram { capacity 512 GiB bandwidth 204 GB/s }
                tier ssd { capacity 4 TB read 7 GB/s write 5 GB/s }
                }
                """, """
                hardware H {
                  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s latency 30 ns }
                  tier dram        { capacity 512 GiB bandwidth 204 GB/s }
                  tier ssd         { capacity 4 TB    read 7 GB/s write 5 GB/s }
                }
                """);
    }

    @Test
    void neighbours_withACommentBetween_areNot() {
        formats(
                "hardware H {\n  tier a { capacity 4 TB bandwidth 2 TB/s }\n  // other\n  tier bcd { capacity 40 TB bandwidth 2 TB/s }\n}\n",
                """
                hardware H {
                  tier a { capacity 4 TB  bandwidth 2 TB/s }
                  // other
                  tier bcd { capacity 40 TB  bandwidth 2 TB/s }
                }
                """);
    }

    @Test
    void rules_wideThanStores_haveAColumnOfTheirOwn() {
        formats("""
                memory M for agent {
                  store log : text() in dram
                  on write(turn) : log.add(turn)
                  on recall(query) : log.recent(k: 10)
                }
                """, """
                memory M for agent {
                  store log : text() in dram
                  on write(turn)   : log.add(turn)
                  on recall(query) : log.recent(k: 10)
                }
                """);
    }

    @Test
    void declarations_ofSeveralLines_areSeparated() {
        formats(
                "package p\nimport a.*\nimport b.*\nmodel A {\n  layers 1\n}\nmodel D { layers 2 }\nmodel EF { layers 3 }\n",
                """
                package p

                import a.*
                import b.*

                model A {
                  layers 1
                }

                model D  { layers 2 }
                model EF { layers 3 }
                """);
    }

    @Test
    void lineBreaksInLists_stayAndAreAligned() {
        formats(
                "workload W {\n  requests from csv(\"a.csv\",\n   arrival: t,\n prompt: p)\n}\nexperiment E {\n  measure throughput,\n ttft(p50)\n}\n",
                """
                workload W {
                  requests from csv("a.csv",
                                    arrival: t,
                                    prompt: p)
                }

                experiment E {
                  measure throughput,
                          ttft(p50)
                }
                """);
    }

    @Test
    void comments_survive() {
        formats(
                "/** Doc. */\nmodel M { // the shape\n/* a */ layers /* b */ 32 // c\n\n\n// d\n  hidden 4096\n   /*\n    * e\n    */\n  // f\n} // g\n// h",
                """
                /** Doc. */
                model M {  // the shape
                  /* a */
                  layers /* b */ 32  // c

                  // d
                  hidden 4096
                  /*
                   * e
                   */
                  // f
                }  // g
                // h
                """);
    }

    @Test
    void operatorsAndUnits_haveOneForm() {
        formats(
                "memory M for kv { param a=- ( 1+2 )*3/ 4 param b=20 % param c=4 / s param d = 2 TB / s }",
                "memory M for kv { param a = -(1 + 2) * 3 / 4  param b = 20%  param c = 4 /s  param d = 2 TB/s }\n");
    }

    @Test
    void windowsLineBreaks_stay() {
        assertEquals(
                "model M {\r\n  layers 1\r\n  // x\r\n}\r\n", Designs.formatted("model M {\r\n layers 1\r\n// x\r\n}"));
    }

    @Test
    void emptyThings_areNotFilled() {
        formats("", "");
        formats("// only this", "// only this\n");
        formats("memory M for kv {\n\n}", "memory M for kv {}\n");
    }

    @Test
    void syntaxError_isLeftAlone() {
        Project project = Designs.project("model M {  layers  }");

        assertTrue(project.formatted(project.files().getFirst()).isEmpty());
    }

    @Test
    void range_isFormattedAlone() {
        String text = "model  A { layers 1 }\n\nmodel   B1 { layers 1 }\n";
        Project project = Designs.project(text);
        var resource = project.resource(project.files().getFirst()).orElseThrow();
        var access = Designs.LANGUAGE
                .service(TextRegionAccessBuilder.class)
                .forNodeModel(resource)
                .create();
        var request = new FormatterRequest().setTextRegionAccess(access).addRegion(new TextRegion(24, 20));

        String formatted = access.getRewriter()
                .renderToString(Designs.LANGUAGE.service(IFormatter2.class).format(request));

        assertEquals("model  A { layers 1 }\n\nmodel B1 { layers 1 }\n", formatted);
    }

    static Stream<String> designs() {
        return Stream.of("golden", "snippets")
                .flatMap(folder -> Designs.of(folder).stream())
                .map(Designs::text);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void anyWhiteSpace_isFormattedToAFixedPointWithTheSameTokens(String design) {
        for (long seed = 1; seed <= 20; seed++) {
            String shaken = shaken(design, new SplittableRandom(seed));
            String once = Designs.formatted(shaken);
            assertEquals(withoutSpace(design), withoutSpace(once), "seed " + seed);
            assertEquals(once, Designs.formatted(once), "seed " + seed);
        }
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    /** Other white space at random places where there is some, outside of comments and texts. */
    private static String shaken(String design, SplittableRandom random) {
        String[] spaces = {" ", "  ", "\n", "\n\n\n", "\t", " \n    "};
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        boolean comment = false;
        for (int i = 0; i < design.length(); i++) {
            char c = design.charAt(i);
            quoted ^= c == '"' && !comment;
            comment |= !quoted && design.startsWith("/*", i) || !quoted && design.startsWith("//", i);
            comment &= c != '\n'
                    || !design.substring(0, i).endsWith("*/")
                            && design.lastIndexOf("/*", i) > design.lastIndexOf("*/", i);
            boolean space = (c == ' ' || c == '\n') && !quoted && !comment;
            boolean afterLineComment = c == '\n' && design.lastIndexOf("//", i) > design.lastIndexOf('\n', i - 1);
            if (space && !afterLineComment && random.nextInt(4) == 0) {
                text.append(spaces[random.nextInt(spaces.length)]);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}

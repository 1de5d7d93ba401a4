/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.memwright.edit.AddTier;
import org.memwright.edit.Delete;
import org.memwright.edit.MoveStep;
import org.memwright.edit.MoveStore;
import org.memwright.edit.PlaceTier;
import org.memwright.edit.Rename;
import org.memwright.edit.SetProperty;
import org.memwright.model.Hardware;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Task;
import org.memwright.model.Tier;

/** Comments and hand-made layout survive every edit; a deleted part takes the comments that are attached to it. */
class CommentsTest {
    private static final String COMMENTED = """
            // The file.

            // The machine.
            hardware Bench { // opens
              compute gpu { peak fp16 312 TFLOP/s /* dense */ }

              // fast
              tier sram on gpu { capacity /* all of it */ 40 MiB }   // on chip
              /* slow
                 and large */
              tier dram {
                capacity 512 GiB  // eight channels
                bandwidth 204 GB/s
              }
              // belongs to nothing

              tier ssd { capacity 4 TB } // big
              link pcie : sram /* up */ <-> /* down */ dram { bandwidth 31.5 GB/s }
              // closes
            }

            memory Plain for kv { store cache : kv() /* here */ in dram /* not sram */ }
            """;

    private static final String TASK = """
            task T {
              // the first
              step a "A" {  // in a
                // inside
                step b "B"  // of b
                step c after b
              }
              // the second
              step e  // waits

              // a note
            }
            """;

    private Design design = Design.of(COMMENTED);

    @Test
    void setProperty_keepsTheCommentBesideTheValue() {
        assertEquals("""
                -  tier sram on gpu { capacity /* all of it */ 40 MiB }   // on chip
                +  tier sram on gpu { capacity /* all of it */ 64 MiB }   // on chip
                """, design.diff(new SetProperty(tier("sram"), "capacity", Design.value("64 MiB"))));
    }

    @Test
    void setProperty_goesOnALineOfItsOwnWhereTheOthersAre() {
        assertEquals("""
                +    latency 90 ns
                """, design.diff(new SetProperty(tier("dram"), "latency", Design.value("90 ns"))));
    }

    @Test
    void moveStore_keepsTheCommentsAroundTheTier() {
        assertEquals("""
                -memory Plain for kv { store cache : kv() /* here */ in dram /* not sram */ }
                +memory Plain for kv { store cache : kv() /* here */ in sram /* not sram */ }
                """, design.diff(new MoveStore(design.part(Store.class, "cache"), "sram")));
    }

    @Test
    void delete_takesTheCommentsAttachedToThePart() {
        assertEquals("""
                -  // fast
                -  tier sram on gpu { capacity /* all of it */ 40 MiB }   // on chip
                -  link pcie : sram /* up */ <-> /* down */ dram { bandwidth 31.5 GB/s }
                """, design.diff(new Delete(tier("sram"))));
        assertEquals(
                List.of(
                        "// The file.",
                        "// The machine.",
                        "// opens",
                        "/* dense */",
                        "/* slow\n     and large */",
                        "// eight channels",
                        "// belongs to nothing",
                        "// big",
                        "// closes",
                        "/* here */",
                        "/* not sram */"),
                design.after(new Delete(tier("sram"))).comments());
    }

    @Test
    void delete_leavesTheCommentThatABlankLinePartsFromThePart() {
        assertEquals("""
                -  tier ssd { capacity 4 TB } // big
                """, design.diff(new Delete(tier("ssd"))));
    }

    @Test
    void everyOtherEdit_keepsAllComments() {
        List<String> comments = design.comments();
        assertEquals(16, comments.size());
        for (var edit : List.of(
                new Rename(tier("dram"), "ddr"),
                new PlaceTier(tier("sram"), null),
                new PlaceTier(tier("ssd"), design.part(org.memwright.model.ComputeUnit.class, "gpu")),
                new AddTier(
                        design.first(Hardware.class), "cxl", null, Design.value("1 TiB"), Design.value("30 GB/s")))) {
            assertEquals(comments, design.after(edit).comments(), edit.label());
        }
    }

    @Test
    void moveStep_takesItsComments() {
        design = Design.of(TASK);
        assertEquals("""
                +    // the second
                +    step e  // waits
                -  // the second
                -  step e  // waits
                """, design.diff(new MoveStep(step("e"), step("a"), 1)));
        List<String> moved = design.after(new MoveStep(step("b"), design.first(Task.class), 2))
                .comments();
        List<String> comments = new ArrayList<>(design.comments());
        assertEquals(comments.size(), moved.size());
        assertTrue(moved.containsAll(comments), () -> moved.toString());
    }

    private Tier tier(String name) {
        return design.part(Tier.class, name);
    }

    private Step step(String name) {
        return design.part(Step.class, name);
    }
}

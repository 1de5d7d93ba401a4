/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.memwright.edit.AddAfter;
import org.memwright.edit.AddComputeUnit;
import org.memwright.edit.AddDatum;
import org.memwright.edit.AddDeclaration;
import org.memwright.edit.AddLink;
import org.memwright.edit.AddStep;
import org.memwright.edit.AddStore;
import org.memwright.edit.AddTier;
import org.memwright.edit.AddUses;
import org.memwright.edit.ClearProperty;
import org.memwright.edit.Delete;
import org.memwright.edit.DropOverflow;
import org.memwright.edit.End;
import org.memwright.edit.MoveOverflow;
import org.memwright.edit.MoveStep;
import org.memwright.edit.MoveStore;
import org.memwright.edit.PlaceComputeUnit;
import org.memwright.edit.PlaceTier;
import org.memwright.edit.ReconnectLink;
import org.memwright.edit.RemoveAfter;
import org.memwright.edit.RemoveUses;
import org.memwright.edit.Rename;
import org.memwright.edit.SetCount;
import org.memwright.edit.SetExpression;
import org.memwright.edit.SetPeak;
import org.memwright.edit.SetProperty;
import org.memwright.edit.SetTitle;
import org.memwright.edit.SwapOnFull;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Datum;
import org.memwright.model.Expression;
import org.memwright.model.Hardware;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.Parameter;
import org.memwright.model.Step;
import org.memwright.model.Task;
import org.memwright.model.Tier;

/** What each edit does to the golden files, to the letter. {@link Design#diff} holds each to what holds for all edits besides. */
class TextChangesTest {
    private Design design = Design.of(Golden.A100);

    @Test
    void setProperty_replacesTheValueAlone() {
        assertEquals("""
                -  tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                +  tier hbm  on gpu { capacity 96 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                """, design.diff(new SetProperty(tier("hbm"), "capacity", value("96 GiB"))));
    }

    @Test
    void setProperty_keepsColumnsWhereTheyWere() {
        assertEquals("""
                -  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                -  tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                -  tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                -  tier ssd         { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                +  tier sram on gpu { capacity 40 MiB     bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                +  tier hbm  on gpu { capacity 1024.5 GiB bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                +  tier dram        { capacity 512 GiB    bandwidth 204 GB/s   latency 90 ns }
                +  tier ssd         { capacity 4 TB       read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                """, design.diff(new SetProperty(tier("hbm"), "capacity", value("1024.5 GiB"))));
    }

    @Test
    void setProperty_writesWhatWasLeftOut() {
        assertEquals("""
                -  tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                +  tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns  energy 10 pJ/bit }
                """, design.diff(new SetProperty(tier("dram"), "energy", value("10 pJ/bit"))));
    }

    @Test
    void clearProperty_takesNameAndValue() {
        assertEquals("""
                -  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                +  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s    energy 0.3 pJ/bit }
                """, design.diff(new ClearProperty(tier("sram"), "latency")));
    }

    @Test
    void rename_tierFollowsItsLinks() {
        assertEquals("""
                -  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                -  tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                -  tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                -  tier ssd         { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                -  link pcie : hbm <-> dram { bandwidth 31.5 GB/s latency 3 us }
                -  link nvme : dram <-> ssd { bandwidth 7 GB/s }
                +  tier sram  on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                +  tier hbm2e on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                +  tier dram         { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                +  tier ssd          { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                +  link pcie : hbm2e <-> dram { bandwidth 31.5 GB/s latency 3 us }
                +  link nvme : dram <-> ssd   { bandwidth 7 GB/s }
                """, design.diff(new Rename(tier("hbm"), "hbm2e")));
    }

    @Test
    void rename_computeUnitFollowsItsTiers() {
        assertEquals("""
                -  compute gpu {
                +  compute sm {
                -  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                -  tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                -  tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                -  tier ssd         { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                +  tier sram on sm { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                +  tier hbm  on sm { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                +  tier dram       { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                +  tier ssd        { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                """, design.diff(new Rename(unit("gpu"), "sm")));
    }

    @Test
    void setPeak_replacesTheValueAlone() {
        assertEquals("""
                -    peak fp16 312 TFLOP/s
                +    peak fp16 400 TFLOP/s
                """, design.diff(new SetPeak(unit("gpu"), "fp16", value("400 TFLOP/s"))));
    }

    @Test
    void setPeak_addsAPrecision() {
        assertEquals("""
                +    peak fp8 800 TFLOP/s
                """, design.diff(new SetPeak(unit("gpu"), "fp8", value("800 TFLOP/s"))));
    }

    @Test
    void setCount_addsBrackets() {
        assertEquals("""
                -  compute gpu {
                +  compute gpu[4] {
                """, design.diff(new SetCount(unit("gpu"), 4)));
    }

    @Test
    void addTier_goesBehindTheOtherTiers() {
        assertEquals("""
                +  tier l2   on gpu { capacity 40 MiB  bandwidth 5 TB/s }
                """, design.diff(new AddTier(hardware(), "l2", unit("gpu"), value("40 MiB"), value("5 TB/s"))));
    }

    @Test
    void addComputeUnit_goesBehindTheOtherUnits() {
        assertEquals("""
                +  compute pim in hbm {
                +    peak fp16 12 TFLOP/s
                +  }
                """, design.diff(new AddComputeUnit(hardware(), "pim", tier("hbm"), "fp16", value("12 TFLOP/s"))));
    }

    @Test
    void addLink_goesBehindTheOtherLinks() {
        assertEquals(
                """
                +  link gds  : hbm <-> ssd  { bandwidth 6 GB/s }
                """,
                design.diff(new AddLink(hardware(), "gds", End.of(tier("hbm")), End.of(tier("ssd")), value("6 GB/s"))));
    }

    @Test
    void placeTier_addsOn() {
        assertEquals("""
                -  tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                +  tier dram on gpu { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                """, design.diff(new PlaceTier(tier("dram"), unit("gpu"))));
    }

    @Test
    void placeTier_removesOn() {
        assertEquals("""
                -  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                +  tier sram        { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                """, design.diff(new PlaceTier(tier("sram"), null)));
    }

    @Test
    void placeComputeUnit_addsIn() {
        assertEquals("""
                -  compute gpu {
                +  compute gpu in dram {
                """, design.diff(new PlaceComputeUnit(unit("gpu"), tier("dram"))));
    }

    @Test
    void reconnectLink_replacesTheEnd() {
        assertEquals("""
                -  link nvme : dram <-> ssd { bandwidth 7 GB/s }
                +  link nvme : hbm <-> ssd  { bandwidth 7 GB/s }
                """, design.diff(new ReconnectLink(design.part(Link.class, "nvme"), true, End.of(tier("hbm")))));
    }

    @Test
    void delete_tierTakesItsLinks() {
        assertEquals("""
                -  tier ssd         { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                -  link pcie : hbm <-> dram { bandwidth 31.5 GB/s latency 3 us }
                -  link nvme : dram <-> ssd { bandwidth 7 GB/s }
                +  link pcie : hbm <-> dram { bandwidth 31.5 GB/s  latency 3 us }
                """, design.diff(new Delete(tier("ssd"))));
    }

    @Test
    void delete_computeUnitLeavesItsTiers() {
        assertEquals("""
                -  compute gpu {
                -    peak fp16 312 TFLOP/s
                -    peak int8 624 TOP/s
                -  }
                -  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                -  tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                -  tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                -  tier ssd         { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                +  tier sram { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                +  tier hbm  { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                +  tier dram { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                +  tier ssd  { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                """, design.diff(new Delete(unit("gpu"))));
    }

    @Test
    void delete_linkTakesItsLine() {
        assertEquals("""
                -  link pcie : hbm <-> dram { bandwidth 31.5 GB/s latency 3 us }
                """, design.diff(new Delete(design.part(Link.class, "pcie"))));
    }

    @Test
    void addDeclaration_memory() {
        assertEquals("""
                +
                +memory Cache for kv {}
                """, design.diff(AddDeclaration.memory(design.module(), "Cache", "kv")));
    }

    @Test
    void addDeclaration_hardware() {
        assertEquals("""
                +
                +hardware Host {}
                """, design.diff(AddDeclaration.hardware(design.module(), "Host")));
    }

    @Test
    void moveStore_replacesTheTier() {
        onTheShootout();

        assertEquals("""
                -  store residual : kv() in hbm
                +  store residual : kv() in dram
                """, design.diff(new MoveStore(kivi().getStores().get(1), "dram")));
    }

    @Test
    void moveStore_removesTheTier() {
        onTheShootout();

        assertEquals("""
                -  store residual : kv() in hbm
                +  store residual : kv()
                """, design.diff(new MoveStore(kivi().getStores().get(1), null)));
    }

    @Test
    void rename_storeFollowsItsRules() {
        onTheShootout();

        assertEquals("""
                -  store cache    : kv(keys: int2(per: channel, group: 32), values: int2(per: token, group: 32)) in hbm
                -  store residual : kv() in hbm
                -  keep residual  : recent(128 tokens) else move(to: cache)
                +  store quantised : kv(keys: int2(per: channel, group: 32), values: int2(per: token, group: 32)) in hbm
                +  store residual  : kv() in hbm
                +  keep residual   : recent(128 tokens) else move(to: quantised)
                """, design.diff(new Rename(kivi().getStores().get(0), "quantised")));
    }

    @Test
    void rename_memoryFollowsItsExperiments() {
        onTheShootout();

        assertEquals("""
                -memory KIVI for kv {
                +memory Kivi2 for kv {
                -  compare FullCache, PagedAttention, H2O(budget: 20%), KIVI
                +  compare FullCache, PagedAttention, H2O(budget: 20%), Kivi2
                -  expect KIVI.throughput >= 1.5 * FullCache.throughput
                +  expect Kivi2.throughput >= 1.5 * FullCache.throughput
                """, design.diff(new Rename(kivi(), "Kivi2")));
    }

    @Test
    void rename_tierFollowsIntoOtherFiles() {
        onTheShootout();

        assertEquals("""
                -memory FullCache for kv { store cache : kv() in hbm }
                +memory FullCache for kv { store cache : kv() in hbm2e }
                -  store cache : pages(size: 16 tokens, table: block, share: prefix) in hbm
                +  store cache : pages(size: 16 tokens, table: block, share: prefix) in hbm2e
                -  store cache : kv() in hbm
                +  store cache : kv() in hbm2e
                -  store cache    : kv(keys: int2(per: channel, group: 32), values: int2(per: token, group: 32)) in hbm
                -  store residual : kv() in hbm
                +  store cache    : kv(keys: int2(per: channel, group: 32), values: int2(per: token, group: 32)) in hbm2e
                +  store residual : kv() in hbm2e
                -  measure throughput, ttft(p50, p99), tpot(p50, p99), peak(hbm), traffic(hbm), energy
                +  measure throughput, ttft(p50, p99), tpot(p50, p99), peak(hbm2e), traffic(hbm2e), energy
                -  tier sram on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                -  tier hbm  on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                -  tier dram        { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                -  tier ssd         { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                -  link pcie : hbm <-> dram { bandwidth 31.5 GB/s latency 3 us }
                -  link nvme : dram <-> ssd { bandwidth 7 GB/s }
                +  tier sram  on gpu { capacity 40 MiB  bandwidth 19 TB/s    latency 30 ns  energy 0.3 pJ/bit }
                +  tier hbm2e on gpu { capacity 80 GiB  bandwidth 2.039 TB/s latency 400 ns energy 4 pJ/bit }
                +  tier dram         { capacity 512 GiB bandwidth 204 GB/s   latency 90 ns }
                +  tier ssd          { capacity 4 TB    read 7 GB/s write 5 GB/s latency 80 us access 4 KiB }
                +  link pcie : hbm2e <-> dram { bandwidth 31.5 GB/s latency 3 us }
                +  link nvme : dram <-> ssd   { bandwidth 7 GB/s }
                """, design.diff(new Rename(tier("hbm"), "hbm2e")));
    }

    @Test
    void rename_hardwareFollowsIntoOtherFiles() {
        onTheShootout();

        assertEquals("""
                -  on A100_80G
                +  on A100
                -hardware A100_80G {
                +hardware A100 {
                """, design.diff(new Rename(design.part(Hardware.class, "A100_80G"), "A100")));
    }

    @Test
    void rename_parameterFollowsRulesAndOverrides() {
        onTheShootout();

        assertEquals("""
                -  param budget = 20%
                +  param share = 20%
                -  keep cache  : recent(budget / 2), top(budget / 2, by: attention(sum))
                +  keep cache  : recent(share / 2), top(share / 2, by: attention(sum))
                -  compare FullCache, PagedAttention, H2O(budget: 20%), KIVI
                +  compare FullCache, PagedAttention, H2O(share: 20%), KIVI
                """, design.diff(new Rename(design.part(Parameter.class, "budget"), "share")));
    }

    @Test
    void addStore_goesBehindTheOtherStores() {
        onTheShootout();

        assertEquals("""
                +  store spill    : kv() in dram
                """, design.diff(new AddStore(kivi(), "spill", value("kv()"), "dram")));
    }

    @Test
    void addStore_opensABlockOnOneLine() {
        onTheShootout();

        assertEquals("""
                -memory FullCache for kv { store cache : kv() in hbm }
                +memory FullCache for kv {
                +  store cache : kv() in hbm
                +  store spill : kv() in dram
                +}
                """, design.diff(new AddStore(memory("FullCache"), "spill", value("kv()"), "dram")));
    }

    @Test
    void moveOverflow_addsARule() {
        onTheShootout();

        assertEquals(
                """
                +  keep cache     : recent(64 tokens) else move(to: residual)
                """,
                design.diff(new MoveOverflow(
                        kivi(), kivi().getStores().get(0), kivi().getStores().get(1), value("recent(64 tokens)"))));
    }

    @Test
    void dropOverflow_removesElse() {
        onTheShootout();

        assertEquals("""
                -  keep residual  : recent(128 tokens) else move(to: cache)
                +  keep residual  : recent(128 tokens)
                """, design.diff(new DropOverflow(kivi().getKeeps().get(0))));
    }

    @Test
    void swapOnFull_replacesTheAction() {
        onTheShootout();

        assertEquals("""
                -  on full     : preempt(recompute)
                +  on full     : swap(to: dram)
                """, design.diff(new SwapOnFull(memory("PagedAttention"), "dram")));
    }

    @Test
    void swapOnFull_addsARule() {
        onTheShootout();

        assertEquals("""
                +  on full        : swap(to: dram)
                """, design.diff(new SwapOnFull(kivi(), "dram")));
    }

    @Test
    void swapOnFull_opensABlockOnOneLine() {
        onTheShootout();

        assertEquals("""
                -memory FullCache for kv { store cache : kv() in hbm }
                +memory FullCache for kv {
                +  store cache : kv() in hbm
                +  on full     : swap(to: dram)
                +}
                """, design.diff(new SwapOnFull(memory("FullCache"), "dram")));
    }

    @Test
    void setExpression_layout() {
        onTheShootout();

        assertEquals(
                """
                -memory FullCache for kv { store cache : kv() in hbm }
                +memory FullCache for kv { store cache : kv(keys: int8()) in hbm }
                """,
                design.diff(new SetExpression(memory("FullCache").getStores().get(0), value("kv(keys: int8())"))));
    }

    @Test
    void setExpression_parameter() {
        onTheShootout();

        assertEquals("""
                -  param budget = 20%
                +  param budget = 10%
                """, design.diff(new SetExpression(design.part(Parameter.class, "budget"), value("10%"))));
    }

    @Test
    void delete_storeTakesItsRule() {
        onTheShootout();

        assertEquals("""
                -  store cache    : kv(keys: int2(per: channel, group: 32), values: int2(per: token, group: 32)) in hbm
                -  store residual : kv() in hbm
                -  keep residual  : recent(128 tokens) else move(to: cache)
                +  store cache : kv(keys: int2(per: channel, group: 32), values: int2(per: token, group: 32)) in hbm
                """, design.diff(new Delete(kivi().getStores().get(1))));
    }

    @Test
    void addStep_goesBetween() {
        on(Golden.TRIP);

        assertEquals("""
                +  step visa   "Apply for a visa"
                """, design.diff(new AddStep(trip(), 1, "visa", "Apply for a visa")));
    }

    @Test
    void addStep_opensABlock() {
        on(Golden.TRIP);

        assertEquals("""
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step hotel "Book a hotel" after flight uses flight.ticket {
                +    step rooms "Compare rooms"
                +  }
                """, design.diff(new AddStep(step("hotel"), 0, "rooms", "Compare rooms")));
    }

    @Test
    void addStep_goesFirst() {
        on(Golden.TRIP);

        assertEquals("""
                +    step when   "Fix the dates"
                """, design.diff(new AddStep(step("flight"), 0, "when", "Fix the dates")));
    }

    @Test
    void moveStep_qualifiesWhatItWaitsFor() {
        on(Golden.TRIP);

        assertEquals("""
                -    step choose "Choose one" after search
                +  step choose "Choose one"          after flight.search
                """, design.diff(new MoveStep(step("choose"), trip(), 1)));
    }

    @Test
    void moveStep_reordersUpwards() {
        on(Golden.TRIP);

        assertEquals("""
                +  step report "Write the itinerary" uses flight.ticket, hotel
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step hotel "Book a hotel" after flight uses flight.ticket
                """, design.diff(new MoveStep(step("report"), trip(), 0)));
    }

    @Test
    void moveStep_reordersDownwards() {
        on(Golden.TRIP);

        assertEquals("""
                +  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step report "Write the itinerary" uses flight.ticket, hotel
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                -  step report "Write the itinerary" uses flight.ticket, hotel
                """, design.diff(new MoveStep(step("flight"), trip(), 2)));
    }

    @Test
    void addAfter_addsTheWord() {
        on(Golden.TRIP);

        assertEquals("""
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step report "Write the itinerary" after hotel uses flight.ticket, hotel
                """, design.diff(new AddAfter(step("report"), step("hotel"))));
    }

    @Test
    void addAfter_addsToTheList() {
        on(Golden.TRIP);

        assertEquals("""
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step hotel  "Book a hotel"        after flight, flight.search uses flight.ticket
                """, design.diff(new AddAfter(step("hotel"), step("search"))));
    }

    @Test
    void addUses_addsTheWord() {
        on(Golden.TRIP);

        assertEquals("""
                -    step choose "Choose one" after search
                +    step choose "Choose one" after search uses dates
                """, design.diff(new AddUses(step("choose"), datum("dates"))));
    }

    @Test
    void removeAfter_removesTheWord() {
        on(Golden.TRIP);

        assertEquals("""
                -    step choose "Choose one" after search
                +    step choose "Choose one"
                """, design.diff(new RemoveAfter(step("choose"), step("search"))));
    }

    @Test
    void removeUses_removesTheLast() {
        on(Golden.TRIP);

        assertEquals("""
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step report "Write the itinerary" uses flight.ticket
                """, design.diff(new RemoveUses(step("report"), step("hotel"))));
    }

    @Test
    void removeUses_removesTheFirst() {
        on(Golden.TRIP);

        assertEquals("""
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step report "Write the itinerary" uses hotel
                """, design.diff(new RemoveUses(step("report"), datum("ticket"))));
    }

    @Test
    void rename_stepFollowsPaths() {
        on(Golden.TRIP);

        assertEquals("""
                -  step flight "Find and book a flight" {
                +  step fly "Find and book a flight" {
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step hotel  "Book a hotel"        after fly uses fly.ticket
                +  step report "Write the itinerary" uses fly.ticket, hotel
                """, design.diff(new Rename(step("flight"), "fly")));
    }

    @Test
    void rename_datumFollowsPaths() {
        on(Golden.TRIP);

        assertEquals("""
                -    out ticket
                +    out booking
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step hotel  "Book a hotel"        after flight uses flight.booking
                +  step report "Write the itinerary" uses flight.booking, hotel
                """, design.diff(new Rename(datum("ticket"), "booking")));
    }

    @Test
    void setTitle_escapesQuotes() {
        on(Golden.TRIP);

        assertEquals("""
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step hotel  "Book \\"the\\" hotel"  after flight uses flight.ticket
                """, design.diff(new SetTitle(step("hotel"), "Book \"the\" hotel")));
    }

    @Test
    void setTitle_removes() {
        on(Golden.TRIP);

        assertEquals("""
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step hotel                        after flight uses flight.ticket
                """, design.diff(new SetTitle(step("hotel"), null)));
    }

    @Test
    void setTitle_goal() {
        on(Golden.TRIP);

        assertEquals("""
                -  goal "Book a trip to Kyoto within 2000 USD"
                +  goal "Book it"
                """, design.diff(new SetTitle(trip(), "Book it")));
    }

    @Test
    void setTitle_removesTheGoal() {
        on(Golden.TRIP);

        assertEquals("""
                -  goal "Book a trip to Kyoto within 2000 USD"
                """, design.diff(new SetTitle(trip(), null)));
    }

    @Test
    void addDatum_addsToTheList() {
        on(Golden.TRIP);

        assertEquals("""
                -    in dates, budget
                +    in dates, budget, airline
                """, design.diff(new AddDatum(step("flight"), false, "airline")));
    }

    @Test
    void addDatum_opensABlock() {
        on(Golden.TRIP);

        assertEquals("""
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                +  step hotel "Book a hotel" after flight uses flight.ticket {
                +    out room
                +  }
                """, design.diff(new AddDatum(step("hotel"), true, "room")));
    }

    @Test
    void delete_datumTakesItsComma() {
        on(Golden.TRIP);

        assertEquals("""
                -    in dates, budget
                +    in dates
                """, design.diff(new Delete(datum("budget"))));
    }

    @Test
    void delete_onlyDatumTakesItsLine() {
        on(Golden.TRIP);

        assertEquals("""
                -    out ticket
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step hotel  "Book a hotel"        after flight
                +  step report "Write the itinerary" uses hotel
                """, design.diff(new Delete(datum("ticket"))));
    }

    @Test
    void delete_stepTakesItsEdges() {
        on(Golden.TRIP);

        assertEquals("""
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step report "Write the itinerary" uses flight.ticket
                """, design.diff(new Delete(step("hotel"))));
    }

    @Test
    void delete_stepTakesItsSteps() {
        on(Golden.TRIP);

        assertEquals("""
                -  step flight "Find and book a flight" {
                -    in dates, budget
                -    out ticket
                -    step search "Search flights"
                -    step choose "Choose one" after search
                -  }
                -  step hotel  "Book a hotel"        after flight uses flight.ticket
                -  step report "Write the itinerary" uses flight.ticket, hotel
                +  step hotel  "Book a hotel"
                +  step report "Write the itinerary" uses hotel
                """, design.diff(new Delete(step("flight"))));
    }

    private void on(String... texts) {
        design = texts.length == 1 ? Design.of(texts[0]) : Design.of(texts);
    }

    private void onTheShootout() {
        on("shootout.memw", Golden.SHOOTOUT, "a100.memw", Golden.A100, "llama.memw", Golden.LLAMA);
    }

    private static Expression value(String text) {
        return Design.value(text);
    }

    private Tier tier(String name) {
        return design.part(Tier.class, name);
    }

    private ComputeUnit unit(String name) {
        return design.part(ComputeUnit.class, name);
    }

    private Hardware hardware() {
        return design.first(Hardware.class);
    }

    private Memory memory(String name) {
        return design.part(Memory.class, name);
    }

    private Memory kivi() {
        return memory("KIVI");
    }

    private Task trip() {
        return design.first(Task.class);
    }

    private Step step(String name) {
        return design.part(Step.class, name);
    }

    private Datum datum(String name) {
        return design.part(Datum.class, name);
    }
}

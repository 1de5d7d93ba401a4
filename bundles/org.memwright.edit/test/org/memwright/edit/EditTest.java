/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Datum;
import org.memwright.model.Endpoint;
import org.memwright.model.Expression;
import org.memwright.model.Hardware;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.ModelFactory;
import org.memwright.model.Module;
import org.memwright.model.NumberLiteral;
import org.memwright.model.Parameter;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Task;
import org.memwright.model.Tier;
import org.memwright.model.Use;

/** Every edit of a small machine, memory and task made by hand: applied, reverted, applied again, and refused with the reason. */
class EditTest {
    private static final ModelFactory MAKE = ModelFactory.eINSTANCE;

    /**
     * hardware Board: compute gpu; tiers hbm on gpu, dram; link pcie hbm to dram. hardware Box uses Board as node[2].
     *
     * <p>memory Tiered: param share; stores hot in hbm, cold in dram; keep hot else move(to: cold). task Trip: steps flight (in
     * dates, out ticket; steps search, choose after search), hotel after flight uses ticket.
     */
    private static final class World {
        final Module module = MAKE.createModule();
        final Hardware board = named(MAKE.createHardware(), "Board");
        final ComputeUnit gpu = named(MAKE.createComputeUnit(), "gpu");
        final Tier hbm = tier("hbm", "80", "GiB");
        final Tier dram = tier("dram", "512", "GiB");
        final Link pcie = named(MAKE.createLink(), "pcie");
        final Hardware box = named(MAKE.createHardware(), "Box");
        final Use node = named(MAKE.createUse(), "node");
        final Memory tiered = named(MAKE.createMemory(), "Tiered");
        final Parameter share = named(MAKE.createParameter(), "share");
        final Store hot = named(MAKE.createStore(), "hot");
        final Store cold = named(MAKE.createStore(), "cold");
        final Keep keep = MAKE.createKeep();
        final Task trip = named(MAKE.createTask(), "Trip");
        final Step flight = named(MAKE.createStep(), "flight");
        final Step search = named(MAKE.createStep(), "search");
        final Step choose = named(MAKE.createStep(), "choose");
        final Step hotel = named(MAKE.createStep(), "hotel");
        final Datum dates = named(MAKE.createDatum(), "dates");
        final Datum ticket = named(MAKE.createDatum(), "ticket");

        World() {
            module.getDeclarations().addAll(List.of(board, box, tiered, trip));
            hbm.setComputeUnit(gpu);
            pcie.setSource(end(hbm));
            pcie.setTarget(end(dram));
            pcie.setDuplex(true);
            board.getComponents().addAll(List.of(gpu, hbm, dram, pcie));
            node.setHardware(board);
            node.setCount(2);
            box.getComponents().add(node);
            tiered.setEngine("kv");
            share.setValue(number("20", "%"));
            tiered.getParameters().add(share);
            hot.setLayout(number("1", null));
            hot.setTier("hbm");
            cold.setLayout(number("1", null));
            cold.setTier("dram");
            tiered.getStores().addAll(List.of(hot, cold));
            keep.setStore(hot);
            keep.getSelectors().add(reference("share"));
            keep.setOverflow(Calls.to("move", "cold"));
            tiered.getKeeps().add(keep);
            flight.getInputs().add(dates);
            flight.getOutputs().add(ticket);
            flight.getSteps().addAll(List.of(search, choose));
            choose.getAfter().add(search);
            hotel.getAfter().add(flight);
            hotel.getUses().add(ticket);
            trip.getSteps().addAll(List.of(flight, hotel));
        }

        private static <N extends org.memwright.model.Named> N named(N part, String name) {
            part.setName(name);
            return part;
        }

        private static Tier tier(String name, String amount, String unit) {
            Tier tier = named(MAKE.createTier(), name);
            tier.getProperties().add(AddTier.property("capacity", number(amount, unit)));
            return tier;
        }

        private static Endpoint end(Tier tier) {
            return End.of(tier).endpoint();
        }

        private static Expression reference(String name) {
            var reference = MAKE.createReference();
            reference.setName(name);
            return reference;
        }
    }

    private static NumberLiteral number(String amount, String unit) {
        NumberLiteral number = MAKE.createNumberLiteral();
        number.setAmount(amount);
        number.setUnit(unit);
        return number;
    }

    private final World world = new World();

    /** An edit of a world, for a parameterized test. */
    private interface Making {
        Edit in(World world);
    }

    static Stream<Making> edits() {
        return Stream.of(
                w -> new Rename(w.hbm, "hbm3"),
                w -> new Rename(w.cold, "frozen"),
                w -> new Rename(w.share, "part"),
                w -> new Rename(w.tiered, "Other"),
                w -> new Rename(w.ticket, "booking"),
                w -> new SetProperty(w.hbm, "capacity", number("96", "GiB")),
                w -> new SetProperty(w.hbm, "latency", number("400", "ns")),
                w -> new ClearProperty(w.hbm, "capacity"),
                w -> new SetPeak(w.gpu, "fp16", number("312", "TFLOP/s")),
                w -> new SetCount(w.gpu, 4),
                w -> new SetCount(w.node, 1),
                w -> new AddComputeUnit(w.board, "pim", w.dram, "fp16", number("1", "TFLOP/s")),
                w -> new AddTier(w.board, "sram", w.gpu, number("40", "MiB"), number("19", "TB/s")),
                w -> new AddLink(w.board, "direct", End.of(w.dram), End.of(w.hbm), number("1", "GB/s")),
                w -> new AddLink(
                        w.box, "nvlink", new End(w.node, w.hbm), new End(w.node, w.hbm), number("300", "GB/s")),
                w -> new PlaceTier(w.dram, w.gpu),
                w -> new PlaceTier(w.hbm, null),
                w -> new PlaceComputeUnit(w.gpu, w.dram),
                w -> new AddStore(w.tiered, "spill", number("1", null), "dram"),
                w -> new MoveStore(w.hot, "dram"),
                w -> new MoveStore(w.hot, null),
                w -> new SetExpression(w.hot, number("2", null)),
                w -> new SetExpression(w.share, number("10", "%")),
                w -> new MoveOverflow(w.tiered, w.cold, w.hot, number("1", null)),
                w -> new DropOverflow(w.keep),
                w -> new SwapOnFull(w.tiered, "dram"),
                w -> new AddStep(w.flight, 1, "compare", "Compare"),
                w -> new MoveStep(w.search, w.flight, 1),
                w -> new MoveStep(w.choose, w.trip, 0),
                w -> new AddAfter(w.hotel, w.search),
                w -> new RemoveAfter(w.choose, w.search),
                w -> new AddUses(w.choose, w.dates),
                w -> new RemoveUses(w.hotel, w.ticket),
                w -> new SetTitle(w.hotel, "Book a hotel"),
                w -> new SetTitle(w.trip, "Go"),
                w -> new AddDatum(w.hotel, true, "room"),
                w -> AddDeclaration.hardware(w.module, "Third"),
                w -> AddDeclaration.memory(w.module, "Fourth", "kv"),
                w -> AddDeclaration.task(w.module, "Fifth", "Go"),
                w -> new Delete(w.dram),
                w -> new Delete(w.gpu),
                w -> new Delete(w.hot),
                w -> new Delete(w.flight),
                w -> new Delete(w.dates));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void apply_revertApplyLeavesEqualModels(Making making) {
        Module before = EcoreUtil.copy(world.module);
        Edit edit = making.in(world);
        assertEquals(Optional.empty(), edit.refusal());

        edit.apply();
        Module applied = EcoreUtil.copy(world.module);
        assertFalse(EcoreUtil.equals(before, applied), "the edit changes nothing");
        edit.revert();
        assertTrue(EcoreUtil.equals(before, EcoreUtil.copy(world.module)), "revert leaves another model");
        edit.apply();
        assertTrue(EcoreUtil.equals(applied, EcoreUtil.copy(world.module)), "apply makes another model than before");
    }

    @Test
    void apply_isMadeOnce() {
        var edit = new MoveStore(world.hot, "dram");
        edit.apply();
        assertThrows(IllegalStateException.class, edit::apply);
        edit.revert();
        assertThrows(IllegalStateException.class, edit::revert);
    }

    @Test
    void rename_takesTheRulesOfAStoreAlong() {
        new Rename(world.cold, "frozen").apply();

        assertTrue(EcoreUtil.equals(Calls.to("move", "frozen"), world.keep.getOverflow()));
    }

    @Test
    void delete_takesTheLinksOfATier() {
        new Delete(world.dram).apply();

        assertEquals(List.of(world.gpu, world.hbm), world.board.getComponents());
    }

    @Test
    void refusal_saysWhatIsAndWhatIsAllowed() {
        assertRefused(
                "Hardware 'Board' already has a tier 'dram'. Names tell its parts apart; choose another.",
                new Rename(world.hbm, "dram"));
        assertRefused(
                "'8x' cannot be a name. A name is letters, digits and _, and starts with no digit.",
                new AddStore(world.tiered, "8x", number("1", null), null));
        assertRefused("There is no price to remove from 'hbm'.", new ClearProperty(world.hbm, "price"));
        assertRefused(
                "'gpu' cannot be there 0 times. The least is 1; delete it if it is not wanted.",
                new SetCount(world.gpu, 0));
        assertRefused("'hot' is in hbm already.", new MoveStore(world.hot, "hbm"));
        assertRefused(
                "A link joins two memories; 'hbm' would be joined to itself. End it at another tier.",
                new AddLink(world.board, "loop", End.of(world.hbm), End.of(world.hbm), number("1", "GB/s")));
        assertRefused(
                "'hbm' belongs to hardware 'Board', not to hardware 'Box'. Edit it there, or declare a part of that name"
                        + " here.",
                new AddLink(world.box, "far", End.of(world.hbm), End.of(world.dram), number("1", "GB/s")));
        assertRefused(
                "What 'hot' cannot keep cannot move to 'hot' itself. End the flow at another store.",
                new MoveOverflow(world.tiered, world.hot, world.hot, number("1", null)));
        assertRefused(
                "'flight' cannot become a part of 'search', which is a part of it.",
                new MoveStep(world.flight, world.search, 0));
        assertRefused(
                "'search' cannot wait for 'choose', because that waits for it: search → choose → search. Remove one of"
                        + " these edges first.",
                new AddAfter(world.search, world.choose));
        assertRefused(
                "'search' cannot wait for 'hotel', because that waits for it: search → hotel → flight → search. Remove one"
                        + " of these edges first.",
                new AddAfter(world.search, world.hotel));
        assertRefused(
                "'hotel' cannot move into 'flight', because then steps wait for each other: hotel → flight → hotel. Remove"
                        + " one of these edges first.",
                new MoveStep(world.hotel, world.flight, 0));
        assertRefused("'choose' has this edge to 'search' already.", new AddAfter(world.choose, world.search));
        assertRefused("'search' has no such edge to 'choose'.", new RemoveAfter(world.search, world.choose));
        assertRefused(
                "'cold' cannot be deleted while the rule 'keep hot' mentions it. Change that first.",
                new Delete(world.cold));
        assertRefused(
                "'Board' cannot be deleted while use 'node' refers to it. Change that first.", new Delete(world.board));
        assertThrows(IllegalStateException.class, () -> new MoveStore(world.hot, "hbm").apply());
    }

    @Test
    void names_freeCountsUp() {
        assertEquals("l2", Names.free(world.board, "l2"));
        assertEquals("hbm2", Names.free(world.board, "hbm"));
    }

    private static void assertRefused(String message, Edit edit) {
        assertEquals(message, edit.refusal().map(Refusal::message).orElse("(not refused)"));
        assertFalse(edit.isApplicable());
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.decode.DecodeReads;
import org.memwright.engine.kv.decode.DecodeStep;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.engine.kv.layout.StoreFormat;
import org.memwright.engine.kv.pressure.Pressure;
import org.memwright.engine.kv.retain.Amount;
import org.memwright.engine.kv.retain.Overflow;
import org.memwright.engine.kv.retain.Selector;
import org.memwright.engine.kv.score.Score;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.MemoryPlan;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

/**
 * The stores of a memory, in the order in which tokens flow through them, and what happens at a step and when it is full.
 *
 * <p>State: none; what a request holds follows from its length. Cost: {@link #hold} is linear in the stores.
 */
public final class KvDesign {
    private static final String ENGINE = "kv";

    private final MemoryPlan plan;
    private final KvShape shape;
    private final List<KvStore> stores;
    private final KvStore[] flow;
    private final Pressure pressure;
    private final boolean pressureDefaulted;
    private final DecodeReads reads;
    private final @Nullable Selector selection;

    private KvDesign(
            MemoryPlan plan,
            KvShape shape,
            List<KvStore> stores,
            Pressure pressure,
            boolean pressureDefaulted,
            DecodeReads reads) {
        this.plan = plan;
        this.shape = shape;
        this.stores = List.copyOf(stores);
        this.flow = stores.toArray(KvStore[]::new);
        this.pressure = pressure;
        this.pressureDefaulted = pressureDefaulted;
        this.reads = reads;
        this.selection = reads.selection().orElse(null);
    }

    /**
     * Makes a memory ready to run.
     *
     * @param home name of the tier of the weights, where a store without a tier is placed
     * @throws IllegalArgumentException where its mechanisms do not go together
     */
    public static KvDesign of(MemoryPlan plan, KvShape shape, String home) {
        return new Builder(plan, shape, home).build();
    }

    /** The stores; those that tokens move to come after those that they move from. */
    public List<KvStore> stores() {
        return stores;
    }

    public KvShape shape() {
        return shape;
    }

    public Pressure pressure() {
        return pressure;
    }

    /** Whether the memory does not say what happens when it is full. */
    public boolean isPressureDefaulted() {
        return pressureDefaulted;
    }

    /** What attention reads at a step. */
    public DecodeReads reads() {
        return reads;
    }

    /** Whether tokens never leave the store that they were written to. */
    public boolean keepsAll() {
        for (KvStore store : flow) {
            if (!store.keepsAll()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tokens that each store holds of a sequence.
     *
     * @param tokens length of the sequence
     * @param prefilled its length when its prompt had been processed; -1 before
     * @param held filled with the tokens of each store
     */
    public void hold(int tokens, int prefilled, int[] held) {
        for (int i = 0; i < flow.length; i++) {
            held[i] = flow[i].entry() ? tokens : 0;
        }
        for (int i = 0; i < flow.length; i++) {
            KvStore store = flow[i];
            KvStore.Rule once = store.atPrefill();
            if (once != null && prefilled >= 0) {
                // What came in after the prompt stays; an entry store got all of it, another none before its sources
                // did.
                int leaving = once.leaving(Math.min(prefilled, held[i]));
                held[i] -= leaving;
                if (once.target() != KvStore.NOWHERE) {
                    held[once.target()] += leaving;
                }
            }
            KvStore.Rule always = store.always();
            if (always != null) {
                int leaving = always.leaving(held[i]);
                held[i] -= leaving;
                if (always.target() != KvStore.NOWHERE) {
                    held[always.target()] += leaving;
                }
            }
        }
    }

    /** The most tokens that each store holds on the way to a length, to within the tokens of a group. */
    public void mostHeld(int prompt, int tokens, boolean promptCut, int[] most) {
        hold(tokens, prompt, most);
        int[] before = new int[most.length];
        hold(promptCut ? prompt : 0, -1, before);
        for (int i = 0; i < most.length; i++) {
            KvStore.Rule always = flow[i].always();
            int slack = always == null ? 0 : always.group() - 1;
            most[i] = Math.max(Math.min(tokens, most[i] + slack), before[i]);
        }
    }

    /** How many of so many tokens attention reads. */
    public int attended(int tokens) {
        return selection == null ? tokens : selection.kept(tokens);
    }

    /** Bytes that a token's keys and values take in the long run, over all stores that hold it, on one device. */
    public double bytesPerToken(int context) {
        int[] held = new int[flow.length];
        hold(context, context, held);
        double bytes = 0;
        for (KvStore store : flow) {
            bytes += store.format().allBytes(held[store.index()]);
        }
        return bytes / context;
    }

    /** What the memory does to keys and values that may change answers, in words; empty where it changes nothing. */
    public List<String> losses() {
        List<String> losses = new ArrayList<>();
        for (KvStore store : flow) {
            if (store.format().keys().isPacked() || store.format().values().isPacked()) {
                losses.add("store " + store.name() + " quantises");
            }
            if (store.layout().reconstructionOperations(shape) > 0) {
                losses.add("store " + store.name() + " keeps a low-rank form");
            }
            if (drops(store.always()) || drops(store.atPrefill())) {
                losses.add("store " + store.name() + " drops tokens");
            }
        }
        if (selection != null) {
            losses.add("a step attends to chosen tokens only");
        }
        return losses;
    }

    private static boolean drops(KvStore.@Nullable Rule rule) {
        return rule != null && rule.target() == KvStore.NOWHERE;
    }

    public MemoryPlan plan() {
        return plan;
    }

    /** Reads a plan; a store that rules move tokens to is read after those that they come from. */
    private static final class Builder {
        private final MemoryPlan plan;
        private final KvShape shape;
        private final String home;
        private final List<Draft> drafts = new ArrayList<>();
        private final Map<String, Integer> byName = new LinkedHashMap<>();

        /** A store on its way. */
        private static final class Draft {
            final String name;
            final String tier;
            final Layout layout;
            StoreFormat format;
            boolean entry = true;
            KvStore.@Nullable Rule always;
            KvStore.@Nullable Rule atPrefill;

            Draft(String name, String tier, Layout layout, StoreFormat format) {
                this.name = name;
                this.tier = tier;
                this.layout = layout;
                this.format = format;
            }
        }

        Builder(MemoryPlan plan, KvShape shape, String home) {
            this.plan = plan;
            this.shape = shape;
            this.home = home;
        }

        KvDesign build() {
            for (MemoryPlan.StorePlan store : plan.stores()) {
                Layout layout = Mechanisms.create(Layout.class, ENGINE, MechanismKind.LAYOUT, store.layout());
                add(new Draft(
                        store.name(), store.tier().isEmpty() ? home : store.tier(), layout, layout.format(shape)));
            }
            if (drafts.isEmpty()) {
                throw new IllegalArgumentException(
                        "memory " + plan.name() + " has no store; write one, such as: store cache : kv() in " + home);
            }
            for (MemoryPlan.KeepPlan keep : plan.keeps()) {
                keep(keep);
            }
            DecodeReads reads = reads();
            boolean defaulted = plan.handler("full").isEmpty();
            Pressure pressure = pressure();
            requireEvents();
            requireParts();
            List<Integer> order = order();
            requireHoldable();
            requireReads(reads);
            reads.selection().flatMap(Selector::score).ifPresent(this::addSelectionState);
            return new KvDesign(plan, shape, stores(order), pressure, defaulted, reads);
        }

        private int add(Draft draft) {
            byName.put(draft.name, drafts.size());
            drafts.add(draft);
            return drafts.size() - 1;
        }

        private void keep(MemoryPlan.KeepPlan keep) {
            Draft draft = drafts.get(storeIndex(keep.store()));
            Amount amount = Amount.NOTHING;
            Score score = null;
            for (Value value : keep.selectors()) {
                if (!(value instanceof MechanismCall call)) {
                    throw new IllegalArgumentException(
                            keep.position() + ": keep " + keep.store() + " has " + value + ", must be selectors");
                }
                Selector selector = Mechanisms.create(Selector.class, ENGINE, MechanismKind.SELECTOR, call);
                amount = amount.plus(selector.amount());
                if (selector.score().isPresent()) {
                    if (score != null) {
                        throw new IllegalArgumentException(keep.position() + ": keep " + keep.store()
                                + " ranks by two scores; one top(...) decides who stays");
                    }
                    score = selector.score().get();
                }
            }
            if (draft.layout.sharesPrefixes()) {
                throw new IllegalArgumentException(keep.position() + ": store '" + keep.store()
                        + "' shares prefixes, but its keep rule drops or moves tokens of them; other requests would miss"
                        + " these. Leave out share: prefix or the keep rule");
            }
            int target = target(keep, draft);
            int group =
                    target == KvStore.NOWHERE ? 1 : drafts.get(target).format.group();
            var rule = new KvStore.Rule(amount, Optional.ofNullable(score), target, group);
            switch (keep.event()) {
                case "", "decode" -> {
                    requireFirst(keep, draft.always);
                    draft.always = rule;
                    draft.format = draft.format.withState(score == null ? 0 : score.stateBytesPerToken(shape));
                }
                case "prefill" -> {
                    requireFirst(keep, draft.atPrefill);
                    draft.atPrefill = rule;
                }
                default ->
                    throw new IllegalArgumentException(keep.position() + ": keep " + keep.store() + " at "
                            + keep.event() + ": a keep rule applies always, or at prefill");
            }
        }

        private static void requireFirst(MemoryPlan.KeepPlan keep, KvStore.@Nullable Rule earlier) {
            if (earlier != null) {
                throw new IllegalArgumentException(keep.position() + ": store '" + keep.store()
                        + "' has two keep rules for one moment; join their selectors in one");
            }
        }

        private int storeIndex(String name) {
            Integer index = byName.get(name);
            if (index == null) {
                throw new IllegalArgumentException(
                        "memory " + plan.name() + " has no store '" + name + "'; it has " + byName.keySet());
            }
            return index;
        }

        private int target(MemoryPlan.KeepPlan keep, Draft from) {
            if (keep.overflow() == null) {
                return KvStore.NOWHERE;
            }
            if (!(keep.overflow() instanceof MechanismCall call)) {
                throw new IllegalArgumentException(keep.position() + ": keep " + keep.store() + " else "
                        + keep.overflow() + ", must be a call such as move(to: dram)");
            }
            Optional<String> place = Mechanisms.create(Overflow.class, ENGINE, MechanismKind.OVERFLOW, call)
                    .place();
            if (place.isEmpty()) {
                return KvStore.NOWHERE;
            }
            int target = byName.containsKey(place.get())
                    ? storeIndex(place.get())
                    : add(new Draft(
                            from.name + "@" + place.get(), place.get(), from.layout, from.layout.format(shape)));
            Draft to = drafts.get(target);
            if (to.layout.part() != from.layout.part()) {
                throw new IllegalArgumentException(keep.position() + ": store '" + from.name + "' holds " + word(from)
                        + ", but '" + to.name + "', that it moves tokens to, holds " + word(to));
            }
            to.entry = false;
            return target;
        }

        private static String word(Draft draft) {
            return switch (draft.layout.part()) {
                case KEYS -> "keys";
                case VALUES -> "values";
                case BOTH -> "keys and values";
            };
        }

        private DecodeReads reads() {
            var reads = new DecodeReads();
            for (Value action : actions("decode")) {
                Mechanisms.create(DecodeStep.class, ENGINE, MechanismKind.ACTION, (MechanismCall) action)
                        .applyTo(reads);
            }
            return reads;
        }

        private Pressure pressure() {
            List<Value> actions = actions("full");
            if (actions.size() > 1) {
                throw new IllegalArgumentException("memory " + plan.name() + ": on full names " + actions.size()
                        + " actions; one decides how requests give way");
            }
            if (actions.isEmpty()) {
                return Pressure.RECOMPUTE;
            }
            return Mechanisms.create(Pressure.class, ENGINE, MechanismKind.ACTION, (MechanismCall) actions.getFirst());
        }

        /** The calls of an event, those of pipelines one after the other. */
        private List<Value> actions(String event) {
            List<Value> calls = new ArrayList<>();
            for (MemoryPlan.HandlerPlan handler : plan.handlers()) {
                if (!handler.event().equals(event)) {
                    continue;
                }
                for (Value action : handler.actions()) {
                    switch (action) {
                        case MechanismCall call -> calls.add(call);
                        case Value.Pipeline pipeline -> calls.addAll(pipeline.calls());
                        default ->
                            throw new IllegalArgumentException(
                                    handler.position() + ": on " + event + " names " + action + ", must be a call");
                    }
                }
            }
            return calls;
        }

        private void requireEvents() {
            for (MemoryPlan.HandlerPlan handler : plan.handlers()) {
                if (!handler.event().equals("full") && !handler.event().equals("decode")) {
                    throw new IllegalArgumentException(handler.position() + ": on " + handler.event()
                            + ": nothing can be done at this event yet; there are actions for full and decode");
                }
            }
        }

        /** New keys and new values each go to one store. */
        private void requireParts() {
            requireOne(
                    "keys",
                    drafts.stream()
                            .filter(d -> d.entry && d.layout.part().holdsKeys())
                            .toList());
            requireOne(
                    "values",
                    drafts.stream()
                            .filter(d -> d.entry && d.layout.part().holdsValues())
                            .toList());
        }

        private void requireOne(String part, List<Draft> takers) {
            if (takers.isEmpty()) {
                throw new IllegalArgumentException("memory " + plan.name() + ": no store takes new " + part
                        + "; add one, such as: store " + part + " : kv(part: " + part + ") in " + home);
            }
            if (takers.size() > 1) {
                throw new IllegalArgumentException("memory " + plan.name() + ": stores '" + takers.get(0).name
                        + "' and '" + takers.get(1).name + "' both take new " + part
                        + "; let one of them get its tokens from the other: keep " + takers.get(0).name
                        + " : recent(128 tokens) else move(to: " + takers.get(1).name + ")");
            }
        }

        private void requireHoldable() {
            for (Draft draft : drafts) {
                draft.layout.requireHoldable(draft.name, draft.format, draft.entry);
            }
        }

        private void requireReads(DecodeReads reads) {
            for (String fetched : reads.fetched()) {
                Draft draft = drafts.get(storeIndex(fetched));
                if (draft.tier.equals(home)) {
                    throw new IllegalArgumentException("memory " + plan.name() + ": on decode fetches '" + fetched
                            + "', that lies in " + home + " already; leave out the fetch or place the store elsewhere");
                }
            }
            for (String rebuilt : reads.reconstructed()) {
                Draft draft = drafts.get(storeIndex(rebuilt));
                if (draft.layout.reconstructionOperations(shape) == 0) {
                    throw new IllegalArgumentException("memory " + plan.name() + ": on decode reconstructs '" + rebuilt
                            + "', that is kept whole; leave out the reconstruct or keep it low_rank(...)");
                }
            }
        }

        private void addSelectionState(Score score) {
            double bytes = score.stateBytesPerToken(shape);
            if (bytes == 0) {
                return;
            }
            Draft near = drafts.stream()
                    .filter(d -> d.entry && d.tier.equals(home))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("memory " + plan.name()
                            + ": on decode selects by a score that is kept per token, but no store lies in " + home
                            + " to keep it beside; place one there"));
            near.format = near.format.withState(bytes);
        }

        /** Stores with all that move tokens to them before them. */
        private List<Integer> order() {
            List<Integer> order = new ArrayList<>();
            int[] sources = new int[drafts.size()];
            for (Draft draft : drafts) {
                count(draft.always, sources);
                count(draft.atPrefill, sources);
            }
            boolean progress = true;
            while (progress) {
                progress = false;
                for (int i = 0; i < drafts.size(); i++) {
                    if (sources[i] == 0 && !order.contains(i)) {
                        order.add(i);
                        release(drafts.get(i).always, sources);
                        release(drafts.get(i).atPrefill, sources);
                        progress = true;
                    }
                }
            }
            if (order.size() < drafts.size()) {
                throw new IllegalArgumentException("memory " + plan.name()
                        + ": stores move their tokens round in a circle; let the last of them drop them");
            }
            return order;
        }

        private static void count(KvStore.@Nullable Rule rule, int[] sources) {
            if (rule != null && rule.target() != KvStore.NOWHERE) {
                sources[rule.target()]++;
            }
        }

        private static void release(KvStore.@Nullable Rule rule, int[] sources) {
            if (rule != null && rule.target() != KvStore.NOWHERE) {
                sources[rule.target()]--;
            }
        }

        private List<KvStore> stores(List<Integer> order) {
            int[] place = new int[order.size()];
            for (int i = 0; i < place.length; i++) {
                place[order.get(i)] = i;
            }
            List<KvStore> stores = new ArrayList<>();
            for (int i : order) {
                Draft draft = drafts.get(i);
                stores.add(new KvStore(
                        place[i],
                        draft.name,
                        draft.tier,
                        draft.layout,
                        draft.format,
                        draft.entry,
                        placed(draft.always, place),
                        placed(draft.atPrefill, place)));
            }
            return stores;
        }

        private static KvStore.@Nullable Rule placed(KvStore.@Nullable Rule rule, int[] place) {
            if (rule == null || rule.target() == KvStore.NOWHERE) {
                return rule;
            }
            return new KvStore.Rule(rule.amount(), rule.score(), place[rule.target()], rule.group());
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.layout.pages;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Optional;
import org.memwright.engine.kv.layout.Allocator;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.engine.kv.layout.PageAllocator;
import org.memwright.engine.kv.layout.Part;
import org.memwright.engine.kv.layout.StoreFormat;
import org.memwright.engine.kv.layout.TokenFormat;
import org.memwright.engine.kv.prefix.EvictionOrder;
import org.memwright.engine.kv.quantise.Quantiser;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Keeps keys and values in pages of one size, that a table of each request lists.
 *
 * <p>Source: W. Kwon et al., <cite>Efficient Memory Management for Large Language Model Serving with
 * PagedAttention</cite>, 2023, sections 4.2 to 4.4.
 * <br>Cost: attention reads 4 bytes of the table per page and layer.
 * <br>Differs: that paged kernels are slower than others is not assumed; {@code overhead} says by how much, where that is
 * known.
 */
public final class PagedLayout implements Layout {
    private static final double ENTRY_BYTES = 4;

    private final int pageTokens;
    private final boolean shared;
    private final long mostPages;
    private final Optional<Quantiser> keys;
    private final Optional<Quantiser> values;
    private final EvictionOrder order;
    private final double overhead;

    PagedLayout(
            int pageTokens,
            boolean shared,
            long mostPages,
            Optional<Quantiser> keys,
            Optional<Quantiser> values,
            EvictionOrder order,
            double overhead) {
        this.pageTokens = pageTokens;
        this.shared = shared;
        this.mostPages = mostPages;
        this.keys = keys;
        this.values = values;
        this.order = order;
        this.overhead = overhead;
    }

    @Override
    public Part part() {
        return Part.BOTH;
    }

    @Override
    public StoreFormat format(KvShape shape) {
        return new StoreFormat(TokenFormat.of(shape, keys), TokenFormat.of(shape, values));
    }

    @Override
    public Reach reach() {
        return Reach.NONE;
    }

    @Override
    public boolean sharesPrefixes() {
        return shared;
    }

    @Override
    public void requireHoldable(String store, StoreFormat format, boolean entry) {
        int group = format.group();
        boolean residual = format.keys().residual() > 0 || format.values().residual() > 0;
        if (residual || (group > 1 && (entry || pageTokens % group != 0))) {
            throw new IllegalArgumentException("store '" + store + "' keeps pages of " + pageTokens
                    + " tokens in groups of " + group + (residual ? " with a residual" : "")
                    + "; a page is written once its numbers are final: quantise per token, or keep young tokens in a"
                    + " store of their own and move them here in whole groups that a page is a multiple of");
        }
    }

    @Override
    public double tableBytes(KvShape shape, int tokens) {
        return ENTRY_BYTES * shape.layers() * Math.ceilDiv(tokens, pageTokens);
    }

    @Override
    public double attentionSlowdown() {
        return 1 + overhead;
    }

    @Override
    public Allocator allocator(Demand demand) {
        long pageBytes = (long) Math.ceil(pageTokens * demand.format().bytesPerToken());
        if (shared) {
            return new SharedPageAllocator(demand, pageTokens, pageBytes, mostPages, order);
        }
        return new PageAllocator(
                demand.format(),
                demand.arena(),
                pageTokens,
                pageBytes,
                mostPages,
                demand.requests().count());
    }

    /** Makes {@code pages}. */
    @Mechanism(
            name = "pages",
            engines = "kv",
            kind = MechanismKind.LAYOUT,
            doc = "Keeps keys and values in pages of a few tokens, that are taken as they are filled.",
            source = "Kwon et al. 2023, Efficient Memory Management for LLM Serving with PagedAttention",
            params = {
                @Param(
                        name = "size",
                        type = ParamType.TOKENS,
                        byDefault = "16 tokens",
                        min = 1,
                        doc = "Tokens of a page."),
                @Param(
                        name = "table",
                        type = ParamType.WORD,
                        choices = "block",
                        byDefault = "block",
                        doc = "What lists the pages of a request: one entry per page."),
                @Param(
                        name = "share",
                        type = ParamType.WORD,
                        choices = {"none", "prefix"},
                        byDefault = Param.NONE,
                        doc =
                                "Whether requests share the pages of a common prefix, and pages stay for requests to come."),
                @Param(
                        name = "capacity",
                        type = ParamType.COUNT,
                        byDefault = Param.NONE,
                        min = 1,
                        doc =
                                "The most pages; with share: prefix, the most that are kept to be shared. Without it, what the tier has room for."),
                @Param(
                        name = "keys",
                        type = ParamType.MECHANISM,
                        kinds = MechanismKind.QUANTISER,
                        byDefault = Param.NONE,
                        doc = "How keys are quantised; as computed without it."),
                @Param(
                        name = "values",
                        type = ParamType.MECHANISM,
                        kinds = MechanismKind.QUANTISER,
                        byDefault = Param.NONE,
                        doc = "How values are quantised; as computed without it."),
                @Param(
                        name = "evict",
                        type = ParamType.WORD,
                        choices = {"leaf", "root"},
                        byDefault = "leaf",
                        doc = "Which page of a chain that nobody uses is given up first, its last or its first."),
                @Param(
                        name = "overhead",
                        type = ParamType.RATIO,
                        byDefault = "0%",
                        min = 0,
                        max = 10,
                        doc = "How much longer attention takes because it reads through a table.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Layout> {
        @Override
        public Layout create(MechanismCall call) {
            return new PagedLayout(
                    Math.toIntExact(call.count("size")),
                    call.argument("share").isPresent() && call.word("share").equals("prefix"),
                    call.argument("capacity").isEmpty() ? Long.MAX_VALUE : call.count("capacity"),
                    Quantiser.of(call, "keys"),
                    Quantiser.of(call, "values"),
                    call.word("evict").equals("leaf") ? EvictionOrder.LEAF_FIRST : EvictionOrder.ROOT_FIRST,
                    call.number("overhead"));
        }
    }
}

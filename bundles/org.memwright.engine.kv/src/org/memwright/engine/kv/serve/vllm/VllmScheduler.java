/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve.vllm;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memwright.engine.kv.serve.Order;
import org.memwright.engine.kv.serve.Reserve;
import org.memwright.engine.kv.serve.Scheduler;
import org.memwright.engine.kv.serve.Service;
import org.memwright.engine.kv.serve.continuous.ContinuousScheduler;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * The rules of vLLM's V1 engine: what runs in an iteration, what is left of the memory for keys and values, and the sizes
 * that its CUDA graphs were recorded for.
 *
 * <p>Source: W. Kwon et al., <cite>Efficient Memory Management for Large Language Model Serving with
 * PagedAttention</cite>, SOSP 2023; the scheduler, KV cache manager and model runner of vLLM 0.11 and 0.19 (2025, 2026).
 * <br>Differs: tokens that are generated but not yet known to the host (asynchronous scheduling) are known at once;
 * speculative decoding, priorities, adapters and images are not modelled.
 * <br>Cost: as {@link ContinuousScheduler}.
 */
public final class VllmScheduler implements Scheduler {
    /** Batches up to this size are recorded as graphs, in steps of 8, above {@value #COARSE_FROM} of 16. */
    private static final int MOST_RECORDED = 512;

    private static final int COARSE_FROM = 256;
    private static final int FINE_STEP = 8;
    private static final int COARSE_STEP = 16;

    /**
     * Bytes of the sampler for each sequence and word: logits in 16 and in 32 bits, the sorted ones with 64-bit places, and
     * probabilities in 32 bits.
     */
    private static final double SAMPLER_BYTES = 2 + 4 + (4 + 8) + 4;

    /**
     * What the driver keeps of the capacity on the data sheet: CUDA reports 23.5 GiB of 24 (RTX 4090), 47.4 of 48 (RTX
     * A6000), 79.1 of 80 (H100) and 95.0 of 96 (RTX PRO 6000).
     */
    private static final double DRIVER_BYTES = 0.3 * (1L << 30);

    private static final double DRIVER_SHARE = 0.0075;

    /** The CUDA context, loaded kernels and the workspaces of libraries, within 20 MB on two devices whose blocks are known. */
    private static final double CONTEXT_BYTES = 480e6;

    private final ContinuousScheduler scheduler;
    private final String version;
    private final double share;
    private final boolean eager;
    private final boolean reservesPrompts;

    VllmScheduler(ContinuousScheduler scheduler, String version, double share, boolean eager, boolean reservesPrompts) {
        this.scheduler = scheduler;
        this.version = version;
        this.share = share;
        this.eager = eager;
        this.reservesPrompts = reservesPrompts;
    }

    @Override
    public Order order() {
        return scheduler.order();
    }

    @Override
    public int mostRunning() {
        return scheduler.mostRunning();
    }

    @Override
    public int mostBatched() {
        return scheduler.mostBatched();
    }

    @Override
    public boolean cutsPrompts() {
        return true;
    }

    @Override
    public boolean oneByOne() {
        return false;
    }

    @Override
    public long hostNanos() {
        return scheduler.hostNanos();
    }

    @Override
    public double watermark() {
        return 0;
    }

    @Override
    public void schedule(Service service) {
        scheduler.schedule(service);
    }

    @Override
    public boolean reservesPrompts() {
        return reservesPrompts;
    }

    @Override
    public boolean reusesWholeBlocks() {
        return true;
    }

    @Override
    public double paddedTokens(double tokens) {
        if (eager || tokens > MOST_RECORDED || tokens <= 2) {
            return tokens;
        }
        if (tokens <= 4) {
            return 4;
        }
        int step = tokens <= COARSE_FROM ? FINE_STEP : COARSE_STEP;
        return Math.ceil(tokens / step) * step;
    }

    @Override
    public List<Reserve> reserves(Reserve.Demand demand) {
        TransformerShape model = demand.model();
        double precision = demand.shape().precision().bytes();
        double driver = DRIVER_BYTES + DRIVER_SHARE * demand.capacityBytes();
        double left = (1 - share) * (demand.capacityBytes() - driver);
        double hidden = demand.tokens() * model.hidden() * precision;
        double wide = (model.gated() ? 3.0 : 2.0) * model.ffn() * Math.max(1, model.activeExperts()) / demand.tensor();
        double forward = demand.tokens() * (2.0 * model.hidden() + wide) * precision;
        double sampling = mostRunning() * (double) model.vocab() * SAMPLER_BYTES;
        List<Reserve> reserves = new ArrayList<>();
        reserves.add(new Reserve("driver", driver, true));
        reserves.add(new Reserve("left to others", left, false));
        reserves.add(new Reserve("context, kernels and workspaces of libraries", CONTEXT_BYTES, true));
        reserves.add(new Reserve(
                "table of rotary positions",
                (double) model.context() * demand.shape().headDim() * precision,
                true));
        reserves.add(new Reserve("hidden states of the largest batch", hidden, true));
        reserves.add(
                sampling > forward
                        ? new Reserve("sampling for the most sequences", sampling, true)
                        : new Reserve("activations of the largest batch", forward, true));
        return reserves;
    }

    @Override
    public List<String> rules() {
        List<String> rules = new ArrayList<>();
        rules.add(String.format(
                Locale.ROOT,
                "Served by the rules of vLLM %s: running requests first, in the order of admission, then waiting ones,"
                        + " first come, first served, up to %d tokens and %d requests to an iteration; prompts are cut to"
                        + " what is left of the tokens.",
                version,
                mostBatched(),
                mostRunning()));
        rules.add((reservesPrompts
                        ? "vLLM: a request is admitted when its whole prompt has room"
                        : "vLLM: a request is admitted when the first part of its prompt has room")
                + "; when a running one finds none, the one admitted last gives way, is computed again and comes first"
                + " of those that wait; nobody is admitted in an iteration in which someone gave way.");
        rules.add("vLLM: blocks of a common prefix are found again, also those of requests that gave way, in whole"
                + " blocks and never all of a prompt; of free blocks the least recently used is given up first,"
                + " the end of a request before its start.");
        rules.add(
                eager
                        ? "vLLM: no CUDA graphs (eager)."
                        : "vLLM: batches of up to 512 tokens are padded to 1, 2, 4, multiples of 8 up to 256, then of"
                                + " 16, the sizes of the recorded CUDA graphs; the host schedules ahead, so its time is"
                                + " not added.");
        rules.add(String.format(
                Locale.ROOT,
                "vLLM: keys and values get %.0f %% of the memory that CUDA reports, less weights, rotary table, hidden"
                        + " states, the greater of activations and sampling, and %.0f MB for context and libraries.",
                100 * share,
                CONTEXT_BYTES / 1e6));
        return rules;
    }

    /** Makes {@code vllm}. */
    @Mechanism(
            name = "vllm",
            engines = "kv",
            kind = MechanismKind.SCHEDULER,
            doc = "Serves by the rules of a version of the vLLM engine: scheduler, memory, prefix caching, CUDA"
                    + " graphs.",
            source = "Kwon et al. 2023, Efficient Memory Management for LLM Serving with PagedAttention",
            params = {
                @Param(
                        name = "version",
                        type = ParamType.VERSION,
                        byDefault = "0.19",
                        doc = "The version of the engine, from 0.8 on. Before 0.14 a request is admitted when the"
                                + " first part of its prompt has room, and each iteration waits for the host. The"
                                + " rules are those of 0.11 and 0.19, whichever is the nearest."),
                @Param(
                        name = "memory",
                        type = ParamType.RATIO,
                        byDefault = "90%",
                        min = 0,
                        max = 1,
                        doc = "The share of the device's memory that the engine uses (gpu_memory_utilization)."),
                @Param(
                        name = "max_running",
                        type = ParamType.COUNT,
                        byDefault = "256",
                        min = 1,
                        max = 1_000_000,
                        doc = "The most requests that run at once (max_num_seqs)."),
                @Param(
                        name = "max_batched",
                        type = ParamType.TOKENS,
                        byDefault = "2048 tokens",
                        min = 1,
                        max = 10_000_000,
                        doc = "The most tokens that an iteration processes (max_num_batched_tokens)."),
                @Param(
                        name = "graphs",
                        type = ParamType.WORD,
                        choices = {"recorded", "none"},
                        byDefault = "recorded",
                        doc = "Whether small batches run as recorded CUDA graphs, or eagerly (enforce_eager)."),
                @Param(
                        name = "host",
                        type = ParamType.TIME,
                        byDefault = Param.NONE,
                        min = 0,
                        doc = "Time of the host in each iteration that devices wait for; 0 for 0.19, which schedules"
                                + " ahead, 1 ms for 0.11.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Scheduler> {
        private static final Pattern VERSION = Pattern.compile("0\\.([0-9]{1,4})(\\..*)?");

        /** The first version whose V1 engine is the default. */
        private static final int FIRST_OF_V1 = 8;

        /** The first version whose host schedules the next iteration while the device runs. */
        private static final int FIRST_AHEAD = 14;

        private static final long SYNCHRONOUS_HOST_NANOS = 1_000_000;

        @Override
        public Scheduler create(MechanismCall call) {
            String version = call.word("version");
            Matcher numbers = VERSION.matcher(version);
            int minor = numbers.matches() ? Integer.parseInt(numbers.group(1)) : 0;
            if (minor < FIRST_OF_V1) {
                throw new IllegalArgumentException(call.position() + ": the rules of vllm " + version
                        + " are not known; those of its V1 engine are, from version 0." + FIRST_OF_V1 + " on");
            }
            boolean old = minor < FIRST_AHEAD;
            long host = call.argument("host").isPresent()
                    ? call.quantity("host").nanos()
                    : old ? SYNCHRONOUS_HOST_NANOS : 0;
            return new VllmScheduler(
                    ContinuousScheduler.chunked(
                            Math.toIntExact(call.count("max_running")),
                            Math.toIntExact(call.count("max_batched")),
                            host),
                    minor == 11 || minor == 19 ? version : version + " (as " + (old ? "0.11)" : "0.19)"),
                    call.number("memory"),
                    call.word("graphs").equals("none"),
                    !old);
        }
    }
}

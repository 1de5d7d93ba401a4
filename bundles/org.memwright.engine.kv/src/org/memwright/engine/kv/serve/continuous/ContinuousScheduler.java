/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve.continuous;

import aQute.bnd.annotation.spi.ServiceProvider;
import org.memwright.engine.kv.serve.Order;
import org.memwright.engine.kv.serve.Scheduler;
import org.memwright.engine.kv.serve.Service;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Decides at each iteration what runs.
 *
 * <p>Source: G.-I. Yu et al., <cite>Orca: A Distributed Serving System for Transformer-Based Generative Models</cite>,
 * 2022 (mixed); W. Kwon et al., <cite>PagedAttention</cite>, 2023 (first); A. Agrawal et al., <cite>SARATHI: Efficient
 * LLM Inference by Piggybacking Decodes with Chunked Prefills</cite>, 2023 (chunked).
 * <br>Cost: linear in the running requests.
 */
public final class ContinuousScheduler implements Scheduler {
    private final int mostRunning;
    private final int mostBatched;
    private final Prefill prefill;
    private final Order order;
    private final long hostNanos;
    private final double watermark;

    /** How prompts are processed beside generation. */
    enum Prefill {
        CHUNKED,
        FIRST,
        MIXED
    }

    ContinuousScheduler(
            int mostRunning, int mostBatched, Prefill prefill, Order order, long hostNanos, double watermark) {
        this.mostRunning = mostRunning;
        this.mostBatched = mostBatched;
        this.prefill = prefill;
        this.order = order;
        this.hostNanos = hostNanos;
        this.watermark = watermark;
    }

    /** Cuts prompts, admits who came first, and keeps nothing free. */
    public static ContinuousScheduler chunked(int mostRunning, int mostBatched, long hostNanos) {
        return new ContinuousScheduler(mostRunning, mostBatched, Prefill.CHUNKED, Order.ARRIVAL, hostNanos, 0);
    }

    @Override
    public Order order() {
        return order;
    }

    @Override
    public int mostRunning() {
        return mostRunning;
    }

    @Override
    public int mostBatched() {
        return mostBatched;
    }

    @Override
    public boolean cutsPrompts() {
        return prefill == Prefill.CHUNKED;
    }

    @Override
    public boolean oneByOne() {
        return false;
    }

    @Override
    public long hostNanos() {
        return hostNanos;
    }

    @Override
    public double watermark() {
        return watermark;
    }

    @Override
    public void schedule(Service service) {
        if (prefill == Prefill.FIRST) {
            int budget = mostBatched;
            if (canResume(service)) {
                budget = admit(service, mostBatched);
            }
            if (budget == mostBatched) {
                serveRunning(service, mostBatched);
            }
            return;
        }
        int running = service.running();
        int budget = serveRunning(service, mostBatched);
        // Whoever has just made room for others does not compete for it with those who wait.
        if (service.running() == running && canResume(service)) {
            admit(service, budget);
        }
    }

    /** Gives every running request its next tokens; makes room by taking those admitted last out of service. */
    private int serveRunning(Service service, int tokens) {
        int budget = tokens;
        for (int i = 0; i < service.running() && budget > 0; i++) {
            int request = service.running(i);
            if (!service.isReady(request)) {
                continue;
            }
            int next = service.isPrefilling(request) ? Math.min(budget, service.promptLeft(request)) : 1;
            if (extend(service, request, next)) {
                budget -= next;
            }
        }
        return budget;
    }

    private static boolean extend(Service service, int request, int tokens) {
        while (!service.extend(request, tokens)) {
            int last = service.running(service.running() - 1);
            service.preempt(last);
            if (last == request) {
                return false;
            }
        }
        return true;
    }

    /** Resumes who was swapped out; false while someone still is, since they come before those who wait. */
    private boolean canResume(Service service) {
        while (service.swapped() > 0) {
            if (service.running() >= mostRunning || !service.resume()) {
                return false;
            }
        }
        return true;
    }

    private int admit(Service service, int tokens) {
        int budget = tokens;
        while (budget > 0 && service.waiting() > 0 && service.running() < mostRunning) {
            int left = service.promptLeft(service.firstWaiting());
            // A prompt that no batch has room for is taken once, as the only prompt of its batch.
            boolean tooLong = left > mostBatched && budget == tokens;
            if (left > budget && prefill != Prefill.CHUNKED && !tooLong) {
                break;
            }
            int next = prefill == Prefill.CHUNKED ? Math.min(budget, left) : left;
            if (!service.admit(next)) {
                break;
            }
            budget -= next;
        }
        return budget;
    }

    /** Makes {@code continuous}. */
    @Mechanism(
            name = "continuous",
            engines = "kv",
            kind = MechanismKind.SCHEDULER,
            doc = "Lets requests join and leave the batch at every iteration, within limits on requests and tokens.",
            source = "Yu et al. 2022, Orca; Agrawal et al. 2023, SARATHI: Piggybacking Decodes with Chunked Prefills",
            params = {
                @Param(
                        name = "max_running",
                        type = ParamType.COUNT,
                        byDefault = "256",
                        min = 1,
                        max = 1_000_000,
                        doc = "The most requests that run at once."),
                @Param(
                        name = "max_batched",
                        type = ParamType.TOKENS,
                        byDefault = "2048 tokens",
                        min = 1,
                        max = 10_000_000,
                        doc = "The most tokens that an iteration processes."),
                @Param(
                        name = "prefill",
                        type = ParamType.WORD,
                        choices = {"chunked", "first", "mixed"},
                        byDefault = "chunked",
                        doc =
                                "How prompts are processed: cut into chunks beside generation, whole before any generation goes on, or whole beside generation. A whole prompt longer than max_batched is the only one of its iteration."),
                @Param(
                        name = "order",
                        type = ParamType.WORD,
                        choices = {"fcfs", "shortest"},
                        byDefault = "fcfs",
                        doc = "Who is admitted first: who came first, or whose prompt is shortest."),
                @Param(
                        name = "batch",
                        type = ParamType.COUNT,
                        byDefault = Param.NONE,
                        min = 1,
                        max = 1_000_000,
                        doc =
                                "The most requests that run at once, where an experiment varies it; takes the place of max_running."),
                @Param(
                        name = "host",
                        type = ParamType.TIME,
                        byDefault = "500 us",
                        min = 0,
                        doc = "Time of the host in each iteration, before the devices start."),
                @Param(
                        name = "watermark",
                        type = ParamType.RATIO,
                        byDefault = "1%",
                        min = 0,
                        max = 0.5,
                        doc =
                                "Share of a store of pages that must stay free when a request is admitted, so that none has to give way at once.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Scheduler> {
        @Override
        public Scheduler create(MechanismCall call) {
            String most = call.argument("batch").isPresent() ? "batch" : "max_running";
            return new ContinuousScheduler(
                    Math.toIntExact(call.count(most)),
                    Math.toIntExact(call.count("max_batched")),
                    switch (call.word("prefill")) {
                        case "first" -> Prefill.FIRST;
                        case "mixed" -> Prefill.MIXED;
                        default -> Prefill.CHUNKED;
                    },
                    call.word("order").equals("shortest") ? Order.SHORTEST : Order.ARRIVAL,
                    call.quantity("host").nanos(),
                    call.number("watermark"));
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.serve.replay;

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
 * Serves one request at a time.
 *
 * <p>Source: R. L. Mattson et al., <cite>Evaluation Techniques for Storage Hierarchies</cite>, 1970: a trace without its times.
 */
public final class ReplayScheduler implements Scheduler {
    private final int mostBatched;
    private final long hostNanos;

    ReplayScheduler(int mostBatched, long hostNanos) {
        this.mostBatched = mostBatched;
        this.hostNanos = hostNanos;
    }

    @Override
    public Order order() {
        return Order.ARRIVAL;
    }

    @Override
    public int mostRunning() {
        return 1;
    }

    @Override
    public int mostBatched() {
        return mostBatched;
    }

    @Override
    public boolean cutsPrompts() {
        return true;
    }

    @Override
    public boolean oneByOne() {
        return true;
    }

    @Override
    public long hostNanos() {
        return hostNanos;
    }

    @Override
    public double watermark() {
        return 0;
    }

    @Override
    public void schedule(Service service) {
        if (service.running() > 0) {
            int request = service.running(0);
            int next = service.isPrefilling(request) ? Math.min(mostBatched, service.promptLeft(request)) : 1;
            if (!service.extend(request, next)) {
                service.preempt(request);
            }
        } else if (service.waiting() > 0) {
            service.admit(Math.min(mostBatched, service.promptLeft(service.firstWaiting())));
        }
    }

    /** Makes {@code replay}. */
    @Mechanism(
            name = "replay",
            engines = "kv",
            kind = MechanismKind.SCHEDULER,
            doc = "Serves requests one after the other, each arriving when the one before it has ended.",
            source = "Mattson et al. 1970, Evaluation Techniques for Storage Hierarchies",
            params = {
                @Param(
                        name = "max_batched",
                        type = ParamType.TOKENS,
                        byDefault = "8192 tokens",
                        min = 1,
                        max = 10_000_000,
                        doc = "The most tokens of a prompt that an iteration processes."),
                @Param(
                        name = "host",
                        type = ParamType.TIME,
                        byDefault = "500 us",
                        min = 0,
                        doc = "Time of the host in each iteration, before the devices start.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<Scheduler> {
        @Override
        public Scheduler create(MechanismCall call) {
            return new ReplayScheduler(
                    Math.toIntExact(call.count("max_batched")),
                    call.quantity("host").nanos());
        }
    }
}

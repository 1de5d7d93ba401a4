/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.arrival.uniform;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.SplittableRandom;
import org.memwright.engine.kv.workload.ArrivalProcess;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Requests at equal gaps: request i, from 0 on, arrives at i / rate.
 *
 * <p>Source: the deterministic arrivals of queueing theory, L. Kleinrock, <cite>Queueing Systems</cite>, 1975.
 */
public final class UniformArrivals implements ArrivalProcess {
    private final double ratePerSecond;

    /** @param ratePerSecond number of requests in a second, greater than 0 */
    public UniformArrivals(double ratePerSecond) {
        if (!(ratePerSecond > 0)) {
            throw new IllegalArgumentException("rate is " + ratePerSecond + " /s, must be greater than 0");
        }
        this.ratePerSecond = ratePerSecond;
    }

    @Override
    public void draw(double[] arrivalSeconds, SplittableRandom random) {
        for (int i = 0; i < arrivalSeconds.length; i++) {
            arrivalSeconds[i] = i / ratePerSecond;
        }
    }

    /** Makes it from {@code uniform(4 /s)}. */
    @Mechanism(
            name = "uniform",
            engines = "kv",
            kind = MechanismKind.ARRIVAL,
            doc = "Requests arrive at equal gaps, the first at once.",
            source = "Kleinrock, Queueing Systems, 1975",
            params =
                    @Param(
                            name = "rate",
                            type = ParamType.RATE,
                            doc = "Number of requests in a second.",
                            min = 1e-6,
                            max = 1e9))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<ArrivalProcess> {
        @Override
        public ArrivalProcess create(MechanismCall call) {
            return new UniformArrivals(call.number("rate"));
        }
    }
}

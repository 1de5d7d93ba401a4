/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.arrival.poisson;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.SplittableRandom;
import org.memwright.engine.kv.workload.ArrivalProcess;
import org.memwright.engine.kv.workload.Draws;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/**
 * Requests of many users who do not know of each other: the gap before each request, the first included, is
 * -ln(1 - u) / rate.
 *
 * <p>Source: J. F. C. Kingman, <cite>Poisson Processes</cite>, 1993.
 */
public final class PoissonArrivals implements ArrivalProcess {
    private final double ratePerSecond;

    /** @param ratePerSecond mean number of requests in a second, greater than 0 */
    public PoissonArrivals(double ratePerSecond) {
        if (!(ratePerSecond > 0)) {
            throw new IllegalArgumentException("rate is " + ratePerSecond + " /s, must be greater than 0");
        }
        this.ratePerSecond = ratePerSecond;
    }

    @Override
    public void draw(double[] arrivalSeconds, SplittableRandom random) {
        double now = 0;
        for (int i = 0; i < arrivalSeconds.length; i++) {
            now += Draws.exponential(random) / ratePerSecond;
            arrivalSeconds[i] = now;
        }
    }

    /** Makes it from {@code poisson(4 /s)}. */
    @Mechanism(
            name = "poisson",
            engines = "kv",
            kind = MechanismKind.ARRIVAL,
            doc = "Requests arrive independently of each other, with exponential gaps.",
            source = "Kingman, Poisson Processes, 1993",
            params =
                    @Param(
                            name = "rate",
                            type = ParamType.RATE,
                            doc = "Mean number of requests in a second.",
                            min = 1e-6,
                            max = 1e9))
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<ArrivalProcess> {
        @Override
        public ArrivalProcess create(MechanismCall call) {
            return new PoissonArrivals(call.number("rate"));
        }
    }
}

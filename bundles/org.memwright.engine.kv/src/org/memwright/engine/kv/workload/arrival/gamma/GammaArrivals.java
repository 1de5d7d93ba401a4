/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.arrival.gamma;

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
 * Requests in bursts: gaps, the first included, are gamma of shape 1 / cv^2 and mean 1 / rate.
 *
 * <p>Source: Z. Li et al., <cite>AlpaServe</cite>, OSDI 2023 (gamma processes with a rate and a cv).
 */
public final class GammaArrivals implements ArrivalProcess {
    private final double shape;
    private final double scaleSeconds;

    /**
     * @param ratePerSecond mean number of requests in a second, greater than 0
     * @param cv standard deviation of the gaps over their mean, greater than 0
     */
    public GammaArrivals(double ratePerSecond, double cv) {
        if (!(ratePerSecond > 0)) {
            throw new IllegalArgumentException("rate is " + ratePerSecond + " /s, must be greater than 0");
        }
        if (!(cv > 0)) {
            throw new IllegalArgumentException("cv is " + cv + ", must be greater than 0");
        }
        shape = 1 / (cv * cv);
        scaleSeconds = 1 / (ratePerSecond * shape);
    }

    @Override
    public void draw(double[] arrivalSeconds, SplittableRandom random) {
        double now = 0;
        for (int i = 0; i < arrivalSeconds.length; i++) {
            now += Draws.gamma(random, shape) * scaleSeconds;
            arrivalSeconds[i] = now;
        }
    }

    /** Makes it from {@code gamma(4 /s, cv: 3)}. */
    @Mechanism(
            name = "gamma",
            engines = "kv",
            kind = MechanismKind.ARRIVAL,
            doc = "Requests arrive in bursts, or more evenly than by chance, with gamma gaps.",
            source = "Li et al., AlpaServe, OSDI 2023",
            params = {
                @Param(
                        name = "rate",
                        type = ParamType.RATE,
                        doc = "Mean number of requests in a second.",
                        min = 1e-6,
                        max = 1e9),
                @Param(
                        name = "cv",
                        type = ParamType.NUMBER,
                        doc = "Standard deviation of the gaps over their mean: 1 as by chance, more for bursts.",
                        min = 0.01,
                        max = 100)
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<ArrivalProcess> {
        @Override
        public ArrivalProcess create(MechanismCall call) {
            return new GammaArrivals(call.number("rate"), call.number("cv"));
        }
    }
}

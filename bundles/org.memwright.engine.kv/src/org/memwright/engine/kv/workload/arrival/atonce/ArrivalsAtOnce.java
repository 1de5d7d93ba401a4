/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.arrival.atonce;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.memwright.engine.kv.workload.ArrivalProcess;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;

/**
 * Requests that are all there from the start, as in a batch job: throughput is then the system's and not the arrivals'.
 *
 * <p>Source: the offline scenario of V. J. Reddi et al., <cite>MLPerf Inference Benchmark</cite>, ISCA 2020.
 */
public final class ArrivalsAtOnce implements ArrivalProcess {
    @Override
    public void draw(double[] arrivalSeconds, SplittableRandom random) {
        Arrays.fill(arrivalSeconds, 0);
    }

    /** Makes it from {@code at_once()}. */
    @Mechanism(
            name = "at_once",
            engines = "kv",
            kind = MechanismKind.ARRIVAL,
            doc = "All requests are there from the start, as in a batch job.",
            source = "Reddi et al., MLPerf Inference Benchmark, ISCA 2020 (offline scenario)")
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<ArrivalProcess> {
        @Override
        public ArrivalProcess create(MechanismCall call) {
            return new ArrivalsAtOnce();
        }
    }
}

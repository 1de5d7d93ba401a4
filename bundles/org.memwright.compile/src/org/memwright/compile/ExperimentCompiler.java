/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.compile;

import java.util.LinkedHashSet;
import org.memwright.hardware.Machine;
import org.memwright.model.Experiment;
import org.memwright.model.Hardware;
import org.memwright.runtime.Vocabulary;

/**
 * Makes plans from experiments of a checked project.
 *
 * <p>Hardware becomes a machine with ids, a model a shape, a memory its stores and rules with every parameter put in, and the
 * experiment a run for each column, point of the grid and seed. What the text leaves out gets its documented default, and the
 * plan lists it.
 *
 * <p>State: none. Cost: linear in the number of runs.
 */
public final class ExperimentCompiler {
    private final Vocabulary vocabulary;

    /** @param vocabulary the engines and mechanisms that a plan may name */
    public ExperimentCompiler(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Compiles an experiment.
     *
     * @param experiment of a linked project without errors; what checking would have found may be reported here again
     * @param overrides what the caller changes
     */
    public Compilation compile(Experiment experiment, Overrides overrides) {
        return new Compiling(vocabulary, experiment, overrides).compile();
    }

    /** Whether something that an experiment uses is called as a setting names it. */
    public boolean accepts(Experiment experiment, Overrides.Setting setting) {
        return new Compiling(vocabulary, experiment, Overrides.NONE).accepts(setting);
    }

    /** The machine that a hardware of a checked file describes. */
    public Machine machine(Hardware hardware) {
        return new MachineBuilder(new Problems(), new LinkedHashSet<>()).build(hardware);
    }

    /** The engines that run, as a message lists them. */
    public String engines() {
        return Compiling.builtEngines(vocabulary);
    }
}

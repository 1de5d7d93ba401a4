/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.transcript;

import aQute.bnd.annotation.spi.ServiceProvider;
import java.nio.file.Path;
import org.memwright.engine.task.drive.Driver;
import org.memwright.engine.task.drive.DriverSource;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.Mechanism;
import org.memwright.runtime.vocabulary.MechanismFactory;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;

/** What an agent did, recorded; the tree is that of the workload, or that of the recording. */
public record TranscriptSource(Path file, double read, double write) implements DriverSource {
    @Override
    public Driver open(Setting setting) throws RunFailure {
        return new Recording(TranscriptFile.read(file, setting.task()), setting.tokens(), this);
    }

    /** Makes {@code transcript}. */
    @Mechanism(
            name = "transcript",
            engines = "task",
            kind = MechanismKind.SOURCE,
            doc = "A recorded run: the steps of a tree and what was done at them, a JSON object on each line.",
            source = "of this project",
            params = {
                @Param(name = "file", type = ParamType.FILE, doc = "The recording, in UTF-8."),
                @Param(
                        name = "read",
                        type = ParamType.RATE,
                        byDefault = "2000 /s",
                        min = 1,
                        doc = "Tokens of a prompt read in a second, where a turn does not say its seconds."),
                @Param(
                        name = "write",
                        type = ParamType.RATE,
                        byDefault = "50 /s",
                        min = 1,
                        doc = "Tokens of an answer written in a second, where a turn does not say its seconds.")
            })
    @ServiceProvider(MechanismFactory.class)
    public static final class Factory implements MechanismFactory<DriverSource> {
        @Override
        public DriverSource create(MechanismCall call) {
            return new TranscriptSource(Path.of(call.word("file")), call.number("read"), call.number("write"));
        }
    }
}

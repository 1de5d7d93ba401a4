/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Verdict;

/**
 * What a list shows of a run that was kept.
 *
 * @param folder where it is kept
 * @param number counts up in its project
 * @param experiment qualified name
 * @param file the file that the experiment stands in, relative to the project, with {@code /}
 * @param started when it began
 * @param elapsedNanos how long it took on this machine
 * @param version of Memwright that ran it
 * @param columns names of the compared memories
 * @param runs how many runs there are
 * @param unfinished how many of them have no result
 * @param passed how many expectations hold
 * @param failed how many do not
 * @param undecided how many cannot be told
 * @param designs files of the text at that time, relative to the project, with {@code /}
 */
public record KeptRun(
        Path folder,
        int number,
        String experiment,
        String file,
        Instant started,
        long elapsedNanos,
        String version,
        List<String> columns,
        int runs,
        int unfinished,
        int passed,
        int failed,
        int undecided,
        List<String> designs) {

    public KeptRun {
        columns = List.copyOf(columns);
        designs = List.copyOf(designs);
    }

    static KeptRun of(Path folder, int number, ExperimentProfile profile, Origin origin) {
        return new KeptRun(
                folder,
                number,
                profile.name(),
                origin.file(),
                origin.started(),
                origin.elapsedNanos(),
                origin.version(),
                profile.columns(),
                profile.runs().size(),
                (int) profile.runs().stream().filter(run -> !run.isComplete()).count(),
                count(profile, Verdict.Outcome.PASSED),
                count(profile, Verdict.Outcome.FAILED),
                count(profile, Verdict.Outcome.UNDECIDED),
                List.copyOf(origin.designs().keySet()));
    }

    private static int count(ExperimentProfile profile, Verdict.Outcome outcome) {
        return (int) profile.verdicts().stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .count();
    }

    /** The experiment's name without its package. */
    public String name() {
        return experiment.substring(experiment.lastIndexOf('.') + 1);
    }

    /** How a person tells it from others: {@code Shootout #7}. */
    public String label() {
        return name() + " #" + number;
    }

    /** Whether every run came to its end. */
    public boolean isComplete() {
        return unfinished == 0;
    }

    /** Where a file's text at that time is kept. */
    public Path design(String name) {
        return folder.resolve(RunArchive.DESIGN).resolve(name);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.score;

import java.util.List;
import org.memwright.engine.kv.shape.KvShape;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.Value;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

/** Ranks tokens. Costs are of all layers of one device. */
public interface Score {
    /** Bytes kept for each token, beside its key and value. */
    double stateBytesPerToken(KvShape shape);

    /** Operations for each candidate at each step, beyond the attention that is computed anyway. */
    double stepOperationsPerToken(KvShape shape);

    /** Bytes read and written for each candidate at each step. */
    double stepBytesPerToken(KvShape shape);

    /** Whether ranking needs the keys of all candidates, where no attention over them is computed anyway. */
    boolean readsKeys();

    /** Of how many queries the attention must be formed a second time when a prompt of that length has been processed. */
    double promptQueries(int promptTokens);

    /** Operations for each candidate when a prompt has been processed, beside those of the queries. */
    double promptOperationsPerToken(KvShape shape);

    /**
     * The score that an argument names: a call, or a pipeline whose costs add up.
     *
     * @throws IllegalArgumentException where it is neither
     */
    static Score of(Value value) {
        return switch (value) {
            case MechanismCall call -> Mechanisms.create(Score.class, "kv", MechanismKind.SCORE, call);
            case Value.Pipeline pipeline ->
                new Pipeline(pipeline.calls().stream().map(Score::of).toList());
            default -> throw new IllegalArgumentException("a score is " + value + ", must be a call or a pipeline");
        };
    }

    /** Scores one after the other, each refining the one before. */
    record Pipeline(List<Score> stages) implements Score {
        public Pipeline {
            stages = List.copyOf(stages);
        }

        @Override
        public double stateBytesPerToken(KvShape shape) {
            return stages.stream().mapToDouble(s -> s.stateBytesPerToken(shape)).sum();
        }

        @Override
        public double stepOperationsPerToken(KvShape shape) {
            return stages.stream()
                    .mapToDouble(s -> s.stepOperationsPerToken(shape))
                    .sum();
        }

        @Override
        public double stepBytesPerToken(KvShape shape) {
            return stages.stream().mapToDouble(s -> s.stepBytesPerToken(shape)).sum();
        }

        @Override
        public boolean readsKeys() {
            return stages.stream().anyMatch(Score::readsKeys);
        }

        @Override
        public double promptQueries(int promptTokens) {
            return stages.stream()
                    .mapToDouble(s -> s.promptQueries(promptTokens))
                    .sum();
        }

        @Override
        public double promptOperationsPerToken(KvShape shape) {
            return stages.stream()
                    .mapToDouble(s -> s.promptOperationsPerToken(shape))
                    .sum();
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.design;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.engine.kv.layout.StoreFormat;
import org.memwright.engine.kv.retain.Amount;
import org.memwright.engine.kv.score.Score;

/**
 * A store of a design, with what it keeps.
 *
 * @param index place in {@link KvDesign#stores()}
 * @param tier name of the tier; empty for where the weights are
 * @param format bytes of a sequence, with the state of scores
 * @param entry whether new tokens are written to it
 * @param always what it keeps at any time; null for all
 * @param atPrefill what it keeps of a prompt that has been processed; null for all
 */
public record KvStore(
        int index,
        String name,
        String tier,
        Layout layout,
        StoreFormat format,
        boolean entry,
        @Nullable Rule always,
        @Nullable Rule atPrefill) {

    /** No store: what goes there is dropped. */
    public static final int NOWHERE = -1;

    public boolean holdsKeys() {
        return layout.part().holdsKeys();
    }

    public boolean holdsValues() {
        return layout.part().holdsValues();
    }

    /** Whether every token stays where it was written. */
    public boolean keepsAll() {
        return always == null && atPrefill == null;
    }

    /** The score that its keep rule ranks by at each step. */
    public Optional<Score> stepScore() {
        return always == null ? Optional.empty() : always.score();
    }

    /**
     * A keep rule.
     *
     * @param amount tokens that stay
     * @param score what ranks them; empty where position decides
     * @param target store that the others move to, or {@link #NOWHERE}
     * @param group tokens that move together, at least 1
     */
    public record Rule(Amount amount, Optional<Score> score, int target, int group) {

        /** How many of those that came in leave. */
        int leaving(int in) {
            int over = in - amount.of(in);
            return group == 1 ? over : over / group * group;
        }
    }
}

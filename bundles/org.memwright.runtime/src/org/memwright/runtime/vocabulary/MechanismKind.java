/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.runtime.vocabulary;

/** What a mechanism is for, which says where in a file its name may stand. */
public enum MechanismKind {
    /** How things lie in a store: {@code store cache : pages(size: 16 tokens) in hbm}. */
    LAYOUT("layout of a store"),
    /** What stays in a store: {@code keep cache : recent(1024 tokens)}. */
    SELECTOR("selector of a keep rule"),
    /** Where the rest goes: {@code else move(to: cold)}. */
    OVERFLOW("overflow of a keep rule"),
    /** What happens at an event: {@code on full : swap(to: dram)}. */
    ACTION("action of an on rule"),
    /** What ranks tokens: {@code top(512 tokens, by: attention(sum))}. */
    SCORE("score"),
    /** How numbers are kept in fewer bits: {@code kv(keys: int2(per: channel))}. */
    QUANTISER("quantiser"),
    /** What decides which requests run: {@code serving continuous(...)}. */
    SCHEDULER("serving rule"),
    /** Where a workload is read from: {@code requests from csv(...)}. */
    SOURCE("workload source"),
    /** When things arrive: {@code arrival poisson(4 /s)}. */
    ARRIVAL("arrival process"),
    /** How long things are: {@code prompt lognormal(mean: 1024 tokens, cv: 1.2)}. */
    LENGTH("distribution of lengths"),
    /** What things have in common: {@code prefix shared(512 tokens, groups: 10)}. */
    PREFIX("prefix sharing");

    private final String label;

    MechanismKind(String label) {
        this.label = label;
    }

    /** How a message names the kind. */
    public String label() {
        return label;
    }
}

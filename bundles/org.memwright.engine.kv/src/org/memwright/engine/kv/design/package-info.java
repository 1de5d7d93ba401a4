/**
 * A memory design made ready to run: its stores with their mechanisms, and how tokens flow through them.
 *
 * <p>In: a {@link org.memwright.runtime.plan.MemoryPlan}. Out: for a sequence of any length, how many tokens each store holds.
 * Rule: how many follows from the length alone, so that a step costs the same however long the sequence is.
 *
 * <p>Example: with {@code keep residual : recent(128 tokens) else move(to: cache)} and groups of 32 tokens in {@code cache}, of
 * 200 tokens 64 are in {@code cache} and 136 in {@code residual}.
 */
@NullMarked
package org.memwright.engine.kv.design;

import org.jspecify.annotations.NullMarked;

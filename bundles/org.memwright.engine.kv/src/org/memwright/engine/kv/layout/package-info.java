/**
 * Layouts: how keys and values lie in a store, and who has which bytes.
 *
 * <p>In: tokens of requests. Out: bytes stored, bytes allocated, bytes free; the difference is fragmentation. Rule: bytes of a
 * tier are handed out by one {@link org.memwright.engine.kv.layout.Arena}, so that stores that share a tier cannot overlap.
 *
 * <p>Example: {@code store cache : pages(size: 16 tokens) in hbm}.
 */
@NullMarked
package org.memwright.engine.kv.layout;

import org.jspecify.annotations.NullMarked;

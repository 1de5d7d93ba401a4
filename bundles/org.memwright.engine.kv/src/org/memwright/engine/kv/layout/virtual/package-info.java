/**
 * Keys and values contiguous in virtual memory, with pages of the device mapped under them as they are filled.
 *
 * <p>In: bytes of a page. Out: pages; the last of each layer's keys and of its values is not full. Rule: attention sees contiguous
 * memory, so that it reads no table.
 *
 * <p>Example: {@code store cache : virtual(page: 2 MiB) in hbm}.
 */
@NullMarked
package org.memwright.engine.kv.layout.virtual;

import org.jspecify.annotations.NullMarked;

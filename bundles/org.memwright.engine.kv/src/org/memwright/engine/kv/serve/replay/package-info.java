/**
 * Replay: requests one after the other, as if each arrived when the one before it ended.
 *
 * <p>In: requests in the order of their arrival. Out: batches of one. Rule: nobody competes for room or time, so that what is left is
 * what requests leave to each other, such as the blocks of a common prefix.
 *
 * <p>Example: {@code serving replay()}.
 */
@NullMarked
package org.memwright.engine.kv.serve.replay;

import org.jspecify.annotations.NullMarked;

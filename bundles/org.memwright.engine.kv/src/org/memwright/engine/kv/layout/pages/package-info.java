/**
 * Keys and values in pages of a few tokens, taken as they are filled; requests may share the pages of a common prefix.
 *
 * <p>In: tokens of a page, whether prefixes are shared. Out: pages; only the last page of a request is not full. Rule: a page has
 * as many owners as requests read it, and is given up when it has none and room is needed.
 *
 * <p>Example: {@code store cache : pages(size: 16 tokens, table: block, share: prefix) in hbm}.
 */
@NullMarked
package org.memwright.engine.kv.layout.pages;

import org.jspecify.annotations.NullMarked;

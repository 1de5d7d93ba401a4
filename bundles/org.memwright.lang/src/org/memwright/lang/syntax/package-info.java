/**
 * Characters to words: value converters, the limits of a file's nesting, and what is said about text that does not parse.
 *
 * <p>In: characters. Out: tokens that the generated parser can take without running out of stack, and messages that name what was
 * expected. Rule: every character of the file stays in the node model.
 */
@NullMarked
package org.memwright.lang.syntax;

import org.jspecify.annotations.NullMarked;

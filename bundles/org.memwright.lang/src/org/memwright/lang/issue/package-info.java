/**
 * What can be wrong with a design, in words: one enum of codes, severities and wordings, and the search for what was meant.
 *
 * <p>In: the values that clash. Out: a message that says what is, what is allowed, why, and how to fix it. Rule: no other package of
 * the language holds wording for a user.
 */
@NullMarked
package org.memwright.lang.issue;

import org.jspecify.annotations.NullMarked;

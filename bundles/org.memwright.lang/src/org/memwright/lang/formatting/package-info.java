/**
 * The one form in which designs are written.
 *
 * <p>In: a parsed file. Out: replacements of white space. Two spaces per level; a block that was on one line stays on one line;
 * neighbours on lines of their own are aligned in columns; comments and single blank lines stay. Rule: formatting what is formatted
 * changes nothing, and nothing but white space ever changes.
 */
@NullMarked
package org.memwright.lang.formatting;

import org.jspecify.annotations.NullMarked;

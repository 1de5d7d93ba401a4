/**
 * Which names are known where.
 *
 * <p>In: a reference as written. Out: the declaration or part that it means. Names are looked up from near to far: the same file,
 * the same package, imports, fully qualified names of the project, the built-in library. Rule: no lookup scans all declarations;
 * the library is read only when a name may come from it.
 */
@NullMarked
package org.memwright.lang.scoping;

import org.jspecify.annotations.NullMarked;

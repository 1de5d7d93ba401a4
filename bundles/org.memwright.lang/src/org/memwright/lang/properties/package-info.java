/**
 * The properties that declarations may have: names, dimensions, ranges, defaults and meaning.
 *
 * <p>In: a kind of declaration and a name. Out: what the property is. Checks, proposals, hovers and {@code explain} read the one
 * table here. Example: {@code capacity} of a tier measures bytes, is required and is above 0.
 */
@NullMarked
package org.memwright.lang.properties;

import org.jspecify.annotations.NullMarked;

/**
 * Quantities with dimensions: read, print, compare, compute.
 *
 * <p>In: the words of a design ({@code 2.039 TB/s}, {@code 20%}, {@code 4 /s}). Out: numbers in base units (bytes,
 * seconds, operations, joules, dollars, tokens) and text for people.
 *
 * <p>Rule: no number leaves its dimension. Adding bytes to seconds is a {@link DimensionMismatch} that names both. An
 * amount is kept as it was written, in decimal, so that printing gives back what was read.
 *
 * <p>Example: {@code Quantity.parse("80 GiB").dividedBy(Quantity.parse("2 s"))} is {@code 40 GiB/s}.
 */
@NullMarked
package org.memwright.units;

import org.jspecify.annotations.NullMarked;

/**
 * What a design must be to be run: names, units, placement, cycles, mechanisms, experiments.
 *
 * <p>In: a linked model and the vocabulary. Out: issues with a stable code, a position, the values that clash and a remedy. Rule: all
 * wording is in {@link org.memwright.lang.issue.LangIssue}; a check states the truth that it demands.
 */
@NullMarked
package org.memwright.lang.validation;

import org.jspecify.annotations.NullMarked;

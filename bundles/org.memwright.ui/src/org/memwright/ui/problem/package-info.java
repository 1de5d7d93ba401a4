/**
 * What is wrong in the designs of the workbench, as markers that editors, navigator and Problems view show.
 *
 * <p>In: the findings of the language's services. Out: markers of one type. Rule: a marker that still holds is kept, so that views do not
 * flicker while one types.
 */
package org.memwright.ui.problem;

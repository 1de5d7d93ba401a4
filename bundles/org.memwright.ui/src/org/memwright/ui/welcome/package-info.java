/**
 * The welcome page: the first steps, and the keys that lead everywhere.
 *
 * <p>Rule: it is an ordinary editor, so it can lie beside others and be closed for good.
 */
package org.memwright.ui.welcome;

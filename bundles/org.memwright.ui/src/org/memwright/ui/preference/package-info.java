/**
 * What one sets once for all projects.
 *
 * <p>In: the preference pages. Out: {@link org.memwright.ui.preference.RunOptions}, read by whoever runs something.
 */
package org.memwright.ui.preference;

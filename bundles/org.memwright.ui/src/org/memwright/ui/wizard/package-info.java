/**
 * New projects and files, and folders that become projects.
 *
 * <p>In: a name, a place, a template. Out: files in the workspace, open in their editor. Rule: what a wizard makes runs as it is.
 */
package org.memwright.ui.wizard;

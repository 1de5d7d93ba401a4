/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Running experiments in the workbench: by the same steps as the command line, as jobs that can be watched and stopped.
 *
 * <p>In: a file and the name of an experiment in it. Out: a run kept in the project's archive, and while it goes on about ten frames
 * a second of what its memories hold, to listeners and to open diagrams. Rule: whoever listens is called in the display's thread.
 */
package org.memwright.ui.run;

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The model of a Memwright file: hardware, model, memory, workload, task and experiment; data only.
 *
 * <p>All classes here are written by EMF from {@code model/memwright.ecore} in the build. Rule: no behaviour is added to them;
 * what they mean is checked in {@code lang} and carried out by {@code compile}.
 */
package org.memwright.model;

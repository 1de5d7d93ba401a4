/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.names;

import org.eclipse.emf.ecore.EObject;
import org.memwright.model.Column;
import org.memwright.model.ComputeUnit;
import org.memwright.model.Datum;
import org.memwright.model.Experiment;
import org.memwright.model.Handler;
import org.memwright.model.Hardware;
import org.memwright.model.Keep;
import org.memwright.model.Link;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.Module;
import org.memwright.model.Parameter;
import org.memwright.model.Property;
import org.memwright.model.Step;
import org.memwright.model.Store;
import org.memwright.model.Task;
import org.memwright.model.Tier;
import org.memwright.model.Use;
import org.memwright.model.Variable;
import org.memwright.model.Workload;

/** Kinds of what a file declares, as outlines and messages name them. */
public enum Kind {
    PACKAGE("package"),
    HARDWARE("hardware"),
    COMPUTE("compute unit"),
    TIER("tier"),
    LINK("link"),
    USE("use"),
    MODEL("model"),
    PROPERTY("property"),
    MEMORY("memory"),
    PARAMETER("parameter"),
    STORE("store"),
    KEEP("keep rule"),
    HANDLER("on rule"),
    VARIABLE("variable"),
    WORKLOAD("workload"),
    TASK("task"),
    STEP("step"),
    DATUM("input or output"),
    EXPERIMENT("experiment"),
    COLUMN("column");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** How a message names it. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException for a part that is no declaration, rule or property */
    public static Kind of(EObject part) {
        return switch (part) {
            case Module module -> PACKAGE;
            case Hardware hardware -> HARDWARE;
            case ComputeUnit unit -> COMPUTE;
            case Tier tier -> TIER;
            case Link link -> LINK;
            case Use use -> USE;
            case Model model -> MODEL;
            case Property property -> PROPERTY;
            case Memory memory -> MEMORY;
            case Parameter parameter -> PARAMETER;
            case Store store -> STORE;
            case Keep keep -> KEEP;
            case Handler handler -> HANDLER;
            case Variable variable -> VARIABLE;
            case Workload workload -> WORKLOAD;
            case Task task -> TASK;
            case Step step -> STEP;
            case Datum datum -> DATUM;
            case Experiment experiment -> EXPERIMENT;
            case Column column -> COLUMN;
            default ->
                throw new IllegalArgumentException(
                        part.eClass().getName() + " is no kind of declaration, rule or property");
        };
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.preference;

import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.core.runtime.preferences.InstanceScope;

/**
 * How experiments are run, as the preferences say.
 *
 * @param threads runs at a time, at least 1; results do not depend on it
 * @param modelUrl the endpoint of a language model that speaks as OpenAI's does; empty for none
 * @param modelName the model to ask for there
 */
public record RunOptions(int threads, String modelUrl, String modelName) {
    /** The node of the preferences: the bundle's name. */
    static final String NODE = "org.memwright.ui";

    static final String THREADS = "run.threads";
    static final String MODEL_URL = "llm.url";
    static final String MODEL_NAME = "llm.model";

    /** Reads the preferences as they are now. */
    public static RunOptions read() {
        int threads = Integer.parseInt(text(THREADS, "0"));
        return new RunOptions(
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                text(MODEL_URL, ""),
                text(MODEL_NAME, ""));
    }

    /**
     * Tells the engines which language model there is: they read the system properties {@code memwright.llm.url} and {@code
     * memwright.llm.model}. What is set when the workbench starts stays where the preferences say nothing.
     */
    public static void publish() {
        RunOptions options = read();
        publish("memwright.llm.url", options.modelUrl);
        publish("memwright.llm.model", options.modelName);
    }

    private static void publish(String property, String value) {
        if (!value.isEmpty()) {
            System.setProperty(property, value);
        }
    }

    private static String text(String key, String otherwise) {
        for (IScopeContext scope : new IScopeContext[] {InstanceScope.INSTANCE, DefaultScope.INSTANCE}) {
            IEclipsePreferences node = scope.getNode(NODE);
            String value = node.get(key, null);
            if (value != null) {
                return value;
            }
        }
        return otherwise;
    }
}

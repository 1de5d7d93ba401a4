/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The loader of a thread in which the tokenizer and the embedding model run: they look for their files by it, and in OSGi each of
 * their libraries is a bundle that sees its own files only.
 */
public final class LibraryLoader extends ClassLoader {
    private final Set<ClassLoader> libraries = new LinkedHashSet<>();

    /** @param model a class of the library that has the files of a model */
    public LibraryLoader(Class<?> model) {
        super(model.getClassLoader());
        libraries.add(HuggingFaceTokenCountEstimator.class.getClassLoader());
        libraries.add(HuggingFaceTokenizer.class.getClassLoader());
        libraries.remove(model.getClassLoader());
    }

    /** The tokenizer alone. */
    public LibraryLoader() {
        this(HuggingFaceTokenCountEstimator.class);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        for (ClassLoader library : libraries) {
            URL found = library.getResource(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        for (ClassLoader library : libraries) {
            found.addAll(Collections.list(library.getResources(name)));
        }
        return Collections.enumeration(found);
    }
}

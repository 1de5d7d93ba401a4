/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A design to start a project from. Each runs as it is. */
public enum ProjectTemplate {
    PAGING(
            "Serve from one GPU",
            "Does paging serve more conversations from the same GPU than one contiguous cache?",
            "paging.memw"),
    TIERS(
            "Spill to host memory",
            "Long prompts fill the GPU: start requests again, or move their pages to the memory of the host?",
            "tiers.memw"),
    COMPRESSION(
            "Keep less of each token",
            "How many more conversations fit when keys and values take 2 bits instead of 16?",
            "compression.memw");

    /** The name of the file that a project starts with. */
    public static final String FILE = "design.memw";

    private final String title;
    private final String question;
    private final String resource;

    ProjectTemplate(String title, String question, String resource) {
        this.title = title;
        this.question = question;
        this.resource = resource;
    }

    /** A few words for a list. */
    public String title() {
        return title;
    }

    /** What its experiment answers. */
    public String question() {
        return question;
    }

    /**
     * The text of the design.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    public String text() {
        String path = "project/" + resource;
        try (InputStream in = ProjectTemplate.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("catalog: " + path + " is not beside " + ProjectTemplate.class.getName()
                        + ". Build the bundle again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.runtime.Vocabulary;
import org.memwright.units.Quantity;

/** The language and the vocabulary, each made when it is first asked for, or in the background before. */
final class Workspace {
    private final FutureTask<Vocabulary> vocabulary = new FutureTask<>(() -> Vocabulary.load(Workspace.class));
    private final FutureTask<Language> language = new FutureTask<>(() -> {
        // what a check reports is a finding; that it was also logged helps nobody who has no stack trace to read
        Logger.getRootLogger().setLevel(Level.OFF);
        return Language.standalone(vocabulary());
    });

    /** Begins to make both, while the command line is read: half of what a check takes. */
    void prepare() {
        Thread making = new Thread(language, "memwright language");
        making.setDaemon(true);
        making.start();
    }

    Vocabulary vocabulary() {
        return made(vocabulary);
    }

    Language language() {
        Quantity.of(1, "B"); // makes the table of units here, while the other thread is at the rest

        return made(language);
    }

    Project load(Path path) {
        return Project.load(language(), path);
    }

    private static <T> T made(FutureTask<T> task) {
        task.run(); // nothing where it is made or being made
        try {
            return task.get();
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException("the language cannot be put together", broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the language was put together", stopped);
        }
    }
}

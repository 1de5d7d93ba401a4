/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.nio.file.Path;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.runtime.Vocabulary;

/** The language and the vocabulary, each made when it is first asked for. */
final class Workspace {
    private @Nullable Vocabulary vocabulary;
    private @Nullable Language language;

    Vocabulary vocabulary() {
        Vocabulary known = vocabulary;
        if (known == null) {
            known = Vocabulary.load(Workspace.class);
            vocabulary = known;
        }
        return known;
    }

    Language language() {
        Language known = language;
        if (known == null) {
            // what a check reports is a finding; that it was also logged helps nobody who has no stack trace to read
            Logger.getRootLogger().setLevel(Level.OFF);
            known = Language.standalone(vocabulary());
            language = known;
        }
        return known;
    }

    Project load(Path path) {
        return Project.load(language(), path);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.memwright.lang.ide.text.Span;

/**
 * Gathers proposals that fit what is written already: first those that begin like it, then those that contain it. Each label is
 * offered once, by whoever offers it first.
 */
final class Offers {
    /** Fewer letters than this are in too many words. */
    private static final int LEAST_INSIDE = 2;

    private final String written;
    private final Span replaces;
    private final String indentation;
    private final List<Proposal> beginning = new ArrayList<>();
    private final List<Proposal> containing = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Offers(String written, Span replaces, String indentation) {
        this.written = written.toLowerCase(Locale.ROOT);
        this.replaces = replaces;
        this.indentation = indentation;
    }

    void add(Proposal.Sort sort, String label, String pattern, String detail, Supplier<String> documentation) {
        add(sort, label, Template.of(pattern).indented(indentation), detail, documentation);
    }

    /** Offers a word that is inserted as it is. */
    void word(Proposal.Sort sort, String word, String detail, Supplier<String> documentation) {
        add(sort, word, new Template(word, List.of()), detail, documentation);
    }

    void add(Proposal.Sort sort, String label, Template template, String detail, Supplier<String> documentation) {
        String begins = label.toLowerCase(Locale.ROOT);
        boolean first = begins.startsWith(written);
        boolean inside = written.length() >= LEAST_INSIDE && begins.contains(written);
        if ((first || inside) && known.add(label)) {
            (first ? beginning : containing)
                    .add(new Proposal(
                            sort, label, template.text(), template.fields(), replaces, detail, documentation.get()));
        }
    }

    List<Proposal> all() {
        List<Proposal> all = new ArrayList<>(beginning);
        all.addAll(containing);
        return all;
    }
}

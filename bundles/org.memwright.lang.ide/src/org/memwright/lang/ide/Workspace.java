/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.memwright.lang.Finding;
import org.memwright.lang.Language;
import org.memwright.lang.ide.documentation.Hover;
import org.memwright.lang.ide.documentation.Hovers;
import org.memwright.lang.ide.fixes.Fix;
import org.memwright.lang.ide.fixes.Fixes;
import org.memwright.lang.ide.names.Occurrence;
import org.memwright.lang.ide.names.Occurrences;
import org.memwright.lang.ide.names.Renaming;
import org.memwright.lang.ide.outline.Fold;
import org.memwright.lang.ide.outline.Folds;
import org.memwright.lang.ide.outline.Outline;
import org.memwright.lang.ide.outline.Symbol;
import org.memwright.lang.ide.outline.Token;
import org.memwright.lang.ide.outline.Tokens;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.proposals.Proposal;
import org.memwright.lang.ide.proposals.Proposals;
import org.memwright.lang.ide.text.Formatting;
import org.memwright.lang.ide.text.Location;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;

/**
 * Everything that an editor asks of a project: one object per folder, told of each change, asked with a file and an offset.
 *
 * <p>All answers are values without a part of the model in them, so they may go to other threads. May be called from several threads;
 * one question is answered at a time.
 *
 * <p>State: the texts of all files as they are being edited. Cost: a change parses one file; a question reads the files that it is
 * about.
 */
public final class Workspace {
    private final Designs designs;

    private Workspace(Designs designs) {
        this.designs = designs;
    }

    /**
     * Reads the project that a file or folder belongs to.
     *
     * @param path a {@code .memw} file or a folder; need not exist
     */
    public static Workspace open(Language language, Path path) {
        return new Workspace(Designs.load(language, path));
    }

    /**
     * A project from texts that are not on disk.
     *
     * @param folder what relative paths start from; need not exist
     * @param texts by file name
     */
    public static Workspace of(Language language, Path folder, Map<String, String> texts) {
        return new Workspace(Designs.of(language, folder, texts));
    }

    public synchronized Path folder() {
        return designs.folder();
    }

    /** The files of the project, and those beside them that could not be read. */
    public synchronized List<Path> files() {
        return designs.filesWithFindings();
    }

    /** Whether the file is parsed, so that the questions below may be asked of it. */
    public synchronized boolean contains(Path file) {
        return designs.contains(file);
    }

    /** @throws IllegalArgumentException where the project has no such file, as in all that follows */
    public synchronized String text(Path file) {
        return designs.text(file);
    }

    /** Gives a file another text, as it is in an editor or on disk now; adds it where the project has no such file. */
    public synchronized void change(Path file, String text) {
        designs.change(file, text);
    }

    /** Takes a file out of the project. */
    public synchronized void remove(Path file) {
        designs.remove(file);
    }

    /** What is wrong in a file, by place. A change of one file may change the findings of others. */
    public synchronized List<Finding> findings(Path file) {
        return designs.findings(file);
    }

    /** What may be written at a place, the most fitting first. */
    public synchronized List<Proposal> proposals(Path file, int offset) {
        return Proposals.at(designs, designs.resource(file), designs.text(file), offset);
    }

    /** What the word at a place means. */
    public synchronized Optional<Hover> hover(Path file, int offset) {
        return new Hovers(designs).at(designs.resource(file), offset);
    }

    /** Where that is declared which is named at a place; several where it depends on the experiment. */
    public synchronized List<Location> definitions(Path file, int offset) {
        List<Location> found = new ArrayList<>();
        new Occurrences(designs)
                .at(designs.resource(file), offset)
                .ifPresent(occurrence -> occurrence
                        .targets()
                        .forEach(target -> Occurrences.declaration(target).ifPresent(found::add)));
        return found;
    }

    /**
     * Every place of the project that names what is named at a place.
     *
     * @param declarations whether the places where it is declared are among them
     */
    public synchronized List<Location> references(Path file, int offset, boolean declarations) {
        var occurrences = new Occurrences(designs);
        return occurrences
                .at(designs.resource(file), offset)
                .map(here -> occurrences.of(here.targets()).stream()
                        .filter(occurrence -> declarations || !occurrence.declares())
                        .map(Occurrence::location)
                        .toList())
                .orElse(List.of());
    }

    /** A place that names what is named where the caret is; {@code declares} where it is declared there. */
    public record Highlight(Span span, boolean declares) {}

    /** The places of the same file that name what is named at a place. */
    public synchronized List<Highlight> highlights(Path file, int offset) {
        var occurrences = new Occurrences(designs);
        return occurrences
                .at(designs.resource(file), offset)
                .map(here -> occurrences.of(new HashSet<>(here.targets()), designs.resource(file)).stream()
                        .map(each -> new Highlight(each.location().span(), each.declares()))
                        .toList())
                .orElse(List.of());
    }

    /**
     * The name that a rename at a place would change.
     *
     * @throws Renaming.Refused where there is none, or where it is declared in the library
     */
    public synchronized Span renamable(Path file, int offset) throws Renaming.Refused {
        return new Renaming(designs).nameAt(designs.resource(file), offset);
    }

    /**
     * The changes that give what is named at a place another name, in all files.
     *
     * @throws Renaming.Refused with the reason, where that would change what another name means or is no name
     */
    public synchronized Map<Path, List<TextChange>> rename(Path file, int offset, String name) throws Renaming.Refused {
        return new Renaming(designs).rename(designs.resource(file), offset, name);
    }

    /** What mends the findings that meet a part of a file. */
    public synchronized List<Fix> fixes(Path file, Span span) {
        if (!designs.contains(file)) {
            return List.of();
        }
        return designs.findings(file).stream()
                .filter(finding -> new Span(finding.offset(), finding.length()).meets(span))
                .flatMap(finding -> Fixes.of(designs, file, finding).stream())
                .toList();
    }

    /** What mends one finding. */
    public synchronized List<Fix> fixes(Path file, Finding finding) {
        return designs.contains(file) ? Fixes.of(designs, file, finding) : List.of();
    }

    /** What a file declares, as a tree. */
    public synchronized List<Symbol> symbols(Path file) {
        return Outline.of(designs.resource(file));
    }

    /** A symbol and the file that it is in. */
    public record FileSymbol(Path file, Symbol symbol) {}

    /** The declarations of all files whose names contain the letters of a query in their order. */
    public synchronized List<FileSymbol> symbolsNamed(String query) {
        List<FileSymbol> found = new ArrayList<>();
        for (Path file : designs.files()) {
            for (Symbol symbol : Outline.of(designs.resource(file))) {
                if (matches(symbol.name(), query)) {
                    found.add(new FileSymbol(file, symbol));
                }
            }
        }
        return found;
    }

    private static boolean matches(String name, String query) {
        String wanted = query.toLowerCase(Locale.ROOT);
        int next = 0;
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (next < wanted.length() && wanted.charAt(next) == c) {
                next++;
            }
        }
        return next == wanted.length();
    }

    /** What may be folded away. */
    public synchronized List<Fold> folds(Path file) {
        return Folds.of(designs.resource(file));
    }

    /** The role of each word, for colours. */
    public synchronized List<Token> tokens(Path file) {
        return Tokens.of(designs, designs.resource(file));
    }

    /** The changes that bring a file into canonical form; none where it has syntax errors. */
    public synchronized List<TextChange> format(Path file) {
        return Formatting.of(designs.language(), designs.resource(file));
    }

    /** The same for a part of a file. */
    public synchronized List<TextChange> format(Path file, Span span) {
        return Formatting.of(designs.language(), designs.resource(file), span);
    }
}

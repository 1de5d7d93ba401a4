/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.memwright.catalog.Catalog;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Experiment;
import org.memwright.model.ModelPackage;

/**
 * A published system of the catalog: a file with a memory, an experiment against a baseline and what is expected of it.
 *
 * @param id name of the file without its ending
 * @param title first sentence of the comment that the file begins with
 * @param fields what else the comment says, such as {@code Claim: ...}, by the word before the colon
 */
record PublishedSystem(URL file, String id, String title, Map<String, String> fields, String text) {
    private static final Pattern COMMENT = Pattern.compile("\\A/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("([A-Z][a-z]+): (.*)");
    private static final String FAMILY = "Family";

    /** All systems, by id. */
    static List<PublishedSystem> all() {
        return Catalog.systems().stream()
                .flatMap(file -> read(file).stream())
                .sorted(Comparator.comparing(PublishedSystem::id))
                .toList();
    }

    /** Empty for a file that names no family: what systems share. */
    private static Optional<PublishedSystem> read(URL file) {
        String text;
        try (InputStream in = file.openStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the file of the catalog " + file + " cannot be read", unreadable);
        }
        Matcher comment = COMMENT.matcher(text);
        String title = "";
        Map<String, String> fields = new LinkedHashMap<>();
        String last = "";
        for (String line : comment.find() ? comment.group(1).lines().toList() : List.<String>of()) {
            String said = line.strip().replaceFirst("^\\*\\s*", "");
            Matcher field = FIELD.matcher(said);
            if (field.matches()) {
                last = field.group(1);
                fields.put(last, field.group(2));
            } else if (!last.isEmpty() && !said.isEmpty()) {
                fields.merge(last, said, (a, b) -> a + " " + b);
            } else if (title.isEmpty()) {
                title = said;
            }
        }
        String path = file.getPath();
        String id = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.memw$", "");
        return fields.containsKey(FAMILY)
                ? Optional.of(new PublishedSystem(file, id, withoutStop(title), fields, text))
                : Optional.empty();
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    String family() {
        return field(FAMILY);
    }

    String claim() {
        return field("Claim");
    }

    /** What the comment says behind a word, without the stop at its end. */
    private String field(String word) {
        return withoutStop(fields.getOrDefault(word, ""));
    }

    /** The experiments of the file, in their order. */
    List<Experiment> experiments(Workspace workspace) {
        var resources = workspace.language().service(XtextResourceSet.class);
        return workspace.language().service(Library.class).declarations().stream()
                .filter(d -> d.getEClass().equals(ModelPackage.Literals.EXPERIMENT)
                        && d.getEObjectURI().trimFragment().toString().equals(file.toString()))
                .map(d -> (Experiment) EcoreUtil.resolve(d.getEObjectOrProxy(), resources))
                .toList();
    }
}

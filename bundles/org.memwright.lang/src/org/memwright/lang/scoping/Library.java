/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.scoping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.parser.antlr.internal.InternalMemwrightLexer;
import org.memwright.lang.syntax.BoundedLexer;
import org.memwright.model.ModelPackage;

/**
 * The built-in library: declarations that every project may name, known before their files are parsed.
 *
 * <p>The files are split into tokens when a name is first looked for, which tells the names and where they stand; a file is parsed
 * only when one of its declarations is used.
 *
 * <p>State: the names, once they were asked for. Cost: the first lookup reads all files; a lookup is constant after that.
 */
public final class Library {
    /** All packages of the library are under this one. */
    public static final String ROOT = "memwright";

    /** Key of the user data of a description that holds the comment above the declaration. */
    public static final String DOC = "doc";

    private static final Map<String, EClass> KINDS = Map.of(
            "hardware", ModelPackage.Literals.HARDWARE,
            "model", ModelPackage.Literals.MODEL,
            "memory", ModelPackage.Literals.MEMORY,
            "workload", ModelPackage.Literals.WORKLOAD,
            "task", ModelPackage.Literals.TASK,
            "experiment", ModelPackage.Literals.EXPERIMENT);

    private final List<URL> files;
    private @Nullable Map<QualifiedName, IEObjectDescription> known;

    /** @param files the files of the library, such as {@code Catalog.files()} */
    public Library(List<URL> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Finds a declaration by its qualified name.
     *
     * @param name such as {@code memwright.hardware.A100_80G}
     * @return its description, or null
     */
    public @Nullable IEObjectDescription find(QualifiedName name) {
        if (name.getSegmentCount() < 2 || !name.getFirstSegment().equals(ROOT)) {
            return null;
        }
        return known().get(name);
    }

    /** All declarations, in the order of the files. */
    public List<IEObjectDescription> declarations() {
        return List.copyOf(known().values());
    }

    /** Whether a resource is one of the library's files. */
    public boolean contains(URI resource) {
        return files.stream().anyMatch(file -> file.toString().equals(resource.toString()));
    }

    private synchronized Map<QualifiedName, IEObjectDescription> known() {
        Map<QualifiedName, IEObjectDescription> names = known;
        if (names == null) {
            names = new LinkedHashMap<>();
            for (URL file : files) {
                for (IEObjectDescription description : scan(file)) {
                    names.putIfAbsent(description.getName(), description);
                }
            }
            known = names;
        }
        return names;
    }

    private static List<IEObjectDescription> scan(URL file) {
        String text;
        try (InputStream in = file.openStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the library file " + file + " cannot be read", unreadable);
        }
        var lexer = new BoundedLexer();
        lexer.setCharStream(new ANTLRStringStream(text));
        List<IEObjectDescription> found = new ArrayList<>();
        URI uri = URI.createURI(file.toString());
        StringBuilder packageName = new StringBuilder();
        boolean inPackage = false;
        boolean inHead = false; // behind the name: memory TME for task
        EClass kind = null;
        String doc = "";
        int depth = 0;
        int ordinal = 0;
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            String word = token.getText();
            if (token.getType() == InternalMemwrightLexer.RULE_ML_COMMENT) {
                doc = depth == 0 ? word : doc;
            } else if (word.equals("{")) {
                depth++;
                inHead = false;
            } else if (word.equals("}")) {
                depth--;
                doc = "";
            } else if (depth == 0 && !isHidden(token)) {
                if (kind != null) {
                    found.add(describe(packageName + "." + word.replace("^", ""), kind, uri, ordinal, doc));
                    ordinal++;
                    kind = null;
                    inHead = true;
                } else if (word.equals("package") && packageName.isEmpty()) {
                    inPackage = true;
                    doc = "";
                } else if (inPackage && (word.equals(".") || !endsWithWord(packageName))) {
                    packageName.append(word.replace("^", ""));
                } else if (!inHead && KINDS.containsKey(word)) {
                    inPackage = false;
                    kind = KINDS.get(word);
                } else {
                    inPackage = false;
                }
            }
        }
        return found;
    }

    private static boolean endsWithWord(StringBuilder name) {
        return !name.isEmpty() && name.charAt(name.length() - 1) != '.';
    }

    private static boolean isHidden(Token token) {
        return token.getType() == InternalMemwrightLexer.RULE_WS
                || token.getType() == InternalMemwrightLexer.RULE_SL_COMMENT;
    }

    private static IEObjectDescription describe(String name, EClass kind, URI file, int ordinal, String doc) {
        var proxy = (InternalEObject) EcoreUtil.create(kind);
        proxy.eSetProxyURI(file.appendFragment("//@declarations." + ordinal));
        Map<String, String> data = new HashMap<>();
        if (!doc.isEmpty()) {
            data.put(DOC, doc);
        }
        return EObjectDescription.create(QualifiedName.create(List.of(name.split("\\.", -1))), proxy, data);
    }
}

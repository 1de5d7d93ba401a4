/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.edit.Edit;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.lang.ide.MemwrightIdeSetup;
import org.memwright.model.Expression;
import org.memwright.model.Module;
import org.memwright.model.Named;

/** Some texts as a project, the first of which is edited. */
final class Design {
    private static final Injector INJECTOR = new MemwrightIdeSetup().createInjectorAndDoEMFRegistration();
    private static final Language LANGUAGE = new Language(INJECTOR);

    private final Map<String, String> texts;
    private final Project project;

    private Design(Map<String, String> texts) {
        this.texts = texts;
        project = Project.of(LANGUAGE, Path.of("design"), texts);
    }

    static Design of(String text) {
        return new Design(Map.of("design.memw", text));
    }

    /** @param texts names and texts in turn */
    static Design of(String... texts) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            all.put(texts[i], texts[i + 1]);
        }
        return new Design(all);
    }

    static TextChanges changes() {
        return INJECTOR.getInstance(TextChanges.class);
    }

    static TypedValues values() {
        return INJECTOR.getInstance(TypedValues.class);
    }

    static Expression value(String text) {
        TypedValue value = values().expression(text);
        return value.expression().orElseThrow(() -> new AssertionError(value.problem()));
    }

    Module module() {
        return project.modules().getFirst();
    }

    Project project() {
        return project;
    }

    /** The part of a type with a name, such as {@code node(Step.class, "search")}. */
    <T extends Named> T part(Class<T> type, String name) {
        for (Module module : project.modules()) {
            TreeIterator<EObject> parts = module.eAllContents();
            while (parts.hasNext()) {
                EObject part = parts.next();
                if (type.isInstance(part) && name.equals(((Named) part).getName())) {
                    return type.cast(part);
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " " + name);
    }

    /** The first part of a type. */
    <T extends EObject> T first(Class<T> type) {
        TreeIterator<EObject> parts = module().eAllContents();
        while (parts.hasNext()) {
            EObject part = parts.next();
            if (type.isInstance(part)) {
                return type.cast(part);
            }
        }
        throw new AssertionError("no " + type.getSimpleName());
    }

    /** What an edit does to the text: lines that go with a minus, lines that come with a plus, file by file. */
    String diff(Edit edit) {
        Design after = after(edit);
        return texts.keySet().stream()
                .map(file -> diff(texts.get(file), after.texts.get(file)))
                .collect(Collectors.joining());
    }

    /** Makes an edit, and holds it to what holds for all edits. */
    Design after(Edit edit) {
        List<EObject> before = copies();
        edit.apply();
        List<EObject> applied = copies();
        edit.revert();
        assertTrue(EcoreUtil.equals(before, copies()), "revert leaves another model");
        edit.apply();
        assertTrue(EcoreUtil.equals(applied, copies()), "applied again, the edit makes another model");
        edit.revert();

        Map<URI, List<Replacement>> changes = changes().of(edit);
        assertTrue(EcoreUtil.equals(before, copies()), "translating the edit changes the model");
        Map<String, String> newTexts = new LinkedHashMap<>();
        texts.forEach((name, text) -> newTexts.put(
                name,
                changes.entrySet().stream()
                        .filter(entry -> entry.getKey().lastSegment().equals(name))
                        .map(entry -> Replacement.apply(text, entry.getValue()))
                        .findFirst()
                        .orElse(text)));
        var after = new Design(newTexts);
        for (Path file : after.project.files()) {
            assertEquals(
                    List.of(),
                    List.copyOf(after.resource(file).getErrors().stream()
                            .map(error -> error.getLine() + ": " + error.getMessage())
                            .toList()),
                    () -> "the new text does not parse: " + newTexts);
        }
        assertTrue(
                EcoreUtil.equals(applied, after.copies()),
                () -> "the new text means something else than the edit: " + newTexts);
        for (Path file : project.files()) {
            if (isCanonical(resource(file))) {
                assertTrue(
                        isCanonical(after.resource(file)),
                        () -> "the text was in canonical form and is not any more:\n"
                                + newTexts.get(file.getFileName().toString()));
            }
        }
        return after;
    }

    String text() {
        return texts.values().iterator().next();
    }

    /** The comments, in order. */
    List<String> comments() {
        List<String> comments = new ArrayList<>();
        for (Path file : project.files()) {
            for (ILeafNode leaf : resource(file).getParseResult().getRootNode().getLeafNodes()) {
                if (leaf.isHidden() && !leaf.getText().isBlank()) {
                    comments.add(leaf.getText().strip());
                }
            }
        }
        return comments;
    }

    private XtextResource resource(Path file) {
        return project.resource(file).orElseThrow();
    }

    private List<EObject> copies() {
        List<EObject> modules = new ArrayList<>(project.modules());
        EcoreUtil.resolveAll(modules.getFirst().eResource().getResourceSet());
        return List.copyOf(EcoreUtil.copyAll(modules));
    }

    boolean isCanonical() {
        return isCanonical((XtextResource) module().eResource());
    }

    private static boolean isCanonical(XtextResource resource) {
        var request = new FormatterRequest();
        request.setTextRegionAccess(INJECTOR.getInstance(TextRegionAccessBuilder.class)
                .forNodeModel(resource)
                .create());
        return INJECTOR.getInstance(IFormatter2.class).format(request).isEmpty();
    }

    private static String diff(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                text.append("-").append(old.get(i++)).append("\n");
            } else {
                text.append("+").append(now.get(j++)).append("\n");
            }
        }
        return text.toString();
    }
}

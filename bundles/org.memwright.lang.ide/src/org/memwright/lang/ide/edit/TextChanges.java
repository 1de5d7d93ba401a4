/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.util.TextRegion;
import org.memwright.edit.Change;
import org.memwright.edit.Edit;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Declaration;
import org.memwright.model.Module;

/**
 * Turns edits of the model into the smallest changes of the text.
 *
 * <p>A declaration that was in canonical form is so afterwards; elsewhere only what is new is put in form. Cost: a parse of each file
 * that changes and two passes of the formatter.
 */
public final class TextChanges {
    private final Writing writing;
    private final IScopeProvider scopes;
    private final Library library;
    private final IFormatter2 formatter;
    private final Provider<TextRegionAccessBuilder> regions;
    private final Provider<XtextResourceSet> resources;

    @Inject
    TextChanges(
            Writing writing,
            IScopeProvider scopes,
            Library library,
            IFormatter2 formatter,
            Provider<TextRegionAccessBuilder> regions,
            Provider<XtextResourceSet> resources) {
        this.writing = writing;
        this.scopes = scopes;
        this.library = library;
        this.formatter = formatter;
        this.regions = regions;
        this.resources = resources;
    }

    /**
     * Why an edit cannot become a change of the text; empty where it can.
     *
     * <p>Beside the edit's own reasons: a file that is part of the library, and a file with a syntax error.
     */
    public Optional<String> refusal(Edit edit) {
        Optional<String> own = edit.refusal().map(refusal -> refusal.message());
        if (own.isPresent()) {
            return own;
        }
        for (Change change : edit.changes()) {
            Optional<String> unfit = unfit(change.owner());
            if (unfit.isPresent()) {
                return unfit;
            }
        }
        return Optional.empty();
    }

    /** Why the file that a part is written in cannot be edited; empty where it can. */
    public Optional<String> unfit(EObject part) {
        if (!(part.eResource() instanceof XtextResource resource)) {
            return Optional.of("This part is not in a file. Edit a part of a file.");
        }
        URI uri = resource.getURI();
        if (library.contains(uri)) {
            return Optional.of(
                    "'" + uri.lastSegment()
                            + "' is part of the built-in library and cannot be edited. Declare your own with 'extends' and edit that.");
        }
        for (INode error : resource.getParseResult().getSyntaxErrors()) {
            return Optional.of("Line "
                    + NodeModelUtils.getLineAndColumn(error, error.getOffset()).getLine() + " of '" + uri.lastSegment()
                    + "' has a syntax error. Mend it in the text first.");
        }
        return Optional.empty();
    }

    /**
     * The changes of text that an edit means.
     *
     * @return replacements by file, in the order of their places; the model is left as it was
     * @throws IllegalStateException with the reason, where {@link #refusal} gives one
     */
    public Map<URI, List<Replacement>> of(Edit edit) {
        refusal(edit).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        Map<XtextResource, List<Replacement>> raw = new Translation(writing, scopes).of(edit);
        Map<URI, List<Replacement>> result = new LinkedHashMap<>();
        raw.forEach((resource, replacements) -> {
            List<Replacement> inForm = inForm(resource, replacements);
            if (!inForm.isEmpty()) {
                result.put(resource.getURI(), inForm);
            }
        });
        return result;
    }

    /** Adds the white space that keeps in canonical form what was, and brings new text into it. */
    private List<Replacement> inForm(XtextResource before, List<Replacement> replacements) {
        String text = before.getParseResult().getRootNode().getText();
        var pieces = new Pieces(text);
        pieces.replace(replacements);
        List<TextRegion> wanted = new ArrayList<>();
        for (int[] place : pieces.news()) {
            wanted.add(new TextRegion(place[0], place[1] - place[0]));
        }
        XtextResource after = parse(before.getURI(), pieces.text());
        if (!after.getParseResult().hasSyntaxErrors()) {
            wanted.addAll(stillCanonical(before, after, replacements, text));
            pieces.replace(format(after, wanted));
        }
        return pieces.replacements();
    }

    /** The declarations that change and were in canonical form, as they are in the new text. */
    private List<TextRegion> stillCanonical(
            XtextResource before, XtextResource after, List<Replacement> replacements, String text) {
        List<TextRegion> found = new ArrayList<>();
        List<TextRegion> spans = new ArrayList<>();
        List<ITextReplacement> misplaced = new ArrayList<>();
        boolean formatted = false;
        int shift = 0;
        int next = 0;
        for (Declaration declaration : declarations(before)) {
            ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
            int inside = 0;
            while (next < replacements.size() && replacements.get(next).offset() <= node.getEndOffset()) {
                Replacement replacement = replacements.get(next++);
                int change = replacement.text().length() - replacement.length();
                if (replacement.offset() <= node.getOffset() && replacement.end() <= node.getOffset()) {
                    shift += change;
                } else {
                    inside += change;
                    spans.add(new TextRegion(replacement.offset(), replacement.length()));
                }
            }
            if (!spans.isEmpty()) {
                if (!formatted) {
                    misplaced.addAll(formatted(before, List.of()));
                    formatted = true;
                }
                boolean canonical = misplaced.stream()
                        .noneMatch(place ->
                                place.getOffset() < node.getEndOffset() && place.getEndOffset() > node.getOffset());
                int start = node.getOffset() + shift;
                int end = Math.min(node.getEndOffset() + shift + inside, text.length() + shift + inside);
                if (canonical && start < end) {
                    found.add(new TextRegion(start, end - start));
                }
                spans.clear();
            }
            shift += inside;
        }
        return found;
    }

    private static List<Declaration> declarations(XtextResource resource) {
        return !resource.getContents().isEmpty() && resource.getContents().getFirst() instanceof Module module
                ? module.getDeclarations()
                : List.of();
    }

    private List<Replacement> format(XtextResource resource, List<TextRegion> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Replacement> result = new ArrayList<>();
        for (ITextReplacement place : formatted(resource, wanted)) {
            result.add(new Replacement(place.getOffset(), place.getLength(), place.getReplacementText()));
        }
        return result;
    }

    private List<ITextReplacement> formatted(XtextResource resource, List<TextRegion> wanted) {
        var request = new FormatterRequest();
        request.setTextRegionAccess(regions.get().forNodeModel(resource).create());
        request.setAllowIdentityEdits(false);
        request.setRegions(new ArrayList<>(wanted));
        return formatter.format(request);
    }

    private XtextResource parse(URI uri, String text) {
        var resource = (XtextResource) resources.get().createResource(uri);
        try {
            resource.reparse(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(uri + " cannot be parsed", impossible);
        }
        return resource;
    }
}

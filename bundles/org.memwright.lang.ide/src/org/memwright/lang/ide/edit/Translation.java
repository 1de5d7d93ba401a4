/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EStructuralFeature.Setting;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.jspecify.annotations.Nullable;
import org.memwright.edit.AddElement;
import org.memwright.edit.Change;
import org.memwright.edit.Edit;
import org.memwright.edit.RemoveElement;
import org.memwright.edit.SetValue;
import org.memwright.lang.ide.edit.Source.Span;
import org.memwright.model.Datum;
import org.memwright.model.Declaration;
import org.memwright.model.Expression;
import org.memwright.model.ModelPackage.Literals;
import org.memwright.model.Module;
import org.memwright.model.Named;
import org.memwright.model.Peak;
import org.memwright.model.Property;
import org.memwright.model.Step;
import org.memwright.model.TaskElement;
import org.memwright.model.TaskNode;

/**
 * One edit on its way into the text: places are those of the text as it is, names those that hold once the edit is made.
 *
 * <p>State: what was found so far; used once.
 */
final class Translation {
    private static final String INDENT = "  ";

    /** The lists of a block in the order in which they are written, for where a list is empty yet. */
    private static final Map<EReference, Integer> ORDER = Map.ofEntries(
            Map.entry(Literals.MODULE__IMPORTS, 0),
            Map.entry(Literals.MODULE__DECLARATIONS, 1),
            Map.entry(Literals.HARDWARE__COMPONENTS, 0),
            Map.entry(Literals.HARDWARE__CALIBRATIONS, 1),
            Map.entry(Literals.HARDWARE__PROPERTIES, 2),
            Map.entry(Literals.COMPUTE_UNIT__PEAKS, 0),
            Map.entry(Literals.COMPUTE_UNIT__PROPERTIES, 1),
            Map.entry(Literals.MEMORY__PARAMETERS, 0),
            Map.entry(Literals.MEMORY__STORES, 1),
            Map.entry(Literals.MEMORY__KEEPS, 2),
            Map.entry(Literals.MEMORY__HANDLERS, 3),
            Map.entry(Literals.TASK_NODE__INPUTS, 0),
            Map.entry(Literals.TASK_NODE__OUTPUTS, 1),
            Map.entry(Literals.TASK_NODE__STEPS, 2));

    private static final Set<EReference> COMMA_LISTS =
            Set.of(Literals.STEP__AFTER, Literals.STEP__USES, Literals.HANDLER__ACTIONS, Literals.KEEP__SELECTORS);

    /** A list whose elements are written with commas between them, as it was before the edit. */
    private record CommaList(EObject owner, EReference feature, List<EObject> before) {}

    /** A written reference between parts of a task. */
    private record Link(Step owner, EReference feature, TaskElement target, INode node) {}

    /** What happens to one file. */
    private static final class FileChanges {
        final Source source;
        final List<Span> cuts = new ArrayList<>();
        final List<Replacement> inner = new ArrayList<>();
        final List<Replacement> insertions = new ArrayList<>();

        FileChanges(XtextResource resource) {
            source = new Source(resource);
        }

        void replace(int start, int end, String text) {
            if (!source.text().substring(start, end).equals(text)) {
                inner.add(new Replacement(start, end - start, text));
            }
        }

        List<Replacement> in(Span span) {
            return inner.stream()
                    .filter(each -> each.offset() >= span.start() && each.end() <= span.end())
                    .toList();
        }

        List<Replacement> all() {
            List<Replacement> all = new ArrayList<>(insertions);
            cuts.forEach(cut -> all.add(new Replacement(cut.start(), cut.end() - cut.start(), "")));
            for (Replacement each : inner) {
                if (cuts.stream().noneMatch(cut -> each.offset() >= cut.start() && each.end() <= cut.end())) {
                    all.add(each);
                }
            }
            return Replacement.sorted(all);
        }
    }

    private final Writing writing;
    private final IScopeProvider scopes;
    private final Map<XtextResource, FileChanges> files = new LinkedHashMap<>();

    /** Parts that leave their place, with the file and place that they leave. */
    private final Map<EObject, Span> leaving = new LinkedHashMap<>();

    private final Map<EObject, FileChanges> left = new HashMap<>();

    Translation(Writing writing, IScopeProvider scopes) {
        this.writing = writing;
        this.scopes = scopes;
    }

    /** The raw changes: right in meaning, white space not yet in form. */
    Map<XtextResource, List<Replacement>> of(Edit edit) {
        List<Change> changes = edit.changes();
        Map<List<Object>, CommaList> lists = new LinkedHashMap<>();
        boolean moves = false;
        for (Change change : changes) {
            changesOf(change.owner());
            if (change.feature() instanceof EReference feature && COMMA_LISTS.contains(feature)) {
                lists.computeIfAbsent(
                        List.of(change.owner(), feature),
                        key -> new CommaList(change.owner(), feature, List.copyOf(elements(change.owner(), feature))));
            } else if (change instanceof SetValue set && set.feature() == Literals.NAMED__NAME) {
                rename((Named) set.owner(), String.valueOf(set.value()));
            } else if (change instanceof RemoveElement removal) {
                leaving.put(removal.element(), place(removal.element()));
                left.put(removal.element(), changesOf(removal.element()));
            }
            moves |= change instanceof AddElement add && leaving.containsKey(add.element());
        }
        List<Link> links = moves ? links(changes) : List.of();
        edit.apply();
        try {
            for (Change change : changes) {
                if (change instanceof SetValue set && set.feature() != Literals.NAMED__NAME) {
                    set(set);
                }
            }
            links.forEach(this::follow);
            lists.values().forEach(this::list);
            for (Change change : changes) {
                if (change instanceof AddElement add && !COMMA_LISTS.contains(add.feature())) {
                    add(add);
                }
            }
            leaving.forEach((part, place) -> cut(part, place));
        } finally {
            edit.revert();
        }
        Map<XtextResource, List<Replacement>> result = new LinkedHashMap<>();
        files.forEach((file, found) -> result.put(file, found.all()));
        return result;
    }

    private FileChanges changesOf(EObject part) {
        return files.computeIfAbsent((XtextResource) part.eResource(), FileChanges::new);
    }

    @SuppressWarnings("unchecked")
    private static List<EObject> elements(EObject owner, EReference feature) {
        return (List<EObject>) owner.eGet(feature);
    }

    // ── names ──────────────────────────────────────────────────────────────────────────────────────────────

    private void rename(Named part, String name) {
        FileChanges own = changesOf(part);
        Source.node(part, Literals.NAMED__NAME)
                .ifPresent(node -> own.replace(node.getOffset(), node.getEndOffset(), writing.id(name)));
        List<EObject> parts = new ArrayList<>(List.of(part));
        part.eAllContents().forEachRemaining(inner -> {
            if (inner instanceof Named) {
                parts.add(inner);
            }
        });
        Map<EObject, Collection<Setting>> uses =
                EcoreUtil.UsageCrossReferencer.findAll(parts, part.eResource().getResourceSet());
        uses.forEach((target, settings) -> {
            Set<List<Object>> seen = new HashSet<>();
            for (Setting setting : settings) {
                if (seen.add(List.of(setting.getEObject(), setting.getEStructuralFeature()))
                        && setting.getEObject().eResource() instanceof XtextResource) {
                    renameReferences(setting, part, target, name);
                }
            }
        });
    }

    private void renameReferences(Setting setting, Named part, EObject target, String name) {
        EObject owner = setting.getEObject();
        EStructuralFeature feature = setting.getEStructuralFeature();
        List<INode> nodes = Source.nodes(owner, feature);
        List<?> targets = feature.isMany() ? (List<?>) owner.eGet(feature) : List.of(owner.eGet(feature));
        int fromTheEnd = depth(part, target);
        for (int i = 0; i < nodes.size() && i < targets.size(); i++) {
            if (targets.get(i) != target) {
                continue;
            }
            List<ILeafNode> segments = new ArrayList<>();
            for (ILeafNode leaf : nodes.get(i).getLeafNodes()) {
                if (!leaf.isHidden() && !leaf.getText().equals(".")) {
                    segments.add(leaf);
                }
            }
            int at = segments.size() - 1 - fromTheEnd;
            if (at >= 0 && plain(segments.get(at).getText()).equals(part.getName())) {
                ILeafNode leaf = segments.get(at);
                String written = segments.size() > 1 ? writing.word(name) : writing.id(name);
                changesOf(owner).replace(leaf.getOffset(), leaf.getEndOffset(), written);
            }
        }
    }

    private static String plain(String word) {
        return word.startsWith("^") ? word.substring(1) : word;
    }

    private static int depth(EObject outer, EObject inner) {
        int depth = 0;
        for (EObject at = inner; at != outer && at != null; at = at.eContainer()) {
            depth += at instanceof Named ? 1 : 0;
        }
        return depth;
    }

    /** How a reference is written at its place. */
    private String name(EObject owner, EReference reference, EObject target) {
        if (target instanceof TaskElement element) {
            IScope scope = scopes.getScope(owner, reference);
            IEObjectDescription found = scope.getSingleElement(element);
            if (found == null) {
                throw new IllegalStateException("'" + element.getName()
                        + "' cannot be named here: something nearer has its" + " name. Rename one of the two.");
            }
            return found.getName().getSegments().stream().map(writing::word).collect(Collectors.joining("."));
        }
        return writing.id(((Named) target).getName());
    }

    private String name(EObject owner, EReference reference) {
        return name(owner, reference, (EObject) owner.eGet(reference));
    }

    /** The references of the tasks in which something moves. */
    private static List<Link> links(List<Change> changes) {
        Set<EObject> tasks = new LinkedHashSet<>();
        for (Change change : changes) {
            EObject at = change.owner();
            while (at.eContainer() != null && !(at instanceof Declaration)) {
                at = at.eContainer();
            }
            tasks.add(at);
        }
        List<Link> links = new ArrayList<>();
        for (EObject task : tasks) {
            task.eAllContents().forEachRemaining(part -> {
                if (part instanceof Step step) {
                    links(step, Literals.STEP__AFTER, links);
                    links(step, Literals.STEP__USES, links);
                }
            });
        }
        return links;
    }

    private static void links(Step step, EReference feature, List<Link> links) {
        List<EObject> targets = elements(step, feature);
        List<INode> nodes = Source.nodes(step, feature);
        for (int i = 0; targets.size() == nodes.size() && i < nodes.size(); i++) {
            links.add(new Link(step, feature, (TaskElement) targets.get(i), nodes.get(i)));
        }
    }

    /** Writes a reference anew where, after the edit, what is written would mean something else. */
    private void follow(Link link) {
        String written = link.node.getText().strip();
        IScope scope = scopes.getScope(link.owner, link.feature);
        IEObjectDescription found = scope.getSingleElement(
                QualifiedName.create(List.of(written.replace("^", "").split("\\s*\\.\\s*", -1))));
        if (found == null || found.getEObjectOrProxy() != link.target) {
            changesOf(link.owner)
                    .replace(
                            link.node.getOffset(),
                            link.node.getEndOffset(),
                            name(link.owner, link.feature, link.target));
        }
    }

    // ── values ─────────────────────────────────────────────────────────────────────────────────────────────

    private void set(SetValue set) {
        EObject owner = set.owner();
        EStructuralFeature feature = set.feature();
        FileChanges changes = changesOf(owner);
        INode node = Source.node(owner, feature).orElse(null);
        String text = set.value() == null ? null : text(owner, feature, set.value());
        if (node != null && text != null) {
            changes.replace(node.getOffset(), node.getEndOffset(), text);
        } else if (node != null) {
            removeClause(changes, owner, feature, node);
        } else if (text != null) {
            addClause(changes, owner, feature, text);
        }
    }

    private String text(EObject owner, EStructuralFeature feature, Object value) {
        return switch (value) {
            case Expression expression -> writing.expression(expression);
            case EObject target -> name(owner, (EReference) feature, target);
            case String string
            when feature == Literals.STEP__TITLE || feature == Literals.TASK__GOAL -> writing.string(string);
            case String string when feature == Literals.STORE__TIER -> writing.id(string);
            case String string
            when feature == Literals.REFERENCE__NAME
                    || feature == Literals.ARGUMENT__NAME
                    || feature == Literals.SELECT__NAME -> writing.word(string);
            default -> value.toString();
        };
    }

    private void addClause(FileChanges changes, EObject owner, EStructuralFeature feature, String text) {
        Source source = changes.source;
        int name = Source.node(owner, Literals.NAMED__NAME)
                .map(INode::getEndOffset)
                .orElse(0);
        if (feature == Literals.STORE__TIER) {
            insert(changes, Source.span(owner).end(), " in " + text);
        } else if (feature == Literals.KEEP__OVERFLOW) {
            insert(changes, Source.span(owner).end(), " else " + text);
        } else if (feature == Literals.TIER__COMPUTE_UNIT) {
            insert(changes, name, " on " + text);
        } else if (feature == Literals.COMPUTE_UNIT__TIER) {
            int count = Source.node(owner, Literals.COMPUTE_UNIT__COUNT)
                    .map(node -> source.endOfKeyword(owner, "]", node.getEndOffset()))
                    .orElse(name);
            insert(changes, count, " in " + text);
        } else if (feature == Literals.COMPUTE_UNIT__COUNT || feature == Literals.USE__COUNT) {
            insert(changes, name, "[" + text + "]");
        } else if (feature == Literals.STEP__TITLE) {
            insert(changes, name, " " + text);
        } else if (feature == Literals.TASK__GOAL) {
            insertFirst(changes, owner, "goal " + text);
        } else if (feature == Literals.ENDPOINT__USE) {
            insert(changes, Source.span(owner).start(), text + ".");
        } else {
            throw new IllegalArgumentException(
                    feature.getName() + " of a " + owner.eClass().getName() + " cannot be added to a text yet");
        }
    }

    private static void insert(FileChanges changes, int offset, String text) {
        changes.inner.add(new Replacement(offset, 0, text));
    }

    private static void removeClause(FileChanges changes, EObject owner, EStructuralFeature feature, INode node) {
        Source source = changes.source;
        if (feature == Literals.ENDPOINT__USE) {
            ILeafNode tier = source.tokenAfter(source.endOfKeyword(owner, ".", node.getEndOffset()));
            changes.replace(node.getOffset(), tier == null ? node.getEndOffset() : tier.getOffset(), "");
        } else if (feature == Literals.COMPUTE_UNIT__COUNT || feature == Literals.USE__COUNT) {
            changes.replace(beforeKeyword(source, node), source.endOfKeyword(owner, "]", node.getEndOffset()), "");
        } else if (feature == Literals.STEP__TITLE) {
            ILeafNode before = source.tokenBefore(node.getOffset());
            changes.replace(before == null ? node.getOffset() : before.getEndOffset(), node.getEndOffset(), "");
        } else if (feature == Literals.TASK__GOAL) {
            ILeafNode keyword = source.tokenBefore(node.getOffset());
            int start = keyword == null ? node.getOffset() : keyword.getOffset();
            changes.cuts.add(lines(source, new Span(start, node.getEndOffset())));
        } else {
            changes.replace(beforeKeyword(source, node), node.getEndOffset(), "");
        }
    }

    /** The end of what stands before the keyword that introduces a node. */
    private static int beforeKeyword(Source source, INode node) {
        ILeafNode keyword = source.tokenBefore(node.getOffset());
        ILeafNode before = keyword == null ? null : source.tokenBefore(keyword.getOffset());
        return before == null ? node.getOffset() : before.getEndOffset();
    }

    // ── lists with commas ──────────────────────────────────────────────────────────────────────────────────

    private void list(CommaList list) {
        FileChanges changes = changesOf(list.owner);
        List<INode> nodes = Source.nodes(list.owner, list.feature);
        List<EObject> after = elements(list.owner, list.feature);
        if (nodes.isEmpty()) {
            if (!after.isEmpty()) {
                int place = list.feature == Literals.STEP__USES
                        ? endOf(list.owner, Literals.STEP__AFTER, Literals.STEP__TITLE, Literals.NAMED__NAME)
                        : endOf(list.owner, Literals.STEP__TITLE, Literals.NAMED__NAME);
                String keyword = list.feature == Literals.STEP__USES ? " uses " : " after ";
                insert(changes, place, keyword + texts(list.owner, list.feature, after));
            }
            return;
        }
        INode last = nodes.getLast();
        if (after.isEmpty()) {
            changes.replace(beforeKeyword(changes.source, nodes.getFirst()), last.getEndOffset(), "");
        } else if (after.size() == list.before.size() + 1
                && after.subList(0, list.before.size()).equals(list.before)) {
            insert(changes, last.getEndOffset(), ", " + text(list.owner, list.feature, after.getLast()));
        } else if (after.size() == list.before.size() - 1 && nodes.size() == list.before.size()) {
            int gone = 0;
            while (gone < after.size() && after.get(gone) == list.before.get(gone)) {
                gone++;
            }
            if (gone > 0) {
                changes.replace(
                        nodes.get(gone - 1).getEndOffset(), nodes.get(gone).getEndOffset(), "");
            } else {
                changes.replace(nodes.getFirst().getOffset(), nodes.get(1).getOffset(), "");
            }
        } else {
            changes.replace(nodes.getFirst().getOffset(), last.getEndOffset(), texts(list.owner, list.feature, after));
        }
    }

    private String texts(EObject owner, EReference feature, List<EObject> elements) {
        return elements.stream().map(element -> text(owner, feature, element)).collect(Collectors.joining(", "));
    }

    private static int endOf(EObject owner, EStructuralFeature... features) {
        for (EStructuralFeature feature : features) {
            List<INode> nodes = Source.nodes(owner, feature);
            if (!nodes.isEmpty()) {
                return nodes.getLast().getEndOffset();
            }
        }
        return Source.span(owner).end();
    }

    // ── members of blocks ──────────────────────────────────────────────────────────────────────────────────

    /** The place that a part takes up, with its lines and the comments attached to it where it has lines of its own. */
    private Span place(EObject part) {
        Source source = changesOf(part).source;
        Span span = Source.span(part);
        if (part instanceof Datum) {
            return datum(source, part, span);
        }
        return lines(source, span);
    }

    private static Span lines(Source source, Span span) {
        if (source.beginsLine(span.start()) && source.endsLine(span.end())) {
            return new Span(source.startWithComments(span.start()), source.nextLine(span.end()));
        }
        ILeafNode before = source.tokenBefore(span.start());
        int start = before == null ? span.start() : before.getEndOffset();
        // a comment between the two stays
        return source.isBlank(start, span.start()) ? new Span(start, span.end()) : span;
    }

    /** A datum with the comma beside it, or the whole {@code in} where it is the only one. */
    private static Span datum(Source source, EObject part, Span span) {
        ILeafNode before = source.tokenBefore(span.start());
        ILeafNode after = source.tokenAfter(span.end());
        if (before != null && before.getText().equals(",")) {
            ILeafNode other = source.tokenBefore(before.getOffset());
            return new Span(other == null ? before.getOffset() : other.getEndOffset(), span.end());
        }
        if (after != null && after.getText().equals(",")) {
            ILeafNode other = source.tokenAfter(after.getEndOffset());
            return new Span(span.start(), other == null ? after.getEndOffset() : other.getOffset());
        }
        return lines(source, new Span(before == null ? span.start() : before.getOffset(), span.end()));
    }

    private void cut(EObject part, Span place) {
        FileChanges changes = left.get(part);
        if (changes == null
                || changes.cuts.stream().anyMatch(cut -> cut.start() <= place.start() && cut.end() >= place.end())) {
            return;
        }
        Source source = changes.source;
        int start = place.start();
        boolean wholeLines = start == source.lineStart(start) && place.end() == source.lineStart(place.end());
        if (wholeLines && start > 0) {
            int above = source.lineStart(start - 1);
            boolean blankAbove = source.isBlank(above, start);
            String below = source.text().substring(place.end(), source.lineEnd(place.end()));
            if (blankAbove && (below.isBlank() || below.strip().startsWith("}"))) {
                start = above;
            }
        }
        changes.cuts.add(new Span(start, place.end()));
    }

    private void add(AddElement add) {
        EObject owner = add.owner();
        FileChanges changes = changesOf(owner);
        if (add.element() instanceof Datum datum) {
            addDatum(changes, (TaskNode) owner, add.feature(), datum);
            return;
        }
        String text = leaving.containsKey(add.element())
                ? movedText(add.element())
                : writing.member(add.element(), this::name);
        List<EObject> siblings = elements(owner, add.feature());
        int index = siblings.indexOf(add.element());
        EObject previous = null;
        for (int i = index - 1; i >= 0 && previous == null; i--) {
            previous = stays(siblings.get(i)) ? siblings.get(i) : null;
        }
        EObject next = null;
        for (int i = index + 1; i < siblings.size() && next == null; i++) {
            next = stays(siblings.get(i)) ? siblings.get(i) : null;
        }
        if (owner instanceof Module module) {
            addDeclaration(changes, module, previous, next, text);
        } else if (previous != null) {
            addBehind(changes, owner, previous, add.element(), text);
        } else if (next != null) {
            addBefore(changes, owner, next, add.element(), text);
        } else {
            EObject above = lastAbove(owner, add.feature());
            if (above != null) {
                addBehind(changes, owner, above, add.element(), text);
            } else if (owner instanceof TaskNode
                    && !Source.nodes(owner, Literals.TASK__GOAL).isEmpty()) {
                Span goal = Source.span(Source.nodes(owner, Literals.TASK__GOAL).getFirst());
                addBehindLine(changes, goal, text);
            } else {
                insertFirst(changes, owner, text);
            }
        }
    }

    private boolean stays(EObject part) {
        return Source.isWritten(part) && !leaving.containsKey(part);
    }

    private void addDatum(FileChanges changes, TaskNode owner, EReference feature, Datum datum) {
        List<EObject> siblings = elements(owner, feature);
        int index = siblings.indexOf(datum);
        String name = writing.id(datum.getName());
        if (index > 0 && stays(siblings.get(index - 1))) {
            insert(changes, Source.span(siblings.get(index - 1)).end(), ", " + name);
            return;
        }
        String line = (feature == Literals.TASK_NODE__INPUTS ? "in " : "out ") + name;
        EObject above = lastAbove(owner, feature);
        if (above != null) {
            addBehindLine(changes, Source.span(above), line);
        } else if (!Source.nodes(owner, Literals.TASK__GOAL).isEmpty()) {
            addBehindLine(
                    changes,
                    Source.span(Source.nodes(owner, Literals.TASK__GOAL).getFirst()),
                    line);
        } else {
            insertFirst(changes, owner, line);
        }
    }

    /** The last part of the lists that are written before a list, in the order of the text. */
    private @Nullable EObject lastAbove(EObject owner, EReference feature) {
        int rank = ORDER.getOrDefault(feature, 0);
        EObject last = null;
        for (EReference list : owner.eClass().getEAllContainments()) {
            if (ORDER.getOrDefault(list, Integer.MAX_VALUE) > rank || !list.isMany()) {
                continue;
            }
            for (EObject part : elements(owner, list)) {
                if (stays(part)
                        && (last == null
                                || Source.span(part).end() > Source.span(last).end())) {
                    last = part;
                }
            }
        }
        return last;
    }

    /** A part that moves, as it is written, without the indentation of the whole. */
    private String movedText(EObject part) {
        FileChanges changes = left.get(part);
        Span place = leaving.get(part);
        if (changes == null || place == null) {
            throw new IllegalStateException("a part moves that was nowhere");
        }
        Source source = changes.source;
        String indentation = source.indentation(Source.span(part).start());
        String text = source.text().substring(place.start(), place.end());
        List<Replacement> inside = new ArrayList<>();
        for (Replacement each : changes.in(place)) {
            inside.add(new Replacement(each.offset() - place.start(), each.length(), each.text()));
        }
        return Replacement.apply(text, inside)
                .lines()
                .map(line -> line.startsWith(indentation) ? line.substring(indentation.length()) : line.stripLeading())
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private void addBehind(FileChanges changes, EObject owner, EObject previous, EObject added, String text) {
        Source source = changes.source;
        Span span = Source.span(previous);
        if (source.beginsLine(span.start()) && source.endsLine(span.end())) {
            addBehindLine(changes, span, text);
        } else if (isInline(added)) {
            insertAt(changes, span.end(), " " + text);
        } else if (source.endsLine(span.end())) {
            addBehindLine(changes, span, text);
        } else {
            breakBlock(changes, owner, span.end(), text);
        }
    }

    private void addBefore(FileChanges changes, EObject owner, EObject next, EObject added, String text) {
        Source source = changes.source;
        Span span = Source.span(next);
        if (source.beginsLine(span.start())) {
            String indentation = source.indentation(span.start());
            int start = source.startWithComments(span.start());
            insertAt(changes, start, indented(text, indentation, source.lineBreak()) + source.lineBreak());
        } else if (isInline(added)) {
            insertAt(changes, span.start(), text + " ");
        } else {
            Source.block(owner).ifPresent(block -> breakBlock(changes, owner, block.start(), text));
        }
    }

    private static boolean isInline(EObject part) {
        return part instanceof Property || part instanceof Peak;
    }

    private static void addBehindLine(FileChanges changes, Span previous, String text) {
        Source source = changes.source;
        String indentation = source.indentation(previous.start());
        String lineBreak = source.lineBreak();
        int next = source.nextLine(previous.end());
        String lines = indented(text, indentation, lineBreak);
        boolean endsWithBreak = next > 0 && source.text().charAt(next - 1) == '\n';
        insertAt(changes, next, endsWithBreak ? lines + lineBreak : lineBreak + lines);
    }

    /** Puts the parts of a block that is on one line onto lines of their own, with one more of them. */
    private void breakBlock(FileChanges changes, EObject owner, int place, String text) {
        Source source = changes.source;
        Span block = Source.block(owner).orElseThrow();
        String outer = source.indentation(Source.span(owner).start());
        String indentation = outer + INDENT;
        String lineBreak = source.lineBreak();
        for (EObject part : owner.eContents()) {
            if (Source.isWritten(part) && isMember(part) && Source.span(part).start() >= block.start()) {
                Span span = Source.span(part);
                ILeafNode before = source.tokenBefore(span.start());
                int start = before == null ? span.start() : before.getEndOffset();
                if (source.isBlank(start, span.start())) {
                    changes.replace(start, span.start(), lineBreak + indentation);
                }
            }
        }
        insertAt(changes, place, lineBreak + indented(text, indentation, lineBreak));
        ILeafNode last = source.tokenBefore(block.end());
        int end = last == null ? block.end() : last.getEndOffset();
        if (source.isBlank(end, block.end())) {
            changes.replace(end, block.end(), lineBreak + outer);
        }
    }

    private static boolean isMember(EObject part) {
        return part.eContainmentFeature() != null && ORDER.containsKey(part.eContainmentFeature());
    }

    /** Makes a part the first of a block, which is opened where there is none. */
    private void insertFirst(FileChanges changes, EObject owner, String text) {
        Source source = changes.source;
        String outer = source.indentation(Source.span(owner).start());
        String lineBreak = source.lineBreak();
        String lines = lineBreak + indented(text, outer + INDENT, lineBreak);
        Span block = Source.block(owner).orElse(null);
        if (block == null) {
            insertAt(changes, Source.span(owner).end(), " {" + lines + lineBreak + outer + "}");
        } else if (source.isBlank(block.start(), block.end())) {
            if (text.indexOf('\n') < 0 && !source.hasLineBreak(block.start(), block.end()) && isPropertyText(owner)) {
                changes.replace(block.start(), block.end(), " " + text + " ");
            } else {
                changes.replace(block.start(), block.end(), lines + lineBreak + outer);
            }
        } else if (source.hasLineBreak(block.start(), block.end())) {
            insertAt(changes, block.start(), lines);
        } else {
            breakBlock(changes, owner, block.start(), text);
        }
    }

    private static boolean isPropertyText(EObject owner) {
        return owner.eClass() == Literals.TIER || owner.eClass() == Literals.LINK;
    }

    private void addDeclaration(
            FileChanges changes, Module module, @Nullable EObject previous, @Nullable EObject next, String text) {
        Source source = changes.source;
        String lineBreak = source.lineBreak();
        String lines = indented(text, "", lineBreak);
        if (previous != null || next == null) {
            EObject above = previous != null ? previous : lastAbove(module, Literals.MODULE__DECLARATIONS);
            int end;
            if (above != null) {
                end = source.nextLine(Source.span(above).end());
            } else {
                end = source.text().length();
            }
            boolean endsWithBreak = end == 0 || source.text().charAt(end - 1) == '\n';
            String gap = end == 0 ? "" : endsWithBreak ? lineBreak : lineBreak + lineBreak;
            insertAt(changes, end, gap + lines + lineBreak);
        } else {
            int start = source.startWithComments(Source.span(next).start());
            insertAt(changes, start, lines + lineBreak + lineBreak);
        }
    }

    private static void insertAt(FileChanges changes, int offset, String text) {
        changes.insertions.add(new Replacement(offset, 0, text));
    }

    private static String indented(String text, String indentation, String lineBreak) {
        return text.lines()
                .map(line -> line.isBlank() ? "" : indentation + line)
                .collect(Collectors.joining(lineBreak));
    }
}

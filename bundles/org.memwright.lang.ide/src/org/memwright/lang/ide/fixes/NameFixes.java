/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.fixes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.memwright.lang.ide.meaning.Experiments;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;
import org.memwright.model.Column;
import org.memwright.model.Handler;
import org.memwright.model.Import;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Module;
import org.memwright.model.Reference;
import org.memwright.model.Store;

/** Names that are not known, or known twice. */
final class NameFixes extends Mending {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern QUESTION = Pattern.compile("Did you mean (?:the unit )?'?([^'?]+)'?\\?");

    NameFixes(Mending mending) {
        super(mending);
    }

    /** An unknown name: imported, written in full, or replaced by the nearest. */
    void unknown() {
        if (at(Import.class).isPresent()) {
            data(0).ifPresent(meant -> change("Import '" + meant + "'", span(), meant));
        } else if (finding.data().size() == 2) {
            addImport(finding.data().getFirst(), finding.data().getLast());
        } else {
            nearest();
        }
    }

    /** Puts the word that the message asks about in the place of the one that it quotes. */
    void nearest() {
        Matcher question = QUESTION.matcher(finding.message());
        if (!question.find()) {
            return;
        }
        String meant = question.group(1);
        for (String wrong :
                quoted(finding.message().substring(0, question.start())).reversed()) {
            Optional<Span> place = find(wrong);
            if (place.isPresent() && !wrong.equals(meant)) {
                change("Change '" + wrong + "' to '" + meant + "'", place.get(), meant);
                return;
            }
        }
    }

    /** A word in the span of the finding. */
    private Optional<Span> find(String word) {
        Matcher at = Pattern.compile("(?<![A-Za-z_0-9])" + Pattern.quote(word) + "(?![A-Za-z_0-9])")
                .matcher(written());
        return !word.isEmpty() && at.find()
                ? Optional.of(new Span(finding.offset() + at.start(), word.length()))
                : Optional.empty();
    }

    /** What was meant is in a package that the file does not import. */
    private void addImport(String qualified, String clause) {
        Module module = Designs.module(resource).orElse(null);
        if (module == null) {
            return;
        }
        String title = "Add '" + clause + "'";
        Optional<Span> last = module.getImports().isEmpty()
                ? Optional.empty()
                : place(module.getImports().getLast());
        Optional<Span> name = place(module, ModelPackage.Literals.MODULE__NAME);
        if (last.isPresent()) {
            insert(title, last.get().end(), "\n" + clause);
        } else if (name.isPresent()) {
            insert(title, name.get().end(), "\n\n" + clause);
        } else {
            insert(title, start(module), clause + "\n\n");
        }
        change("Write '" + qualified + "'", span(), qualified);
    }

    /** Where the first declaration begins, with the comment above it. */
    private static int start(Module module) {
        if (module.getDeclarations().isEmpty()) {
            return 0;
        }
        ICompositeNode node =
                NodeModelUtils.findActualNodeFor(module.getDeclarations().getFirst());
        if (node == null) {
            return 0;
        }
        for (ILeafNode leaf : node.getRootNode().getLeafNodes()) {
            if (leaf.getOffset() >= node.getOffset() || leaf.getText().startsWith("/")) {
                return leaf.getOffset();
            }
        }
        return node.getOffset();
    }

    /** A name that several imports make known. */
    void inFull() {
        finding.data().forEach(meant -> change("Write '" + meant + "'", span(), meant));
    }

    /** The second of two things with one name gets a name that is free in the file. */
    void renameHere() {
        String name = written();
        if (NAME.matcher(name).matches()) {
            String free = free(name);
            change("Rename this one to '" + free + "'", span(), free);
        }
    }

    private String free(String name) {
        int number = 2;
        while (Pattern.compile("\\b" + Pattern.quote(name + "_" + number) + "\\b")
                .matcher(text)
                .find()) {
            number++;
        }
        return name + "_" + number;
    }

    void nameColumn() {
        at(Column.class)
                .filter(column -> column.getName() == null)
                .ifPresent(column -> place(column).ifPresent(place -> {
                    String free = free(Experiments.name(column));
                    insert("Name this column '" + free + "'", place.end(), " as " + free);
                }));
    }

    /** The finding is about a column; the tier of a store is written in its memory, or in one that the memory extends. */
    void otherTier() {
        for (EObject part : parts()) {
            if (part instanceof Store store && wrongWord().equals(store.getTier())) {
                change(
                        place(store, ModelPackage.Literals.STORE__TIER),
                        store,
                        meant -> "Place '" + store.getName() + "' in '" + meant + "'");
            }
        }
    }

    /** The same for a store or tier that an action names. */
    void otherPlace() {
        for (EObject part : parts()) {
            if (part instanceof Reference reference && wrongWord().equals(reference.getName())) {
                change(place(reference), reference, meant -> "Change '" + reference.getName() + "' to '" + meant + "'");
            }
        }
    }

    /** The third thing that the messages about tiers quote, after what is placed and its memory. */
    private String wrongWord() {
        List<String> quoted = quoted(finding.message());
        return quoted.size() < 3 ? "" : quoted.get(2);
    }

    /** All parts of the memory of the column that the finding is about, and of those that it extends. */
    private List<EObject> parts() {
        Set<Memory> line = new LinkedHashSet<>();
        Memory memory = at(Column.class).map(Column::getMemory).orElse(null);
        while (memory != null && !memory.eIsProxy() && line.add(memory)) {
            memory = memory.getParent();
        }
        List<EObject> parts = new ArrayList<>();
        line.forEach(each -> each.eAllContents().forEachRemaining(parts::add));
        return parts;
    }

    private void change(Optional<Span> wrong, EObject part, Function<String, String> title) {
        Optional<Path> path = designs.fileOf(part);
        Matcher question = QUESTION.matcher(finding.message());
        String meant = question.find() ? question.group(1) : data(0).orElse("");
        if (path.isPresent() && wrong.isPresent() && !meant.isEmpty()) {
            change(title.apply(meant), Map.of(path.get(), List.of(new TextChange(wrong.get(), meant))));
        }
    }

    private static List<String> quoted(String message) {
        List<String> quoted = new ArrayList<>();
        Matcher quotes = QUOTED.matcher(message);
        while (quotes.find()) {
            quoted.add(quotes.group(1));
        }
        return quoted;
    }

    /** The rule stands at an event at which its action may stand. */
    void otherEvent() {
        at(Handler.class)
                .flatMap(handler -> place(handler, ModelPackage.Literals.HANDLER__EVENT))
                .ifPresent(event ->
                        finding.data().forEach(meant -> change("Change the event to '" + meant + "'", event, meant)));
    }
}

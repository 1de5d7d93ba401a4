/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.evaluate.WholeHardware;
import org.memwright.lang.evaluate.WholeMemory;
import org.memwright.lang.ide.documentation.DeclarationDocs;
import org.memwright.lang.ide.documentation.Keywords;
import org.memwright.lang.ide.meaning.Calls;
import org.memwright.lang.ide.meaning.Experiments;
import org.memwright.lang.ide.names.Kind;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.proposals.Proposal.Sort;
import org.memwright.lang.ide.text.Lines;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Column;
import org.memwright.model.Declaration;
import org.memwright.model.Experiment;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Named;
import org.memwright.model.Parameter;
import org.memwright.model.Store;
import org.memwright.model.Tier;

/** A place of a text, what surrounds it and what is offered there: what every kind of proposals needs. */
class Place {
    /** Documentation of what needs none. */
    static String nothing() {
        return "";
    }

    final Designs designs;
    final XtextResource resource;
    final Surroundings here;
    final Offers offers;
    final Experiments experiments;
    final DeclarationDocs docs;
    final String text;
    final int caret;

    Place(Designs designs, XtextResource resource, String text, int caret) {
        this.designs = designs;
        this.resource = resource;
        this.text = text;
        this.caret = caret;
        this.here = new Surroundings(text, caret);
        var lines = new Lines(text);
        String line = text.substring(lines.start(lines.line(caret)), caret);
        String indentation =
                line.substring(0, line.length() - line.stripLeading().length());
        this.offers = new Offers(here.prefix(), here.replaced(), indentation);
        this.experiments = new Experiments(designs);
        this.docs = new DeclarationDocs(designs);
    }

    /** The same place, for proposals of one kind. */
    Place(Place place) {
        this.designs = place.designs;
        this.resource = place.resource;
        this.text = place.text;
        this.caret = place.caret;
        this.here = place.here;
        this.offers = place.offers;
        this.experiments = place.experiments;
        this.docs = place.docs;
    }

    void keyword(String word) {
        keyword(word, word);
    }

    void keyword(String word, String pattern) {
        offers.add(
                Sort.KEYWORD, word, pattern, "", () -> Keywords.markdown(word).orElse(""));
    }

    /** The owner of the caret: the declaration of the outermost block, as it was parsed. */
    <D extends Declaration> Optional<D> owner(Class<D> type) {
        String name = here.levels().size() > 1
                ? here.levels().get(1).name()
                : here.level().clause.size() > 1 ? here.level().clause.get(1) : "";
        return Designs.module(resource).stream()
                .flatMap(module -> module.getDeclarations().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(declaration -> name.equals(declaration.getName()))
                .min((a, b) -> Integer.compare(distance(a), distance(b)));
    }

    /** How far the caret is from a declaration: of two with one name, the nearer is meant. */
    int distance(EObject part) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(part);
        return node == null
                ? Integer.MAX_VALUE
                : Math.max(0, Math.max(node.getOffset() - caret, caret - node.getEndOffset()));
    }

    /** What a reference may name, by the shortest name that it can be written with. */
    void references(EReference reference, @Nullable EObject context, Sort sort) {
        EObject from = context == null ? Designs.module(resource).orElse(null) : context;
        if (from == null) {
            return;
        }
        List<String> words = here.words();
        StringBuilder qualifier = new StringBuilder();
        for (int i = words.size() - 1; i > 0 && words.get(i).equals("."); i -= 2) {
            qualifier.insert(0, words.get(i - 1) + ".");
        }
        Map<Object, IEObjectDescription> shortest = new LinkedHashMap<>();
        for (IEObjectDescription description :
                designs.scopes().getScope(from, reference).getAllElements()) {
            String name = description.getName().toString();
            if (name.startsWith(qualifier.toString())) {
                shortest.merge(
                        description.getEObjectURI(),
                        description,
                        (a, b) -> a.getName().getSegmentCount() <= b.getName().getSegmentCount() ? a : b);
            }
        }
        boolean isExtends = reference.getName().equals("parent");
        for (IEObjectDescription description : shortest.values()) {
            if (!isExtends
                    || !description
                            .getName()
                            .getLastSegment()
                            .equals(here.level().clause.get(1))) {
                String name = description.getName().toString().substring(qualifier.length());
                offers.word(sort, name, origin(description), () -> documentation(description));
            }
        }
    }

    /** The package that a description is from. */
    static String origin(IEObjectDescription description) {
        QualifiedName name = description.getQualifiedName();
        return name.getSegmentCount() > 1 ? name.skipLast(1).toString() : "";
    }

    String documentation(IEObjectDescription description) {
        EObject object = description.getEObjectOrProxy();
        if (object.eIsProxy()) {
            // of the library: reading its file for each proposal would be slow
            String comment = description.getUserData(Library.DOC);
            return "**" + description.getQualifiedName() + "**" + (comment == null ? "" : "\n\n" + plain(comment));
        }
        return object instanceof Named named ? docs.markdown(named) : "";
    }

    static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*/?\\*+/?", "").replace("*/", "").strip();
    }

    void named(Sort sort, Named part) {
        if (part.getName() != null && !part.getName().isEmpty()) {
            offers.word(sort, part.getName(), Kind.of(part).label(), () -> docs.markdown(part));
        }
    }

    Optional<WholeMemory> wholeMemory() {
        return owner(Memory.class).map(WholeMemory::of);
    }

    /** The engine after {@code for}, as it is written or inherited; empty where there is none. */
    String engine() {
        List<String> header = here.levels().get(1).header;
        int word = header.lastIndexOf("for");
        return word > 0 && word + 1 < header.size()
                ? header.get(word + 1)
                : wholeMemory().map(WholeMemory::engine).orElse("");
    }

    Calls memoryCalls() {
        String engine = engine();
        return new Calls(designs.vocabulary(), engine.isEmpty() ? List.of() : List.of(engine));
    }

    /** Parameters and, in actions, variables of the memory around. */
    void memoryNames(boolean parameters, boolean stores) {
        wholeMemory().ifPresent(memory -> {
            if (parameters) {
                for (Parameter parameter : memory.parameters().values()) {
                    boolean itself = here.level().clause.size() > 1
                            && here.level().clause.getFirst().equals("param")
                            && here.level().clause.get(1).equals(parameter.getName());
                    if (!itself) {
                        named(Sort.PARAMETER, parameter);
                    }
                }
            }
            if (stores) {
                for (Store store : memory.stores().values()) {
                    named(Sort.PART, store);
                }
            }
        });
        here.level().variables.forEach(variable -> offers.word(Sort.PART, variable, "variable", Place::nothing));
    }

    /** The tiers of the hardware that the memory is run on; without an experiment, those of all hardware that can be named. */
    void tiers() {
        Map<String, Tier> tiers = new LinkedHashMap<>();
        owner(Memory.class).ifPresent(memory -> experiments.hardware(memory).forEach(hardware -> add(tiers, hardware)));
        if (tiers.isEmpty()) {
            designs.declarations(Hardware.class).forEach(hardware -> add(tiers, WholeHardware.of(hardware)));
        }
        if (tiers.isEmpty()) {
            for (IEObjectDescription description : designs.library().declarations()) {
                if (description.getEClass() == ModelPackage.Literals.HARDWARE
                        && designs.resolve(description.getEObjectOrProxy()) instanceof Hardware hardware) {
                    add(tiers, WholeHardware.of(hardware));
                }
            }
        }
        tiers.values().forEach(tier -> named(Sort.PART, tier));
    }

    static void add(Map<String, Tier> tiers, WholeHardware hardware) {
        hardware.all().forEach(part -> part.tiers().forEach(tier -> tiers.putIfAbsent(tier.getName(), tier)));
    }

    Calls experimentCalls() {
        return new Calls(
                designs.vocabulary(),
                owner(Experiment.class).map(Experiments::engines).orElse(List.of()));
    }

    List<Column> columns() {
        return owner(Experiment.class)
                .map(experiment -> List.copyOf(experiment.getColumns()))
                .orElse(List.of());
    }

    Calls calls() {
        return switch (here.level().block) {
            case MEMORY -> memoryCalls();
            case EXPERIMENT -> experimentCalls();
            default -> new Calls(designs.vocabulary(), List.of());
        };
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.names;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.resource.XtextResource;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.Lines;
import org.memwright.lang.ide.text.Location;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;
import org.memwright.lang.scoping.Library;
import org.memwright.model.Named;
import org.memwright.units.Units;

/**
 * Gives a declaration another name in all files of a project.
 *
 * <p>The changes are tried on a copy of the project first: each name must mean what it meant before and no new error may appear.
 *
 * <p>Cost: parses and checks the project once.
 */
public final class Renaming {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private final Designs designs;
    private final Occurrences occurrences;

    public Renaming(Designs designs) {
        this.designs = designs;
        this.occurrences = new Occurrences(designs);
    }

    /** A rename that cannot be done; the message says why. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * The name that would be changed where a caret stands.
     *
     * @throws Refused where there is none, or where it is declared in the library
     */
    public Span nameAt(XtextResource resource, int caret) throws Refused {
        return renamable(resource, caret).location().span();
    }

    /**
     * The changes that give what is named where a caret stands another name.
     *
     * @return by file
     * @throws Refused where the name is no name or taken, where it would make another name mean something else, or where
     *     the declaration is in the library
     */
    public Map<Path, List<TextChange>> rename(XtextResource resource, int caret, String name) throws Refused {
        Occurrence here = renamable(resource, caret);
        if (!NAME.matcher(name).matches()) {
            throw new Refused("'" + name + "' is no name. A name is letters, digits and _, and starts with no digit.");
        }
        if (keywords().contains(name) && !Units.atoms().contains(name)) {
            throw new Refused("'" + name + "' is a word of the language. Choose another name.");
        }
        Named target = here.targets().getFirst();
        Map<Path, List<TextChange>> changes = new TreeMap<>();
        for (Occurrence occurrence : occurrences.of(List.of(target))) {
            Path file = Path.of(occurrence.location().file());
            if (occurrence.targets().size() > 1) {
                throw new Refused("'" + target.getName() + "' at " + place(designs, occurrence.location())
                        + " names " + occurrence.targets().size() + " things, of which only one would be renamed: "
                        + declared(occurrence.targets())
                        + ". Rename them one by one after that place names one of them.");
            }
            Span span = occurrence.location().span();
            if (!span.of(designs.text(file)).equals(name)) {
                changes.computeIfAbsent(file, key -> new ArrayList<>()).add(new TextChange(span, name));
            }
        }
        if (!changes.isEmpty()) {
            verify(target, name, changes);
        }
        return changes;
    }

    private Occurrence renamable(XtextResource resource, int caret) throws Refused {
        Occurrence here = occurrences
                .at(resource, caret)
                .orElseThrow(() -> new Refused(
                        "There is nothing here that can be renamed: put the caret on a name that a file declares."));
        for (Named target : here.targets()) {
            if (designs.fileOf(target).isEmpty()) {
                throw new Refused("'" + target.getName() + "' is declared in the built-in library (" + Library.ROOT
                        + ".*), which cannot be changed. Declare one of your own that extends it.");
            }
        }
        if (here.targets().size() > 1) {
            throw new Refused("This name stands for " + here.targets().size() + " things: " + declared(here.targets())
                    + ". Rename each where it is declared.");
        }
        return here;
    }

    private String declared(List<Named> targets) {
        return targets.stream()
                .map(target -> target.getName() + " ("
                        + Occurrences.declaration(target)
                                .map(location -> place(designs, location))
                                .orElse("?") + ")")
                .collect(Collectors.joining(", "));
    }

    private Set<String> keywords() {
        return GrammarUtil.getAllKeywords(
                designs.language().service(IGrammarAccess.class).getGrammar());
    }

    /** Tries the changes on a copy. */
    private void verify(Named target, String name, Map<Path, List<TextChange>> changes) throws Refused {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : designs.files()) {
            String before = designs.text(file);
            List<TextChange> here = changes.get(file);
            texts.put(file.toString(), here == null ? before : TextChange.apply(before, here));
        }
        Designs after = Designs.of(designs.language(), designs.folder(), texts);
        var named = new Occurrences(after);
        for (Path file : designs.files()) {
            List<Occurrence> old = occurrences.in(designs.resource(file));
            Map<Integer, Occurrence> now = new HashMap<>();
            named.in(after.resource(file))
                    .forEach(o -> now.put(o.location().span().offset(), o));
            for (Occurrence occurrence : old) {
                Location moved = moved(occurrence.location(), changes);
                Occurrence same = now.remove(moved.span().offset());
                Set<Location> expected = places(occurrence.targets()).stream()
                        .map(location -> moved(location, changes))
                        .collect(Collectors.toSet());
                if (same == null || !places(same.targets()).equals(expected)) {
                    throw new Refused("Renaming '" + target.getName() + "' to '" + name + "' would change what "
                            + place(designs, occurrence.location()) + " means: '"
                            + occurrence.location().span().of(designs.text(file)) + "' there would "
                            + (same == null ? "no longer be known" : "be " + described(after, same.targets()))
                            + ". Choose another name.");
                }
            }
            for (Occurrence captured : now.values()) {
                throw new Refused("Renaming '" + target.getName() + "' to '" + name + "' would change what "
                        + place(after, captured.location()) + " means: '" + name + "' there would be "
                        + described(after, captured.targets()) + ". Choose another name.");
            }
            refuseNewErrors(target, name, file, after);
        }
    }

    private void refuseNewErrors(Named target, String name, Path file, Designs after) throws Refused {
        Map<String, Long> before = errors(designs, file);
        Map<String, Long> now = errors(after, file);
        for (Finding finding : after.findings(file)) {
            String code = finding.code();
            if (finding.isError() && now.getOrDefault(code, 0L) > before.getOrDefault(code, 0L)) {
                throw new Refused("Renaming '" + target.getName() + "' to '" + name + "' would be an error at line "
                        + finding.line() + " of " + file.getFileName() + ": " + finding.message());
            }
        }
    }

    private static Map<String, Long> errors(Designs designs, Path file) {
        return designs.findings(file).stream()
                .filter(Finding::isError)
                .collect(Collectors.groupingBy(Finding::code, Collectors.counting()));
    }

    private String described(Designs after, List<Named> targets) {
        return targets.stream()
                .map(target -> "the " + Kind.of(target).label() + " declared at "
                        + Occurrences.declaration(target)
                                .map(location -> place(after, location))
                                .orElse("?"))
                .collect(Collectors.joining(" and "));
    }

    private static Set<Location> places(List<Named> targets) {
        return targets.stream()
                .flatMap(target -> Occurrences.declaration(target).stream())
                .collect(Collectors.toSet());
    }

    private static Location moved(Location location, Map<Path, List<TextChange>> changes) {
        if (!"file".equals(location.file().getScheme())) {
            return location;
        }
        int moved = 0;
        int length = location.span().length();
        for (TextChange change : changes.getOrDefault(Path.of(location.file()), List.of())) {
            int growth = change.text().length() - change.span().length();
            if (change.span().offset() < location.span().offset()) {
                moved += growth;
            } else if (change.span().equals(location.span())) {
                length += growth;
            }
        }
        return new Location(location.file(), new Span(location.span().offset() + moved, length));
    }

    /** {@code shootout.memw:12:3}. */
    static String place(Designs designs, Location location) {
        String file = String.valueOf(location.file());
        file = file.substring(file.lastIndexOf('/') + 1);
        if (!"file".equals(location.file().getScheme()) || !designs.contains(Path.of(location.file()))) {
            return file;
        }
        var lines = new Lines(designs.text(Path.of(location.file())));
        int offset = location.span().offset();
        return file + ":" + (lines.line(offset) + 1) + ":" + (lines.column(offset) + 1);
    }
}

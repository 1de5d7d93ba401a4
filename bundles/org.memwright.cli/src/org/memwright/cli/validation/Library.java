/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli.validation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.memwright.model.ModelPackage;

/**
 * Finds in the built-in library what measurements call a device or a model.
 *
 * <p>A device is the hardware whose name and description share the most words with it; a model the one whose letters and
 * digits begin those of the name: {@code meta-llama/Llama-3.1-8B-Instruct} is {@code Llama3_1_8B}.
 */
final class Library {
    /** How the library calls the calibrated sibling of a hardware. */
    private static final String MEASURED = "_Measured";

    /** One word in common may be the vendor's; a model number, such as {@code a6000}, is enough by itself. */
    private static final int LEAST_WORDS = 2;

    private static final String MODEL_NUMBER = "[a-z]*[0-9]{3,}[a-z0-9]*";

    private final List<IEObjectDescription> declarations;

    Library(org.memwright.lang.scoping.Library library) {
        declarations = library.declarations();
    }

    /** The qualified name of the hardware of a device. */
    Optional<String> hardware(String device) {
        Set<String> wanted = words(device);
        return declarations.stream()
                .filter(d -> d.getEClass().equals(ModelPackage.Literals.HARDWARE))
                .filter(d -> !d.getName().toString().endsWith(MEASURED))
                .filter(d -> isLike(d, wanted))
                .max(Comparator.<IEObjectDescription>comparingInt(d -> score(d, wanted))
                        .thenComparing(d -> -title(d).size()))
                .map(d -> d.getName().toString());
    }

    /** The sibling of a hardware whose kernels are calibrated; the hardware itself where there is none. */
    String calibrated(String hardware) {
        boolean there =
                declarations.stream().anyMatch(d -> d.getName().toString().equals(hardware + MEASURED));
        return there ? hardware + MEASURED : hardware;
    }

    private static boolean isLike(IEObjectDescription hardware, Set<String> wanted) {
        Set<String> shared = title(hardware);
        shared.retainAll(wanted);
        return shared.size() >= LEAST_WORDS || shared.stream().anyMatch(word -> word.matches(MODEL_NUMBER));
    }

    private static int score(IEObjectDescription hardware, Set<String> wanted) {
        Set<String> shared = title(hardware);
        shared.retainAll(wanted);
        return shared.size();
    }

    /** The words of the name and of the first sentence of the description. */
    private static Set<String> title(IEObjectDescription hardware) {
        String doc = hardware.getUserData(org.memwright.lang.scoping.Library.DOC);
        String first = doc == null ? "" : doc.split("\\. |\\.\n|:", 2)[0];
        return words(hardware.getName().getLastSegment() + " " + first);
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        String spaced = text.toLowerCase(Locale.ROOT).replaceAll("([0-9]) ?g(i?b)?\\b", "$1 ");
        for (String word : spaced.split("[^a-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The qualified name of a model. */
    Optional<String> model(String name) {
        String wanted = letters(name.substring(name.lastIndexOf('/') + 1));
        return declarations.stream()
                .filter(d -> d.getEClass().equals(ModelPackage.Literals.MODEL))
                .filter(d -> wanted.startsWith(letters(d.getName().getLastSegment())))
                .max(Comparator.comparingInt(d -> d.getName().getLastSegment().length()))
                .map(d -> d.getName().toString());
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The arrows of the architecture: who may use whom, read from the classes and the manifests as they were built. */
class LayersTest {
    private static final String ROOT = "org.memwright";

    private static final Path SOURCES = Path.of(System.getProperty("memwright.root"));

    /** Bundles below the line and all that each may use of the others; an arrow that is not here does not exist. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("units", Set.of()),
            Map.entry("hardware", Set.of("units")),
            Map.entry("runtime", Set.of("hardware", "units")),
            Map.entry("profile", Set.of("runtime", "hardware", "units")),
            Map.entry("report", Set.of("profile", "runtime", "units")),
            Map.entry("catalog", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("chat", Set.of()),
            Map.entry("edit", Set.of("model")),
            // lang names precisions, which hardware declares and runtime's plans speak of
            Map.entry("lang", Set.of("model", "runtime", "hardware", "units", "catalog")),
            Map.entry("lang.ide", Set.of("lang", "edit", "model", "runtime", "hardware", "units", "catalog")),
            Map.entry("compile", Set.of("lang", "model", "runtime", "hardware", "units")));

    /** What every engine may use; engines do not see each other. */
    private static final Set<String> ENGINE_ARROWS = Set.of("runtime", "hardware", "profile", "units", "chat");

    private static final List<String> BUNDLES = bundlesOfTheBuild();
    private static final List<String> KERNEL = List.of("units", "hardware", "runtime", "profile", "report");

    /** What belongs to the workbench and OSGi; below the line nothing names it. EMF and Xtext are no part of it. */
    private static final String[] WORKBENCH = {
        "org.eclipse.ui..",
        "org.eclipse.swt..",
        "org.eclipse.jface..",
        "org.eclipse.gef..",
        "org.eclipse.draw2d..",
        "org.eclipse.core..",
        "org.osgi.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void classes_ofEveryBundleAreSeen() {
        Set<String> seen = new TreeSet<>();
        CLASSES.forEach(type -> seen.add(bundle(type.getPackageName())));

        assertEquals(new TreeSet<>(BUNDLES), seen, "the command line depends on every bundle below the line");
    }

    @Test
    void workbench_shipsEveryOtherBundle() throws IOException {
        String feature = Files.readString(SOURCES.resolve("features/org.memwright.core.feature/feature.xml"));

        for (String bundle : BUNDLES) {
            boolean shipped = feature.contains("\"" + ROOT + "." + bundle + "\"");
            assertEquals(!bundle.equals("cli"), shipped, bundle + " in org.memwright.core.feature");
        }
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void bundle_usesOnlyWhatItsArrowsAllow(String bundle) {
        noClasses()
                .that(resideIn(Set.of(bundle)))
                .should()
                .dependOnClassesThat(resideIn(forbiddenTo(bundle)))
                .as(bundle + " uses only " + new TreeSet<>(arrows(bundle)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("BUNDLES")
    void bundle_namesNothingOfTheWorkbench(String bundle) {
        noClasses()
                .that(resideIn(Set.of(bundle)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WORKBENCH)
                .as("below the line nothing sees the workbench or OSGi")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @FieldSource("KERNEL")
    void kernel_usesTheJdkAndItself(String bundle) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", "org.jspecify.annotations..", "aQute.bnd.annotation.."),
                        Stream.concat(
                                KERNEL.stream().map(name -> ROOT + "." + name + ".."),
                                bundle.equals("profile") ? Stream.of("org.HdrHistogram..") : Stream.empty()))
                .toArray(String[]::new);
        noClasses()
                .that(resideIn(Set.of(bundle)))
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(allowed)
                .as("the kernel knows neither EMF, Xtext nor any library")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        // the classes that EMF and Xtext write refer to each other as their generators please
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(generated(), DescribedPredicate.alwaysTrue())
                .ignoreDependency(DescribedPredicate.alwaysTrue(), generated())
                .check(CLASSES);
    }

    @Test
    void plugins_onlyTheDiagramNamesGef() throws IOException {
        for (Path plugin : plugins()) {
            String name = plugin.getFileName().toString();
            String needed = needs(plugin.resolve("META-INF/MANIFEST.MF"));
            boolean gef = needed.contains("org.eclipse.gef") || needed.contains("org.eclipse.draw2d");
            assertTrue(
                    !gef || name.equals(ROOT + ".ui.diagram") || name.equals(ROOT + ".gef.compat"),
                    () -> name + " names GEF or Draw2d in its manifest; only org.memwright.ui.diagram may");
        }
    }

    @Test
    void workbench_shipsEveryPlugin() throws IOException {
        String feature = Files.readString(SOURCES.resolve("features/org.memwright.workbench.feature/feature.xml"));

        for (Path plugin : plugins()) {
            String name = plugin.getFileName().toString();
            assertTrue(feature.contains("\"" + name + "\""), () -> name + " is not in org.memwright.workbench.feature");
        }
    }

    private static List<Path> plugins() throws IOException {
        Path bundles = SOURCES.resolve("bundles");
        try (Stream<Path> folders = Files.list(bundles)) {
            List<Path> plugins = folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            assertFalse(plugins.isEmpty(), "no plug-in found under " + bundles);
            return plugins;
        }
    }

    private static String needs(Path manifest) throws IOException {
        try (InputStream in = Files.newInputStream(manifest)) {
            var headers = new Manifest(in).getMainAttributes();
            return String.join(
                    ",",
                    String.valueOf(headers.getValue("Require-Bundle")),
                    String.valueOf(headers.getValue("Import-Package")),
                    String.valueOf(headers.getValue("Fragment-Host")));
        }
    }

    /** Returns the jar bundles among the modules of the root pom. */
    private static List<String> bundlesOfTheBuild() {
        try {
            return Pattern.compile("<module>bundles/" + Pattern.quote(ROOT + ".") + "(.+)</module>")
                    .matcher(Files.readString(SOURCES.resolve("pom.xml")))
                    .results()
                    .map(module -> module.group(1))
                    .filter(name -> Files.exists(SOURCES.resolve("bundles/" + ROOT + "." + name + "/bnd.bnd")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the root pom under " + SOURCES + " cannot be read", e);
        }
    }

    private static Set<String> arrows(String bundle) {
        if (bundle.equals("cli")) {
            return Set.copyOf(BUNDLES);
        }
        Set<String> known = bundle.startsWith("engine.") ? ENGINE_ARROWS : ARROWS.get(bundle);
        if (known == null) {
            throw new AssertionError(
                    bundle + " has no arrows: say in LayersTest and in the architecture what it may use");
        }
        return known;
    }

    private static Set<String> forbiddenTo(String bundle) {
        Set<String> forbidden = new TreeSet<>(BUNDLES);
        forbidden.remove(bundle);
        forbidden.removeAll(arrows(bundle));
        return forbidden;
    }

    /** Returns the bundle that a package belongs to: the longest name that it starts with, so that lang.ide is not lang. */
    private static String bundle(String packageName) {
        return BUNDLES.stream()
                .filter(name ->
                        packageName.equals(ROOT + "." + name) || packageName.startsWith(ROOT + "." + name + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse("none of ours: " + packageName);
    }

    private static DescribedPredicate<JavaClass> resideIn(Set<String> bundles) {
        return DescribedPredicate.describe(
                "reside in " + bundles,
                type -> type.getPackageName().startsWith(ROOT + ".")
                        && bundles.contains(bundle(type.getPackageName())));
    }

    private static DescribedPredicate<JavaClass> generated() {
        return DescribedPredicate.describe("are generated", type -> {
            String name = type.getPackageName();
            return bundle(name).equals("model")
                    || name.contains(".antlr")
                    || name.startsWith(ROOT + ".lang.services")
                    || name.startsWith(ROOT + ".lang.serializer")
                    || name.startsWith(ROOT + ".lang.parser")
                    || type.getSimpleName().startsWith("Abstract")
                    || type.getSimpleName().endsWith("SetupGenerated");
        });
    }
}

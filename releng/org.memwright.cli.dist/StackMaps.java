/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Gives old class files the stack maps of Java 7, in place, because a start-up cache leaves out what only the old verifier can check.
 *
 * <p>The parser, its log and the reader of arguments are that old. A class that cannot be rewritten stays as it is.
 * Run by ./memwright on JDK 24 and later, which have {@code java.lang.classfile}: {@code java StackMaps.java FOLDER}.
 */
final class StackMaps {
    /** Java 7, the first version that demands stack maps. */
    private static final int MODERN = 51;

    public static void main(String[] folders) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(folders[0]), "*.jar")) {
            found.forEach(jars::add);
        }
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        try (URLClassLoader classes = new URLClassLoader(urls.toArray(URL[]::new))) {
            ClassFile rewriter = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (Path jar : jars) {
                Path rewritten = jar.resolveSibling(jar.getFileName() + ".new");
                if (rewrite(jar, rewritten, rewriter)) {
                    Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.delete(rewritten);
                }
            }
        }
    }

    /** Returns whether anything changed. */
    private static boolean rewrite(Path from, Path to, ClassFile rewriter) throws IOException {
        boolean changed = false;
        try (JarFile in = new JarFile(from.toFile(), false);
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(to));
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (JarEntry entry : (Iterable<JarEntry>) in.stream()::iterator) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".class") && bytes.length > 8 && bytes[6] == 0 && bytes[7] < MODERN) {
                    byte[] modern = modern(bytes, rewriter);
                    changed |= modern != bytes;
                    bytes = modern;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return changed;
    }

    private static byte[] modern(byte[] bytes, ClassFile rewriter) {
        try {
            ClassModel old = rewriter.parse(bytes);
            return rewriter.transformClass(
                    old,
                    ClassTransform.dropping(ClassFileVersion.class::isInstance)
                            .andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL))
                            .andThen(ClassTransform.endHandler(builder -> builder.withVersion(MODERN, 0))));
        } catch (IllegalArgumentException subroutines) {
            return bytes; // jsr and ret have no stack map
        }
    }
}

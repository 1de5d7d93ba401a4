/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars without what keeps their classes out of a start-up cache: signatures, and class files older than Java 6.
 *
 * <p>EMF and Xtext on Maven Central are signed. The copies serve the command line alone; the jars themselves stay as they are.
 * Run by ./memwright: {@code java StripSignatures.java FROM TO}.
 */
final class StripSignatures {
    /** The first version of class files that a cache takes as they are. */
    private static final int JAVA_6 = 50;

    public static void main(String[] folders) throws IOException {
        Path from = Path.of(folders[0]);
        Path to = Path.of(folders[1]);
        Files.createDirectories(to);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(to, "*.jar")) {
            for (Path jar : old) {
                Files.delete(jar);
            }
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(from, "*.jar")) {
            for (Path jar : jars) {
                copy(jar, to.resolve(jar.getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (JarFile in = new JarFile(from.toFile(), false);
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(to));
                ZipOutputStream out = new ZipOutputStream(file)) {
            Manifest manifest = in.getManifest();
            if (manifest != null) {
                manifest.getEntries().clear(); // the digests of what was signed
                out.putNextEntry(new ZipEntry(JarFile.MANIFEST_NAME));
                manifest.write(out);
                out.closeEntry();
            }
            for (JarEntry entry : (Iterable<JarEntry>) in.stream()::iterator) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME) || isSignature(entry.getName())) {
                    continue;
                }
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(".class")) {
                    raiseVersion(bytes);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/")
                && (upper.endsWith(".SF") || upper.endsWith(".RSA") || upper.endsWith(".DSA") || upper.endsWith(".EC"));
    }

    /** Bytes 6 and 7 of a class file are its major version; Java 6 reads everything older. */
    private static void raiseVersion(byte[] bytes) {
        if (bytes.length > 8 && bytes[6] == 0 && bytes[7] < JAVA_6) {
            bytes[7] = JAVA_6;
        }
    }
}

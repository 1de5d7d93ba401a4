/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** The version that the bundle's manifest names, and the Java that runs it. */
public final class Version implements IVersionProvider {
    private static final String CLASS = "org/memwright/cli/Version.class";

    @Override
    public String[] getVersion() {
        return new String[] {
            "memwright " + version(),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }

    private static String version() {
        URL own = Version.class.getResource("Version.class");
        if (own == null || !own.toString().endsWith(CLASS)) {
            return "of unknown version";
        }
        String root = own.toString().substring(0, own.toString().length() - CLASS.length());
        try (InputStream in = URI.create(root + "META-INF/MANIFEST.MF").toURL().openStream()) {
            Attributes attributes = new Manifest(in).getMainAttributes();
            String version = attributes.getValue("Bundle-Version");
            return version == null ? "of unknown version" : version.replaceFirst("\\.(SNAPSHOT|\\d{12})$", "-SNAPSHOT");
        } catch (IOException none) {
            return "of unknown version";
        }
    }
}

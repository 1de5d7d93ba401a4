/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.net.URL;
import java.util.Locale;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.memwright.lang.ide.names.Kind;
import org.memwright.lang.ide.proposals.Proposal;
import org.osgi.framework.FrameworkUtil;

/** The small pictures beside names, one file in {@code icons/} for each kind. */
final class Icons {
    private static final String FOLDER = "icons/";

    private Icons() {}

    static Image of(Kind kind) {
        return image(
                switch (kind) {
                    case PACKAGE -> "package";
                    case HARDWARE -> "hardware";
                    case COMPUTE -> "compute";
                    case TIER -> "tier";
                    case LINK, USE -> "link";
                    case MODEL -> "model";
                    case PROPERTY -> "property";
                    case MEMORY -> "memory";
                    case PARAMETER, VARIABLE -> "parameter";
                    case STORE -> "store";
                    case KEEP, HANDLER -> "rule";
                    case WORKLOAD -> "workload";
                    case TASK, STEP -> "task";
                    case DATUM -> "value";
                    case EXPERIMENT, COLUMN -> "experiment";
                });
    }

    static Image of(Proposal.Sort sort) {
        return image(
                switch (sort) {
                    case KEYWORD -> "keyword";
                    case DECLARATION -> "memory";
                    case PART -> "store";
                    case PARAMETER -> "parameter";
                    case PROPERTY -> "property";
                    case MECHANISM -> "mechanism";
                    case ARGUMENT -> "property";
                    case METRIC -> "metric";
                    case ENGINE -> "compute";
                    case EVENT -> "rule";
                    case UNIT, VALUE -> "value";
                    case PACKAGE -> "package";
                });
    }

    private static Image image(String name) {
        ImageRegistry images = JFaceResources.getImageRegistry();
        String key = Icons.class.getPackageName() + "." + name.toLowerCase(Locale.ROOT);
        if (images.getDescriptor(key) == null) {
            URL file = FileLocator.find(
                    FrameworkUtil.getBundle(Icons.class), IPath.fromPortableString(FOLDER + name + ".svg"));
            images.put(key, ImageDescriptor.createFromURL(file));
        }
        return images.get(key);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.PlatformUI;
import org.memwright.ui.DesignService;
import org.memwright.ui.problem.ProblemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The documents of the text editors. The platform makes each part of an editor on its own; this is where they meet.
 *
 * <p>State: what is known of each document, as long as somebody shows it.
 */
@Component(service = DesignTexts.class)
public final class DesignTexts {
    private final DesignService designs;
    private final ProblemService problems;
    private final Map<IDocument, DesignText> texts = new WeakHashMap<>();

    /**
     * @param designs what answers questions about a text
     * @param problems what checks the files beside it
     */
    @Activate
    public DesignTexts(@Reference DesignService designs, @Reference ProblemService problems) {
        this.designs = designs;
        this.problems = problems;
    }

    /** The service of the workbench, for what the platform makes without arguments. */
    static DesignTexts get() {
        return PlatformUI.getWorkbench().getService(DesignTexts.class);
    }

    synchronized DesignText of(IDocument document) {
        return texts.computeIfAbsent(document, unseen -> new DesignText(unseen, designs, problems));
    }

    DesignService designs() {
        return designs;
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.formatting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;
import org.eclipse.xtext.util.ITextRegion;

/**
 * Writes a design in its canonical form.
 *
 * <p>A file with syntax errors is left as it is. Cost: linear in the length of the file.
 */
public class MemwrightFormatter implements IFormatter2 {
    @Override
    public List<ITextReplacement> format(FormatterRequest request) {
        var access = request.getTextRegionAccess();
        if (access.hasSyntaxError()) {
            return List.of();
        }
        boolean undefinedOnly = request.isFormatUndefinedHiddenRegionsOnly();
        List<ITextReplacement> replacements = new ArrayList<>();
        Layout layout = Layout.of(access);
        layout.replacements((region, undefined, text) -> {
            boolean wanted = undefinedOnly ? undefined : isIn(request.getRegions(), region);
            if (wanted && !region.getText().equals(text)) {
                replacements.add(region.replaceWith(text));
            }
        });
        return replacements;
    }

    private static boolean isIn(Collection<ITextRegion> regions, ITextSegment region) {
        if (regions.isEmpty()) {
            return true;
        }
        for (ITextRegion wanted : regions) {
            if (region.getOffset() <= wanted.getOffset() + wanted.getLength()
                    && wanted.getOffset() <= region.getOffset() + region.getLength()) {
                return true;
            }
        }
        return false;
    }
}

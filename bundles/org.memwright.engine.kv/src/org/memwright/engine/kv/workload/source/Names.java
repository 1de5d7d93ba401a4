/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import java.util.List;
import java.util.Locale;

/** Says of a name that is not there which ones are, and which of these may have been meant. */
public final class Names {
    private static final int LISTED = 30;

    private Names() {}

    /**
     * @param wanted the name that is not there
     * @param there those that are
     * @return such as {@code did you mean 'TIMESTAMP'? There are TIMESTAMP, ContextTokens.}
     */
    public static String suggest(String wanted, List<String> there) {
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String name : there) {
            int distance = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        boolean near = 2 * least <= Math.max(wanted.length(), nearest.length());
        List<String> listed = there.subList(0, Math.min(LISTED, there.size()));
        return (near && !nearest.isEmpty() ? "did you mean '" + nearest + "'? " : "")
                + (there.isEmpty()
                        ? "There are none."
                        : "There are " + String.join(", ", listed)
                                + (listed.size() < there.size() ? " and " + (there.size() - LISTED) + " more." : "."));
    }

    /** The least number of characters to add, leave out or exchange. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchange = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchange, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.Locale;

/** Every reason for which an edit is refused, with its wording: what is, what is allowed, why, how to go on. */
public enum EditIssue {
    NAME_MALFORMED("'%s' cannot be a name. A name is letters, digits and _, and starts with no digit."),
    NAME_TAKEN("%s already has %s '%s'. Names tell its parts apart; choose another."),
    PROPERTY_ABSENT("There is no %s to remove from '%s'."),
    COUNT_TOO_SMALL("'%s' cannot be there %s times. The least is 1; delete it if it is not wanted."),
    SAME_TIER("'%s' is in %s already."),
    LINK_TO_ITSELF("A link joins two memories; '%s' would be joined to itself. End it at another tier."),
    FOREIGN("'%s' belongs to %s, not to %s. Edit it there, or declare a part of that name here."),
    FLOW_TO_ITSELF("What '%s' cannot keep cannot move to '%1$s' itself. End the flow at another store."),
    STEP_INTO_ITSELF("'%s' cannot become a part of '%s', which is a part of it."),
    STEP_CYCLE("'%s' cannot wait for '%s', because that waits for it: %s. Remove one of these edges first."),
    MOVE_CYCLE(
            "'%s' cannot move into '%s', because then steps wait for each other: %s. Remove one of these edges first."),
    EDGE_PRESENT("'%s' has this edge to '%s' already."),
    EDGE_ABSENT("'%s' has no such edge to '%s'."),
    ANOTHER_TASK("'%s' and '%s' are in different tasks; an edge joins steps of one task."),
    STILL_NEEDED("'%s' cannot be deleted while %s. Change that first.");

    private final String wording;

    EditIssue(String wording) {
        this.wording = wording;
    }

    /** The stable code, such as {@code NAME_TAKEN}. */
    public String code() {
        return name();
    }

    /**
     * The message.
     *
     * @param values what the wording asks for, in its order
     */
    public String text(Object... values) {
        return String.format(Locale.ROOT, wording, values);
    }

    Refusal refusal(Object... values) {
        return new Refusal(this, text(values));
    }
}

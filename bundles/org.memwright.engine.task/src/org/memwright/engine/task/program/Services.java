/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.program;

import java.util.Map;
import java.util.Optional;
import org.memwright.chat.ChatModel;

/** What a run shares with its mechanisms. */
public interface Services {
    /** The stores of the memory by name. */
    Map<String, Layout> stores();

    /** The language model that the user names; empty where none is. */
    Optional<ChatModel> chat();

    /** Charges what is written to the stores beside what happens, such as a summary. */
    void wrote(long bytes);

    /** A remark for the reader of the result, given once. */
    void method(String text);

    /** How often a step failed. */
    int failures(String path);

    /** Makes the tree what it was when a step began. */
    void rollback(int step);

    /** Puts a new sub-tree in the place of a step's, as whoever does the steps plans it. */
    void replace(int step, boolean reuse);
}

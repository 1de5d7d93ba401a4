/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * A language model behind an endpoint, where the user names one; requests are cached by their content. Rule: the same
 * request gives the same answer as before, at no cost.
 */
@NullMarked
package org.memwright.chat;

import org.jspecify.annotations.NullMarked;

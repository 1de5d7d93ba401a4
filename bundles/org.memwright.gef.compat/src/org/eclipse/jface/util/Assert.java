/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.eclipse.jface.util;

/** JFace had this class until 2008, and GEF 3.2 calls it; it hands on to the one that took its place. */
public final class Assert {
    private Assert() {}

    public static boolean isLegal(boolean condition) {
        return org.eclipse.core.runtime.Assert.isLegal(condition);
    }

    public static boolean isLegal(boolean condition, String message) {
        return org.eclipse.core.runtime.Assert.isLegal(condition, message);
    }

    public static boolean isTrue(boolean condition) {
        return org.eclipse.core.runtime.Assert.isTrue(condition);
    }

    public static boolean isTrue(boolean condition, String message) {
        return org.eclipse.core.runtime.Assert.isTrue(condition, message);
    }

    public static void isNotNull(Object object) {
        org.eclipse.core.runtime.Assert.isNotNull(object);
    }

    public static void isNotNull(Object object, String message) {
        org.eclipse.core.runtime.Assert.isNotNull(object, message);
    }
}

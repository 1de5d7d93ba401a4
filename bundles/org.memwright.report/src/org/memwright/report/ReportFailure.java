/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A report cannot be written or a profile cannot be read; the message names the file, the reason and a remedy. */
public final class ReportFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what failed, why, and how to mend it */
    public ReportFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Says why something cannot be written. */
    public static ReportFailure writing(Path path, IOException cause) {
        return new ReportFailure("cannot write " + path + ": " + reason(cause) + ". " + remedy(cause), cause);
    }

    /** Says why something cannot be read. */
    public static ReportFailure reading(Path path, IOException cause) {
        String why = cause instanceof CharacterCodingException ? "it is not text in UTF-8" : reason(cause);
        String remedy = cause instanceof NoSuchFileException
                ? " Give a profile.json, or a folder that 'memwright run --out' wrote."
                : "";
        return new ReportFailure("cannot read " + path + ": " + why + "." + remedy, cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "there is no such file";
            case NotDirectoryException file -> file.getFile() + " is not a folder";
            case FileAlreadyExistsException file -> file.getFile() + " exists and is not a folder";
            case FileSystemException other when other.getReason() != null -> lowerCase(other.getReason());
            default -> lowerCase(String.valueOf(cause.getMessage()));
        };
    }

    private static String lowerCase(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String remedy(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("No space left") || message.contains("not enough space")
                ? "Free some space there, or choose another folder."
                : "Choose a folder that may be written to.";
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.SourcePosition;

/**
 * A file of recorded requests: text in UTF-8, plain or compressed with gzip, which its first bytes tell.
 *
 * @param path as the plan names it
 * @param namedAt where a design names it
 */
public record TraceFile(String path, SourcePosition namedAt) {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int UTF_16_BIG = 0xfeff;
    private static final int UTF_16_LITTLE = 0xfffe;
    private static final int UTF_8_MARK_FIRST = 0xefbb;
    private static final int UTF_8_MARK_LAST = 0xbf;

    /** The last part of the path, which does not differ between machines. */
    public String name() {
        Path name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }

    /**
     * Opens the file, behind its byte order mark where it has one. Bytes that are not UTF-8 are an error when they are read.
     *
     * @throws RunFailure if the file is missing, empty, no file, not readable or in UTF-16
     */
    public Reader open() throws RunFailure {
        return new InputStreamReader(
                bytes(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private InputStream bytes() throws RunFailure {
        try {
            if (Files.isDirectory(Path.of(path))) {
                throw failure("is a folder; name a file", null);
            }
            var file = new BufferedInputStream(Files.newInputStream(Path.of(path)), BUFFER_BYTES);
            try {
                return text(file);
            } catch (IOException | RunFailure e) {
                file.close();
                throw e;
            }
        } catch (InvalidPathException | NoSuchFileException e) {
            throw failure("does not exist", e);
        } catch (AccessDeniedException e) {
            throw failure("may not be read by this user", e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private InputStream text(BufferedInputStream file) throws IOException, RunFailure {
        int first = firstTwo(file);
        if (first < 0) {
            throw failure("is empty; a workload needs at least one request", null);
        }
        BufferedInputStream text = file;
        if (first == GZIP_MAGIC) {
            text = new BufferedInputStream(new GZIPInputStream(file, BUFFER_BYTES), BUFFER_BYTES);
            first = firstTwo(text);
            if (first < 0) {
                throw failure("is empty inside its gzip; a workload needs at least one request", null);
            }
        }
        if (first == UTF_16_BIG || first == UTF_16_LITTLE) {
            throw failure("is UTF-16 text, must be UTF-8; convert it, for example with iconv -f UTF-16 -t UTF-8", null);
        }
        if (first == UTF_8_MARK_FIRST) {
            text.mark(3);
            text.skipNBytes(2);
            if (text.read() != UTF_8_MARK_LAST) {
                text.reset();
            }
        }
        return text;
    }

    /** The first two bytes as a number, a single one with zeros after it; -1 where there is none. Reads nothing off. */
    private static int firstTwo(BufferedInputStream in) throws IOException {
        in.mark(2);
        int high = in.read();
        int low = in.read();
        in.reset();
        return high < 0 ? -1 : (high << 8) | Math.max(low, 0);
    }

    /** What to throw for a fault while reading, with line and column where the bytes are not UTF-8. */
    public RunFailure failed(IOException fault) {
        if (fault instanceof CharacterCodingException) {
            return notUtf8(fault);
        }
        if (fault instanceof EOFException || fault instanceof ZipException) {
            return failure("is gzip but cut off or damaged (" + fault.getMessage() + "); fetch it again", fault);
        }
        return failure("cannot be read: " + fault.getMessage(), fault);
    }

    /** Reads the file once more to find the bytes that are not UTF-8. */
    private RunFailure notUtf8(IOException fault) {
        try (InputStream in = bytes()) {
            var place = new Utf8Place();
            int next = in.read();
            while (next >= 0 && place.accepts(next)) {
                next = in.read();
            }
            return new RunFailure(
                    path + ":" + place.line() + ":" + place.column() + ": is not UTF-8 text"
                            + (next < 0
                                    ? ": it ends inside a character"
                                    : ": byte 0x" + Integer.toHexString(next) + " cannot stand here")
                            + ". Convert the file, for example with iconv -f ISO-8859-1 -t UTF-8.",
                    fault);
        } catch (IOException | RunFailure e) {
            return failure("is not UTF-8 text; convert it, for example with iconv -f ISO-8859-1 -t UTF-8", fault);
        }
    }

    private RunFailure failure(String what, @Nullable Throwable cause) {
        String named = namedAt.equals(SourcePosition.NONE) ? "" : namedAt + ": ";
        return new RunFailure(named + "the file " + path + " " + what + ".", cause);
    }

    /** Follows bytes through the rules of UTF-8, and says at which line and character they broke them. */
    private static final class Utf8Place {
        private long line = 1;
        private int column = 1;
        private int pending;
        private int low = 0x80;
        private int high = 0xbf;
        private boolean afterReturn;

        boolean accepts(int octet) {
            if (pending > 0) {
                if (octet < low || octet > high) {
                    return false;
                }
                low = 0x80;
                high = 0xbf;
                if (--pending == 0) {
                    column++;
                }
                return true;
            }
            if (octet < 0x80) {
                step(octet);
                return true;
            }
            if (octet < 0xc2 || octet > 0xf4) {
                return false;
            }
            pending = octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3;
            low = octet == 0xe0 ? 0xa0 : octet == 0xf0 ? 0x90 : 0x80;
            high = octet == 0xed ? 0x9f : octet == 0xf4 ? 0x8f : 0xbf;
            return true;
        }

        private void step(int octet) {
            if (octet == '\n' && afterReturn) {
                afterReturn = false;
            } else if (octet == '\n' || octet == '\r') {
                line++;
                column = 1;
                afterReturn = octet == '\r';
            } else {
                column++;
                afterReturn = false;
            }
        }

        long line() {
            return line;
        }

        int column() {
            return column;
        }
    }
}

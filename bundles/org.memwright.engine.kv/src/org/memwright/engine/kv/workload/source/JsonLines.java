/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.CharArrayReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memwright.runtime.RunFailure;

/**
 * Reads a file of one JSON object to a line. Lines without any text are no rows.
 *
 * <p>Cost: memory of the longest line.
 */
public final class JsonLines implements Closeable {
    /** Takes the values of a row; asked once for each name of the object. */
    @FunctionalInterface
    public interface Row {
        /**
         * Reads the value of a name off, or leaves it to be skipped.
         *
         * @return whether the name is known and its value was read
         */
        boolean read(String name, JsonReader value) throws IOException, BadRow;
    }

    /** Far longer than a row of a million tokens; a file without line ends is not of this format. */
    private static final int MOST_CHARACTERS = 1 << 24;

    private static final Pattern COLUMN = Pattern.compile(" column (\\d+)");

    private final TraceFile file;
    private final Reader in;
    private char[] buffer = new char[1 << 16];
    private int start;
    private int end;
    private int lineStart;
    private int lineEnd;
    private boolean afterReturn;
    private long line;

    /** @throws RunFailure if the file cannot be opened */
    public JsonLines(TraceFile file) throws RunFailure {
        this.file = file;
        in = file.open();
    }

    /** The line that was read last, 1 for the first. */
    public long line() {
        return line;
    }

    /**
     * Goes to the next line that has text.
     *
     * @return whether there is one
     */
    public boolean next() throws RunFailure {
        try {
            while (nextLine()) {
                for (int at = lineStart; at < lineEnd; at++) {
                    if (buffer[at] > ' ') {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw file.failed(e);
        }
    }

    private boolean nextLine() throws IOException, RunFailure {
        int at = start;
        while (true) {
            for (; at < end; at++) {
                char c = buffer[at];
                if (c == '\n' && afterReturn) {
                    afterReturn = false;
                    start = at + 1;
                } else if (c == '\n' || c == '\r') {
                    afterReturn = c == '\r';
                    endLine(at, at + 1);
                    return true;
                } else {
                    afterReturn = false;
                }
            }
            int kept = end - start;
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, kept);
            } else if (kept == buffer.length) {
                if (kept >= MOST_CHARACTERS) {
                    throw new RunFailure(file.path() + ":" + (line + 1) + ":1: the line is longer than "
                            + MOST_CHARACTERS + " characters, must be one JSON object; is this a file of JSON lines?");
                }
                buffer = Arrays.copyOf(buffer, 2 * kept);
            }
            start = 0;
            end = kept;
            at = kept;
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                if (kept == 0) {
                    return false;
                }
                endLine(kept, kept);
                return true;
            }
            end += read;
        }
    }

    private void endLine(int lineEnd, int next) {
        lineStart = start;
        this.lineEnd = lineEnd;
        start = next;
        line++;
    }

    /**
     * Reads the object of this line.
     *
     * @param row takes its values
     * @param needed the names that must be there
     * @throws BadRow if the line is not one object with these names, each once
     */
    public void read(Row row, List<String> needed) throws BadRow {
        var json = new JsonReader(new CharArrayReader(buffer, lineStart, lineEnd - lineStart));
        json.setStrictness(Strictness.STRICT);
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean ended = false;
        try {
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                throw new BadRow(1, "the line holds " + described(json.peek()) + ", must be a JSON object {...}.");
            }
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                names.add(name);
                if (!seen.add(name)) {
                    throw new BadRow(columnOf(name), "the name '" + name + "' is there twice, must be there once.");
                }
                if (!row.read(name, json)) {
                    json.skipValue();
                }
            }
            json.endObject();
            ended = true;
            // A second value is refused by peek itself, as malformed.
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalStateException("something after the object");
            }
        } catch (EOFException e) {
            throw new BadRow(
                    lineEnd - lineStart + 1,
                    "the line ends inside the JSON object, must be a whole one; is the file cut off?");
        } catch (MalformedJsonException e) {
            Matcher column = COLUMN.matcher(String.valueOf(e.getMessage()));
            throw new BadRow(
                    column.find() ? Integer.parseInt(column.group(1)) : 1,
                    ended
                            ? "there is something after the object, must be one JSON object to a line."
                            : "the line is not valid JSON here, must be one JSON object, its numbers without NaN or Infinity.");
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new BadRow(1, "the line cannot be read as JSON: " + e.getMessage() + ".");
        }
        for (String name : needed) {
            if (!seen.contains(name)) {
                throw new BadRow(1, "the object has no '" + name + "'; " + Names.suggest(name, names));
            }
        }
    }

    /** Reads a number as it is written, for {@link Cells}. */
    public String number(String name, JsonReader value) throws IOException, BadRow {
        JsonToken token = value.peek();
        if (token != JsonToken.NUMBER && token != JsonToken.STRING) {
            throw new BadRow(columnOf(name), "'" + name + "' is " + described(token) + ", must be a number.");
        }
        return value.nextString();
    }

    /** Begins a list, of which each value is to be read off. */
    public void beginList(String name, JsonReader value) throws IOException, BadRow {
        if (value.peek() != JsonToken.BEGIN_ARRAY) {
            throw new BadRow(
                    columnOf(name),
                    "'" + name + "' is " + described(value.peek()) + ", must be a list of whole numbers.");
        }
        value.beginArray();
    }

    /**
     * Reads a whole number of a list.
     *
     * @param index its place, 0 for the first
     */
    public long integer(String name, int index, JsonReader value) throws IOException, BadRow {
        String found = described(value.peek());
        if (value.peek() == JsonToken.NUMBER) {
            try {
                return value.nextLong();
            } catch (NumberFormatException e) {
                found = Cells.shown(value.nextString());
            }
        }
        throw new BadRow(
                columnOf(name),
                "value " + (index + 1) + " of '" + name + "' is " + found + ", must be a whole number.");
    }

    /** Where in this line a name stands; 1 where it is written with escapes. */
    public int columnOf(String name) {
        String quoted = '"' + name + '"';
        for (int at = lineStart; at + quoted.length() <= lineEnd; at++) {
            int matched = 0;
            while (matched < quoted.length() && buffer[at + matched] == quoted.charAt(matched)) {
                matched++;
            }
            if (matched == quoted.length()) {
                return at - lineStart + 1;
            }
        }
        return 1;
    }

    private static String described(JsonToken token) {
        return switch (token) {
            case BEGIN_ARRAY, END_ARRAY -> "a list";
            case BEGIN_OBJECT, END_OBJECT -> "an object";
            case STRING, NAME -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case END_DOCUMENT -> "nothing";
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

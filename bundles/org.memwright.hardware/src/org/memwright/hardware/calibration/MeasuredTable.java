/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of measurements, read row by row: values separated by commas or tabs under a header, plain or gzip, which the
 * first bytes tell.
 *
 * <p>State: the current row. Cost: one row is held at a time.
 */
public final class MeasuredTable implements AutoCloseable {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Path file;
    private final BufferedReader reader;
    private final char separator;
    private final List<String> header;
    private final List<String> cells = new ArrayList<>();
    private long line;

    private MeasuredTable(Path file, BufferedReader reader) throws IOException, MeasurementFailure {
        this.file = file;
        this.reader = reader;
        String first = reader.readLine();
        line = 1;
        if (first == null || first.isBlank()) {
            throw new MeasurementFailure(file + ":1: there is no header; its first line must name the columns");
        }
        String named = first.charAt(0) == BYTE_ORDER_MARK ? first.substring(1) : first;
        separator = named.indexOf('\t') >= 0 ? '\t' : ',';
        List<String> names = new ArrayList<>();
        split(named, names);
        header = List.copyOf(names);
    }

    /**
     * Opens a table and reads its header.
     *
     * @throws MeasurementFailure if the file is missing, cannot be read or has no header
     */
    public static MeasuredTable open(Path file) throws MeasurementFailure {
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(file));
            try {
                in.mark(2);
                boolean compressed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
                in.reset();
                return new MeasuredTable(
                        file,
                        new BufferedReader(new InputStreamReader(
                                compressed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8)));
            } catch (IOException | MeasurementFailure failure) {
                in.close();
                throw failure;
            }
        } catch (NoSuchFileException missing) {
            throw new MeasurementFailure(
                    file + ": there is no such file; give the path of a table of measurements", missing);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    static MeasurementFailure unreadable(Path file, IOException cause) {
        return new MeasurementFailure(file + ": cannot be read: " + cause.getMessage(), cause);
    }

    /** The names of the columns. */
    public List<String> header() {
        return header;
    }

    /** Whether all of these columns are there. */
    public boolean has(String... names) {
        return header.containsAll(List.of(names));
    }

    /** The place of the first of these columns that is there, or -1. */
    public int column(String... names) {
        for (String name : names) {
            int at = header.indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Goes to the next row.
     *
     * @return false at the end
     * @throws MeasurementFailure if the row has another number of cells than the header
     */
    public boolean next() throws MeasurementFailure {
        try {
            String text = reader.readLine();
            while (text != null && text.isBlank()) {
                line++;
                text = reader.readLine();
            }
            if (text == null) {
                return false;
            }
            line++;
            split(text, cells);
        } catch (IOException unreadable) {
            throw new MeasurementFailure(
                    file + ":" + (line + 1) + ": cannot be read: " + unreadable.getMessage() + "; fetch the file again",
                    unreadable);
        }
        if (cells.size() != header.size()) {
            throw new MeasurementFailure(file + ":" + line + ": has " + cells.size() + " cells, but the header names "
                    + header.size() + "; mend or delete the row");
        }
        return true;
    }

    /** The text of a cell; empty where the column is -1. */
    public String text(int column) {
        return column < 0 ? "" : cells.get(column);
    }

    /**
     * A cell as a number.
     *
     * @throws MeasurementFailure if it is none, or not finite
     */
    public double number(int column) throws MeasurementFailure {
        String text = cells.get(column);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw failure(column, "is '" + text + "', must be a number", notANumber);
        }
        throw failure(column, "is " + text + ", must be finite", null);
    }

    /**
     * A cell as a number above 0.
     *
     * @throws MeasurementFailure if it is not
     */
    public double positive(int column) throws MeasurementFailure {
        double value = number(column);
        if (!(value > 0)) {
            throw failure(column, "is " + text(column) + ", must be above 0", null);
        }
        return value;
    }

    private MeasurementFailure failure(int column, String what, @Nullable Throwable cause) {
        String message = file + ":" + line + ": " + header.get(column) + " " + what + "; mend or delete the row";
        return cause == null ? new MeasurementFailure(message) : new MeasurementFailure(message, cause);
    }

    /** Where the current row stands, as messages say it. */
    public String position() {
        return file + ":" + line;
    }

    private void split(String text, List<String> into) {
        into.clear();
        int at = 0;
        while (at <= text.length()) {
            if (at < text.length() && text.charAt(at) == '"') {
                int end = text.indexOf('"', at + 1);
                if (end < 0) {
                    end = text.length();
                }
                into.add(text.substring(at + 1, end));
                at = text.indexOf(separator, end);
                at = at < 0 ? text.length() + 1 : at + 1;
            } else {
                int end = text.indexOf(separator, at);
                end = end < 0 ? text.length() : end;
                into.add(text.substring(at, end).strip());
                at = end + 1;
            }
        }
    }

    @Override
    public void close() throws MeasurementFailure {
        try {
            reader.close();
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }
}

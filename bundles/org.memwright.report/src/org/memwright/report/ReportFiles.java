/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.memwright.profile.ExperimentProfile;
import org.memwright.report.html.HtmlReport;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.ProfileJson;

/**
 * Reports as files of a folder: {@code profile.json}, {@code report.html}, {@code trace.json} and {@code junit.xml}.
 *
 * <p>A file is written under another name and then moved, so that whoever looks sees the old one or the whole new one.
 */
public final class ReportFiles {
    /** The file that {@link #read} reads. */
    public static final String PROFILE = "profile.json";

    public static final String HTML = "report.html";
    public static final String TRACE = "trace.json";
    public static final String JUNIT = "junit.xml";

    private ReportFiles() {}

    /** Writes a report. */
    @FunctionalInterface
    public interface Writing {
        void write(Appendable out) throws IOException;
    }

    /**
     * Writes all reports, making the folder where there is none.
     *
     * @return the files, in the order in which a reader wants them
     */
    public static List<Path> write(Path folder, List<ExperimentProfile> experiments) throws ReportFailure {
        List<Path> files = new ArrayList<>();
        files.add(write(folder.resolve(HTML), out -> HtmlReport.write(experiments, out)));
        files.add(write(folder.resolve(PROFILE), out -> ProfileJson.write(experiments, out)));
        files.add(write(folder.resolve(TRACE), out -> PerfettoTrace.write(experiments, out)));
        files.add(write(folder.resolve(JUNIT), out -> out.append(JunitXml.text(experiments))));
        return files;
    }

    /**
     * Writes one file, making its folder where there is none.
     *
     * @return the file
     */
    public static Path write(Path file, Writing report) throws ReportFailure {
        Path absolute = file.toAbsolutePath();
        Path name = absolute.getFileName();
        Path folder = absolute.getParent();
        if (name == null || folder == null) {
            throw new IllegalArgumentException("file is " + file + ", must have a name");
        }
        Path part = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                var chunks = new Chunks(out);
                report.write(chunks);
                chunks.flush();
            }
            move(part, absolute);
            return file;
        } catch (IOException e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw ReportFailure.writing(file, e);
        }
    }

    /** Gathers characters before a writer sees them, which locks and encodes at every call. */
    private static final class Chunks implements Appendable {
        private static final int SIZE = 1 << 16;

        private final Writer out;
        private final StringBuilder chunk = new StringBuilder(SIZE + 1024);

        Chunks(Writer out) {
            this.out = out;
        }

        @Override
        public Appendable append(CharSequence text) throws IOException {
            chunk.append(text);
            flushFull();
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            chunk.append(text, start, end);
            flushFull();
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            chunk.append(c);
            flushFull();
            return this;
        }

        private void flushFull() throws IOException {
            if (chunk.length() >= SIZE) {
                flush();
            }
        }

        void flush() throws IOException {
            out.append(chunk);
            chunk.setLength(0);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Reads profiles.
     *
     * @param path a profile, or a folder that {@link #write(Path, List)} wrote
     */
    public static List<ExperimentProfile> read(Path path) throws ReportFailure {
        Path file = Files.isDirectory(path) ? path.resolve(PROFILE) : path;
        try {
            return ProfileJson.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw ReportFailure.reading(file, e);
        } catch (JsonFailure e) {
            throw new ReportFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv.workload.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.SourcePosition;

class TraceFileTest {
    private static final SourcePosition AT = new SourcePosition("/d/w.memw", 2, 9);

    @TempDir
    Path folder;

    private TraceFile file(byte[] bytes) throws IOException {
        return new TraceFile(Files.write(folder.resolve("t.csv"), bytes).toString(), AT);
    }

    private static String text(TraceFile file) throws RunFailure {
        try (Reader in = file.open()) {
            var text = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                text.append((char) c);
            }
            return text.toString();
        } catch (IOException e) {
            throw file.failed(e);
        }
    }

    private static String failure(TraceFile file) {
        return assertThrows(RunFailure.class, () -> text(file)).getMessage();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Test
    void open_readsPlainAndCompressedWithAndWithoutMark() throws IOException, RunFailure {
        byte[] plain = "a,é\n".getBytes(UTF_8);
        byte[] marked = concat(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, plain);

        assertEquals("a,é\n", text(file(plain)));
        assertEquals("a,é\n", text(file(marked)));
        assertEquals("a,é\n", text(file(gzip(plain))));
        assertEquals("a,é\n", text(file(gzip(marked))));
        assertEquals("x", text(file(new byte[] {'x'})));
    }

    @Test
    void open_saysWhatIsWrongWithTheFile() throws IOException {
        assertEquals(
                "/d/w.memw:2:9: the file /no/such.csv does not exist.", failure(new TraceFile("/no/such.csv", AT)));
        assertEquals(
                "/d/w.memw:2:9: the file " + folder + " is a folder; name a file.",
                failure(new TraceFile(folder.toString(), AT)));
        assertTrue(failure(file(new byte[0])).endsWith("t.csv is empty; a workload needs at least one request."));
        assertTrue(failure(file(gzip(new byte[0])))
                .endsWith("t.csv is empty inside its gzip; a workload needs at least one request."));
        String utf16 = "t.csv is UTF-16 text, must be UTF-8; convert it, for example with iconv -f UTF-16 -t UTF-8.";
        assertTrue(failure(file("\ufeffa,b".getBytes(UTF_16LE))).endsWith(utf16));
        assertTrue(failure(file("\ufeffa,b".getBytes(UTF_16BE))).endsWith(utf16));
        byte[] whole = gzip("a,b\n1,2\n".repeat(10_000).getBytes(UTF_8));
        assertTrue(failure(file(Arrays.copyOf(whole, whole.length / 2)))
                .endsWith("is gzip but cut off or damaged (Unexpected end of ZLIB input stream); fetch it again."));
        assertTrue(failure(new TraceFile("a\0b", AT)).endsWith("does not exist."));
    }

    @Test
    void failed_findsWhereTextIsNotUtf8() throws IOException {
        TraceFile latin =
                file("a,b\r\nüber,1\r\n".replace("ü", "ue").concat("x,é\n").getBytes(ISO_8859_1));
        assertEquals(
                latin.path() + ":3:3: is not UTF-8 text: byte 0xa cannot stand here. Convert the file, for example with"
                        + " iconv -f ISO-8859-1 -t UTF-8.",
                failure(latin));
        TraceFile cut = file(concat("a\nb".getBytes(UTF_8), new byte[] {(byte) 0xe2, (byte) 0x82}));
        assertEquals(
                cut.path() + ":2:2: is not UTF-8 text: it ends inside a character. Convert the file, for example with"
                        + " iconv -f ISO-8859-1 -t UTF-8.",
                failure(cut));
        TraceFile far = file(concat("é".repeat(100_000).getBytes(UTF_8), new byte[] {(byte) 0xff, 'x'}));
        assertTrue(failure(far).startsWith(far.path() + ":1:100001: is not UTF-8 text: byte 0xff cannot stand here."));
        // An overlong form and half of a surrogate pair.
        assertTrue(failure(file(new byte[] {(byte) 0xc0, (byte) 0x80})).contains(":1:1: is not UTF-8"));
        assertTrue(failure(file(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
                .contains(":1:1: is not UTF-8"));
    }
}

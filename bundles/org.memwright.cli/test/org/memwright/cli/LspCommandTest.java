/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class LspCommandTest {
    private static String message(String json) {
        return "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
    }

    /** An editor that says the next thing when it has heard the answer to the last. */
    private static final class Editor extends OutputStream {
        private final BlockingQueue<Integer> said = new LinkedBlockingQueue<>();
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private final Map<String, String> next = new LinkedHashMap<>();

        void say(String message) {
            for (byte b : message.getBytes(StandardCharsets.UTF_8)) {
                said.add(b & 0xff);
            }
        }

        void sayAfter(String answer, String message) {
            next.put(answer, message);
        }

        InputStream stream() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    try {
                        return said.take();
                    } catch (InterruptedException gone) {
                        Thread.currentThread().interrupt();
                        throw new IOException(gone);
                    }
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    bytes[offset] = (byte) read(); // what is there, rather than waiting for all that was asked for
                    return 1;
                }
            };
        }

        @Override
        public synchronized void write(int b) {
            heard.write(b);
            if (b == '}') {
                next.entrySet().removeIf(step -> {
                    boolean answered = heard().contains(step.getKey());
                    if (answered) {
                        say(step.getValue());
                    }
                    return answered;
                });
            }
        }

        synchronized String heard() {
            return heard.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void session_isServedOverTheStreams() {
        var editor = new Editor();
        editor.say(
                message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}"));
        editor.sayAfter(
                "\"id\":1",
                message("{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}")
                        + message("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}"));
        editor.sayAfter("\"id\":2", message("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}"));
        var terminal = new Terminal(
                editor.stream(),
                new PrintStream(editor, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                false,
                Paint.PLAIN,
                Paint.PLAIN,
                100,
                false);

        assertEquals(0, new Main(terminal, new Interruption()).run("lsp"));
        assertTrue(editor.heard().startsWith("Content-Length: "), editor.heard());
        assertTrue(editor.heard().contains("\"hoverProvider\""), editor.heard());
    }
}

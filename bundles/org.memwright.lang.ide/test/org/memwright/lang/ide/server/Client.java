/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Speaks the Language Server Protocol byte by byte, as an editor in any language would. */
final class Client {
    private final OutputStream out;
    private final InputStream in;
    private final Map<Integer, JsonObject> answers = new HashMap<>();
    private final Deque<JsonObject> notifications = new ArrayDeque<>();
    private int lastId;

    /**
     * @param out what the server reads
     * @param in what the server writes
     */
    Client(OutputStream out, InputStream in) {
        this.out = out;
        this.in = in;
    }

    /** Writes a message as it is. */
    void raw(String message) throws IOException {
        out.write(message.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void send(JsonObject message) throws IOException {
        message.addProperty("jsonrpc", "2.0");
        byte[] content = message.toString().getBytes(StandardCharsets.UTF_8);
        raw("Content-Length: " + content.length + "\r\n\r\n");
        out.write(content);
        out.flush();
    }

    void tell(String method, String params) throws IOException {
        var message = new JsonObject();
        message.addProperty("method", method);
        message.add("params", JsonParser.parseString(params));
        send(message);
    }

    /** Asks and waits for the answer: its result, or the whole message where that is an error. */
    JsonElement ask(String method, String params) throws IOException {
        var message = new JsonObject();
        int id = ++lastId;
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", JsonParser.parseString(params));
        send(message);
        JsonObject answer = answer(id);
        return answer.has("error") ? answer : answer.get("result");
    }

    private JsonObject answer(int id) throws IOException {
        while (!answers.containsKey(id)) {
            take(read());
        }
        return answers.remove(id);
    }

    /** The next notification of a method about a file that is not yet taken; others are passed over. */
    JsonObject notification(String method, String uri) throws IOException {
        while (true) {
            while (notifications.isEmpty()) {
                take(read());
            }
            JsonObject next = notifications.remove();
            JsonObject params = next.getAsJsonObject("params");
            if (next.get("method").getAsString().equals(method)
                    && params.get("uri").getAsString().equals(uri)) {
                return params;
            }
        }
    }

    /** The diagnostics that come next for a version of a file. */
    JsonArray diagnostics(String uri, int version) throws IOException {
        while (true) {
            JsonObject params = notification("textDocument/publishDiagnostics", uri);
            if (params.has("version") && params.get("version").getAsInt() == version) {
                return params.getAsJsonArray("diagnostics");
            }
        }
    }

    private void take(JsonObject message) {
        if (message.has("id") && !message.get("id").isJsonNull() && !message.has("method")) {
            answers.put(message.get("id").getAsInt(), message);
        } else {
            notifications.add(message);
        }
    }

    /** One message of the server; fails where anything else is on the stream. */
    JsonObject read() throws IOException {
        int length = -1;
        while (true) {
            String header = line();
            if (header.isEmpty()) {
                break;
            }
            if (header.startsWith("Content-Length: ")) {
                length = Integer.parseInt(header.substring("Content-Length: ".length()));
            } else if (!header.startsWith("Content-Type: ")) {
                throw new IOException("'" + header + "' is no header of the protocol");
            }
        }
        if (length < 0) {
            throw new IOException("a message without its length");
        }
        byte[] content = in.readNBytes(length);
        return JsonParser.parseString(new String(content, StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new IOException("the server is gone");
            }
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}

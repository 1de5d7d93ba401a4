/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A language model behind an endpoint that speaks as OpenAI's does: {@code POST URL/chat/completions}.
 *
 * <p>Every answer is kept on disk under the hash of its request, so that another run asks nothing and says the same. A rate limit or
 * a server that is busy is waited for, as long as it says or longer each time; a refusal is an answer without content and is counted.
 *
 * <p>State: counters, and the folder of answers. Assumes: temperature 0.
 */
public final class ChatModel {
    private static final int MOST_ATTEMPTS = 5;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int OK = 200;
    private static final double LONGEST_WAIT_SECONDS = 60;

    private final URI endpoint;
    private final String model;
    private final String key;
    private final Path cache;
    private final Duration timeout;
    private final double waitSeconds;
    private final HttpClient client;
    private int asked;
    private int answered;
    private int unkept;
    private int cached;
    private int refused;
    private int waited;

    /**
     * @param url such as {@code http://localhost:11434/v1}
     * @param key sent as a bearer token; empty for none
     * @param cache folder of the caches of all models
     * @param timeout for one request
     * @param waitSeconds before the second attempt where the server does not say; twice as long before each further one
     */
    public ChatModel(String url, String model, String key, Path cache, Duration timeout, double waitSeconds) {
        this.endpoint = URI.create(url.replaceFirst("/+$", "") + "/chat/completions");
        this.model = model;
        this.key = key;
        this.cache = cache.resolve("chat");
        this.timeout = timeout;
        this.waitSeconds = waitSeconds;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /**
     * The model that the properties memwright.llm.url, .model and .key name; empty where there is no url.
     *
     * @param cache folder of the caches of all models
     */
    public static Optional<ChatModel> configured(Path cache) {
        String url = System.getProperty("memwright.llm.url", "");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ChatModel(
                url,
                System.getProperty("memwright.llm.model", "default"),
                System.getProperty("memwright.llm.key", ""),
                cache,
                Duration.ofSeconds(60),
                1));
    }

    public String model() {
        return model;
    }

    /** Requests that went to the endpoint, with repeated attempts. */
    public int asked() {
        return asked;
    }

    /** Requests that the cache answered. */
    public int cached() {
        return cached;
    }

    /** Requests that were answered, by the endpoint or by the cache. */
    public int answered() {
        return answered;
    }

    /** Answers without content, also those of the cache. */
    public int refused() {
        return refused;
    }

    /** Answers that could not be kept, because the folder of the cache cannot be written to; another run asks again. */
    public int unkept() {
        return unkept;
    }

    /** Times that an attempt was repeated after waiting. */
    public int waited() {
        return waited;
    }

    /**
     * Answers a request.
     *
     * @param instruction what to do
     * @param text what to do it with
     * @return empty where the model refuses
     * @throws ChatFailure where the endpoint cannot be reached, is wrong, or stays busy
     */
    public Optional<String> answer(String instruction, String text) throws ChatFailure {
        String body = request(instruction, text).toString();
        Path kept = cache.resolve(hash(endpoint + "\n" + body));
        String known = read(kept);
        String answer = known == null ? ask(body) : known;
        Optional<String> content = content(answer);
        if (known == null) {
            unkept += keep(kept, answer) ? 0 : 1;
        } else {
            cached++;
        }
        answered++;
        refused += content.isEmpty() ? 1 : 0;
        return content;
    }

    private JsonObject request(String instruction, String text) {
        var messages = new JsonArray();
        messages.add(message("system", instruction));
        messages.add(message("user", text));
        var request = new JsonObject();
        request.addProperty("model", model);
        request.addProperty("temperature", 0);
        request.addProperty("seed", 1);
        request.add("messages", messages);
        return request;
    }

    private static JsonObject message(String role, String content) {
        var message = new JsonObject();
        message.addProperty("role", role);
        message.addProperty("content", content);
        return message;
    }

    private String ask(String body) throws ChatFailure {
        var builder = HttpRequest.newBuilder(endpoint)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!key.isEmpty()) {
            builder.header("Authorization", "Bearer " + key);
        }
        HttpRequest request = builder.build();
        double wait = waitSeconds;
        String last = "";
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            asked++;
            try {
                HttpResponse<String> response =
                        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (response.statusCode() == OK) {
                    return response.body();
                }
                last = "status " + response.statusCode();
                boolean busy = response.statusCode() == TOO_MANY_REQUESTS || response.statusCode() >= SERVER_ERROR;
                if (!busy) {
                    throw new ChatFailure(
                            endpoint + " answered " + last + "; check the url, the model '" + model + "' and the key",
                            null);
                }
                wait = response.headers()
                        .firstValue("Retry-After")
                        .map(ChatModel::seconds)
                        .orElse(wait);
            } catch (HttpTimeoutException late) {
                last = "nothing within " + timeout.toSeconds() + " s";
            } catch (IOException unreachable) {
                throw new ChatFailure(endpoint + " cannot be reached; check memwright.llm.url", unreachable);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new ChatFailure("asking " + endpoint + " was interrupted", stopped);
            }
            if (attempt < MOST_ATTEMPTS) {
                waited++;
                pause(Math.min(wait, LONGEST_WAIT_SECONDS));
                wait *= 2;
            }
        }
        throw new ChatFailure(
                endpoint + " gave " + last + " in " + MOST_ATTEMPTS + " attempts; try later, or use another endpoint",
                null);
    }

    private static double seconds(String header) {
        try {
            return Double.parseDouble(header.strip());
        } catch (NumberFormatException date) {
            return LONGEST_WAIT_SECONDS;
        }
    }

    private static void pause(double seconds) {
        CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor((long) (seconds * 1000), TimeUnit.MILLISECONDS))
                .join();
    }

    private Optional<String> content(String answer) throws ChatFailure {
        try {
            JsonElement content = JsonParser.parseString(answer)
                    .getAsJsonObject()
                    .getAsJsonArray("choices")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonObject("message")
                    .get("content");
            return content == null
                            || content.isJsonNull()
                            || content.getAsString().isBlank()
                    ? Optional.empty()
                    : Optional.of(content.getAsString().strip());
        } catch (JsonParseException | IllegalStateException | NullPointerException | IndexOutOfBoundsException other) {
            throw new ChatFailure(endpoint + " gave an answer that is not of chat/completions", other);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + ".json";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** Whether the answer is on disk now; a cache that cannot be written to makes a run dearer, not wrong. */
    private static boolean keep(Path file, String answer) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "part", null);
            Files.writeString(part, answer);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException full) {
            return false;
        }
    }
}

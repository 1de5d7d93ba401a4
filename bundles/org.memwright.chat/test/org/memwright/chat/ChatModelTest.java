/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of this machine that answers as it is told. */
final class ChatModelTest {
    private static final String ANSWER =
            "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \" Rex. \"}}]}";
    private static final String REFUSAL =
            "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": null, \"refusal\": \"no\"}}]}";

    @TempDir
    Path cache;

    /** What the server does next: a status, a body; and what it was sent. */
    private record Reply(int status, String body) {}

    private final Deque<Reply> replies = new ConcurrentLinkedDeque<>();
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            Reply reply = replies.removeFirst();
            if (reply.status() == 0) {
                await();
                exchange.close();
                return;
            }
            exchange.getResponseHeaders().add("Retry-After", "0");
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    private void await() {
        try {
            ended.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private ChatModel model(Duration timeout) {
        String url = "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/v1/";
        return new ChatModel(url, "small", "secret", cache, timeout, 0.001);
    }

    private ChatModel model() {
        return model(Duration.ofSeconds(20));
    }

    @Test
    void answer_isAskedOnceAndThenCached() throws Exception {
        replies.add(new Reply(200, ANSWER));
        ChatModel first = model();
        assertEquals(Optional.of("Rex."), first.answer("Name it.", "A puppy called Rex."));
        assertEquals(Optional.of("Rex."), first.answer("Name it.", "A puppy called Rex."));
        ChatModel later = model();
        assertEquals(Optional.of("Rex."), later.answer("Name it.", "A puppy called Rex."));
        assertEquals(1, bodies.size());
        assertEquals(1, first.asked());
        assertEquals(1, first.cached());
        assertEquals(0, later.asked());
        assertTrue(bodies.getFirst().contains("\"model\":\"small\""));
        assertTrue(bodies.getFirst().contains("A puppy called Rex."));
        assertEquals("Bearer secret", keys.getFirst());
    }

    @Test
    void otherRequest_isAskedAnew() throws Exception {
        replies.add(new Reply(200, ANSWER));
        replies.add(new Reply(200, ANSWER));
        ChatModel model = model();
        model.answer("Name it.", "A puppy.");
        model.answer("Name it.", "A kitten.");
        assertEquals(2, model.asked());
    }

    @Test
    void rateLimit_isWaitedFor() throws Exception {
        replies.add(new Reply(429, "slow down"));
        replies.add(new Reply(503, "busy"));
        replies.add(new Reply(200, ANSWER));
        ChatModel model = model();
        assertEquals(Optional.of("Rex."), model.answer("Name it.", "A puppy called Rex."));
        assertEquals(3, model.asked());
        assertEquals(2, model.waited());
    }

    @Test
    void lateAnswer_isAskedForAgain() throws Exception {
        replies.add(new Reply(0, ""));
        replies.add(new Reply(200, ANSWER));
        ChatModel model = model(Duration.ofMillis(300));
        assertEquals(Optional.of("Rex."), model.answer("Name it.", "A puppy called Rex."));
        assertEquals(1, model.waited());
    }

    @Test
    void refusal_isCountedAndKept() throws Exception {
        replies.add(new Reply(200, REFUSAL));
        ChatModel model = model();
        assertEquals(Optional.empty(), model.answer("Name it.", "A puppy."));
        assertEquals(Optional.empty(), model.answer("Name it.", "A puppy."));
        assertEquals(2, model.refused(), "a refusal that is known is one again, so that runs say the same");
        assertEquals(1, model.asked());
        assertEquals(2, model.answered());
    }

    @Test
    void wrongKey_isSaidAtOnce() {
        replies.add(new Reply(401, "no"));
        ChatModel model = model();
        ChatFailure failure = assertThrows(ChatFailure.class, () -> model.answer("Name it.", "A puppy."));
        assertTrue(failure.getMessage().contains("status 401"), failure::getMessage);
        assertEquals(1, model.asked());
    }

    @Test
    void busyForEver_isGivenUp() {
        for (int i = 0; i < 5; i++) {
            replies.add(new Reply(500, "busy"));
        }
        ChatModel model = model();
        ChatFailure failure = assertThrows(ChatFailure.class, () -> model.answer("Name it.", "A puppy."));
        assertTrue(failure.getMessage().contains("in 5 attempts"), failure::getMessage);
    }

    @Test
    void otherJson_isRefused() {
        replies.add(new Reply(200, "{\"hello\": 1}"));
        ChatFailure failure = assertThrows(ChatFailure.class, () -> model().answer("Name it.", "A puppy."));
        assertTrue(failure.getMessage().contains("chat/completions"), failure::getMessage);
    }
}

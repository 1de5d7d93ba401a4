/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.engine.task.Runs;
import org.memwright.runtime.RunFailure;

/** Against a server of this machine that answers as it is told. */
final class ModelAgentTest {
    private static final String DESIGN = """
            task Sum {
              goal "Add two and three"
              step look "Find the numbers" { out numbers }
              step add "Add them" uses look.numbers { out sum }
            }
            memory TME for task {
              store tree : tree()
              on prompt : path(active) |> with(siblings(summary))
              on done : summarise(step)
              on fail : rollback(to: step, times: 2)
            }
            workload Work { task Sum steps from model() }
            experiment E { workload Work compare TME measure saved }
            """;

    @TempDir
    Path cache;

    private final Deque<String> answers = new ConcurrentLinkedDeque<>();
    private final List<String> prompts = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            JsonObject asked = JsonParser.parseString(
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            prompts.add(asked.getAsJsonArray("messages")
                    .get(1)
                    .getAsJsonObject()
                    .get("content")
                    .getAsString());
            var message = new JsonObject();
            message.addProperty("content", answers.removeFirst());
            byte[] body = ("{\"choices\": [{\"message\": " + message + "}]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.setProperty("memwright.cache", cache.toString());
        System.setProperty("memwright.llm.model", "small");
        System.setProperty(
                "memwright.llm.url",
                "http://" + server.getAddress().getHostString() + ":"
                        + server.getAddress().getPort() + "/v1");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.clearProperty("memwright.llm.url");
        System.clearProperty("memwright.llm.model");
        System.clearProperty("memwright.cache");
    }

    private Runs.Result run() throws RunFailure {
        return Runs.run(cache, DESIGN).get("TME");
    }

    @Test
    void model_doesTheStepsAndIsAskedOnce() throws Exception {
        answers.add("I looked.\n**numbers** = 2 and 3");
        answers.add("sum = 5");
        Runs.Result first = run();
        assertEquals(1, first.measure("completed"));
        assertEquals(1, first.measure("facts"));
        assertTrue(prompts.get(1).contains("numbers = 2 and 3"), prompts::toString);
        assertTrue(prompts.get(1).endsWith("Do step add now. Give sum.\n"), prompts::toString);
        Runs.Result again = run();
        assertEquals(2, prompts.size(), "the second run is answered by the cache");
        assertEquals(first.measures.toString(), again.measures.toString());
        assertEquals(first.notes, again.notes);
    }

    @Test
    void failuresOfTheModel_areFailuresOfTheStep() throws Exception {
        answers.add("Failed: there is no sheet");
        answers.add("I forgot to say.");
        Runs.Result result = run();
        assertEquals(0, result.measure("completed"));
        assertEquals(2, result.measure("failures"));
        assertTrue(prompts.get(1).contains("This is attempt 2."), prompts::toString);
    }

    @Test
    void brokenEndpoint_isExplained() {
        server.stop(0);
        RunFailure failure = assertThrows(RunFailure.class, this::run);
        assertTrue(failure.getMessage().contains("cannot be reached"), failure::getMessage);
        assertTrue(failure.getMessage().contains("step look"), failure::getMessage);
    }
}

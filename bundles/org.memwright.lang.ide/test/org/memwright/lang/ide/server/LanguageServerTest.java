/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.memwright.lang.ide.Sample;

@Timeout(60)
class LanguageServerTest {
    private static final String MACHINE = """
            package machines

            hardware Box {
              compute gpu { peak fp16 312 TFLOP/s }
              tier hbm on gpu { capacity 80 GiB  bandwidth 2 TB/s }
              tier dram { capacity 512 GiB  bandwidth 200 GB/s }
              link pcie : hbm <-> dram { bandwidth 31.5 GB/s }
            }
            """;

    private static final String DESIGN = """
            package design

            import machines.*

            memory H2O for kv {
              param budget = 20%
              store cache : kv() in hbm
              keep cache  : recent(budget)
            }

            workload Few {
              requests 10
              arrival poisson(4 /s)
              prompt  constant(8 tokens)
              output  constant(8 tokens)
            }

            experiment Test {
              on Box
              model memwright.models.Llama2_7B
              workload Few
              compare H2O
              measure peak(hbm)
            }
            """;

    private static final String INITIALIZE = """
            {"processId": null, "capabilities": {"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}},
             "workspaceFolders": [{"uri": "%s", "name": "test"}]}
            """;

    @TempDir
    private Path folder;

    private Client client;
    private PipedOutputStream toServer;
    private CompletableFuture<Integer> served;
    private String design;
    private String machine;

    private PrintStream standardOutput;

    @BeforeEach
    void start() throws IOException {
        standardOutput = System.out; // before the server takes it away
        folder = folder.toRealPath();
        Files.writeString(folder.resolve("machine.memw"), MACHINE);
        Files.writeString(folder.resolve("design.memw"), DESIGN);
        design = folder.resolve("design.memw").toUri().toString();
        machine = folder.resolve("machine.memw").toUri().toString();
        var serverReads = new PipedInputStream(1 << 16);
        toServer = new PipedOutputStream(serverReads);
        var clientReads = new PipedInputStream(1 << 20);
        var serverWrites = new PipedOutputStream(clientReads);
        served = CompletableFuture.supplyAsync(
                () -> LanguageServer.serve(Sample.language(), serverReads, serverWrites),
                task -> Thread.ofPlatform().daemon().start(task));
        client = new Client(toServer, clientReads);
    }

    @AfterEach
    void stop() throws Exception {
        toServer.close();
        served.get(30, TimeUnit.SECONDS);
    }

    private void initialize() throws IOException {
        JsonObject can = client.ask("initialize", filled(INITIALIZE, folder.toUri()))
                .getAsJsonObject()
                .getAsJsonObject("capabilities");
        for (String provider : List.of(
                "completionProvider",
                "hoverProvider",
                "definitionProvider",
                "referencesProvider",
                "documentHighlightProvider",
                "documentSymbolProvider",
                "workspaceSymbolProvider",
                "documentFormattingProvider",
                "documentRangeFormattingProvider",
                "renameProvider",
                "codeActionProvider",
                "foldingRangeProvider",
                "semanticTokensProvider")) {
            assertTrue(can.has(provider), provider + " in " + can);
        }
        client.tell("initialized", "{}");
    }

    private void open(String uri, String text, int version) throws IOException {
        client.tell(
                "textDocument/didOpen",
                filled(
                        "{\"textDocument\": {\"uri\": \"%s\", \"languageId\": \"memwright\", \"version\": %d, \"text\": %s}}",
                        uri, version, new JsonPrimitive(text)));
    }

    private void change(String uri, int version, String text) throws IOException {
        client.tell(
                "textDocument/didChange",
                filled(
                        "{\"textDocument\": {\"uri\": \"%s\", \"version\": %d}, \"contentChanges\": [{\"text\": %s}]}",
                        uri, version, new JsonPrimitive(text)));
    }

    /** What is asked of a place: the first occurrence of some characters of the design. */
    private String at(String text, String mark) {
        return at(text, mark, "");
    }

    private String at(String text, String mark, String more) {
        int offset = text.indexOf(mark);
        long line = text.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - text.lastIndexOf('\n', offset - 1) - 1;
        return filled(
                "{\"textDocument\": {\"uri\": \"%s\"}, \"position\": {\"line\": %d, \"character\": %d}%s}",
                design, line, column, more);
    }

    private String document() {
        return filled(
                "{\"textDocument\": {\"uri\": \"%s\"}, \"options\": {\"tabSize\": 2, \"insertSpaces\": true}}", design);
    }

    private static List<String> strings(JsonElement array, String... path) {
        List<String> found = new ArrayList<>();
        for (JsonElement each : array.getAsJsonArray()) {
            JsonElement value = each;
            for (String step : path) {
                value = value.getAsJsonObject().get(step);
            }
            found.add(value.isJsonPrimitive() ? value.getAsString() : value.toString());
        }
        return found;
    }

    /** Line and columns of a range: {@code 4:7-10}. */
    private static String range(JsonElement range) {
        JsonObject start = range.getAsJsonObject().getAsJsonObject("start");
        JsonObject end = range.getAsJsonObject().getAsJsonObject("end");
        return start.get("line") + ":" + start.get("character") + "-" + end.get("character");
    }

    @Test
    void session_fromABrokenFile_toRenameAndExit() throws Exception {
        initialize();

        String broken = DESIGN.replace("kv() in hbm", "kw() in hbm");
        open(design, broken, 1);
        JsonArray wrong = client.diagnostics(design, 1);
        assertEquals(List.of("MECHANISM_UNKNOWN"), strings(wrong, "code"));
        assertEquals("6:16-20", range(wrong.get(0).getAsJsonObject().get("range")));
        assertEquals("1", wrong.get(0).getAsJsonObject().get("severity").getAsString());

        JsonElement actions = client.ask("textDocument/codeAction", filled("""
                {"textDocument": {"uri": "%s"}, "range": {"start": {"line": 6, "character": 17}, "end": {"line": 6, "character": 17}},
                 "context": {"diagnostics": []}}
                """, design));
        assertEquals(List.of("Change 'kw' to 'kv'"), strings(actions, "title"));
        assertEquals(
                "kv",
                actions.getAsJsonArray()
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("edit")
                        .getAsJsonObject("changes")
                        .getAsJsonArray(design)
                        .get(0)
                        .getAsJsonObject()
                        .get("newText")
                        .getAsString());

        // mended as one types: only the changed characters are sent
        client.tell("textDocument/didChange", filled("""
                {"textDocument": {"uri": "%s", "version": 2},
                 "contentChanges": [{"range": {"start": {"line": 6, "character": 17}, "end": {"line": 6, "character": 18}}, "text": "v"}]}
                """, design));
        assertEquals(List.of(), strings(client.diagnostics(design, 2), "code"));

        JsonElement completion = client.ask("textDocument/completion", at(DESIGN, "kv() in"));
        JsonArray items = completion.getAsJsonObject().getAsJsonArray("items");
        assertTrue(strings(items, "label").containsAll(List.of("kv", "pages", "virtual")), items.toString());

        JsonElement hover = client.ask("textDocument/hover", at(DESIGN, "recent("));
        String markdown =
                hover.getAsJsonObject().getAsJsonObject("contents").get("value").getAsString();
        assertTrue(markdown.contains("Keeps the last tokens of a sequence"), markdown);

        JsonElement definition = client.ask("textDocument/definition", at(DESIGN, "Box"));
        assertEquals(List.of(machine), strings(definition, "uri"));
        assertEquals(
                "2:9-12",
                range(definition.getAsJsonArray().get(0).getAsJsonObject().get("range")));

        JsonElement references = client.ask(
                "textDocument/references", at(DESIGN, "budget)", ", \"context\": {\"includeDeclaration\": true}"));
        assertEquals(2, references.getAsJsonArray().size());
        assertEquals(
                2,
                client.ask("textDocument/documentHighlight", at(DESIGN, "budget)"))
                        .getAsJsonArray()
                        .size());

        JsonElement symbols = client.ask("textDocument/documentSymbol", document());
        assertEquals(List.of("H2O", "Few", "Test"), strings(symbols, "name"));
        assertEquals(
                List.of("budget", "cache", "cache"),
                strings(symbols.getAsJsonArray().get(0).getAsJsonObject().get("children"), "name"));
        JsonElement found = client.ask("workspace/symbol", "{\"query\": \"box\"}");
        assertEquals(List.of(machine), strings(found, "location", "uri"));

        assertEquals(
                List.of("region", "region", "region"),
                strings(client.ask("textDocument/foldingRange", document()), "kind"));
        JsonArray tokens = client.ask("textDocument/semanticTokens/full", document())
                .getAsJsonObject()
                .getAsJsonArray("data");
        assertTrue(tokens.size() % 5 == 0 && tokens.size() > 100, tokens.toString());

        change(design, 3, DESIGN.replace("memory H2O for", "memory   H2O   for"));
        client.diagnostics(design, 3);
        JsonElement edits = client.ask("textDocument/formatting", document());
        assertEquals(List.of(" ", " "), strings(edits, "newText"));
        change(design, 4, DESIGN);
        client.diagnostics(design, 4);

        assertEquals("4:7-10", range(client.ask("textDocument/prepareRename", at(DESIGN, "H2O for"))));
        JsonObject changes = client.ask("textDocument/rename", at(DESIGN, "hbm\n", ", \"newName\": \"stack\""))
                .getAsJsonObject()
                .getAsJsonObject("changes");
        assertEquals(2, changes.getAsJsonArray(design).size(), "the store and the metric");
        assertEquals(2, changes.getAsJsonArray(machine).size(), "the tier and the link");
        JsonObject refused = client.ask("textDocument/rename", at(DESIGN, "hbm\n", ", \"newName\": \"dram\""))
                .getAsJsonObject();
        assertTrue(
                refused.getAsJsonObject("error").get("message").getAsString().startsWith("Renaming 'hbm' to 'dram'"),
                refused.toString());

        client.ask("shutdown", "null");
        client.tell("exit", "null");
        assertEquals(0, served.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aChangeOfOneFile_isSeenInTheOthers() throws Exception {
        initialize();
        open(design, DESIGN, 1);
        assertFalse(strings(client.diagnostics(design, 1), "code").contains("UNKNOWN_NAME"));
        open(machine, MACHINE.replace("Box", "Crate"), 1);
        List<String> codes = List.of();
        while (!codes.contains("UNKNOWN_NAME")) {
            codes = strings(client.diagnostics(design, 1), "code");
        }
        client.tell("textDocument/didClose", filled("{\"textDocument\": {\"uri\": \"%s\"}}", machine));
        while (codes.contains("UNKNOWN_NAME")) {
            codes = strings(client.diagnostics(design, 1), "code");
        }
    }

    @Test
    void filesThatChangeOnDisk_areReadAgain() throws Exception {
        initialize();
        open(design, DESIGN, 1);
        client.diagnostics(design, 1);
        Files.delete(folder.resolve("machine.memw"));
        client.tell(
                "workspace/didChangeWatchedFiles", filled("{\"changes\": [{\"uri\": \"%s\", \"type\": 3}]}", machine));
        List<String> codes = List.of();
        while (!codes.contains("UNKNOWN_PACKAGE")) {
            codes = strings(client.diagnostics(design, 1), "code");
        }
        Files.writeString(folder.resolve("machine.memw"), MACHINE);
        client.tell(
                "workspace/didChangeWatchedFiles", filled("{\"changes\": [{\"uri\": \"%s\", \"type\": 1}]}", machine));
        while (codes.contains("UNKNOWN_PACKAGE")) {
            codes = strings(client.diagnostics(design, 1), "code");
        }
    }

    @Test
    void definitionsInTheLibrary_areFilesThatCanBeOpened() throws Exception {
        initialize();
        String text = DESIGN.replace("on Box", "on memwright.hardware.A100_80G");
        open(design, text, 1);
        client.diagnostics(design, 1);
        JsonElement definition = client.ask("textDocument/definition", at(text, "A100_80G"));
        Path copy = Path.of(URI.create(strings(definition, "uri").getFirst()));
        assertTrue(Files.readString(copy).contains("hardware A100_80G {"));
        JsonObject refused = client.ask("textDocument/rename", at(text, "A100_80G", ", \"newName\": \"Mine\""))
                .getAsJsonObject();
        assertTrue(refused.toString().contains("cannot be changed"), refused.toString());
        client.ask("shutdown", "null");
        client.tell("exit", "null");
        assertEquals(0, served.get(30, TimeUnit.SECONDS));
        assertFalse(Files.exists(copy), "nothing stays behind");
    }

    @Test
    void unknownMethodsAndMalformedMessages_areAnswered_andTheNextIsServed() throws Exception {
        initialize();
        JsonObject unknown = client.ask("memwright/unknown", "{}").getAsJsonObject();
        assertEquals(-32601, unknown.getAsJsonObject("error").get("code").getAsInt());
        client.tell("memwright/alsoUnknown", "{}");
        client.raw("Content-Length: 5\r\n\r\n{\"a\":");
        client.raw("Content-Length: 2\r\n\r\n[]");
        client.raw("No-Length: 1\r\n\r\n");
        client.raw("Content-Length: 99999999999\r\n\r\n");
        JsonElement wrongParams = client.ask("textDocument/hover", "{\"textDocument\": 5}");
        assertTrue(wrongParams.toString().contains("error"), wrongParams.toString());
        JsonElement nowhere = client.ask(
                "textDocument/hover",
                "{\"textDocument\": {\"uri\": \"untitled:one\"}, \"position\": {\"line\": 900, \"character\": 900}}");
        assertTrue(nowhere.isJsonNull(), nowhere.toString());
        open(design, DESIGN, 1);
        JsonElement beyond = client.ask(
                "textDocument/completion",
                filled(
                        "{\"textDocument\": {\"uri\": \"%s\"}, \"position\": {\"line\": 900, \"character\": 900}}",
                        design));
        assertTrue(beyond.isJsonObject(), beyond.toString());
    }

    @Test
    void aClientThatDies_endsTheServer() throws Exception {
        initialize();
        open(design, DESIGN, 1);
        toServer.close();
        assertEquals(1, served.get(30, TimeUnit.SECONDS), "it did not say shutdown");
    }

    @Test
    void aClientThatDiesInTheMiddleOfAMessage_endsTheServer() throws Exception {
        initialize();
        client.raw("Content-Length: 500\r\n\r\n{\"jsonrpc\": \"2.0\", ");
        toServer.close();
        assertEquals(1, served.get(30, TimeUnit.SECONDS));
    }

    @Test
    void standardOutput_isKeptClean_andGivenBack() throws Exception {
        initialize();
        assertSame(System.err, System.out, "what anything prints goes to standard error");
        toServer.close();
        served.get(30, TimeUnit.SECONDS);
        assertSame(standardOutput, System.out);
    }

    /** Fills a template, whatever the locale of the machine. */
    private static String filled(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.memwright.lang.Language;

/**
 * Serves one client of the Language Server Protocol over two streams.
 *
 * <p>Ends when the client says {@code exit} or is gone. Messages that are no JSON or that ask for an unknown method are answered with an
 * error, and the next is read.
 */
public final class LanguageServer {
    private LanguageServer() {}

    /**
     * Serves until the client ends it.
     *
     * @param in what the client writes, such as {@code System.in}
     * @param out what the client reads, such as {@code System.out}; whatever else is printed in the meantime goes to standard error
     * @return the exit code that the protocol asks for: 0 where the client said shutdown before, 1 where it just went
     */
    public static int serve(Language language, InputStream in, OutputStream out) {
        PrintStream printed = System.out;
        System.setOut(System.err);
        ExecutorService readers = Executors.newCachedThreadPool(task ->
                Thread.ofPlatform().daemon().name("memwright-lsp-reader").unstarted(task));
        try (var session = new Session(language)) {
            Launcher<LanguageClient> launcher = new LSPLauncher.Builder<LanguageClient>()
                    .setLocalService(session)
                    .setRemoteInterface(LanguageClient.class)
                    .setInput(in)
                    .setOutput(out)
                    .setExecutorService(readers)
                    .create();
            session.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            CompletableFuture<Void> gone = CompletableFuture.runAsync(() -> await(listening), readers);
            CompletableFuture.anyOf(gone, session.exited()).join();
            return session.isShutDown() ? 0 : 1;
        } finally {
            readers.shutdownNow();
            System.setOut(printed);
        }
    }

    private static void await(Future<Void> listening) {
        try {
            listening.get();
        } catch (ExecutionException brokenOff) {
            System.err.println("memwright lsp: reading the client's messages ended: " + brokenOff.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

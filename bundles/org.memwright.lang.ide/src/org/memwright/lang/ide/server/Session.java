/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;
import org.memwright.lang.Finding;
import org.memwright.lang.Language;
import org.memwright.lang.Project;
import org.memwright.lang.ide.Workspace;
import org.memwright.lang.ide.fixes.Fix;
import org.memwright.lang.ide.names.Renaming;
import org.memwright.lang.ide.proposals.Proposal;
import org.memwright.lang.ide.text.Lines;
import org.memwright.lang.ide.text.Location;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;

/**
 * One client and its projects: answers requests in the order in which they come, in one thread.
 *
 * <p>Findings are published after each change, the changed file's first; a newer message goes before the rest of them.
 *
 * <p>State: a {@link Workspace} for each folder, the open documents, what was published last.
 */
final class Session
        implements org.eclipse.lsp4j.services.LanguageServer,
                TextDocumentService,
                WorkspaceService,
                LanguageClientAware,
                AutoCloseable {
    private final Language language;
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            waiting,
            task -> Thread.ofPlatform().daemon().name("memwright-lsp").unstarted(task));
    private final CompletableFuture<Void> exited = new CompletableFuture<>();
    private final LibraryFiles library = new LibraryFiles();
    private final Map<Path, Workspace> workspaces = new LinkedHashMap<>();
    private final Map<Path, Open> open = new HashMap<>();
    private final Map<Path, List<Diagnostic>> published = new HashMap<>();
    private final Set<Path> unchecked = new LinkedHashSet<>();
    private final List<Path> folders = new ArrayList<>();
    private volatile boolean shutDown;
    private boolean snippets;
    private boolean watches;
    private @Nullable LanguageClient client;

    /**
     * A document that the client has open.
     *
     * @param uri as the client writes it
     * @param version as the client counts
     */
    private record Open(String uri, @Nullable Integer version) {}

    Session(Language language) {
        this.language = language;
    }

    @Override
    public void connect(LanguageClient client) {
        this.client = client;
    }

    /** Completes when the client says exit. */
    CompletableFuture<Void> exited() {
        return exited;
    }

    /** Whether the client asked for the end before it went. */
    boolean isShutDown() {
        return shutDown;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        library.close();
    }

    // ── life ────────────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        return answer(() -> {
            ClientCapabilities can = params.getCapabilities();
            snippets = Optional.ofNullable(can)
                    .map(ClientCapabilities::getTextDocument)
                    .map(document -> document.getCompletion())
                    .map(CompletionCapabilities::getCompletionItem)
                    .map(CompletionItemCapabilities::getSnippetSupport)
                    .orElse(false);
            watches = Optional.ofNullable(can)
                    .map(ClientCapabilities::getWorkspace)
                    .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
                    .map(files -> files.getDynamicRegistration())
                    .orElse(false);
            if (params.getWorkspaceFolders() != null) {
                for (WorkspaceFolder folder : params.getWorkspaceFolders()) {
                    path(folder.getUri()).ifPresent(folders::add);
                }
            }
            if (folders.isEmpty() && rootOf(params) != null) {
                path(rootOf(params)).ifPresent(folders::add);
            }
            return new InitializeResult(capabilities(), new ServerInfo("Memwright"));
        });
    }

    /** Clients older than the folders of a workspace name one root. */
    @SuppressWarnings("deprecation")
    private static @Nullable String rootOf(InitializeParams params) {
        return params.getRootUri();
    }

    private static ServerCapabilities capabilities() {
        var can = new ServerCapabilities();
        var sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        can.setTextDocumentSync(sync);
        can.setCompletionProvider(new CompletionOptions(false, List.of(".", ":", "(", ",", " ")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentHighlightProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setWorkspaceSymbolProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setDocumentRangeFormattingProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        can.setFoldingRangeProvider(true);
        can.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(Protocol.LEGEND, true, true));
        var workspace = new WorkspaceServerCapabilities();
        var folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        workspace.setWorkspaceFolders(folders);
        can.setWorkspace(workspace);
        return can;
    }

    @Override
    public void initialized(InitializedParams params) {
        tell(() -> {
            if (watches && client != null) {
                var files = new DidChangeWatchedFilesRegistrationOptions(
                        List.of(new FileSystemWatcher(Either.forLeft("**/*" + Project.EXTENSION))));
                var unused = client.registerCapability(new RegistrationParams(
                        List.of(new Registration("memwright-files", "workspace/didChangeWatchedFiles", files))));
            }
            folders.forEach(this::openFolder);
        });
    }

    private void openFolder(Path folder) {
        Workspace workspace = Workspace.open(language, folder);
        workspaces.put(folder, workspace);
        check(workspace, null);
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(new Object());
    }

    @Override
    public void exit() {
        exited.complete(null);
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return this;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return this;
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // what there is to say is in the answers
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        // nothing here takes so long that its progress is shown
    }

    // ── documents ───────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        tell(() -> path(params.getTextDocument().getUri()).ifPresent(file -> {
            open.put(
                    file,
                    new Open(
                            params.getTextDocument().getUri(),
                            params.getTextDocument().getVersion()));
            change(file, params.getTextDocument().getText());
        }));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        tell(() -> path(params.getTextDocument().getUri())
                .filter(open::containsKey)
                .ifPresent(file -> {
                    String text = workspace(file).text(file);
                    for (TextDocumentContentChangeEvent event : params.getContentChanges()) {
                        Range range = event.getRange();
                        text = range == null
                                ? event.getText()
                                : TextChange.apply(
                                        text,
                                        List.of(new TextChange(
                                                Protocol.span(new Lines(text), range), event.getText())));
                    }
                    open.put(
                            file,
                            new Open(
                                    params.getTextDocument().getUri(),
                                    params.getTextDocument().getVersion()));
                    change(file, text);
                }));
    }

    private void change(Path file, String text) {
        Workspace workspace = workspace(file);
        workspace.change(file, text);
        check(workspace, file);
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        tell(() -> path(params.getTextDocument().getUri()).ifPresent(file -> {
            if (open.remove(file) != null) {
                readAgain(file);
            }
        }));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // what is in the editor is known already
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        tell(() -> {
            for (FileEvent event : params.getChanges()) {
                Path file = path(event.getUri()).orElse(null);
                if (file == null || open.containsKey(file) || !file.toString().endsWith(Project.EXTENSION)) {
                    continue;
                }
                if (event.getType() == FileChangeType.Deleted) {
                    forget(file);
                } else {
                    readAgain(file);
                }
            }
        });
    }

    /** A file is on disk what it is, where no editor has it open. */
    private void readAgain(Path file) {
        if (!Files.isRegularFile(file)) {
            forget(file);
            return;
        }
        try {
            change(file, Files.readString(file));
        } catch (IOException unreadable) {
            forget(file);
        }
    }

    private void forget(Path file) {
        Workspace workspace = workspace(file);
        workspace.remove(file);
        publish(file, List.of());
        check(workspace, null);
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // there is nothing to configure
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        tell(() -> {
            for (WorkspaceFolder removed : params.getEvent().getRemoved()) {
                path(removed.getUri()).ifPresent(folder -> {
                    Workspace workspace = workspaces.remove(folder);
                    if (workspace != null) {
                        workspace.files().forEach(file -> publish(file, List.of()));
                    }
                });
            }
            for (WorkspaceFolder added : params.getEvent().getAdded()) {
                path(added.getUri()).ifPresent(this::openFolder);
            }
        });
    }

    /** The project of a file: the nearest folder around it, or its own folder where the client opened none. */
    private Workspace workspace(Path file) {
        Path nearest = null;
        for (Path folder : workspaces.keySet()) {
            if (file.startsWith(folder) && (nearest == null || folder.startsWith(nearest))) {
                nearest = folder;
            }
        }
        if (nearest == null) {
            Path folder = Objects.requireNonNullElse(file.getParent(), file);
            nearest = folder;
            workspaces.put(folder, Workspace.open(language, folder));
        }
        return Objects.requireNonNull(workspaces.get(nearest));
    }

    // ── findings ────────────────────────────────────────────────────────────────────────────────────────────

    /** Checks all files of a project, a changed one first. */
    private void check(Workspace workspace, @Nullable Path changed) {
        Set<Path> next = new LinkedHashSet<>();
        if (changed != null) {
            next.add(changed);
        }
        next.addAll(unchecked);
        next.addAll(workspace.files());
        boolean running = !unchecked.isEmpty();
        unchecked.clear();
        unchecked.addAll(next);
        if (!running && !unchecked.isEmpty()) {
            tell(this::checkNext);
        }
    }

    private void checkNext() {
        while (!unchecked.isEmpty()) {
            Path file = unchecked.iterator().next();
            unchecked.remove(file);
            publish(file, library.contains(file) ? List.of() : diagnostics(file));
            if (!waiting.isEmpty() && !unchecked.isEmpty()) {
                tell(this::checkNext);
                return;
            }
        }
    }

    private List<Diagnostic> diagnostics(Path file) {
        Workspace workspace = workspace(file);
        String text = workspace.contains(file) ? workspace.text(file) : "";
        var lines = new Lines(text);
        return workspace.findings(file).stream()
                .map(finding -> Protocol.diagnostic(lines, finding, text.length()))
                .toList();
    }

    private void publish(Path file, List<Diagnostic> diagnostics) {
        List<Diagnostic> before = published.put(file, diagnostics);
        Open document = open.get(file);
        boolean same = diagnostics.equals(before) || (before == null && diagnostics.isEmpty());
        if (client != null && (!same || document != null)) {
            var params = new PublishDiagnosticsParams(uri(file), diagnostics);
            if (document != null && document.version() != null) {
                params.setVersion(document.version());
            }
            client.publishDiagnostics(params);
        }
    }

    // ── questions ───────────────────────────────────────────────────────────────────────────────────────────

    /** A file that a question is about. */
    private record Asked(Workspace workspace, Path file, Lines lines) {}

    private <T> CompletableFuture<T> ask(TextDocumentIdentifier document, T otherwise, Function<Asked, T> question) {
        return answer(() -> {
            Path file = path(document.getUri()).orElse(null);
            if (file == null) {
                return otherwise;
            }
            Workspace workspace = workspace(file);
            return workspace.contains(file)
                    ? question.apply(new Asked(workspace, file, new Lines(workspace.text(file))))
                    : otherwise;
        });
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return ask(params.getTextDocument(), Either.forLeft(List.of()), asked -> {
            int offset = Protocol.offset(asked.lines(), params.getPosition());
            List<CompletionItem> items = new ArrayList<>();
            for (Proposal proposal : asked.workspace().proposals(asked.file(), offset)) {
                items.add(Protocol.completion(asked.lines(), proposal, items.size(), snippets));
            }
            return Either.forRight(new CompletionList(false, items));
        });
    }

    @Override
    @SuppressWarnings(
            "NullAway") // the protocol's answer where there is nothing to show is null; its Java type does not say so
    public CompletableFuture<Hover> hover(HoverParams params) {
        return ask(
                params.getTextDocument(),
                (Hover) null,
                asked -> asked.workspace()
                        .hover(asked.file(), Protocol.offset(asked.lines(), params.getPosition()))
                        .map(hover -> new Hover(
                                Protocol.markdown(hover.markdown()), Protocol.range(asked.lines(), hover.span())))
                        .orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends org.eclipse.lsp4j.Location>, List<? extends LocationLink>>>
            definition(DefinitionParams params) {
        return ask(
                params.getTextDocument(),
                Either.forLeft(List.of()),
                asked -> Either.forLeft(locations(asked.workspace()
                        .definitions(asked.file(), Protocol.offset(asked.lines(), params.getPosition())))));
    }

    @Override
    public CompletableFuture<List<? extends org.eclipse.lsp4j.Location>> references(ReferenceParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                asked -> locations(asked.workspace()
                        .references(
                                asked.file(),
                                Protocol.offset(asked.lines(), params.getPosition()),
                                params.getContext() == null
                                        || params.getContext().isIncludeDeclaration())));
    }

    /** Places as the client can open them: those in the library as copies on disk. */
    private List<org.eclipse.lsp4j.Location> locations(List<Location> locations) {
        List<org.eclipse.lsp4j.Location> found = new ArrayList<>();
        for (Location location : locations) {
            Path file = file(location.file());
            Lines lines = lines(file);
            found.add(new org.eclipse.lsp4j.Location(uri(file), Protocol.range(lines, location.span())));
        }
        return found;
    }

    private Path file(URI address) {
        if ("file".equals(address.getScheme())) {
            Path file = Path.of(address);
            if (workspaces.values().stream().anyMatch(workspace -> workspace.contains(file))) {
                return file;
            }
        }
        return library.copy(address);
    }

    private Lines lines(Path file) {
        for (Workspace workspace : workspaces.values()) {
            if (workspace.contains(file)) {
                return new Lines(workspace.text(file));
            }
        }
        try {
            return new Lines(Files.readString(file));
        } catch (IOException gone) {
            return new Lines("");
        }
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                asked ->
                        asked
                                .workspace()
                                .highlights(asked.file(), Protocol.offset(asked.lines(), params.getPosition()))
                                .stream()
                                .map(highlight -> new DocumentHighlight(
                                        Protocol.range(asked.lines(), highlight.span()),
                                        highlight.declares()
                                                ? DocumentHighlightKind.Write
                                                : DocumentHighlightKind.Read))
                                .toList());
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return ask(params.getTextDocument(), List.of(), asked -> {
            List<Either<SymbolInformation, DocumentSymbol>> symbols = new ArrayList<>();
            asked.workspace()
                    .symbols(asked.file())
                    .forEach(symbol -> symbols.add(Either.forRight(Protocol.symbol(asked.lines(), symbol))));
            return symbols;
        });
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        return answer(() -> {
            List<WorkspaceSymbol> found = new ArrayList<>();
            for (Workspace workspace : workspaces.values()) {
                for (Workspace.FileSymbol each : workspace.symbolsNamed(params.getQuery())) {
                    Lines lines = new Lines(workspace.text(each.file()));
                    found.add(new WorkspaceSymbol(
                            each.symbol().name(),
                            Protocol.kind(each.symbol().kind()),
                            Either.forLeft(new org.eclipse.lsp4j.Location(
                                    uri(each.file()),
                                    Protocol.range(lines, each.symbol().nameSpan())))));
                }
            }
            return Either.forRight(found);
        });
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                asked -> Protocol.edits(asked.lines(), asked.workspace().format(asked.file())));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                asked -> Protocol.edits(
                        asked.lines(),
                        asked.workspace().format(asked.file(), Protocol.span(asked.lines(), params.getRange()))));
    }

    @Override
    @SuppressWarnings("NullAway") // null is how the protocol says that nothing can be renamed
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return ask(params.getTextDocument(), null, asked -> {
            try {
                Span name =
                        asked.workspace().renamable(asked.file(), Protocol.offset(asked.lines(), params.getPosition()));
                return Either3.forFirst(Protocol.range(asked.lines(), name));
            } catch (Renaming.Refused refused) {
                throw failed(refused.getMessage());
            }
        });
    }

    @Override
    @SuppressWarnings("NullAway") // null is how the protocol says that nothing changes
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return ask(params.getTextDocument(), null, asked -> {
            if (library.contains(asked.file())) {
                throw failed("This is a copy of a file of the built-in library, which cannot be changed.");
            }
            try {
                return edit(asked.workspace()
                        .rename(
                                asked.file(),
                                Protocol.offset(asked.lines(), params.getPosition()),
                                params.getNewName()));
            } catch (Renaming.Refused refused) {
                throw failed(refused.getMessage());
            }
        });
    }

    private WorkspaceEdit edit(Map<Path, List<TextChange>> changes) {
        Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
        changes.forEach((file, each) -> edits.put(uri(file), Protocol.edits(lines(file), each)));
        return new WorkspaceEdit(edits);
    }

    private static ResponseErrorException failed(@Nullable String message) {
        return new ResponseErrorException(
                new ResponseError(ResponseErrorCode.RequestFailed, String.valueOf(message), null));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return ask(params.getTextDocument(), List.of(), asked -> {
            List<Either<Command, CodeAction>> actions = new ArrayList<>();
            int length = asked.workspace().text(asked.file()).length();
            Finding last = null;
            for (Fix fix : asked.workspace().fixes(asked.file(), Protocol.span(asked.lines(), params.getRange()))) {
                var action = new CodeAction(fix.title());
                action.setKind(CodeActionKind.QuickFix);
                action.setDiagnostics(List.of(Protocol.diagnostic(asked.lines(), fix.finding(), length)));
                action.setEdit(edit(fix.changes()));
                action.setIsPreferred(!fix.finding().equals(last));
                last = fix.finding();
                actions.add(Either.forRight(action));
            }
            return actions;
        });
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return ask(
                params.getTextDocument(),
                List.of(),
                asked -> asked.workspace().folds(asked.file()).stream()
                        .map(Protocol::fold)
                        .toList());
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return ask(
                params.getTextDocument(),
                new SemanticTokens(List.of()),
                asked -> tokens(
                        asked, new Span(0, asked.workspace().text(asked.file()).length())));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return ask(
                params.getTextDocument(),
                new SemanticTokens(List.of()),
                asked -> tokens(asked, Protocol.span(asked.lines(), params.getRange())));
    }

    private static SemanticTokens tokens(Asked asked, Span within) {
        return new SemanticTokens(
                Protocol.encode(asked.lines(), asked.workspace().tokens(asked.file()), within));
    }

    // ── order ───────────────────────────────────────────────────────────────────────────────────────────────

    private <T> CompletableFuture<T> answer(java.util.function.Supplier<T> question) {
        return CompletableFutures.computeAsync(thread, cancelled -> {
            cancelled.checkCanceled();
            return question.get();
        });
    }

    private void tell(Runnable task) {
        thread.execute(task);
    }

    /** The file that an address of the client means; empty for one that is not on disk. */
    private Optional<Path> path(@Nullable String uri) {
        if (uri == null) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(uri);
            return "file".equals(address.getScheme())
                    ? Optional.of(Path.of(address).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException noFile) {
            return Optional.empty();
        }
    }

    private String uri(Path file) {
        Open document = open.get(file);
        return document == null ? file.toUri().toString() : document.uri();
    }
}

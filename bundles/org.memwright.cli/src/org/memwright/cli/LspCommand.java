/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import org.memwright.lang.ide.server.LanguageServer;
import picocli.CommandLine.Command;

/** {@code memwright lsp}: the language server. */
@Command(
        name = "lsp",
        description = "Serve the language to an editor, over standard input and output (Language Server Protocol).",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  vim.lsp.config('memwright', {cmd = {'memwright', 'lsp'}, filetypes = {'memw'}})",
            "",
            "That is for Neovim; any editor with a client for the protocol takes the command 'memwright lsp' for files *.memw."
        })
final class LspCommand extends BaseCommand {
    LspCommand(Main main) {
        super(main);
    }

    @Override
    public Integer call() {
        if (terminal().watched()) {
            terminal().err().println("memwright lsp: waiting for an editor on standard input; Ctrl-C ends");
        }
        return LanguageServer.serve(
                main().workspace().language(), terminal().in(), terminal().out());
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.names.Kind;
import org.memwright.lang.ide.outline.Fold;
import org.memwright.lang.ide.outline.Role;
import org.memwright.lang.ide.outline.Symbol;
import org.memwright.lang.ide.outline.Token;
import org.memwright.lang.ide.proposals.Proposal;
import org.memwright.lang.ide.text.Lines;
import org.memwright.lang.ide.text.Span;
import org.memwright.lang.ide.text.TextChange;

/** Translates answers into the types of the Language Server Protocol; both count UTF-16 units. */
final class Protocol {
    /** What the numbers of encoded tokens stand for. */
    static final SemanticTokensLegend LEGEND = new SemanticTokensLegend(
            List.of(
                    SemanticTokenTypes.Keyword,
                    SemanticTokenTypes.Namespace,
                    SemanticTokenTypes.Class,
                    SemanticTokenTypes.Variable,
                    SemanticTokenTypes.Parameter,
                    SemanticTokenTypes.Property,
                    SemanticTokenTypes.Function,
                    SemanticTokenTypes.Method,
                    SemanticTokenTypes.Enum,
                    SemanticTokenTypes.Event,
                    SemanticTokenTypes.EnumMember,
                    SemanticTokenTypes.Number,
                    SemanticTokenTypes.String,
                    SemanticTokenTypes.Comment),
            List.of(SemanticTokenModifiers.Declaration));

    private Protocol() {}

    static Position position(Lines lines, int offset) {
        return new Position(lines.line(offset), lines.column(offset));
    }

    static Range range(Lines lines, Span span) {
        return new Range(position(lines, span.offset()), position(lines, span.end()));
    }

    static int offset(Lines lines, Position position) {
        return lines.offset(position.getLine(), position.getCharacter());
    }

    static Span span(Lines lines, Range range) {
        int start = offset(lines, range.getStart());
        return Span.between(start, Math.max(start, offset(lines, range.getEnd())));
    }

    static TextEdit edit(Lines lines, TextChange change) {
        return new TextEdit(range(lines, change.span()), change.text());
    }

    static List<TextEdit> edits(Lines lines, List<TextChange> changes) {
        return changes.stream().map(change -> edit(lines, change)).toList();
    }

    static MarkupContent markdown(String text) {
        return new MarkupContent(MarkupKind.MARKDOWN, text);
    }

    static Diagnostic diagnostic(Lines lines, Finding finding, int length) {
        int start = Math.min(finding.offset(), length);
        int end = Math.min(finding.offset() + finding.length(), length);
        var diagnostic = new Diagnostic(range(lines, Span.between(start, end)), finding.message());
        diagnostic.setSeverity(
                switch (finding.severity()) {
                    case ERROR -> DiagnosticSeverity.Error;
                    case WARNING -> DiagnosticSeverity.Warning;
                    case INFO -> DiagnosticSeverity.Information;
                    case IGNORE -> DiagnosticSeverity.Hint;
                });
        diagnostic.setCode(finding.code());
        diagnostic.setSource("memwright");
        return diagnostic;
    }

    /**
     * A proposal; the order in the list is kept.
     *
     * @param snippets whether the client fills in fields
     */
    static CompletionItem completion(Lines lines, Proposal proposal, int order, boolean snippets) {
        var item = new CompletionItem(proposal.label());
        item.setKind(
                switch (proposal.sort()) {
                    case KEYWORD -> CompletionItemKind.Keyword;
                    case DECLARATION -> CompletionItemKind.Class;
                    case PART -> CompletionItemKind.Variable;
                    case PARAMETER, ARGUMENT -> CompletionItemKind.Field;
                    case PROPERTY -> CompletionItemKind.Property;
                    case MECHANISM -> CompletionItemKind.Function;
                    case METRIC -> CompletionItemKind.Method;
                    case ENGINE -> CompletionItemKind.Enum;
                    case EVENT -> CompletionItemKind.Event;
                    case UNIT -> CompletionItemKind.Unit;
                    case VALUE -> CompletionItemKind.Value;
                    case PACKAGE -> CompletionItemKind.Module;
                });
        boolean filled = snippets && !proposal.fields().isEmpty();
        item.setInsertTextFormat(filled ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
        item.setInsertTextMode(InsertTextMode.AsIs);
        item.setTextEdit(Either.forLeft(
                new TextEdit(range(lines, proposal.replaces()), filled ? snippet(proposal) : proposal.text())));
        item.setFilterText(proposal.label());
        item.setSortText(String.format(Locale.ROOT, "%04d", order));
        if (!proposal.detail().isEmpty()) {
            item.setDetail(proposal.detail());
        }
        if (!proposal.documentation().isEmpty()) {
            item.setDocumentation(markdown(proposal.documentation()));
        }
        return item;
    }

    /** The text in the syntax of snippets: {@code capacity ${1:80} ${2|GiB,TiB|}}. */
    static String snippet(Proposal proposal) {
        StringBuilder snippet = new StringBuilder();
        String text = proposal.text();
        int at = 0;
        int number = 1;
        for (Proposal.Field field : proposal.fields()) {
            snippet.append(escaped(text.substring(at, field.span().offset()), "\\$}"));
            if (field.choices().isEmpty()) {
                snippet.append("${")
                        .append(number)
                        .append(':')
                        .append(escaped(field.span().of(text), "\\$}"))
                        .append('}');
            } else {
                List<String> choices = field.choices().stream()
                        .map(choice -> escaped(choice, "\\$},|"))
                        .toList();
                snippet.append("${")
                        .append(number)
                        .append('|')
                        .append(String.join(",", choices))
                        .append("|}");
            }
            at = field.span().end();
            number++;
        }
        return snippet.append(escaped(text.substring(at), "\\$}")).toString();
    }

    private static String escaped(String text, String special) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (special.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    static DocumentSymbol symbol(Lines lines, Symbol symbol) {
        var result = new DocumentSymbol(
                symbol.name(),
                kind(symbol.kind()),
                range(lines, symbol.span()),
                range(lines, symbol.nameSpan()),
                symbol.detail());
        result.setChildren(
                symbol.children().stream().map(child -> symbol(lines, child)).toList());
        return result;
    }

    static SymbolKind kind(Kind kind) {
        return switch (kind) {
            case PACKAGE -> SymbolKind.Package;
            case HARDWARE, MODEL, MEMORY, WORKLOAD, TASK, EXPERIMENT -> SymbolKind.Class;
            case COMPUTE, TIER, STORE, USE -> SymbolKind.Object;
            case LINK -> SymbolKind.Interface;
            case PROPERTY -> SymbolKind.Property;
            case PARAMETER, VARIABLE, DATUM -> SymbolKind.Variable;
            case KEEP -> SymbolKind.Operator;
            case HANDLER -> SymbolKind.Event;
            case STEP -> SymbolKind.Method;
            case COLUMN -> SymbolKind.Field;
        };
    }

    static FoldingRange fold(Fold fold) {
        var range = new FoldingRange(fold.startLine(), fold.endLine());
        range.setKind(
                switch (fold.type()) {
                    case BLOCK -> FoldingRangeKind.Region;
                    case COMMENT -> FoldingRangeKind.Comment;
                    case IMPORTS -> FoldingRangeKind.Imports;
                });
        return range;
    }

    /** Tokens as differences of lines and columns; what spans several lines is cut at their ends. */
    static List<Integer> encode(Lines lines, List<Token> tokens, Span within) {
        List<Integer> data = new ArrayList<>();
        int lastLine = 0;
        int lastColumn = 0;
        for (Token token : tokens) {
            if (!token.span().meets(within)) {
                continue;
            }
            int first = lines.line(token.span().offset());
            int last = lines.line(Math.max(token.span().offset(), token.span().end() - 1));
            for (int line = first; line <= last; line++) {
                int start = Math.max(token.span().offset(), lines.start(line));
                int end = Math.min(token.span().end(), lines.end(line));
                if (end <= start) {
                    continue;
                }
                int column = start - lines.start(line);
                data.add(line - lastLine);
                data.add(line == lastLine ? column - lastColumn : column);
                data.add(end - start);
                data.add(LEGEND.getTokenTypes().indexOf(type(token.role())));
                data.add(token.declares() ? 1 : 0);
                lastLine = line;
                lastColumn = column;
            }
        }
        return data;
    }

    private static String type(Role role) {
        return switch (role) {
            case KEYWORD -> SemanticTokenTypes.Keyword;
            case PACKAGE -> SemanticTokenTypes.Namespace;
            case TYPE -> SemanticTokenTypes.Class;
            case NAME -> SemanticTokenTypes.Variable;
            case VARIABLE, ARGUMENT -> SemanticTokenTypes.Parameter;
            case PROPERTY -> SemanticTokenTypes.Property;
            case MECHANISM -> SemanticTokenTypes.Function;
            case METRIC -> SemanticTokenTypes.Method;
            case ENGINE -> SemanticTokenTypes.Enum;
            case EVENT -> SemanticTokenTypes.Event;
            case CHOICE -> SemanticTokenTypes.EnumMember;
            case QUANTITY -> SemanticTokenTypes.Number;
            case TEXT -> SemanticTokenTypes.String;
            case COMMENT -> SemanticTokenTypes.Comment;
        };
    }
}

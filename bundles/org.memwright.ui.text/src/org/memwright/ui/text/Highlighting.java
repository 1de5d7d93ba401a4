/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.name.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.memwright.lang.services.MemwrightGrammarAccess;
import org.memwright.ui.LanguageService;

/** Colours keywords, numbers, texts and comments, as the language's own lexer tells them apart. */
public final class Highlighting extends PresentationReconciler {

    /** Colours what the lexer reads differently after a change: a word, or all behind an opened comment. */
    public Highlighting() {
        ColorRegistry colours =
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        LanguageService language = PlatformUI.getWorkbench().getService(LanguageService.class);
        var scanner = new LexerScanner(language, colours);
        DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(scanner) {
            @Override
            public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean documentChanged) {
                return scanner.damage(event);
            }
        };
        setDamager(repairer, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(repairer, IDocument.DEFAULT_CONTENT_TYPE);
    }

    /** What the lexer tells apart. */
    private enum Look {
        KEYWORD,
        NUMBER,
        STRING,
        COMMENT,
        PLAIN
    }

    /** One token of the lexer, where it stands and how it looks. */
    private record Coloured(int offset, int length, Look look) {
        int end() {
            return offset + length;
        }
    }

    /** Gives the lexer's tokens to JFace. */
    private static final class LexerScanner implements ITokenScanner {
        private final Provider<Lexer> lexers;
        private final ColorRegistry colours;
        private final Map<Integer, String> names;
        private final Set<String> units;
        private List<Coloured> tokens = List.of();
        private String read = "";
        private int next;
        private int end;
        private Coloured current;

        LexerScanner(LanguageService language, ColorRegistry colours) {
            lexers = language.injector().getProvider(Key.get(Lexer.class, Names.named(LexerBindings.RUNTIME)));
            names = language.get(ITokenDefProvider.class).getTokenDefMap();
            units = EcoreUtil2.getAllContentsOfType(
                            language.get(MemwrightGrammarAccess.class)
                                    .getUnitAtomRule()
                                    .getAlternatives(),
                            Keyword.class)
                    .stream()
                    .map(Keyword::getValue)
                    .collect(Collectors.toSet());
            this.colours = colours;
        }

        /** What looks different after a change: from its line to where the old tokens follow again. */
        IRegion damage(DocumentEvent event) {
            IDocument document = event.getDocument();
            List<Coloured> before = tokens;
            lex(document.get());
            int moved = (event.getText() == null ? 0 : event.getText().length()) - event.getLength();
            int changedEnd = event.getOffset() + event.getLength() + moved;
            int old = before.size() - 1;
            int now = tokens.size() - 1;
            int damaged = document.getLength();
            while (old >= 0 && now >= 0) {
                Coloured token = tokens.get(now);
                Coloured same = before.get(old);
                if (token.offset < changedEnd
                        || token.offset != same.offset + moved
                        || token.length != same.length
                        || token.look != same.look) {
                    break;
                }
                damaged = token.offset;
                old--;
                now--;
            }
            int start = event.getOffset();
            int token = firstBehind(start - 1); // one that goes on is another one now
            if (token < tokens.size()) {
                start = Math.min(start, tokens.get(token).offset);
            }
            return new Region(start, Math.max(damaged, changedEnd) - start);
        }

        @Override
        public void setRange(IDocument document, int offset, int length) {
            lex(document.get());
            next = firstBehind(offset);
            end = offset + length;
        }

        /** The first token that ends after an offset. */
        private int firstBehind(int offset) {
            int low = 0;
            int high = tokens.size();
            while (low < high) {
                int middle = (low + high) / 2;
                if (tokens.get(middle).end() <= offset) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private void lex(String text) {
            if (text.equals(read)) {
                return;
            }
            read = text;
            List<Coloured> found = new ArrayList<>();
            Lexer lexer = lexers.get();
            lexer.setCharStream(new ANTLRStringStream(text));
            int position = 0;
            boolean unitMayFollow = false;
            boolean slashMayFollow = false;
            for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
                String name = names.getOrDefault(token.getType(), "");
                int size = token.getText().length();
                if (!name.equals("RULE_WS")) {
                    // units are words of the grammar like its keywords; only their place tells them apart: 16 tokens, 2
                    // TB/s
                    boolean unit = unitMayFollow && units.contains(token.getText());
                    boolean slash = slashMayFollow && name.equals("'/'");
                    boolean amount = name.equals("RULE_NUMBER");
                    found.add(new Coloured(position, size, amount || unit || slash ? Look.NUMBER : look(name)));
                    unitMayFollow = amount || slash;
                    slashMayFollow = amount || unit;
                }
                position += size;
            }
            tokens = found;
        }

        private static Look look(String name) {
            return switch (name) {
                case "RULE_STRING" -> Look.STRING;
                case "RULE_SL_COMMENT", "RULE_ML_COMMENT" -> Look.COMMENT;
                default -> name.startsWith("'") && Character.isLetter(name.charAt(1)) ? Look.KEYWORD : Look.PLAIN;
            };
        }

        /** Asked for at each use, so that a change of the theme shows. */
        private IToken colour(Look look) {
            return switch (look) {
                case KEYWORD -> colour("keyword", SWT.BOLD);
                case NUMBER -> colour("number", SWT.NORMAL);
                case STRING -> colour("string", SWT.NORMAL);
                case COMMENT -> colour("comment", SWT.ITALIC);
                case PLAIN -> new org.eclipse.jface.text.rules.Token(null);
            };
        }

        private IToken colour(String name, int style) {
            return new org.eclipse.jface.text.rules.Token(
                    new TextAttribute(colours.get("org.memwright.ui.text." + name), null, style));
        }

        @Override
        public IToken nextToken() {
            if (next == tokens.size() || tokens.get(next).offset >= end) {
                return org.eclipse.jface.text.rules.Token.EOF;
            }
            current = tokens.get(next);
            next++;
            return colour(current.look);
        }

        @Override
        public int getTokenOffset() {
            return current.offset;
        }

        @Override
        public int getTokenLength() {
            return current.length;
        }
    }
}

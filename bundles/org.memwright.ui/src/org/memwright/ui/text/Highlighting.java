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
import java.util.function.Supplier;
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

    /** Colours every document from its first character to its last: a file is small and a comment may be long. */
    public Highlighting() {
        ColorRegistry colours =
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        LanguageService language = PlatformUI.getWorkbench().getService(LanguageService.class);
        DefaultDamagerRepairer whole = new DefaultDamagerRepairer(new LexerScanner(language, colours)) {
            @Override
            public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean documentChanged) {
                return new Region(0, event.getDocument().getLength());
            }
        };
        setDamager(whole, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(whole, IDocument.DEFAULT_CONTENT_TYPE);
    }

    /** One token of the lexer, where it stands and how it looks. */
    private record Coloured(int offset, int length, IToken look) {}

    /** Gives the lexer's tokens to JFace. */
    private static final class LexerScanner implements ITokenScanner {
        private static final IToken PLAIN = new org.eclipse.jface.text.rules.Token(null);

        private final Provider<Lexer> lexers;
        private final Map<Integer, String> names;
        private final Set<String> units;
        private final Supplier<IToken> keyword;
        private final Supplier<IToken> number;
        private final Supplier<IToken> string;
        private final Supplier<IToken> comment;
        private final List<Coloured> tokens = new ArrayList<>();
        private int next;
        private int current;

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
            keyword = look(colours, "keyword", SWT.BOLD);
            number = look(colours, "number", SWT.NORMAL);
            string = look(colours, "string", SWT.NORMAL);
            comment = look(colours, "comment", SWT.ITALIC);
        }

        private static Supplier<IToken> look(ColorRegistry colours, String name, int style) {
            // asked for at each use, so that a change of the theme shows
            return () -> new org.eclipse.jface.text.rules.Token(
                    new TextAttribute(colours.get("org.memwright.ui.text." + name), null, style));
        }

        @Override
        public void setRange(IDocument document, int offset, int length) {
            tokens.clear();
            next = 0;
            Lexer lexer = lexers.get();
            lexer.setCharStream(new ANTLRStringStream(document.get()));
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
                    if (position + size > offset && position < offset + length) {
                        tokens.add(new Coloured(position, size, amount || unit || slash ? number.get() : look(name)));
                    }
                    unitMayFollow = amount || slash;
                    slashMayFollow = amount || unit;
                }
                position += size;
            }
        }

        private IToken look(String name) {
            return switch (name) {
                case "RULE_STRING" -> string.get();
                case "RULE_SL_COMMENT", "RULE_ML_COMMENT" -> comment.get();
                default -> name.startsWith("'") && Character.isLetter(name.charAt(1)) ? keyword.get() : PLAIN;
            };
        }

        @Override
        public IToken nextToken() {
            if (next == tokens.size()) {
                return org.eclipse.jface.text.rules.Token.EOF;
            }
            current = next++;
            return tokens.get(current).look();
        }

        @Override
        public int getTokenOffset() {
            return tokens.get(current).offset();
        }

        @Override
        public int getTokenLength() {
            return tokens.get(current).length();
        }
    }
}

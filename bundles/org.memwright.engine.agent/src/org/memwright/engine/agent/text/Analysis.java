/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes texts apart without a model: terms, sentences, entities.
 *
 * <p>State: an analyser that is reused; one of these serves one thread.
 */
public final class Analysis implements AutoCloseable {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])[\"')\\]]*\\s+|\\n+");
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}\\p{N}'.&-]*(?:\\s+(?:(?:of|the|de|la|and|for|in|on)\\s+){0,2}\\p{Lu}[\\p{L}\\p{N}'.&-]*)*"
                    + "|\\b\\d{4}\\b");
    private static final Set<String> OPENERS = Set.of(
            "a", "an", "the", "who", "what", "when", "where", "which", "why", "how", "whose", "whom", "in", "on", "at",
            "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "can", "could", "would", "will",
            "should", "i", "i'm", "it", "it's", "he", "she", "they", "we", "you", "my", "his", "her", "their", "our",
            "your", "this", "that", "these", "those", "yes", "no", "yeah", "wow", "hey", "hi", "thanks", "and", "but",
            "so", "if", "for", "after", "before", "during", "to", "of", "by", "with", "from", "as", "there", "not",
            "oh", "well");

    private final Analyzer english = new EnglishAnalyzer();

    /** The analyser of indexes and of terms: lower case, stop words left out, Porter's stems. */
    public Analyzer analyzer() {
        return english;
    }

    /** The terms of a text, in its order. */
    public List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = english.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be read", impossible);
        }
        return terms;
    }

    /** How far two texts say the same: the terms that both have over those that either has (Jaccard 1912); 0 for none. */
    public double alike(String a, String b) {
        Set<String> mine = new LinkedHashSet<>(terms(a));
        Set<String> theirs = new LinkedHashSet<>(terms(b));
        int all = mine.size() + theirs.size();
        mine.retainAll(theirs);
        return all == 0 ? 0 : (double) mine.size() / (all - mine.size());
    }

    /** The sentences of a text, without what surrounds them; empty ones are left out. */
    public static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String part : SENTENCE.split(text, -1)) {
            String sentence = part.strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    /**
     * Names in a text: runs of capitalised words, joined over small words such as {@code of}, and years, in lower case, each
     * once. Question words, articles and pronouns at the start of a run are cut off.
     */
    public static List<String> entities(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            String name = normalise(matcher.group());
            int space = name.indexOf(' ');
            while (space > 0 && OPENERS.contains(name.substring(0, space))) {
                name = name.substring(space + 1);
                space = name.indexOf(' ');
            }
            if (name.length() > 1 && !OPENERS.contains(name)) {
                found.add(name);
            }
        }
        return List.copyOf(found);
    }

    /** A phrase as nodes of graphs are called: lower case, single spaces, without possessives and marks around it. */
    public static String normalise(String phrase) {
        String lower = phrase.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        String plain = lower.replaceAll("'s\\b", "").replaceAll("[^\\p{L}\\p{N}' -]+", " ");
        return plain.replaceAll("\\s+", " ").strip();
    }

    @Override
    public void close() {
        english.close();
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.memwright.chat.ChatFailure;
import org.memwright.chat.ChatModel;
import org.memwright.engine.agent.program.Flow;
import org.memwright.engine.agent.program.Found;
import org.memwright.engine.agent.workload.Episode;

/**
 * Lets a language model answer questions from what was recalled and compares its words with those of the data.
 *
 * <p>Source: P. Rajpurkar et al., <cite>SQuAD</cite>, 2016, F1 of the words that two answers have in common, without articles and
 * marks.
 */
final class AnswerJudge {
    private static final Pattern ARTICLES = Pattern.compile("\\b(a|an|the)\\b");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}\\s]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private double sum;
    private int answered;
    private int refused;

    /** Asks the model; questions whose answer the data do not give are left out. */
    void answer(ChatModel model, Episode.Question question, Flow recalled) {
        if (question.answer().isEmpty()) {
            return;
        }
        var told = new StringBuilder();
        for (Found found : recalled.items()) {
            told.append(found.piece().spoken()).append('\n');
        }
        told.append("\nQuestion: ").append(question.text());
        try {
            Optional<String> given = model.answer(
                    "Answer the question from the lines before it in as few words as possible. Answer with the answer alone.",
                    told.toString());
            if (given.isPresent()) {
                answered++;
                sum += f1(given.get(), question.answer());
            } else {
                refused++;
            }
        } catch (ChatFailure failed) {
            throw new IllegalArgumentException(failed.getMessage(), failed);
        }
    }

    /** Twice the words in common over all words of both; 1 where both are empty. */
    static double f1(String given, String right) {
        List<String> mine = words(given);
        List<String> theirs = words(right);
        if (mine.isEmpty() && theirs.isEmpty()) {
            return 1;
        }
        int all = mine.size() + theirs.size();
        int common = 0;
        for (String word : mine) {
            common += theirs.remove(word) ? 1 : 0;
        }
        return 2.0 * common / all;
    }

    private static List<String> words(String text) {
        String plain = MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        String bare = ARTICLES.matcher(plain).replaceAll(" ").strip();
        return bare.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(SPACE.split(bare)));
    }

    /** The mean; not a number where nothing was answered. */
    double f1() {
        return sum / answered;
    }

    int answered() {
        return answered;
    }

    int refused() {
        return refused;
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.memwright.chat.ChatFailure;
import org.memwright.chat.ChatModel;
import org.memwright.engine.task.drive.Answer;
import org.memwright.engine.task.drive.Driver;
import org.memwright.engine.task.drive.DriverSource;
import org.memwright.engine.task.drive.Request;
import org.memwright.engine.task.text.Tokens;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.plan.TaskPlan;

/** Asks a language model to do each step and reads outputs and failure from lines of its answer. */
final class ModelAgent implements Driver {
    private static final String INSTRUCTION =
            "You do one step of a task at a time. Use what you are told. Do the step that is named at the end, briefly. "
                    + "Give each output that is asked for on a line of its own: name = value. "
                    + "If the step cannot be done, answer with one line: Failed: and the reason.";
    private static final Pattern OUTPUT = Pattern.compile("(?m)^[\\s*`-]*(\\w+)[\\s*`]*=\\s*(.+)$");
    private static final Pattern FAILED = Pattern.compile("(?mi)^\\s*failed:\\s*(.*)$");

    private final TaskPlan task;
    private final ChatModel model;
    private final Tokens tokens;
    private final ModelSource source;

    ModelAgent(TaskPlan task, ChatModel model, Tokens tokens, ModelSource source) {
        this.task = task;
        this.model = model;
        this.tokens = tokens;
        this.source = source;
    }

    @Override
    public TaskPlan task() {
        return task;
    }

    /** What the goal does not say is for the model to choose. */
    @Override
    public String given(String path, String input) {
        return "as the goal says";
    }

    @Override
    public long window() {
        return source.windowTokens();
    }

    @Override
    public Answer answer(Request request) throws RunFailure {
        Optional<String> said;
        // an attempt after the first must not get the cached answer of the first
        String attempt = request.attempt() == 1 ? "" : "This is attempt " + request.attempt() + ".\n";
        try {
            said = model.answer(INSTRUCTION, request.prompt() + attempt);
        } catch (ChatFailure failed) {
            throw new RunFailure("step " + request.step().path() + ": " + failed.getMessage(), failed);
        }
        String text = said.map(Tokens::normalise).orElse("");
        Map<String, String> found = new LinkedHashMap<>();
        Matcher outputs = OUTPUT.matcher(text);
        while (outputs.find()) {
            found.put(outputs.group(1), outputs.group(2).strip());
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : request.step().outputs()) {
            if (found.containsKey(name)) {
                given.put(name, found.get(name));
            }
        }
        String failure = failure(text, given, request.step().outputs());
        double seconds =
                DriverSource.seconds(source.read(), source.write(), request.promptTokens(), tokens.count(text));
        return new Answer(rest(text), failure.isEmpty() ? given : Map.of(), failure, List.of(), seconds);
    }

    private static String failure(String text, Map<String, String> given, List<String> wanted) {
        Matcher failed = FAILED.matcher(text);
        if (failed.find()) {
            return failed.group(1).isBlank()
                    ? "no reason was given"
                    : failed.group(1).strip();
        }
        if (text.isEmpty()) {
            return "the model gave no answer";
        }
        List<String> missing =
                wanted.stream().filter(name -> !given.containsKey(name)).toList();
        return missing.isEmpty() ? "" : "the answer does not give " + String.join(", ", missing);
    }

    /** The text without the lines that are told again as outputs or reason. */
    private static String rest(String text) {
        return Tokens.normalise(
                FAILED.matcher(OUTPUT.matcher(text).replaceAll("")).replaceAll(""));
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task.drive.scripted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.memwright.engine.task.drive.Answer;
import org.memwright.engine.task.drive.Driver;
import org.memwright.engine.task.drive.DriverSource;
import org.memwright.engine.task.drive.Request;
import org.memwright.engine.task.text.Tokens;
import org.memwright.runtime.plan.TaskPlan;

/**
 * Does steps by rules: fails where it does not know a fact, or by chance, says made sentences, and gives each output a code that no prompt
 * has unless it was told.
 *
 * <p>What happens at an attempt depends on the seed, the path of the step and the number of the attempt alone, so that every memory meets
 * the same luck.
 */
final class ScriptedAgent implements Driver {
    private static final String RESULT = "result";
    private static final String CODE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 6;
    private static final String[] VERBS = {
        "Checked", "Compared", "Looked up", "Measured", "Listed", "Opened", "Read", "Asked about", "Noted", "Sorted"
    };
    private static final String[] NOUNS = {
        "options",
        "prices",
        "dates",
        "rules",
        "records",
        "offers",
        "pages",
        "answers",
        "files",
        "limits",
        "reviews",
        "schedules"
    };
    private static final String[] FINDINGS = {
        "two of them fit",
        "none was ruled out",
        "the second looks best",
        "some are out of date",
        "they agree with the plan",
        "one needs another look",
        "the cheapest is gone",
        "all are within the limits"
    };
    private static final String[] REASONS = {
        "the tool gave an error", "the page did not answer in time", "the result did not pass its check"
    };

    private final TaskPlan task;
    private final long seed;
    private final Tokens tokens;
    private final ScriptedSource source;

    ScriptedAgent(TaskPlan task, long seed, Tokens tokens, ScriptedSource source) {
        this.task = task;
        this.seed = seed;
        this.tokens = tokens;
        this.source = source;
    }

    @Override
    public TaskPlan task() {
        return task;
    }

    @Override
    public String given(String path, String input) {
        return code(path, input);
    }

    @Override
    public long window() {
        return source.windowTokens();
    }

    @Override
    public Answer answer(Request request) {
        var random = random(request.step().path(), "attempt " + request.attempt());
        boolean unlucky = random.nextDouble() < source.failures();
        String text = say(
                request.step().title().isEmpty()
                        ? request.step().path()
                        : request.step().title(),
                random);
        String failure = "";
        if (!request.unknown().isEmpty()) {
            failure = "does not know " + String.join(", ", request.unknown());
        } else if (unlucky) {
            failure = REASONS[random.nextInt(REASONS.length)];
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        if (failure.isEmpty()) {
            List<String> names = request.step().outputs().isEmpty()
                    ? List.of(RESULT)
                    : request.step().outputs();
            names.forEach(name -> outputs.put(name, code(request.step().path(), name)));
        }
        double seconds =
                DriverSource.seconds(source.read(), source.write(), request.promptTokens(), tokens.count(text));
        return new Answer(text, outputs, failure, List.of(), seconds);
    }

    private String say(String title, SplittableRandom random) {
        double length = source.outputTokens() * (0.5 + random.nextDouble());
        var text = new StringBuilder("Worked on: ").append(title).append('.');
        int said = tokens.count(text.toString());
        while (said < length) {
            String sentence =
                    VERBS[random.nextInt(VERBS.length)] + " the " + NOUNS[random.nextInt(NOUNS.length)] + " for "
                            + (10 + random.nextInt(990)) + " " + NOUNS[random.nextInt(NOUNS.length)] + "; "
                            + FINDINGS[random.nextInt(FINDINGS.length)] + ".";
            text.append('\n').append(sentence);
            said += tokens.count(sentence);
        }
        return text.toString();
    }

    private String code(String path, String name) {
        var random = random(path, name);
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE.charAt(random.nextInt(CODE.length())));
        }
        return code.toString();
    }

    private SplittableRandom random(String path, String what) {
        long mixed = seed;
        for (char c : (path + "\n" + what).toCharArray()) {
            mixed = mixed * 1_000_003 + c;
        }
        return new SplittableRandom(mixed);
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.memwright.chat.ChatModel;
import org.memwright.engine.task.drive.Answer;
import org.memwright.engine.task.drive.Driver;
import org.memwright.engine.task.drive.DriverSource;
import org.memwright.engine.task.drive.Request;
import org.memwright.engine.task.program.Layout;
import org.memwright.engine.task.program.Log;
import org.memwright.engine.task.program.Moment;
import org.memwright.engine.task.program.Prompt;
import org.memwright.engine.task.program.Services;
import org.memwright.engine.task.text.Tokens;
import org.memwright.engine.task.tree.Node;
import org.memwright.engine.task.tree.Status;
import org.memwright.engine.task.tree.TaskTree;
import org.memwright.engine.task.tree.Turn;
import org.memwright.runtime.CacheFolder;
import org.memwright.runtime.RunFailure;
import org.memwright.runtime.RunSink;
import org.memwright.runtime.meter.StoreMeter;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.runtime.plan.TaskPlan;
import org.memwright.runtime.plan.TaskPlan.StepPlan;
import org.memwright.runtime.plan.TaskPlan.Use;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.Mechanisms;

/**
 * One run: steps are done one after the other, each from a prompt that the design composes, until all are settled.
 *
 * <p>The log has everything that happened, whatever the design keeps; a prompt of all of it is the linear transcript that prompts are
 * compared with.
 */
final class TaskRun implements Services {
    private static final double NANOS = 1e9;
    /** A run ends after so many turns for each step, so that a design that never gives up does. */
    private static final int MOST_TURNS_PER_STEP = 1000;

    private final RunPlan plan;
    private final RunSink sink;
    private final TaskDesign design;
    private final StoreMeter meter;
    private final Optional<ChatModel> chat = ChatModel.configured(CacheFolder.path());
    private final Tokens tokens = new Tokens();
    private final Log log = new Log(tokens);
    private final Driver driver;
    private final TaskTree tree;
    private final Map<Integer, TaskTree.Snapshot> checkpoints = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Integer> statusSeries = new LinkedHashMap<>();
    private final Map<String, Status> shown = new HashMap<>();
    private final Map<String, Integer> storeSeries = new LinkedHashMap<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private final List<Told> turns = new ArrayList<>();
    private long summaryBytes;
    private long nowNanos;
    private int rollbacks;
    private int replacements;
    private int reused;

    TaskRun(RunPlan plan, RunSink sink) throws RunFailure {
        this.plan = plan;
        this.sink = sink;
        design = new TaskDesign(plan.memory());
        meter = new StoreMeter(plan.machine());
        driver = driver();
        tree = new TaskTree(driver.task());
    }

    private Driver driver() throws RunFailure {
        var task = plan.workload().property("task").map(TaskPlan.class::cast);
        var steps = plan.workload().property("steps");
        if (steps.isEmpty() || !(steps.get() instanceof MechanismCall call)) {
            throw new RunFailure(
                    "workload " + plan.workload().name()
                            + " does not say who does the steps; write steps from scripted(failures: 20%), or steps from transcript(\"run.jsonl\")");
        }
        DriverSource source = Mechanisms.create(DriverSource.class, "task", MechanismKind.SOURCE, call);
        return source.open(new DriverSource.Setting(plan.workload().name(), task, plan.seed(), chat, tokens));
    }

    // ── services ────────────────────────────────────────────────────────────────────────────────────────────

    @Override
    public Map<String, Layout> stores() {
        return design.stores();
    }

    @Override
    public Optional<ChatModel> chat() {
        return chat;
    }

    @Override
    public void wrote(long bytes) {
        summaryBytes += bytes;
        charge("writing summaries", Layout.TREE, 0, bytes);
    }

    @Override
    public void method(String text) {
        methods.add(text);
    }

    @Override
    public int failures(String path) {
        return failures.getOrDefault(path, 0);
    }

    @Override
    public void rollback(int step) {
        TaskTree.Snapshot checkpoint = checkpoints.get(step);
        if (checkpoint == null) {
            throw new IllegalStateException("step " + tree.step(step).path() + " has no checkpoint although it began");
        }
        tree.restore(checkpoint);
        rollbacks++;
    }

    @Override
    public void replace(int step, boolean reuse) {
        reused += tree.replace(step, fresh(step), reuse);
        replacements++;
    }

    /** The steps of a new plan for a part: those of the recording, or the same again. */
    private List<StepPlan> fresh(int step) {
        try {
            List<StepPlan> same = new ArrayList<>(List.of(tree.step(step)));
            tree.below(step).forEach(below -> same.add(tree.step(below)));
            return driver.replan(step, tree).orElse(same);
        } catch (RunFailure wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    // ── the run ─────────────────────────────────────────────────────────────────────────────────────────────

    void run() throws RunFailure {
        declareSeries();
        log.add(goal());
        long most = (long) MOST_TURNS_PER_STEP * tree.size();
        show();
        while (true) {
            tree.settle();
            show();
            List<Integer> ready = tree.ready();
            if (ready.isEmpty()) {
                break;
            }
            if (sink.cancelled()) {
                sink.note(new RunSink.Note(
                        RunSink.NoteKind.WARNING, "The run was stopped after " + turns.size() + " turns."));
                break;
            }
            if (turns.size() >= most) {
                throw new RunFailure("after " + most + " turns the task is not done: "
                        + plan.memory().name() + " tries again without end; give its rule on fail a smaller times");
            }
            int step = driver.next(ready, tree);
            begin(step);
            turn(step);
            long settled = tree.live().stream()
                    .filter(at -> tree.node(at).status().isSettled())
                    .count();
            sink.progress((double) settled / tree.live().size(), nowNanos);
        }
        notes();
        new TaskReport(plan, this).emit(sink);
    }

    private String goal() {
        TaskPlan task = driver.task();
        return "Task: " + (task.goal().isEmpty() ? task.name() : task.goal()) + given("", task.inputs());
    }

    /** Given values as a line of their own; empty where there is none. */
    private String given(String path, List<String> inputs) {
        var line = new StringBuilder();
        for (String input : inputs) {
            String value = driver.given(path, input);
            line.append(line.isEmpty() ? "\nGiven: " : ", ").append(input);
            if (!value.isEmpty()) {
                line.append(" = ").append(value);
            }
        }
        return line.toString();
    }

    /** Begins a step and those around it, each with a checkpoint of what the tree was before. */
    private void begin(int step) {
        for (int at : tree.path(step)) {
            if (tree.node(at).status() == Status.PENDING) {
                checkpoints.put(at, tree.snapshot());
                String text = Tokens.normalise(
                        heading(tree.step(at)) + given(tree.step(at).path(), freshInputs(at)));
                tree.begin(at, log.add(text));
                chargeWriting(text);
            }
        }
        show();
    }

    private static String heading(StepPlan step) {
        return "Step " + step.path() + (step.title().isEmpty() ? "" : ": " + step.title());
    }

    /** Inputs that are given from outside: not those of a step around it, nor what it uses. */
    private List<String> freshInputs(int step) {
        Set<String> known = new LinkedHashSet<>(driver.task().inputs());
        List<Integer> path = tree.path(step);
        path.subList(0, path.size() - 1)
                .forEach(around -> known.addAll(tree.step(around).inputs()));
        for (Use use : tree.uses(step)) {
            if (!use.datum().isEmpty()) {
                known.add(use.datum());
            } else if (use.step() != TaskPlan.TASK) {
                known.addAll(tree.step(use.step()).outputs());
            }
        }
        return tree.step(step).inputs().stream()
                .filter(input -> !known.contains(input))
                .toList();
    }

    private void turn(int step) throws RunFailure {
        StepPlan declared = tree.step(step);
        var moment = new Moment(tree, step, log, this);
        Prompt prompt = design.prompt(moment);
        String instruction = instruction(step);
        long asked = tokens.count(instruction);
        long kept = workingSet();
        boolean cut =
                prompt.fit(driver.window() - asked, tokens, Set.of(moment.goal().entry()));
        long promptTokens = prompt.tokens(tokens) + asked;
        long linearTokens = log.tokens() + asked;
        String text = prompt.text() + instruction;
        charge("composing prompts", tellingLayout(), prompt.sections().size(), Log.bytes(text));
        Map<String, String> needed = needed(step);
        List<String> unknown = needed.entrySet().stream()
                .filter(fact -> !text.contains(fact.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        int attempt = attempts.merge(declared.path(), 1, Integer::sum);
        long start = nowNanos;
        Answer answer = driver.answer(new Request(declared, attempt, text, promptTokens, unknown));
        String lines = answer.lines();
        int recordedNeeds = answer.needs().size();
        int recordedPresent =
                (int) answer.needs().stream().filter(text::contains).count();
        nowNanos += Math.round(answer.seconds() * NANOS) + Math.round(meter.takeNanos());
        tree.add(step, new Turn(log.add(lines), lines, answer.failed()), answer.outputs());
        chargeWriting(lines);
        turns.add(new Told(
                declared.path(),
                attempt,
                promptTokens,
                linearTokens,
                tokens.count(lines),
                needed.size() + recordedNeeds,
                needed.size() - unknown.size() + recordedPresent,
                cut,
                answer.failed(),
                kept));
        sink.span(track(declared.path()), "attempt " + attempt + (answer.failed() ? " failed" : ""), start, nowNanos);
        if (answer.failed()) {
            failures.merge(declared.path(), 1, Integer::sum);
            tree.set(step, Status.FAILED);
            show();
            design.perform("fail", moment);
        } else {
            tree.set(step, Status.DONE);
            checkpoints.remove(step);
            design.perform("done", moment);
        }
        nowNanos += Math.round(meter.takeNanos());
        show();
    }

    /** What is asked for at the end of every prompt. */
    private String instruction(int step) {
        StepPlan declared = tree.step(step);
        boolean concludes = !tree.children(step).isEmpty();
        return (concludes ? "Conclude " : "Do ") + "step " + declared.path() + " now."
                + (declared.outputs().isEmpty() ? "" : " Give " + String.join(", ", declared.outputs()) + ".") + "\n";
    }

    /**
     * The facts that a step needs, by name: what is given to it and to the steps around it, what they use, and what came of the steps below
     * it.
     */
    private Map<String, String> needed(int step) {
        Map<String, String> needed = new LinkedHashMap<>();
        for (String input : driver.task().inputs()) {
            needed.put(input, driver.given("", input));
        }
        for (int at : tree.path(step)) {
            String path = tree.step(at).path();
            freshInputs(at).forEach(input -> needed.put(path + "." + input, driver.given(path, input)));
        }
        for (Use use : tree.uses(step)) {
            if (use.step() != TaskPlan.TASK) {
                addOutputs(needed, use.step(), use.datum());
            }
        }
        tree.children(step).forEach(below -> addOutputs(needed, below, ""));
        needed.values().removeIf(String::isEmpty);
        return needed;
    }

    private void addOutputs(Map<String, String> needed, int step, String datum) {
        tree.node(step).outputs().forEach((name, value) -> {
            if (datum.isEmpty() || datum.equals(name)) {
                needed.put(tree.step(step).path() + "." + name, value);
            }
        });
    }

    // ── what the stores keep, and what it costs ─────────────────────────────────────────────────────────────

    /** Tokens that the stores keep now. */
    private long workingSet() {
        return stores().values().stream()
                .mapToLong(layout -> layout == Layout.TEXT ? log.tokens() : treeTokens())
                .sum();
    }

    private long treeTokens() {
        long sum = log.tokens(0);
        for (int step : tree.live()) {
            for (String text : kept(tree.node(step))) {
                sum += tokens.count(text);
            }
        }
        return sum;
    }

    private long treeBytes() {
        long sum = Log.bytes(log.text(0));
        for (int step : tree.live()) {
            for (String text : kept(tree.node(step))) {
                sum += Log.bytes(text);
            }
        }
        return sum;
    }

    /** The texts that a tree keeps of a step. */
    private List<String> kept(Node node) {
        if (node.begun() < 0) {
            return List.of();
        }
        if (node.pruned()) {
            return List.of(node.shortText());
        }
        List<String> texts = new ArrayList<>(List.of(log.text(node.begun())));
        node.turns().forEach(turn -> texts.add(turn.text()));
        String summary = node.summary();
        if (summary != null) {
            texts.add(summary);
        }
        return texts;
    }

    /** The layout that prompts are read from: the tree where there is one. */
    private Layout tellingLayout() {
        return stores().containsValue(Layout.TREE) ? Layout.TREE : Layout.TEXT;
    }

    private void chargeWriting(String text) {
        for (Layout layout : Set.copyOf(stores().values()).stream().sorted().toList()) {
            charge("writing what happens", layout, 0, Log.bytes(text));
        }
    }

    private void charge(String operation, Layout layout, int pieces, long bytes) {
        for (var store : stores().entrySet()) {
            if (store.getValue() == layout) {
                meter.charge(
                        operation,
                        0,
                        design.tier(store.getKey()),
                        pieces,
                        pieces > 0 ? bytes : 0,
                        pieces > 0 ? 0 : bytes);
            }
        }
    }

    // ── what a view sees ────────────────────────────────────────────────────────────────────────────────────

    private static String track(String path) {
        return path.replace('.', '/');
    }

    private void declareSeries() {
        stores().keySet()
                .forEach(store -> storeSeries.put(
                        store,
                        sink.series(new RunSink.Series(RunSink.SeriesKind.STORE_OCCUPANCY, store, "B", Double.NaN))));
        tree.live().forEach(step -> declareStatus(tree.step(step).path()));
    }

    private int declareStatus(String path) {
        return statusSeries.computeIfAbsent(
                path, p -> sink.series(new RunSink.Series(RunSink.SeriesKind.STEP_STATUS, track(p), "", Double.NaN)));
    }

    /** Publishes what changed since it was last called. */
    private void show() {
        for (int step : tree.live()) {
            String path = tree.step(step).path();
            Status status = tree.node(step).status();
            if (shown.put(path, status) != status) {
                sink.sample(declareStatus(path), nowNanos, status.ordinal());
            }
        }
        stores().forEach((store, layout) -> sink.sample(
                storeSeries.getOrDefault(store, 0), nowNanos, layout == Layout.TEXT ? log.bytes() : treeBytes()));
    }

    private void notes() {
        for (int step : tree.live()) {
            if (tree.node(step).status() == Status.FAILED && tree.children(step).isEmpty()) {
                sink.note(new RunSink.Note(
                        RunSink.NoteKind.WARNING,
                        "Step " + tree.step(step).path() + " failed for good after "
                                + failures(tree.step(step).path()) + " failures."));
            }
        }
        chat.filter(model -> model.answered() > 0)
                .ifPresent(model -> methods.add("Language model " + model.model() + ": " + model.answered()
                        + " requests, " + model.refused() + " refused."));
        methods.forEach(method -> sink.note(new RunSink.Note(RunSink.NoteKind.METHOD, method)));
        sink.note(new RunSink.Note(
                RunSink.NoteKind.METHOD,
                "Prompts were composed by running and counted in tokens of cl100k. Time follows from the declared speeds of the agent; what the memory itself takes, from counted bytes on "
                        + plan.machine().name() + "; none is measured."));
        for (String left : plan.defaults()) {
            sink.note(new RunSink.Note(RunSink.NoteKind.DEFAULT, left));
        }
        for (String left : design.defaults()) {
            sink.note(new RunSink.Note(RunSink.NoteKind.DEFAULT, left));
        }
    }

    // ── what the report asks ────────────────────────────────────────────────────────────────────────────────

    StoreMeter meter() {
        return meter;
    }

    List<Told> turns() {
        return turns;
    }

    /** Live steps of a status. */
    long steps(Status status) {
        return tree.live().stream()
                .filter(step -> tree.node(step).status() == status)
                .count();
    }

    long steps() {
        return tree.live().size();
    }

    int rollbacks() {
        return rollbacks;
    }

    int replacements() {
        return replacements;
    }

    int reused() {
        return reused;
    }

    long nanos() {
        return nowNanos;
    }

    /** Tokens of everything that happened. */
    long writtenTokens() {
        return log.tokens();
    }

    /** Tokens that the stores keep at the end. */
    long keptTokens() {
        return workingSet();
    }

    long summaryBytes() {
        return summaryBytes;
    }
}

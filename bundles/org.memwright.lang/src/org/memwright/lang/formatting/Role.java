/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.formatting;

import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;

/** What a token is for, as far as white space around it is concerned. */
enum Role {
    /** Begins something that stands on a line of its own. */
    MEMBER,
    /** Begins a property, which may share its line with others. */
    PROPERTY,
    OPEN_BLOCK,
    CLOSE_BLOCK,
    /** Opens what is called or indexed: no space before. */
    OPEN_CALL,
    /** Opens a part of an expression. */
    OPEN_GROUP,
    CLOSE_GROUP,
    COMMA,
    /** Between the name of an argument and its value. */
    ARGUMENT_COLON,
    /** After the head of a store, rule or link. */
    HEAD_COLON,
    DOT,
    PIPE,
    MINUS_SIGN,
    PERCENT,
    OTHER;

    /** The rules whose first keyword begins a member, with that keyword; where the keyword is not the rule's name. */
    private static final Map<String, Set<String>> BEGINNINGS = Map.ofEntries(
            Map.entry("Module", Set.of("package")),
            Map.entry("Import", Set.of("import")),
            Map.entry("Hardware", Set.of("hardware")),
            Map.entry("Model", Set.of("model")),
            Map.entry("Memory", Set.of("memory")),
            Map.entry("Workload", Set.of("workload", "task")),
            Map.entry("Task", Set.of("task", "goal")),
            Map.entry("TaskData", Set.of("in", "out")),
            Map.entry("Step", Set.of("step")),
            Map.entry("ComputeUnit", Set.of("compute")),
            Map.entry("Peak", Set.of("peak")),
            Map.entry("Tier", Set.of("tier")),
            Map.entry("Link", Set.of("link")),
            Map.entry("Use", Set.of("use")),
            Map.entry("Calibration", Set.of("calibrate")),
            Map.entry("Parameter", Set.of("param")),
            Map.entry("Store", Set.of("store")),
            Map.entry("Keep", Set.of("keep")),
            Map.entry("Handler", Set.of("on")),
            Map.entry(
                    "Experiment",
                    Set.of(
                            "experiment",
                            "on",
                            "split",
                            "model",
                            "workload",
                            "serving",
                            "compare",
                            "vary",
                            "slo",
                            "measure",
                            "expect",
                            "repeat")));

    private static final Set<String> HEADS = Set.of("Link", "Store", "Keep", "Handler");

    /** The role of a token that a part of the grammar made. */
    static Role of(EObject grammarElement) {
        AbstractRule rule = GrammarUtil.containingRule(grammarElement);
        String ruleName = rule == null ? "" : rule.getName();
        if (!(grammarElement instanceof Keyword keyword)) {
            boolean named = grammarElement instanceof RuleCall call
                    && GrammarUtil.containingAssignment(call) != null
                    && GrammarUtil.containingAssignment(call).getFeature().equals("name");
            if (named && ruleName.equals("Property")) {
                return PROPERTY;
            }
            return OTHER;
        }
        String word = keyword.getValue();
        if (BEGINNINGS.getOrDefault(ruleName, Set.of()).contains(word)) {
            return MEMBER;
        }
        return switch (word) {
            case "{" -> OPEN_BLOCK;
            case "}" -> CLOSE_BLOCK;
            case "(" -> opensGroup(keyword, ruleName) ? OPEN_GROUP : OPEN_CALL;
            case "[" -> OPEN_CALL;
            case ")", "]" -> CLOSE_GROUP;
            case "," -> COMMA;
            case ":" -> HEADS.contains(ruleName) ? HEAD_COLON : ARGUMENT_COLON;
            case "." -> DOT;
            case "|>" -> PIPE;
            case "-" -> ruleName.equals("Prefix") ? MINUS_SIGN : OTHER;
            default -> OTHER;
        };
    }

    /** A parenthesis that begins an operand, rather than following a name. */
    private static boolean opensGroup(Keyword keyword, String ruleName) {
        return ruleName.equals("Primary")
                && keyword.eContainer() instanceof org.eclipse.xtext.Group group
                && group.getElements().getFirst().equals(keyword);
    }

    boolean beginsMember() {
        return this == MEMBER || this == PROPERTY;
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of JSON Schema as {@code profile.schema.json} uses; a keyword that it does not know is an error. */
final class Schema {
    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    Schema(JsonNode root) {
        this.root = root;
    }

    /** What does not fit, with its path. */
    List<String> check(JsonNode value) throws JsonFailure {
        problems.clear();
        check(value, root);
        return List.copyOf(problems);
    }

    private void check(JsonNode value, JsonNode schema) throws JsonFailure {
        Map<String, JsonNode> words = schema.fields();
        for (var word : words.entrySet()) {
            JsonNode rule = word.getValue();
            switch (word.getKey()) {
                case "$schema", "$id", "$defs", "title", "description", "required", "additionalProperties" -> {}
                case "$ref" -> check(value, root.get("$defs").get(rule.text().substring("#/$defs/".length())));
                case "const" -> require(value, same(value, rule), "must be " + text(rule));
                case "enum" -> {
                    boolean found = false;
                    for (JsonNode choice : rule.list()) {
                        found |= same(value, choice);
                    }
                    require(value, found, text(value) + " is none of the choices");
                }
                case "minimum" -> require(value, value.number() >= rule.number(), "must be at least " + rule.number());
                case "type" -> type(value, rule);
                case "items" -> {
                    for (JsonNode item : value.isArray() ? value.list() : List.<JsonNode>of()) {
                        check(item, rule);
                    }
                }
                case "properties" -> {
                    if (!value.isObject()) {
                        continue;
                    }
                    for (var property : rule.fields().entrySet()) {
                        if (value.fields().containsKey(property.getKey())) {
                            check(value.get(property.getKey()), property.getValue());
                        }
                    }
                }
                case "anyOf" -> {
                    boolean fits = false;
                    for (JsonNode choice : rule.list()) {
                        int before = problems.size();
                        check(value, choice);
                        fits |= problems.size() == before;
                        while (problems.size() > before) {
                            problems.removeLast();
                        }
                    }
                    require(value, fits, "fits none of the choices");
                }
                default -> throw new JsonFailure("the schema uses '" + word.getKey() + "', which is not known here");
            }
        }
        if (words.containsKey("required") && value.isObject()) {
            for (JsonNode key : words.get("required").list()) {
                require(value, value.fields().containsKey(key.text()), "has no " + key.text());
            }
        }
        if (words.containsKey("additionalProperties") && value.isObject()) {
            JsonNode additional = words.get("additionalProperties");
            for (var field : value.fields().entrySet()) {
                boolean declared = words.containsKey("properties")
                        && words.get("properties").fields().containsKey(field.getKey());
                if (!declared && additional.isObject()) {
                    check(field.getValue(), additional);
                } else {
                    require(value, declared, "has an undeclared " + field.getKey());
                }
            }
        }
    }

    private void type(JsonNode value, JsonNode rule) throws JsonFailure {
        boolean fits = false;
        for (JsonNode type : rule.isText() ? List.of(rule) : rule.list()) {
            fits |= switch (type.text()) {
                case "object" -> value.isObject();
                case "array" -> value.isArray();
                case "string" -> value.isText();
                case "integer" -> value.isWhole();
                case "number" -> value.isNumber();
                case "null" -> value.isNull();
                default -> throw new JsonFailure("unknown type " + type.text());
            };
        }
        require(value, fits, "must be " + (rule.isText() ? rule.text() : "another type"));
    }

    private static boolean same(JsonNode a, JsonNode b) throws JsonFailure {
        return text(a).equals(text(b));
    }

    private static String text(JsonNode node) throws JsonFailure {
        return node.isText() ? "'" + node.text() + "'" : Double.toString(node.number());
    }

    private void require(JsonNode value, boolean truth, String message) {
        if (!truth) {
            problems.add(value.path() + " " + message);
        }
    }
}

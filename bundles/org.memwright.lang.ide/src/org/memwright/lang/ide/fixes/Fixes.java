/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.fixes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.memwright.lang.Finding;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.issue.LangIssue;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.model.Model;
import org.memwright.model.Workload;

/** Finds what mends a finding. Cost: linear in the file. */
public final class Fixes {
    private Fixes() {}

    /** What mends a finding of a file, the most likely first. */
    public static List<Fix> of(Designs designs, Path file, Finding finding) {
        Optional<LangIssue> issue = issue(finding.code());
        if (issue.isEmpty()
                || finding.offset() + finding.length() > designs.text(file).length()) {
            return List.of();
        }
        var mending = new Mending(designs, file, finding);
        mend(issue.get(), mending);
        return List.copyOf(mending.fixes);
    }

    private static Optional<LangIssue> issue(String code) {
        for (LangIssue issue : LangIssue.values()) {
            if (issue.code().equals(code)) {
                return Optional.of(issue);
            }
        }
        return Optional.empty();
    }

    private static void mend(LangIssue issue, Mending mending) {
        var names = new NameFixes(mending);
        var syntax = new SyntaxFixes(mending);
        var surplus = new SurplusFixes(mending);
        var missing = new MissingFixes(mending);
        var values = new ValueFixes(mending);
        switch (issue) {
            case UNKNOWN_NAME, UNKNOWN_PACKAGE -> names.unknown();
            case AMBIGUOUS_NAME -> names.inFull();
            case TIER_MISSING -> names.otherTier();
            case PLACE_MISSING -> names.otherPlace();
            case DUPLICATE_NAME -> names.renameHere();
            case DUPLICATE_COLUMN -> names.nameColumn();
            case MECHANISM_WRONG_EVENT -> names.otherEvent();

            case NAME_IS_KEYWORD, NAME_IS_UNIT -> syntax.escape();
            case BRACKET_NOT_CLOSED -> syntax.closeBracket();
            case BRACKET_NOT_OPENED -> syntax.remove();
            case TEXT_NOT_CLOSED -> syntax.closeText();
            case COMMENT_NOT_CLOSED -> syntax.closeComment();
            case SYNTAX -> {
                names.nearest();
                syntax.mend();
            }

            case DUPLICATE_PROPERTY -> surplus.removeProperty();
            case DUPLICATE_RULE -> surplus.removeRule();
            case ARGUMENT_TWICE, ARGUMENT_TOO_MANY -> surplus.removeArgument();
            case EXTENDS_CYCLE -> surplus.removeExtends();
            case USE_CYCLE -> surplus.removeUse();

            case ENGINE_MISSING -> missing.addEngine();
            case PROPERTY_MISSING -> missing.addProperties(mending.finding.data());
            case BANDWIDTH_MISSING -> missing.addProperties(List.of("bandwidth 2 TB/s"));
            case PEAK_MISSING -> missing.addProperties(List.of("peak fp16 312 TFLOP/s"));
            case VALUE_MISSING -> missing.addValue();
            case ARGUMENT_MISSING -> missing.addArgument();
            case HARDWARE_MISSING -> missing.addClause("on", Hardware.class, "memwright.hardware.A100_80G");
            case MODEL_MISSING -> missing.addClause("model", Model.class, "memwright.models.Llama2_7B");
            case WORKLOAD_MISSING -> missing.addClause("workload", Workload.class, "");
            case COMPARE_MISSING -> missing.addClause("compare", Memory.class, "");

            case WRONG_DIMENSION -> values.otherUnit();
            case PROPERTY_WRONG -> values.otherProperty();
            case ARGUMENT_WRONG -> values.otherArgument();
            case PROPERTY_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE -> values.nearestAllowed();
            case NOT_A_COUNT -> values.one();
            case POINT_NOT_ON_AXIS -> values.pointOfTheAxis();
            case STORE_TOO_LARGE -> values.smallerStore();

            default -> names.nearest();
        }
    }
}

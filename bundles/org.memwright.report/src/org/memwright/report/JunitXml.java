/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import java.util.List;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Verdict;
import org.memwright.report.html.Markup;

/**
 * Verdicts as a test report: a suite per experiment, a case per expectation and point of the grid.
 *
 * <p>A failure carries the two values. What cannot be told is an error with the reason, so that it is not taken for green.
 */
public final class JunitXml {
    private JunitXml() {}

    /** The report. */
    public static String text(List<ExperimentProfile> experiments) {
        List<Verdict> all =
                experiments.stream().flatMap(e -> e.verdicts().stream()).toList();
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites").append(counts(all)).append(">\n");
        for (ExperimentProfile experiment : experiments) {
            xml.append("  <testsuite");
            attribute(xml, "name", experiment.name());
            xml.append(counts(experiment.verdicts())).append(">\n");
            experiment.verdicts().forEach(verdict -> write(experiment, verdict, xml));
            xml.append("  </testsuite>\n");
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static void write(ExperimentProfile experiment, Verdict verdict, StringBuilder xml) {
        String point = ExperimentProfile.label(verdict.point());
        xml.append("    <testcase");
        attribute(xml, "classname", experiment.name());
        attribute(xml, "name", point.isEmpty() ? verdict.text() : verdict.text() + " [" + point + "]");
        attribute(xml, "file", verdict.position().file());
        attribute(xml, "line", Integer.toString(verdict.position().line()));
        switch (verdict.outcome()) {
            case PASSED -> xml.append("/>\n");
            case FAILED -> problem(xml, "failure", "expect", verdict.values() + " does not hold", verdict);
            case UNDECIDED -> problem(xml, "error", "undecided", verdict.reason(), verdict);
        }
    }

    private static void problem(StringBuilder xml, String element, String type, String message, Verdict verdict) {
        xml.append(">\n      <").append(element);
        attribute(xml, "type", type);
        attribute(xml, "message", message);
        xml.append('>')
                .append(Markup.escape(verdict.position() + ": " + verdict.text() + ": " + verdict.values()))
                .append("</")
                .append(element)
                .append(">\n    </testcase>\n");
    }

    private static String counts(List<Verdict> verdicts) {
        var xml = new StringBuilder();
        attribute(xml, "tests", Integer.toString(verdicts.size()));
        attribute(xml, "failures", count(verdicts, Verdict.Outcome.FAILED));
        attribute(xml, "errors", count(verdicts, Verdict.Outcome.UNDECIDED));
        return xml.toString();
    }

    private static String count(List<Verdict> verdicts, Verdict.Outcome outcome) {
        return Long.toString(
                verdicts.stream().filter(v -> v.outcome() == outcome).count());
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(Markup.escape(value)).append('"');
    }
}

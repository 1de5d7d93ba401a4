/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.RunProfile;
import org.memwright.report.json.JsonNode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** CSV, JUnit XML and the trace. */
class TextReportsTest {
    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void csv_hasALinePerRunAndMeasure() {
        String csv = ProfileCsv.text(List.of(
                new Shootout().requests(20).seeds(2).rates("4 /s", "8 /s").profile(1)));
        List<String> lines = csv.lines().toList();
        assertEquals("experiment,column,arrival,seed,outcome,metric,argument,value,unit,bound", lines.getFirst());
        // 4 columns x 2 rates x 2 seeds, each with the 8 measures of the experiment and the number of iterations
        assertEquals(1 + 4 * 2 * 2 * 9, lines.size());
        assertTrue(lines.get(1).startsWith("shootout.Shootout,FullCache,4 /s,1,done,throughput,,"), lines.get(1));
        assertTrue(lines.get(2).matches("shootout.Shootout,FullCache,4 /s,1,done,ttft,p50,0\\.\\d+,s,"), lines.get(2));
    }

    @Test
    void csv_quotesWhatNeedsItAndKeepsRunsWithoutMeasures() {
        String csv = ProfileCsv.text(List.of(new Shootout()
                .without("FullCache", "PagedAttention", "H2O", "KIVI")
                .column("a,\"b\"\nc", 0, 1)
                .profile(1)));
        assertEquals("""
                experiment,column,seed,outcome,metric,argument,value,unit,bound
                shootout.Shootout,"a,""b""
                c",1,failed,,,,,
                """, csv);
    }

    @Test
    void junit_hasACasePerExpectationAndPoint() throws Exception {
        ExperimentProfile profile = new Shootout()
                .requests(60)
                .rates("1 /s", "40 /s")
                .without("H2O")
                .profile(1);
        Document document = xml(JunitXml.text(List.of(profile)));
        Element suites = document.getDocumentElement();
        assertEquals("6", suites.getAttribute("tests"));
        // H2O is not there, so its expectation cannot be told, at both points.
        assertEquals("2", suites.getAttribute("errors"));
        var cases = document.getElementsByTagName("testcase");
        assertEquals(6, cases.getLength());
        Element first = (Element) cases.item(0);
        assertEquals("H2O.throughput >= 1.02 * FullCache.throughput [arrival 1 /s]", first.getAttribute("name"));
        assertEquals("shootout.memw", first.getAttribute("file"));
        assertEquals("34", first.getAttribute("line"));
        Element error = (Element) document.getElementsByTagName("error").item(0);
        assertEquals("The run of H2O was not made.", error.getAttribute("message"));
        // At one request per second every design keeps up, so none is 1.5 times as fast.
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        assertTrue(
                failure.getAttribute("message").matches("\\d+\\.?\\d* tokens/s >= \\d+\\.?\\d* tokens/s does not hold"),
                failure.getAttribute("message"));
        assertEquals(
                suites.getAttribute("failures"),
                Integer.toString(document.getElementsByTagName("failure").getLength()));
    }

    @Test
    void junit_escapesHostileNames() throws Exception {
        var hostile = new Shootout().requests(5).without("H2O").profile(1);
        var renamed = new ExperimentProfile(
                "a\"<&>'\u0000\u001b\ufffe]]>\n",
                hostile.doc(),
                hostile.hardware(),
                hostile.model(),
                hostile.workload(),
                hostile.columns(),
                hostile.axes(),
                1,
                hostile.measures(),
                hostile.runs(),
                hostile.verdicts(),
                hostile.position());
        Element suite = (Element) xml(JunitXml.text(List.of(renamed)))
                .getElementsByTagName("testsuite")
                .item(0);
        assertEquals("a\"<&>'\ufffd\ufffd\ufffd]]>\n", suite.getAttribute("name"));
    }

    @Test
    void trace_hasAProcessPerRunAThreadPerTrackAndCounters() throws Exception {
        ExperimentProfile profile = new Shootout().requests(30).profile(1);
        var text = new StringBuilder();
        PerfettoTrace.write(List.of(profile), text);
        List<JsonNode> events =
                JsonNode.parse(text.toString()).get("traceEvents").list();

        RunProfile run = profile.runs().getFirst();
        int spans = 0;
        int counters = 0;
        long nanos = 0;
        for (JsonNode event : events) {
            String phase = event.get("ph").text();
            if (event.get("pid").whole() == 1 && phase.equals("X")) {
                nanos += Math.round(1000 * event.get("dur").number());
                assertEquals(
                        run.spans().names().get(run.spans().name(spans)),
                        event.get("name").text());
                assertEquals(
                        run.spans().startNanos(spans) / 1e3, event.get("ts").number());
                assertEquals(run.spans().track(spans) + 1, event.get("tid").whole());
                spans++;
            }
            counters += phase.equals("C") ? 1 : 0;
        }
        assertEquals(run.spans().size(), spans);
        long expected = 0;
        for (int i = 0; i < run.spans().size(); i++) {
            expected += run.spans().endNanos(i) - run.spans().startNanos(i);
        }
        assertEquals(expected, nanos);
        assertEquals(
                profile.runs().stream()
                        .flatMap(r -> r.series().stream())
                        .mapToInt(s -> s.size())
                        .sum(),
                counters);
        assertEquals("process_name", events.getFirst().get("name").text());
        assertEquals(
                "shootout.Shootout FullCache",
                events.getFirst().get("args").get("name").text());
    }

    @Test
    void reports_areTheSameBytesEachTime() throws IOException {
        var shootout = new Shootout().requests(60).seeds(2).rates("4 /s", "20 /s");
        ExperimentProfile one = shootout.profile(1);
        ExperimentProfile two = shootout.profile(2);
        assertEquals(ProfileCsv.text(List.of(one)), ProfileCsv.text(List.of(two)));
        assertEquals(JunitXml.text(List.of(one)), JunitXml.text(List.of(two)));
        var a = new StringBuilder();
        var b = new StringBuilder();
        PerfettoTrace.write(List.of(one), a);
        PerfettoTrace.write(List.of(two), b);
        assertTrue(a.compareTo(b) == 0);
    }
}

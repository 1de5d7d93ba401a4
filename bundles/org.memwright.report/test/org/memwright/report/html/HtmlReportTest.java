/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.memwright.profile.ExperimentProfile;
import org.memwright.report.Shootout;
import org.memwright.report.json.JsonFailure;
import org.memwright.report.json.JsonNode;

class HtmlReportTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s[^<>]*?)?)(/?)>");
    private static final Set<String> VOID = Set.of("meta", "br");

    private static final String RICH = HtmlReport.text(List.of(
            new Shootout().requests(150).profile(1),
            new Shootout().requests(60).seeds(2).rates("4 /s", "20 /s").profile(1)));

    /** Without styles and scripts, of which a browser reads no tags. */
    private static String markup(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "").replaceAll("(?s)<script[^>]*>.*?</script>", "");
    }

    private static void assertWellFormed(String html) {
        var open = new ArrayDeque<String>();
        Matcher tag = TAG.matcher(markup(html));
        while (tag.find()) {
            String name = tag.group(2);
            if (!tag.group(1).isEmpty()) {
                assertEquals(open.pop(), name, "at " + tag.start());
            } else if (tag.group(4).isEmpty() && !VOID.contains(name)) {
                open.push(name);
            }
        }
        assertTrue(open.isEmpty(), open.toString());
        String rest = TAG.matcher(markup(html)).replaceAll("").replace("<!doctype html>", "");
        assertFalse(rest.contains("<"), "a '<' that is no tag");
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    @Test
    void text_isWellFormed() {
        assertWellFormed(RICH);
    }

    @Test
    void text_needsNoNetwork() {
        // The one address is the name space of SVG in the script.
        assertEquals(1, count(RICH, "http"));
        assertFalse(RICH.contains(" src="));
        assertFalse(RICH.contains("<link"));
        assertFalse(RICH.contains("@import"));
        assertFalse(RICH.contains("url("));
    }

    @Test
    void text_showsEveryPart() {
        for (String heading : List.of(
                "Comparison",
                "Expectations",
                "Trade-offs",
                "Where the time goes",
                "Occupancy",
                "Traffic",
                "Requests",
                "Distributions over requests",
                "Roofline",
                "Over the grid",
                "Not in these figures",
                "How to read this")) {
            assertTrue(RICH.contains("<h2>" + heading + "</h2>"), heading);
        }
        assertTrue(RICH.contains("max_running = 256"), "defaults");
        assertTrue(RICH.contains("comes from the hardware model"), "method");
    }

    @Test
    void cell_explainsItself() {
        // Formula, inputs, bound and what it is bound by.
        assertTrue(RICH.contains("= generated tokens / makespan"));
        assertTrue(RICH.matches("(?s).*<li>generated tokens = \\d+ tokens</li>.*"));
        assertTrue(RICH.matches("(?s).*<p>At best [\\d.]+ tokens/s on this hardware\\.</p>.*"));
        assertTrue(RICH.contains("Bound by <b>bandwidth of hbm</b>."));
        // 4 columns x 9 figures in the first experiment, and at each of the 2 points of the second.
        assertEquals(3 * 4 * 9, count(RICH, "class=\"why\""));
    }

    @Test
    void charts_drawNumbersOnly() {
        Matcher data = Pattern.compile(" d=\"([^\"]*)\"").matcher(RICH);
        int paths = 0;
        while (data.find()) {
            assertTrue(data.group(1).matches("[MLHVaz0-9. -]*"), data.group(1));
            paths++;
        }
        assertTrue(paths > 300, paths + " paths");
        assertFalse(RICH.contains("NaN"), "a chart without a value");
    }

    @Test
    void charts_carryTheirFigures() throws JsonFailure {
        Matcher data = Pattern.compile("(?s)<script type=\"application/json\">(.*?)</script>")
                .matcher(RICH);
        int charts = 0;
        while (data.find()) {
            JsonNode chart = JsonNode.parse(data.group(1));
            assertEquals(4, chart.get("box").numbers().length);
            assertFalse(chart.get("lines").list().isEmpty());
            charts++;
        }
        assertTrue(charts >= 20, charts + " charts");
    }

    @Test
    void text_escapesHostileNames() {
        String evil = "<script>alert('x')</script>\"onload=\"y";
        ExperimentProfile profile =
                new Shootout().requests(20).doc(evil).column(evil, 1000, 1).profile(1);
        String html = HtmlReport.text(List.of(profile));
        assertWellFormed(html);
        assertFalse(html.contains("<script>alert"));
        assertFalse(html.contains("\"onload=\""));
        assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;onload=&quot;y"));
    }

    @Test
    void text_showsRunsWithoutAResult() {
        String html = HtmlReport.text(List.of(new Shootout()
                .requests(10)
                .without("FullCache", "H2O", "KIVI", "PagedAttention")
                .column("Broken", 0, 1)
                .profile(1)));
        assertWellFormed(html);
        assertTrue(html.contains("<h2>Runs without a result</h2>"));
        assertTrue(html.contains("failed: token_bytes is 0.0, must be above 0: nothing can be kept in no bytes"));
        assertTrue(html.contains("<span class=\"value\">failed</span>"));
    }

    @Test
    void text_ofNothingIsAPage() {
        assertWellFormed(HtmlReport.text(List.of()));
    }

    @Test
    void text_isTheSameForTheSameProfile() {
        var shootout = new Shootout().requests(60).seeds(2).rates("4 /s", "20 /s");
        assertEquals(HtmlReport.text(List.of(shootout.profile(1))), HtmlReport.text(List.of(shootout.profile(2))));
    }
}

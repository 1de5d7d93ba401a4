/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Test;
import org.memwright.lang.ide.Sample;
import org.memwright.lang.ide.Workspace;
import org.memwright.lang.ide.outline.Role;
import org.memwright.lang.ide.outline.Token;
import org.memwright.lang.ide.outline.Tokens;
import org.memwright.lang.ide.project.Designs;
import org.memwright.lang.ide.text.TextChange;

class ProposalsTest {
    private static final Map<String, String> MACHINE = Map.of("machine.memw", """
            package machines
            hardware Box {
              compute gpu { peak fp16 312 TFLOP/s }
              tier hbm on gpu { capacity 80 GiB bandwidth 2 TB/s }
              tier dram { capacity 512 GiB bandwidth 200 GB/s }
              link pcie : hbm <-> dram { bandwidth 31.5 GB/s }
            }
            """);

    private static List<Proposal> proposals(String marked) {
        Sample sample = Sample.of(marked, MACHINE);
        return sample.workspace().proposals(sample.file(), sample.caret());
    }

    private static List<String> labels(String marked) {
        return proposals(marked).stream().map(Proposal::label).toList();
    }

    /** The labels without the names of the library. */
    private static List<String> own(String marked) {
        return labels(marked).stream()
                .filter(label -> !label.startsWith("memwright."))
                .toList();
    }

    private static Proposal proposal(String marked, String label) {
        return proposals(marked).stream()
                .filter(proposal -> proposal.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not in " + labels(marked)));
    }

    /** The text after a proposal was taken. */
    private static String taken(String marked, String label) {
        Proposal proposal = proposal(marked, label);
        return TextChange.apply(marked.replace("¦", ""), List.of(new TextChange(proposal.replaces(), proposal.text())));
    }

    @Test
    void file_offersDeclarations() {
        assertEquals(
                List.of("hardware", "model", "memory", "workload", "task", "experiment", "import", "package"),
                labels("¦"));
        assertEquals(List.of("model", "memory"), labels("package design\n\nm¦"));
        assertFalse(labels("memory A for kv { store cache : kv() in hbm }\n¦").contains("import"));
    }

    @Test
    void header_offersExtendsEnginesAndParents() {
        assertEquals(List.of("extends", "for"), labels("memory A ¦"));
        assertEquals(
                List.of("kv", "attention", "training", "placement", "sequence", "agent", "task", "cache"),
                labels("memory A for ¦"));
        assertEquals(List.of("Base"), own("memory Base for kv {}\nmemory A extends ¦"));
    }

    @Test
    void store_offersTheLayoutsOfItsEngine_andThenTiers() {
        List<String> layouts = labels("memory A for kv { store cache : ¦ }");
        assertTrue(layouts.containsAll(List.of("kv", "pages", "virtual", "low_rank")), layouts.toString());
        assertFalse(layouts.contains("recent"));
        assertEquals(List.of("in"), labels("memory A for kv { store cache : kv() i¦"));
        assertEquals(List.of("hbm", "dram"), labels("memory A for kv { store cache : kv() in ¦ }"));
    }

    @Test
    void tiers_areThoseOfTheExperimentsHardware() {
        assertEquals(List.of("scratch"), labels("""
                        hardware Chip { tier scratch { capacity 1 MiB bandwidth 1 TB/s } }
                        memory A for kv { store cache : kv() in ¦ }
                        experiment E { on Chip compare A }
                        """));
    }

    @Test
    void calibrate_offersFilesAndKernelsWithAllTheirCoefficients() {
        String start = "hardware Chip { compute gpu { peak fp16 1 TFLOP/s } calibrate gpu ";
        assertEquals(
                List.of("from", "matrix", "prefill", "decode", "vector", "all_reduce", "host"), labels(start + "¦ }"));
        String vector = proposal(start + "vec¦ }", "vector").text();
        assertTrue(vector.matches("vector \\{ launch .+ streaming .+ \\}"), vector);
    }

    @Test
    void keep_offersStores_selectors_scoresAndOverflows() {
        String start = "memory A for kv { param budget = 20% store cache : kv() in hbm keep ";
        assertEquals(List.of("cache"), labels(start + "¦"));
        assertEquals(List.of("first", "recent", "top"), labels(start + "cache : ¦"));
        assertEquals(List.of("attention", "landmark", "pool"), labels(start + "cache : top(20%, by: ¦)"));
        assertEquals(List.of("drop", "move"), labels(start + "cache : recent(20%) else ¦"));
        assertEquals(List.of("else"), labels(start + "cache : recent(20%) e¦"));
        assertTrue(labels(start + "cache : recent(¦)").containsAll(List.of("budget", "tokens:")));
        assertEquals("recent(20%)", proposal(start + "cache : ¦", "recent").text());
    }

    @Test
    void handler_offersEventsNotHandledYet_andActionsOfTheEvent() {
        String start = "memory A for kv { store cache : pages() in hbm on full : swap(to: dram) on ";
        assertFalse(labels(start + "¦").contains("full"));
        assertTrue(labels(start + "¦").contains("decode"));
        List<String> atDecode = labels(start + "decode : ¦");
        assertTrue(atDecode.containsAll(List.of("fetch", "select", "reconstruct")), atDecode.toString());
        assertFalse(atDecode.contains("preempt"));
        assertEquals(
                List.of("hbm", "dram"), labels("memory A for kv { store cache : kv() in hbm on full : swap(to: ¦) }"));
        assertEquals(
                List.of("cache", "hbm", "dram"),
                labels("memory A for kv { store cache : kv() in hbm keep cache : recent(1%) else move(to: ¦) }"));
    }

    @Test
    void call_offersParametersNotGivenYet_withDefaultAndDoc() {
        String start = "memory A for kv { store cache : pages(";
        Proposal share = proposal(start + "size: 16 tokens, ¦) in hbm }", "share:");
        assertEquals("share: none", share.text());
        assertEquals(List.of("none", "prefix"), share.fields().getFirst().choices());
        assertTrue(share.documentation().contains("Whether requests share the pages"), share.documentation());
        assertFalse(labels(start + "size: 16 tokens, ¦) in hbm }").contains("size:"));
        assertEquals(List.of("none", "prefix"), labels(start + "share: ¦"));
        assertEquals(
                Set.of("channel", "token"),
                Set.copyOf(labels("memory A for kv { store cache : kv(keys: int2(per: ¦)) in hbm }")));
        assertTrue(labels("memory A for kv { store cache : kv(keys: ¦) in hbm }")
                .containsAll(List.of("int8", "int4", "int2", "fp8")));
    }

    @Test
    void properties_areThoseOfTheBlock_notWrittenYet_withTheirUnits() {
        List<String> left = labels("hardware A { tier hbm { capacity 80 GiB ¦ } }");
        assertTrue(left.containsAll(List.of("bandwidth", "latency", "access", "energy")), left.toString());
        assertFalse(left.contains("capacity"));
        Proposal latency = proposal("hardware A { tier hbm { capacity 80 GiB lat¦ } }", "latency");
        assertEquals("latency 400 ns", latency.text());
        assertEquals("400", latency.fields().getFirst().span().of(latency.text()));
        assertEquals("ns", latency.fields().getLast().choices().getFirst());
        assertTrue(latency.fields().getLast().choices().contains("us"));
        assertTrue(labels("model M1 { layers 32 ¦ }").containsAll(List.of("hidden", "kv_heads", "gated", "weights")));
        assertTrue(labels("model M1 { weights ¦ }").containsAll(List.of("fp16", "bf16", "int8")));
    }

    @Test
    void units_fitTheDimension() {
        assertEquals(Set.of("GiB", "GB"), Set.copyOf(labels("hardware A { tier hbm { capacity 80 G¦")));
        assertTrue(labels("hardware A { tier hbm { bandwidth 2 ¦ } }").contains("TB/s"));
        assertFalse(labels("hardware A { tier hbm { bandwidth 2 ¦ } }").contains("ms"));
        assertEquals(
                "hardware A { tier hbm { bandwidth 2 TB/s", taken("hardware A { tier hbm { bandwidth 2 TB/¦", "TB/s"));
        assertEquals("hardware A { tier hbm { latency 2 us", taken("hardware A { tier hbm { latency 2¦", "us"));
        List<String> amount = labels("memory A for kv { store cache : kv() in hbm keep cache : recent(10 ¦) }");
        assertTrue(amount.containsAll(List.of("tokens", "%")), amount.toString());
        assertFalse(amount.contains("GiB"));
        assertTrue(labels("workload Few { arrival poisson(4 ¦) }").contains("/s"));
        assertFalse(labels("hardware A { use Box as node[8 ¦] }").contains("GiB"));
    }

    @Test
    void workload_offersSourcesAndDistributionsByPosition() {
        assertEquals(List.of("csv", "jsonl", "mooncake"), labels("workload Few { requests from ¦ }"));
        assertTrue(labels("workload Few { requests ¦ }").contains("from"));
        List<String> arrivals = labels("workload Few { arrival ¦ }");
        assertTrue(arrivals.containsAll(List.of("poisson", "gamma", "uniform")), arrivals.toString());
        assertFalse(arrivals.contains("lognormal"));
        assertTrue(labels("workload Few { prompt ¦ }").contains("lognormal"));
        assertEquals(List.of("shared"), labels("workload Few { prefix ¦ }"));
        assertEquals("workload Few { arrival poisson(4 /s) }", taken("workload Few { arrival poi¦ }", "poisson"));
    }

    @Test
    void workload_offersTasks() {
        String task = "task Trip { step flight }\n";
        assertEquals(List.of("Trip"), own(task + "workload Few { task ¦ }"));
        assertTrue(labels(task + "workload Few { ¦ }").containsAll(List.of("task", "steps")));
        assertFalse(labels(task + "workload Few { task Trip ¦ }").contains("task"));
        assertTrue(labels(task + "workload Few { task Trip ¦ }").contains("steps"));
    }

    private static String experiment(String clauses) {
        return """
        import machines.*
        memory H2O for kv { param budget = 20% store cache : kv() in hbm keep cache : recent(budget) }
        memory Full for kv { store cache : kv() in hbm }
        experiment E {
          on Box
          compare Full, H2O(budget: 5%) as Small
          vary batch in 1, 8
        """ + "  " + clauses + "\n}\n";
    }

    @Test
    void experiment_offersClausesAndWhatTheyName() {
        List<String> clauses = labels(experiment("¦"));
        assertTrue(
                clauses.containsAll(List.of("model", "workload", "serving", "measure", "expect", "repeat")),
                clauses.toString());
        assertFalse(clauses.contains("on"), "it is written");
        assertEquals(
                List.of("Box"),
                labels("import machines.*\nexperiment E { on B¦ }").subList(0, 1));
        assertTrue(labels("experiment E { on memwright.hardware.¦ }").contains("A100_80G"));
        assertTrue(labels("experiment E { on A100¦ }").contains("memwright.hardware.A100_80G"), "without an import");
        assertTrue(labels(experiment("serving ¦")).contains("continuous"));
        assertEquals(List.of("H2O", "Full"), own(experiment("compare ¦")));
        assertEquals(List.of("budget:"), labels(experiment("compare H2O(¦)")));
        assertEquals(
                "budget: 20%", proposal(experiment("compare H2O(¦)"), "budget:").text());
        assertEquals(List.of("tensor", "pipeline"), labels(experiment("split ¦")));
        assertTrue(labels(experiment("vary ¦")).containsAll(List.of("budget", "batch", "Small", "seed")));
        assertEquals(List.of("seeds"), labels(experiment("repeat 5 ¦")));
    }

    @Test
    void measure_offersMetricsWithTheirArguments() {
        assertEquals("peak(hbm)", proposal(experiment("measure ¦"), "peak").text());
        assertEquals(
                List.of("hbm", "dram"),
                proposal(experiment("measure throughput, pe¦"), "peak")
                        .fields()
                        .getFirst()
                        .choices());
        assertEquals(List.of("p90", "p95", "p99", "mean", "min", "max"), labels(experiment("measure ttft(p50, ¦)")));
        assertEquals(List.of("hbm", "dram"), labels(experiment("measure peak(¦)")));
        assertTrue(labels(experiment("measure traffic(¦)")).contains("pcie"));
        assertTrue(proposal(experiment("measure ¦"), "ttft").documentation().contains("first token"));
    }

    @Test
    void expect_offersColumns_theirMetrics_pointsAndUnits() {
        assertEquals(List.of("Full", "Small"), labels(experiment("expect ¦")));
        assertEquals(
                "throughput",
                proposal(experiment("expect Small.thr¦"), "throughput").text());
        assertEquals(List.of("Full", "Small"), labels(experiment("expect Small.throughput >= 2 * ¦")));
        assertEquals(
                "at",
                labels(experiment("expect Small.throughput >= Full.throughput a¦"))
                        .getFirst());
        assertEquals(
                "batch 1",
                proposal(experiment("expect Small.throughput >= Full.throughput at ¦"), "batch")
                        .text());
        assertTrue(labels(experiment("expect Small.ttft(p99) <= 200 ¦")).contains("ms"));
        assertFalse(labels(experiment("expect Small.ttft(p99) <= 200 ¦")).contains("GiB"));
        assertTrue(labels(experiment("slo tt¦")).contains("ttft"));
    }

    @Test
    void task_offersStepsByTheirPaths() {
        String start = "task Trip { step flight { out ticket step look step choose ¦ } step hotel ";
        assertEquals(List.of("flight"), labels("task Trip { step flight { out ticket } step hotel after ¦ }"));
        assertEquals(
                List.of("flight", "flight.ticket", "flight.look"),
                labels("task Trip { step flight { out ticket step look } step hotel uses ¦ }"));
        assertEquals(List.of("ticket"), labels("task Trip { step flight { out ticket } step hotel uses flight.t¦ }"));
        assertTrue(labels(start).containsAll(List.of("after", "uses", "step")));
        assertTrue(labels("task Trip { step flight { step look step choose after ¦ } }")
                .contains("look"));
    }

    @Test
    void imports_offerPackagesOfProjectAndLibrary() {
        List<String> packages = labels("import ¦");
        assertTrue(
                packages.containsAll(List.of("machines.*", "memwright.hardware.*", "memwright.models.*")),
                packages.toString());
        assertTrue(labels("import memwright.hardware.¦").containsAll(List.of("*", "A100_80G")));
    }

    @Test
    void nothing_isOfferedInCommentsTextsAndNames() {
        assertEquals(List.of(), labels("// mem¦"));
        assertEquals(List.of(), labels("/* mem¦ */"));
        assertEquals(List.of(), labels("task Trip { goal \"mem¦\" }"));
        assertEquals(List.of(), labels("memory ¦"));
        assertEquals(List.of(), labels("hardware A { tier ¦ }"));
    }

    @Test
    void taking_replacesTheWholeWord_andKeepsItsBrackets() {
        assertEquals(
                "memory A for kv { store cache : pages() in hbm }",
                taken("memory A for kv { store cache : pa¦ge() in hbm }", "pages"));
        assertEquals(
                "memory A for kv { store cache : kv() in hbm keep cache : recent(5%) }",
                taken("memory A for kv { store cache : kv() in hbm keep cache : rec¦(5%) }", "recent"));
    }

    /**
     * What a template inserts is in canonical form: the formatter has nothing to do, but to align what is inserted with what is
     * above it.
     */
    @Test
    void templates_areInCanonicalForm() {
        List<String> places = List.of(
                "¦",
                "hardware Chip {\n  ¦\n}\n",
                "memory A for kv {\n  store cache : kv() in hbm\n  ¦\n}\n",
                "experiment E {\n  ¦\n}\n",
                "task Trip {\n  ¦\n}\n",
                "memory A for kv {\n  store cache : ¦ in hbm\n}\n",
                "memory A for kv {\n  store cache : kv() in hbm\n  keep cache : ¦\n}\n",
                "memory A for kv {\n  store cache : kv() in hbm\n  on full     : ¦\n}\n",
                "hardware Chip {\n  tier hbm { ¦ }\n}\n",
                "model M1 {\n  ¦\n}\n",
                "workload Few {\n  ¦\n}\n");
        for (String place : places) {
            for (Proposal proposal : proposals(place)) {
                String after = taken(place, proposal.label());
                Workspace workspace = Sample.of(after).workspace();
                Path file = Sample.FOLDER.resolve("here.memw");
                List<String> errors = workspace.findings(file).stream()
                        .filter(finding -> finding.code().equals("SYNTAX")
                                || finding.code().startsWith("NAME_"))
                        .map(Object::toString)
                        .toList();
                assertEquals(List.of(), errors, after);
                String canonical = TextChange.apply(after, workspace.format(file));
                boolean alone = place.equals("¦");
                assertEquals(
                        alone ? canonical.strip() : canonical.strip().replaceAll(" +:", " :"),
                        alone ? after.strip() : after.strip().replaceAll(" +:", " :"),
                        proposal.label() + " in " + place);
            }
        }
    }

    private static List<Path> folders() {
        return Stream.concat(Sample.examples().stream(), Stream.of(Sample.catalog()))
                .toList();
    }

    private static boolean isNamedElsewhere(Token token, String word) {
        return switch (token.role()) {
            case TEXT, COMMENT, PACKAGE -> false;
            default -> !token.declares() && !word.isEmpty();
        };
    }

    /**
     * Whatever is written in the examples and the library is proposed at its place: with the rest of the file cut off, and with
     * only the word missing. Left out are names that are declared there and words of engines that are not built.
     */
    @Test
    void everyWordOfTheExamples_isProposed() {
        for (Path folder : folders()) {
            Designs designs = Designs.load(Sample.language(), folder);
            for (Path file : designs.files()) {
                String text = designs.text(file);
                int checked = 0;
                for (Token token : Tokens.of(designs, designs.resource(file))) {
                    String word = token.span().of(text);
                    int at = token.span().offset();
                    int space = token.role() == Role.QUANTITY ? word.lastIndexOf(' ') : -1;
                    if (!isNamedElsewhere(token, word) || (token.role() == Role.QUANTITY && space < 0)) {
                        continue;
                    }
                    checked++;
                    if (folder.equals(Sample.catalog()) && checked % 5 != 0) {
                        continue; // the library is long and alike
                    }
                    at += space + 1;
                    String wanted = word.substring(space + 1);
                    for (String rest : List.of("", text.substring(token.span().end()))) {
                        List<String> labels =
                                Proposals.at(designs, designs.resource(file), text.substring(0, at) + rest, at).stream()
                                        .map(Proposal::label)
                                        .toList();
                        boolean found = labels.contains(wanted) || labels.contains(wanted + ":");
                        int place = at;
                        assertTrue(
                                found || isOfAnotherEngine(text, at),
                                () -> file + ":" + place + ": '" + wanted + "' is not in " + labels);
                    }
                }
                assertTrue(checked > 0, file + " has words");
            }
        }
    }

    /** Whether a word belongs to an engine that the tests' vocabulary does not have, whose words nothing can know. */
    private static boolean isOfAnotherEngine(String text, int at) {
        Matcher engine = Pattern.compile("\\sfor (\\w+)").matcher(text);
        Matcher start = Pattern.compile("(?m)^(memory|workload|experiment) ").matcher(text);
        String of = "";
        while (start.find() && start.start() <= at) {
            of = start.group(1);
        }
        String kind = of;
        String engines = engine.results()
                .map(found -> kind.equals("memory") && found.start() > at ? "" : found.group(1))
                .reduce("", (last, next) -> next.isEmpty() ? last : next);
        return !engines.isEmpty()
                && Sample.language().vocabulary().engineWord(engines).isEmpty();
    }

    /**
     * A proposal fits: the text before the caret and what is inserted are the beginning of a file that parses, so the first
     * error is at the end.
     */
    @Test
    void everyProposal_fitsTheGrammar() {
        IParser parser = Sample.language().service(IParser.class);
        for (Path folder : Sample.examples()) {
            Designs designs = Designs.load(Sample.language(), folder);
            for (Path file : designs.files()) {
                String text = designs.text(file);
                int number = 0;
                for (Token token : Tokens.of(designs, designs.resource(file))) {
                    number++;
                    if (number % 4 != 0 || token.role() == Role.COMMENT) {
                        continue;
                    }
                    int at = token.span().offset();
                    String before = text.substring(0, at);
                    for (Proposal proposal : Proposals.at(designs, designs.resource(file), before, at)) {
                        String after = before + proposal.text().stripTrailing();
                        IParseResult result = parser.parse(new java.io.StringReader(after));
                        for (INode error : result.getSyntaxErrors()) {
                            assertTrue(
                                    error.getOffset() >= after.length()
                                            || error.getTotalOffset() + error.getTotalLength() >= after.length(),
                                    () -> "'" + proposal.label() + "' does not fit after ..."
                                            + before.substring(Math.max(0, before.length() - 60)) + ": "
                                            + error.getSyntaxErrorMessage().getMessage());
                        }
                    }
                }
            }
        }
    }

    @Test
    void proposals_neverFail_whereverTheTextEnds() {
        Set<String> seen = new LinkedHashSet<>();
        List<String> failures = new ArrayList<>();
        String text = experiment(
                        "measure ttft(p50), peak(hbm)\n  expect Small.throughput >= 1.5 * Full.throughput at batch 8")
                + "task Trip { step flight { out ticket } step hotel after flight uses flight.ticket }\n"
                + "workload Few { requests from csv(\"a.csv\", prompt: x, output: y) limit 5 }\n";
        Sample sample = Sample.of(text, MACHINE);
        for (int at = 0; at <= text.length(); at++) {
            try {
                Proposals.at(sample.designs(), sample.designs().resource(sample.file()), text.substring(0, at), at)
                        .forEach(proposal -> seen.add(proposal.label()));
            } catch (RuntimeException failure) {
                failures.add(at + ": " + failure);
            }
        }
        assertEquals(List.of(), failures);
        assertTrue(seen.size() > 100, seen.size() + " different proposals");
    }
}

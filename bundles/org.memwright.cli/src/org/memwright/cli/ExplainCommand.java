/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.memwright.compile.ExperimentCompiler;
import org.memwright.hardware.ComputeUnit;
import org.memwright.hardware.Link;
import org.memwright.hardware.Machine;
import org.memwright.hardware.Precision;
import org.memwright.hardware.Tier;
import org.memwright.lang.evaluate.WholeModel;
import org.memwright.lang.issue.Nearest;
import org.memwright.lang.properties.Properties;
import org.memwright.lang.properties.PropertyOwner;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.Declaration;
import org.memwright.model.Hardware;
import org.memwright.model.Model;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.TransformerShape;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.runtime.vocabulary.EngineWord;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Dimension;
import org.memwright.units.Format;
import org.memwright.units.Quantity;
import org.memwright.units.Unit;
import org.memwright.units.Units;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code memwright explain}: what a word of the language means. */
@Command(
        name = "explain",
        description = "Say what a word of the language means: a mechanism, source, metric, engine, property, unit, or a"
                + " hardware or model of the built-in library.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memwright explain                   all words there are",
            "  memwright explain pages             a way to lay out a store, with its parameters",
            "  memwright explain ttft              a metric, with its formula",
            "  memwright explain tier.latency      a property of a hardware's tier",
            "  memwright explain H100_SXM          a hardware of the library, with its figures and their sources"
        })
final class ExplainCommand extends BaseCommand {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The word; all words are listed where none is given.")
    private String name = "";

    ExplainCommand(Main main) {
        super(main);
    }

    @Override
    public Integer call() {
        Workspace workspace = main().workspace();
        Vocabulary vocabulary = workspace.vocabulary();
        if (name.isEmpty()) {
            new Overview(workspace).print(terminal());
            return ExitCode.OK;
        }
        List<Page> pages = new ArrayList<>();
        engines(vocabulary, pages);
        mechanisms(vocabulary, pages);
        metrics(vocabulary, pages);
        properties(pages);
        units(pages);
        if (pages.isEmpty()) {
            library(workspace, pages);
        }
        if (pages.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "'" + name + "' is no word that is known."
                            + Nearest.question(Nearest.to(name, new Overview(workspace).words()))
                            + " memwright explain lists all words.");
        }
        for (int i = 0; i < pages.size(); i++) {
            terminal().out().print(i == 0 ? "" : "\n");
            pages.get(i).print(terminal());
        }
        return ExitCode.OK;
    }

    private void engines(Vocabulary vocabulary, List<Page> pages) {
        if (!Vocabulary.ENGINES.contains(name)) {
            return;
        }
        EngineWord engine = vocabulary.engineWord(name).orElse(null);
        if (engine == null) {
            pages.add(new Page(name, "engine").line("Not built yet: files may name it and be checked, not run."));
            return;
        }
        Page page = new Page(name, "engine").line(engine.doc());
        page.table("Events", engine.events());
        for (MechanismKind kind : MechanismKind.values()) {
            String names = vocabulary.mechanisms(name, kind).stream()
                    .map(MechanismWord::name)
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                page.entry(capitalised(kind.label()), names);
            }
        }
        page.entry("Metrics", engine.metrics().stream().map(MetricWord::name).collect(Collectors.joining(", ")));
        pages.add(page.example("memory Mine for " + name + " { ... }"));
    }

    private void mechanisms(Vocabulary vocabulary, List<Page> pages) {
        Set<MechanismWord> seen = new LinkedHashSet<>();
        for (MechanismWord word : vocabulary.mechanisms()) {
            boolean meant = name.equals(word.name())
                    || word.engines().stream().anyMatch(engine -> name.equals(engine + "." + word.name()));
            if (meant && seen.add(word)) {
                pages.add(mechanism(word, vocabulary));
            }
        }
    }

    private static Page mechanism(MechanismWord word, Vocabulary vocabulary) {
        Page page = new Page(word.name(), word.kind().label() + ", engine " + String.join(", ", word.engines()));
        page.line(word.doc());
        page.blank().line(word.signature());
        Map<String, String> parameters = new LinkedHashMap<>();
        word.params()
                .forEach(p -> parameters.put(
                        p.name(), p.doc() + " " + capitalised(constraint(p)) + "; " + byDefault(p) + "."));
        page.table("Parameters", parameters);
        if (!word.events().isEmpty()) {
            page.entry("Events", String.join(", ", word.events()));
        }
        page.entry("Source", word.source());
        return page.example(Examples.of(word, vocabulary));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String byDefault(ParamWord param) {
        if (param.isRequired()) {
            return "must be given";
        }
        return param.hasDefault() ? param.byDefault() + " by default" : "may be left out";
    }

    private static String constraint(ParamWord param) {
        if (!param.choices().isEmpty()) {
            return "one of " + String.join(", ", param.choices());
        }
        if (!param.kinds().isEmpty()) {
            return "a " + param.kinds().stream().map(MechanismKind::label).collect(Collectors.joining(" or "));
        }
        String range = range(param.min(), param.max(), Examples.dimension(param.type()));
        return param.type().label() + (range.isEmpty() ? "" : ", " + range);
    }

    private static String range(double min, double max, Dimension dimension) {
        boolean above = min == Double.MIN_VALUE;
        String least = Double.isInfinite(min)
                ? ""
                : Quantity.inBase(above ? 0 : min, dimension).toString();
        String most =
                Double.isInfinite(max) ? "" : Quantity.inBase(max, dimension).toString();
        if (least.isEmpty()) {
            return most.isEmpty() ? "" : "at most " + most;
        }
        if (most.isEmpty()) {
            return (above ? "above " : "at least ") + least;
        }
        return least + " to " + most;
    }

    private void metrics(Vocabulary vocabulary, List<Page> pages) {
        for (String engine : Vocabulary.ENGINES) {
            vocabulary
                    .engineWord(engine)
                    .flatMap(word -> word.metric(name))
                    .ifPresent(metric -> pages.add(metric(engine, metric)));
        }
    }

    private static Page metric(String engine, MetricWord metric) {
        Page page = new Page(metric.name(), "metric, engine " + engine).line(metric.doc());
        page.entry("Formula", metric.formula());
        page.entry("Unit", metric.unit().isEmpty() ? "a plain number" : metric.unit());
        page.entry("Argument", metric.argument().label());
        if (metric.better() != Better.NEITHER) {
            page.entry("Better", metric.better() == Better.HIGHER ? "higher" : "lower");
        }
        String argument = switch (metric.argument()) {
            case NONE -> "";
            case STATISTIC -> "(p50, p99)";
            case TIER -> "(hbm)";
            case TIER_OR_LINK -> "(hbm, pcie)";
            case RESOURCE -> "(gpu, hbm)";
            case THING -> "(tokens)";
            case COUNT -> "(10)";
        };
        return page.example("measure " + metric.name() + argument);
    }

    private void properties(List<Page> pages) {
        for (PropertyWord word : Properties.all()) {
            String owner = word.owner() == PropertyOwner.COMPUTE
                    ? "compute"
                    : word.owner().label();
            if (name.equals(word.name()) || name.equals(owner + "." + word.name())) {
                Page page =
                        new Page(word.name(), "property of a " + word.owner().label()).line(word.doc());
                String range = range(word.min(), word.max(), word.dimension());
                page.entry("Value", word.expected() + (range.isEmpty() ? "" : ", " + range));
                page.entry("Default", word.required() ? "none, it must be given" : word.byDefault());
                pages.add(page.example(word.example()));
            }
        }
    }

    private void units(List<Page> pages) {
        Unit unit = Units.atoms().contains(name) || name.contains("/")
                ? Units.find(name).orElse(null)
                : null;
        if (unit != null) {
            Page page = new Page(name, "unit").line(capitalised(unit.dimension().describe()) + ".");
            String base = unit.dimension().baseSymbol();
            page.entry("Is", Quantity.number(unit.factor()) + (base.isEmpty() ? "" : " " + base));
            page.entry(
                    "Others",
                    Units.of(unit.dimension()).stream()
                            .limit(12)
                            .map(Unit::symbol)
                            .collect(Collectors.joining(", ")));
            pages.add(page);
        }
    }

    // ── the built-in library ────────────────────────────────────────────────────────────────────────────────

    private void library(Workspace workspace, List<Page> pages) {
        for (LibraryEntry entry : LibraryEntry.named(workspace, name)) {
            Declaration declaration = entry.declaration();
            Page page = new Page(entry.simpleName(), entry.kind() + " of the library, " + entry.packageName());
            switch (declaration) {
                case Model model -> figures(WholeModel.of(model).shape(), page);
                case Hardware hardware ->
                    figures(new ExperimentCompiler(workspace.vocabulary()).machine(hardware), page);
                default -> {}
            }
            page.blank().verbatim(entry.text());
            page.example("import " + entry.packageName() + ".*");
            pages.add(page);
        }
    }

    private static void figures(TransformerShape shape, Page page) {
        page.entry("Parameters", Format.of(shape.parameters(), Dimension.NUMBER));
        if (shape.experts() > 0) {
            page.entry("Active", Format.of(shape.activeParameters(), Dimension.NUMBER) + " for one token");
        }
        page.entry(
                "Weights",
                Format.of(shape.weightBytes(), Dimension.BYTES) + " in "
                        + shape.weights().word());
        double bytes = shape.keyValueNumbersPerToken() * Precision.FP16.bytes();
        page.entry(
                "KV cache",
                Format.of(bytes, Dimension.BYTES) + " for one token in fp16, "
                        + Format.of(bytes * shape.context(), Dimension.BYTES) + " for the context of "
                        + Format.of(shape.context(), Dimension.TOKENS));
    }

    private static void figures(Machine machine, Page page) {
        if (machine.devices() > 1) {
            page.entry("Devices", String.valueOf(machine.devices()));
        }
        Map<String, String> rows = new LinkedHashMap<>();
        for (ComputeUnit unit : machine.computeUnits()) {
            rows.putIfAbsent(
                    unit.name(),
                    unit.peaks().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(p -> p.getKey().word() + " " + Format.of(p.getValue(), Dimension.COMPUTE))
                            .collect(Collectors.joining(", ")));
        }
        for (Tier tier : machine.tiers()) {
            String write = tier.readBytesPerSecond() == tier.writeBytesPerSecond()
                    ? ""
                    : ", writes " + Format.of(tier.writeBytesPerSecond(), Dimension.BANDWIDTH);
            rows.putIfAbsent(
                    tier.name(),
                    Format.of(tier.capacityBytes(), Dimension.BYTES) + ", "
                            + Format.of(tier.readBytesPerSecond(), Dimension.BANDWIDTH) + write);
        }
        for (Link link : machine.links()) {
            rows.putIfAbsent(
                    link.name(),
                    machine.tiers().get(link.sources().getFirst()).name() + (link.duplex() ? " <-> " : " -> ")
                            + machine.tiers().get(link.targets().getFirst()).name() + ", "
                            + Format.of(link.bytesPerSecond(), Dimension.BANDWIDTH)
                            + (link.isFabric() ? " for each device" : ""));
        }
        if (machine.usdPerHour() > 0) {
            rows.put("price", Format.of(machine.usdPerHour() / 3600, Dimension.MONEY_PER_TIME));
        }
        page.table("Figures", rows);
    }
}

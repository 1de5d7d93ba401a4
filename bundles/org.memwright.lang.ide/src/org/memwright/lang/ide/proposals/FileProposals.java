/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.proposals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.memwright.lang.ide.documentation.WordDocs;
import org.memwright.lang.ide.proposals.Proposal.Sort;
import org.memwright.lang.ide.proposals.Surroundings.Level;
import org.memwright.model.Declaration;
import org.memwright.model.ModelPackage;
import org.memwright.model.Module;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.vocabulary.EngineWord;

/** Declarations, their headers and imports. */
final class FileProposals extends Place {
    FileProposals(Place place) {
        super(place);
    }

    void file(Level level) {
        List<String> clause = level.clause;
        String first = clause.isEmpty() ? "" : clause.getFirst();
        String last = clause.isEmpty() ? "" : clause.getLast();
        if (clause.size() == 1 && !first.equals("import")) {
            return; // a name of one's own
        }
        switch (first) {
            case "import" -> {
                if (clause.size() == 1 || last.equals(".")) {
                    imports(String.join("", clause.subList(1, clause.size())));
                    return;
                }
            }
            case "hardware" -> header(clause, ModelPackage.Literals.HARDWARE__PARENT);
            case "model" -> header(clause, ModelPackage.Literals.MODEL__PARENT);
            case "memory" -> header(clause, ModelPackage.Literals.MEMORY__PARENT);
            case "workload" -> header(clause, ModelPackage.Literals.WORKLOAD__PARENT);
            default -> {}
        }
        boolean open = Set.of("hardware", "model", "memory", "workload", "task", "experiment")
                .contains(first);
        if (!open && !last.equals(".")) {
            declarations(level);
        }
    }

    private void header(List<String> clause, EReference parent) {
        String last = clause.getLast();
        if (last.equals("extends") || (last.equals(".") && clause.contains("extends") && !clause.contains("for"))) {
            references(parent, null, Sort.DECLARATION);
        } else if (last.equals("for")) {
            for (String engine : Vocabulary.ENGINES) {
                String detail = designs.vocabulary()
                        .engineWord(engine)
                        .map(EngineWord::doc)
                        .orElse("not built yet");
                offers.word(Sort.ENGINE, engine, detail, () -> WordDocs.engine(designs.vocabulary(), engine));
            }
        } else {
            if (!clause.contains("extends") && !clause.contains("for")) {
                keyword("extends");
            }
            if (clause.getFirst().equals("memory") && !clause.contains("for")) {
                keyword("for");
            }
        }
    }

    private void imports(String qualifier) {
        Map<String, List<String>> packages = new LinkedHashMap<>();
        for (Declaration declaration : designs.declarations(Declaration.class)) {
            if (declaration.eContainer() instanceof Module module
                    && module.getName() != null
                    && declaration.eResource() != resource) {
                packages.computeIfAbsent(module.getName(), key -> new ArrayList<>())
                        .add(declaration.getName());
            }
        }
        for (IEObjectDescription description : designs.library().declarations()) {
            packages.computeIfAbsent(description.getName().skipLast(1).toString(), key -> new ArrayList<>())
                    .add(description.getName().getLastSegment());
        }
        packages.forEach((name, declared) -> {
            String all = name + ".*";
            if (all.startsWith(qualifier)) {
                offers.word(
                        Sort.PACKAGE,
                        all.substring(qualifier.length()),
                        "package",
                        () -> "**" + name + "**, package\n\n" + String.join(", ", declared));
            }
            if (qualifier.equals(name + ".")) {
                declared.forEach(each -> offers.word(Sort.DECLARATION, each, name, Place::nothing));
            }
        });
    }

    private void declarations(Level level) {
        boolean empty = level.before.isEmpty() && level.clause.isEmpty();
        boolean onlyImports = level.before.stream()
                .allMatch(clause ->
                        clause.getFirst().equals("package") || clause.getFirst().equals("import"));
        keyword(
                "hardware",
                "hardware <Machine> {\n  compute <gpu> { peak <fp16> <312 TFLOP/s> }\n  tier <hbm> on <gpu> { capacity <80 GiB>  bandwidth <2.039 TB/s> }\n}\n");
        keyword(
                "model",
                "model <Model> {\n  layers <32>  hidden <4096>  heads <32>  ffn <11008>  vocab <32000>  context <4096>  weights <fp16>\n}\n");
        keyword(
                "memory",
                "memory <Memory> for <" + String.join("|", Vocabulary.ENGINES)
                        + "> {\n  store <cache> : <kv()> in <hbm>\n}\n");
        keyword(
                "workload",
                "workload <Workload> {\n  requests <1000>\n  arrival poisson(<4 /s>)\n  prompt  lognormal(mean: <1024 tokens>, cv: <1.2>)\n  output  lognormal(mean: <256 tokens>, cv: <0.8>)\n  seed <42>\n}\n");
        keyword(
                "task",
                "task <Task> {\n  goal <\"What it is to achieve\">\n  step <first> <\"What is done first\">\n}\n");
        keyword(
                "experiment",
                "experiment <Experiment> {\n  on <A100_80G>\n  model <Llama2_7B>\n  workload <Workload>\n  compare <Memory>\n  measure throughput, ttft(p50, p99)\n}\n");
        if (onlyImports) {
            keyword("import", "import <memwright.hardware.*>");
        }
        if (empty) {
            keyword("package", "package <name>");
        }
    }
}

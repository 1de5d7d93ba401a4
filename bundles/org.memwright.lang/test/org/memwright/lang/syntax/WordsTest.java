/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.serializer.ISerializer;
import org.junit.jupiter.api.Test;
import org.memwright.lang.Designs;
import org.memwright.lang.Project;
import org.memwright.lang.services.MemwrightGrammarAccess;
import org.memwright.model.Memory;
import org.memwright.model.ModelFactory;
import org.memwright.model.Task;
import org.memwright.units.Units;

class WordsTest {
    @Test
    void unitsOfTheGrammar_areThoseOfTheCatalogue() {
        EObject rule = Designs.LANGUAGE.service(MemwrightGrammarAccess.class).getUnitAtomRule();
        Set<String> written = GrammarUtil.containedKeywords(rule).stream()
                .map(Keyword::getValue)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(Units.atoms()), written);
    }

    @Test
    void caret_makesAnyWordAName() {
        String text =
                "memory ^memory for kv {\n  param ^step = 5\n  store ^store : kv() in hbm\n  keep ^store : recent(step)\n}\n";
        Project project = Designs.project(text);

        assertEquals("", Designs.lines(project.findings()));
        Memory memory = project.declarations(Memory.class).getFirst();
        assertEquals("memory", memory.getName());
        assertEquals("step", memory.getParameters().getFirst().getName());
        assertEquals(memory.getStores().getFirst(), memory.getKeeps().getFirst().getStore());
        assertEquals(text, Designs.LANGUAGE.service(ISerializer.class).serialize(memory.eContainer()));
    }

    @Test
    void nameFromAModel_isWrittenWithACaretWhereItMustBe() {
        var factory = ModelFactory.eINSTANCE;
        var module = factory.createModule();
        var memory = factory.createMemory();
        memory.setName("tier");
        memory.setEngine("task");
        var parameter = factory.createParameter();
        parameter.setName("d");
        var reference = factory.createReference();
        reference.setName("KiB");
        parameter.setValue(reference);
        memory.getParameters().add(parameter);
        module.getDeclarations().add(memory);

        String text = Designs.LANGUAGE
                .service(ISerializer.class)
                .serialize(module, SaveOptions.newBuilder().format().getOptions());

        assertEquals("memory ^tier for task { param d = KiB }", text.strip().replaceAll("\\s+", " "));
    }

    @Test
    void unit_mayBeAName() {
        String text = """
                hardware B {
                  compute J { peak fp16 1 TFLOP/s }
                  tier s on J { capacity 1 GiB  bandwidth 1 GB/s }
                  tier h { capacity 1 TB  bandwidth 1 GB/s }
                  link d : s <-> h { bandwidth 1 GB/s }
                }

                memory W for kv {
                  param ms = 20%
                  param us = ms / 2
                  store KiB : kv() in s
                  keep KiB : recent(us), top(4 * ms / 8)
                }

                task d { step s after h step h }
                """;
        Project project = Designs.project(text);

        assertEquals("", Designs.lines(project.findings()));
        assertEquals(
                text,
                Designs.LANGUAGE
                        .service(ISerializer.class)
                        .serialize(project.modules().getFirst()));
    }

    @Test
    void escapesInTexts_areUndone() {
        Task task = Designs.project("task T { goal \"say \\\"hi\\\"\\n\\tand\\\\go\" }")
                .declarations(Task.class)
                .getFirst();

        assertEquals("say \"hi\"\n\tand\\go", task.getGoal());
    }
}

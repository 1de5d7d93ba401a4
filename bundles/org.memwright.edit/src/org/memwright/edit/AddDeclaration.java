/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.edit;

import java.util.List;
import java.util.Optional;
import org.memwright.model.Declaration;
import org.memwright.model.Hardware;
import org.memwright.model.Memory;
import org.memwright.model.ModelFactory;
import org.memwright.model.ModelPackage;
import org.memwright.model.Module;
import org.memwright.model.Task;

/** Adds a hardware, a memory or a task to a file, behind the last declaration of its kind. */
public final class AddDeclaration extends Edit {
    private final Module module;
    private final Declaration declaration;

    private AddDeclaration(Module module, Declaration declaration, String name) {
        this.module = module;
        this.declaration = declaration;
        declaration.setName(name);
    }

    public static AddDeclaration hardware(Module module, String name) {
        return new AddDeclaration(module, ModelFactory.eINSTANCE.createHardware(), name);
    }

    /** @param engine the engine that the memory is for, such as {@code kv} */
    public static AddDeclaration memory(Module module, String name, String engine) {
        Memory memory = ModelFactory.eINSTANCE.createMemory();
        memory.setEngine(engine);
        return new AddDeclaration(module, memory, name);
    }

    public static AddDeclaration task(Module module, String name, String goal) {
        Task task = ModelFactory.eINSTANCE.createTask();
        task.setGoal(goal);
        return new AddDeclaration(module, task, name);
    }

    @Override
    public String label() {
        return declaration instanceof Hardware
                ? "Add Hardware"
                : declaration instanceof Task ? "Add Task" : "Add Memory";
    }

    @Override
    public Optional<Refusal> refusal() {
        return Names.refusal(module, null, declaration.getName());
    }

    @Override
    protected List<Change> plan() {
        int index = 0;
        List<Declaration> others = module.getDeclarations();
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).eClass() == declaration.eClass()) {
                index = i + 1;
            }
        }
        return List.of(new AddElement(
                module, ModelPackage.Literals.MODULE__DECLARATIONS, index == 0 ? others.size() : index, declaration));
    }
}

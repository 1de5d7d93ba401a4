/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memwright.engine.kv.layout.Layout;
import org.memwright.runtime.Vocabulary;
import org.memwright.runtime.plan.MechanismCall;
import org.memwright.runtime.vocabulary.MechanismKind;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.Mechanisms;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.runtime.vocabulary.Param;
import org.memwright.runtime.vocabulary.ParamType;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Quantity;
import org.memwright.units.Units;

class VocabularyTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load(KvEngine.class);

    private static List<String> names(MechanismKind kind) {
        return VOCABULARY.mechanisms("kv", kind).stream()
                .map(MechanismWord::name)
                .toList();
    }

    @Test
    void vocabulary_hasTheWordsOfTheLanguage() {
        assertEquals(List.of("kv", "low_rank", "pages", "virtual"), names(MechanismKind.LAYOUT));
        assertEquals(List.of("first", "recent", "top"), names(MechanismKind.SELECTOR));
        assertEquals(List.of("attention", "landmark", "pool"), names(MechanismKind.SCORE));
        assertEquals(List.of("drop", "move"), names(MechanismKind.OVERFLOW));
        assertEquals(List.of("fp8", "int2", "int4", "int8"), names(MechanismKind.QUANTISER));
        assertEquals(List.of("fetch", "preempt", "reconstruct", "select", "swap"), names(MechanismKind.ACTION));
        assertEquals(List.of("continuous", "replay", "vllm"), names(MechanismKind.SCHEDULER));
    }

    @Test
    void everyMechanism_saysWhatItIsAndWhereItComesFrom() {
        for (MechanismWord word : VOCABULARY.mechanisms()) {
            assertTrue(word.doc().endsWith("."), word.name() + ": " + word.doc());
            assertTrue(word.source().matches(".*(19|20)\\d\\d.*"), word.name() + ": " + word.source());
            for (ParamWord param : word.params()) {
                assertTrue(param.doc().endsWith("."), word.name() + "." + param.name() + ": " + param.doc());
            }
        }
    }

    @Test
    void everyDefault_isAllowed() {
        for (MechanismWord word : VOCABULARY.mechanisms()) {
            for (ParamWord param : word.params()) {
                if (param.hasDefault()) {
                    requireAllowed(word, param);
                }
            }
        }
    }

    private static void requireAllowed(MechanismWord word, ParamWord param) {
        String what = word.name() + "." + param.name() + ": " + param.byDefault();
        if (param.type() == ParamType.WORD) {
            assertTrue(param.choices().contains(param.byDefault()), what);
            assertFalse(param.byDefault().equals(Param.NONE), what);
        } else if (param.type() != ParamType.MECHANISM
                && param.type() != ParamType.VERSION
                && param.type() != ParamType.NAME) {
            double base = Quantity.parse(param.byDefault()).base();
            assertTrue(base >= param.min() && base <= param.max(), what);
        }
    }

    @Test
    void everyMetric_hasAUnitThatThereIs() {
        for (MetricWord metric : KvMetric.words()) {
            assertTrue(metric.unit().isEmpty() || Units.find(metric.unit()).isPresent(), metric.name());
            assertTrue(metric.doc().endsWith("."), metric.name());
        }
    }

    @Test
    void everyLayout_isMadeByItsDefaults() {
        for (MechanismWord word : VOCABULARY.mechanisms("kv", MechanismKind.LAYOUT)) {
            if (word.params().stream().noneMatch(ParamWord::isRequired)) {
                MechanismCall call = Mechanisms.call(Layout.class, "kv", MechanismKind.LAYOUT, word.name(), Map.of());
                assertTrue(Mechanisms.create(Layout.class, "kv", MechanismKind.LAYOUT, call)
                                .part()
                                .count()
                        > 0);
            }
        }
    }
}

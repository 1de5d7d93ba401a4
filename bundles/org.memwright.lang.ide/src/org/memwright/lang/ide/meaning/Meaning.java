/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.lang.ide.meaning;

import java.util.List;
import org.memwright.hardware.Precision;
import org.memwright.lang.properties.PropertyWord;
import org.memwright.model.Named;
import org.memwright.runtime.vocabulary.MechanismWord;
import org.memwright.runtime.vocabulary.MetricWord;
import org.memwright.runtime.vocabulary.ParamWord;
import org.memwright.units.Quantity;

/** What a word stands for. */
public sealed interface Meaning {
    /**
     * Something that a file declares.
     *
     * @param targets what it is; several where it depends on which experiment is run
     * @param here whether this is where it is declared
     */
    record Declared(List<Named> targets, boolean here) implements Meaning {
        public Declared {
            targets = List.copyOf(targets);
        }
    }

    /** A mechanism of the vocabulary. */
    record MechanismName(MechanismWord word) implements Meaning {}

    /** A parameter of a mechanism. */
    record ParameterName(MechanismWord mechanism, ParamWord word) implements Meaning {}

    /** One of the words that a parameter of a mechanism takes. */
    record Choice(MechanismWord mechanism, ParamWord parameter) implements Meaning {}

    /** A metric of an engine. */
    record MetricName(String engine, MetricWord word) implements Meaning {}

    /** An engine, built or not. */
    record EngineName(String engine) implements Meaning {}

    /** An event of an engine; the engine is empty where the memory names none. */
    record EventName(String engine, String event) implements Meaning {}

    /** A property of a declaration. */
    record PropertyName(PropertyWord word) implements Meaning {}

    /** A number format. */
    record PrecisionName(Precision precision) implements Meaning {}

    /** A number with its unit. */
    record Amount(Quantity quantity) implements Meaning {}

    /** A package. */
    record PackageName(String name) implements Meaning {}

    /**
     * A word whose meaning is fixed at its place, such as {@code p99} or {@code tensor}.
     *
     * @param doc what it means, in one sentence
     */
    record Fixed(String doc) implements Meaning {}

    /** A call of something that the vocabulary does not know, such as a mechanism of an engine that is not built. */
    record UnknownCall() implements Meaning {}

    /** A word that nothing here gives a meaning. */
    record Unknown() implements Meaning {}
}

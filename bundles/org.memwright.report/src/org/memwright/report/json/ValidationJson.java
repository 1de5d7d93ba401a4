/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.memwright.profile.view.ValidationTable;

/** Predicted against measured in JSON: figures in base units, errors as ratios, what is not known as null. */
public final class ValidationJson {
    private ValidationJson() {}

    /** The text. */
    public static String text(ValidationTable validation) {
        var text = new StringBuilder();
        try {
            write(validation, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    /** Writes it. */
    public static void write(ValidationTable validation, Appendable out) throws IOException {
        var json = new JsonWriter(out);
        json.object().field("definitions", validation.definitions()).key("runs").array();
        for (ValidationTable.Run run : validation.runs()) {
            json.object().field("name", run.name()).field("kind", run.kind());
            if (run.problem().isEmpty()) {
                json.none("problem");
            } else {
                json.field("problem", run.problem());
            }
            json.key("metrics").array();
            for (ValidationTable.Row row : run.rows()) {
                json.flatObject()
                        .field("metric", row.metric())
                        .field("unit", row.dimension().baseSymbol())
                        .field("predicted", row.predicted())
                        .field("measured", row.measured())
                        .field("comparison", row.comparison().name().toLowerCase(Locale.ROOT))
                        .field("error", row.error())
                        .field("published", row.published())
                        .endObject();
            }
            json.endArray().texts("notes", run.notes()).endObject();
        }
        json.endArray().endObject().end();
    }
}

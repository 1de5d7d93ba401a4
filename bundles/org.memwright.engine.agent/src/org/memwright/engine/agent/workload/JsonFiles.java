/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.engine.agent.workload;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.memwright.runtime.RunFailure;

/** Reads JSON data. */
public final class JsonFiles {
    private JsonFiles() {}

    /** The file, or the files of that ending in the folder, by name; or, where there is no such file, those beside it. */
    public static List<Path> find(Path place, String ending, List<String> remarks) throws RunFailure {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        Path folder = place;
        if (!Files.isDirectory(place)) {
            Path parent = place.toAbsolutePath().getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new RunFailure(
                        "there is no file or folder " + place + "; paths are relative to the file that names them");
            }
            folder = parent;
        }
        List<Path> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.filter(f -> String.valueOf(f.getFileName()).endsWith(ending) && Files.isRegularFile(f))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new RunFailure(folder + " cannot be read; check its rights", failed);
        }
        if (found.isEmpty()) {
            throw new RunFailure("there is no file " + place + ", and its folder has no " + ending + " file");
        }
        if (!folder.equals(place)) {
            remarks.add("There is no " + place.getFileName() + "; the " + found.size() + " " + ending
                    + " files of its folder were read instead.");
        }
        return found;
    }

    public static JsonElement parse(Path file) throws RunFailure {
        try (Reader reader = Files.newBufferedReader(file)) {
            return JsonParser.parseReader(reader);
        } catch (IOException failed) {
            throw new RunFailure(file + " cannot be read; check path and rights", failed);
        } catch (JsonParseException broken) {
            throw new RunFailure(file + " is not JSON: " + broken.getMessage(), broken);
        }
    }

    /** The objects of a file: those of its list, or the one that it is. */
    public static List<JsonObject> objects(Path file) throws RunFailure {
        JsonElement whole = parse(file);
        List<JsonObject> objects = new ArrayList<>();
        if (whole.isJsonArray()) {
            for (JsonElement each : whole.getAsJsonArray()) {
                if (!each.isJsonObject()) {
                    throw new RunFailure(file + " has a list with something that is no object");
                }
                objects.add(each.getAsJsonObject());
            }
        } else if (whole.isJsonObject()) {
            objects.add(whole.getAsJsonObject());
        } else {
            throw new RunFailure(file + " is neither an object nor a list of objects");
        }
        return objects;
    }

    /** A text of an object; empty where there is none. */
    public static String text(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }
}

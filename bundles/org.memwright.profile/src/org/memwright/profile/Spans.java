/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stretches of time on the tracks of a run's trace, in the order of their report.
 *
 * <p>State: names once each, and four numbers per span, since there are several for every request.
 */
public final class Spans {
    /** A run without spans. */
    public static final Spans NONE = new Spans(List.of(), List.of(), new int[0], new int[0], new long[0], new long[0]);

    private final List<String> tracks;
    private final List<String> names;
    private final int[] track;
    private final int[] name;
    private final long[] start;
    private final long[] end;

    /**
     * @param tracks names of tracks, in the order of their first span
     * @param names names of spans, in the order of their first use
     * @param track index of the track, by span
     * @param name index of the name, by span
     * @param start nanoseconds, by span
     * @param end nanoseconds, by span
     */
    public Spans(List<String> tracks, List<String> names, int[] track, int[] name, long[] start, long[] end) {
        if (track.length != name.length || track.length != start.length || track.length != end.length) {
            throw new IllegalArgumentException("spans have " + track.length + " tracks, " + name.length + " names, "
                    + start.length + " starts and " + end.length + " ends, must have as many of each");
        }
        requireIndices("track", track, tracks.size());
        requireIndices("name", name, names.size());
        this.tracks = List.copyOf(tracks);
        this.names = List.copyOf(names);
        this.track = track.clone();
        this.name = name.clone();
        this.start = start.clone();
        this.end = end.clone();
    }

    private static void requireIndices(String what, int[] indices, int bound) {
        for (int index : indices) {
            if (index < 0 || index >= bound) {
                throw new IllegalArgumentException(
                        "the " + what + " of a span is " + index + ", must be from 0 to " + (bound - 1));
            }
        }
    }

    public int size() {
        return track.length;
    }

    /** Names of the tracks. */
    public List<String> tracks() {
        return tracks;
    }

    /** Names of the spans, once each. */
    public List<String> names() {
        return names;
    }

    /** Index into {@link #tracks()}. */
    public int track(int span) {
        return track[span];
    }

    /** Index into {@link #names()}. */
    public int name(int span) {
        return name[span];
    }

    public long startNanos(int span) {
        return start[span];
    }

    public long endNanos(int span) {
        return end[span];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans s
                && tracks.equals(s.tracks)
                && names.equals(s.names)
                && Arrays.equals(track, s.track)
                && Arrays.equals(name, s.name)
                && Arrays.equals(start, s.start)
                && Arrays.equals(end, s.end);
    }

    @Override
    public int hashCode() {
        return 31 * tracks.hashCode() + Arrays.hashCode(start);
    }

    @Override
    public String toString() {
        return track.length + " spans on " + tracks.size() + " tracks";
    }

    /** Collects spans as an engine reports them. */
    static final class Collector {
        private final Map<String, Integer> tracks = new LinkedHashMap<>();
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private int[] track = new int[64];
        private int[] name = new int[64];
        private long[] start = new long[64];
        private long[] end = new long[64];
        private int size;

        int size() {
            return size;
        }

        void add(String onTrack, String named, long startNanos, long endNanos) {
            if (endNanos < startNanos) {
                throw new IllegalArgumentException("span '" + named + "' on '" + onTrack + "' ends at " + endNanos
                        + " ns, must not end before it starts, at " + startNanos + " ns");
            }
            if (size == track.length) {
                track = Arrays.copyOf(track, 2 * size);
                name = Arrays.copyOf(name, 2 * size);
                start = Arrays.copyOf(start, 2 * size);
                end = Arrays.copyOf(end, 2 * size);
            }
            track[size] = index(tracks, onTrack);
            name[size] = index(names, named);
            start[size] = startNanos;
            end[size] = endNanos;
            size++;
        }

        private static int index(Map<String, Integer> indices, String key) {
            Integer known = indices.get(key);
            if (known != null) {
                return known;
            }
            int next = indices.size();
            indices.put(key, next);
            return next;
        }

        Spans spans() {
            return new Spans(
                    new ArrayList<>(tracks.keySet()),
                    new ArrayList<>(names.keySet()),
                    Arrays.copyOf(track, size),
                    Arrays.copyOf(name, size),
                    Arrays.copyOf(start, size),
                    Arrays.copyOf(end, size));
        }
    }
}

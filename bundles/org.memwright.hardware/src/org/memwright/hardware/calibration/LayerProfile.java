/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.memwright.hardware.LayerTimes;

/**
 * Measured times of the layers of one model on one device, as tables that are interpolated.
 *
 * <p>Attention of a batch whose sequences have kept different numbers of tokens takes longer than that of one whose
 * sequences have all kept the mean: {@code t(mean) + skew x (t(most) - t(mean))}, where the skew is one number, fitted by
 * least squares where such batches were measured, otherwise 0.
 *
 * <p>Units: seconds. Errors are of points that the table was built without: of a layer, every inner point from its two
 * neighbours; of attention, every fifth point of the grid from the others.
 */
final class LayerProfile implements LayerTimes {
    private static final List<String> COUNT = List.of("count");
    private static final List<String> PREFILL = List.of("new tokens", "kept tokens");
    private static final List<String> DECODE = List.of("sequences", "kept tokens");
    private static final List<String> MIXED =
            List.of("new tokens", "kept tokens of prompts", "sequences", "kept tokens of sequences");

    private final List<String> names;
    private final GridTable[] tables;
    private final @Nullable GridTable prefill;
    private final @Nullable GridTable decode;
    private final @Nullable GridTable mixed;
    private final Builder measured;
    private final double skew;
    private final double layerError;
    private final double attentionError;
    private final double skewError;
    private final int points;

    private LayerProfile(Builder builder) {
        measured = builder;
        names = List.copyOf(builder.layers.keySet());
        tables = new GridTable[names.size()];
        double errors = 0;
        int judged = 0;
        int count = 0;
        List<TreeMap<Double, Double>> layers = List.copyOf(builder.layers.values());
        for (int i = 0; i < tables.length; i++) {
            TreeMap<Double, Double> table = layers.get(i);
            var grid = new GridTable.Builder(COUNT);
            table.forEach((at, seconds) -> grid.put(seconds, at));
            tables[i] = grid.build();
            count += table.size();
            double[] left = leaveOneOut(table);
            errors += left[0];
            judged += (int) left[1];
        }
        layerError = judged == 0 ? Double.NaN : errors / judged;
        prefill = table(PREFILL, builder.prefill, false);
        decode = table(DECODE, builder.decode, false);
        mixed = table(MIXED, builder.mixed, false);
        points = count + builder.prefill.size() + builder.decode.size() + builder.mixed.size();
        attentionError = attentionError(builder);
        double[] fitted = fitSkew(builder.skewed);
        skew = fitted[0];
        skewError = fitted[1];
    }

    /** Collects what was measured. A place that is measured twice keeps the last time. */
    static final class Builder {
        private final Map<String, TreeMap<Double, Double>> layers = new LinkedHashMap<>();
        private final List<double[]> prefill = new ArrayList<>();
        private final List<double[]> decode = new ArrayList<>();
        private final List<double[]> mixed = new ArrayList<>();
        private final List<double[]> skewed = new ArrayList<>();

        /** Adds the time of a layer for a count of tokens or sequences. */
        void layer(String name, double count, double seconds) {
            layers.computeIfAbsent(name, n -> new TreeMap<>()).put(count, seconds);
        }

        /** Adds to the time of a layer that is measured in parts. */
        void part(String name, double count, double seconds) {
            layers.computeIfAbsent(name, n -> new TreeMap<>()).merge(count, seconds, Double::sum);
        }

        /** Adds a time of attention, as {@link LayerTimes#attentionSeconds} names its place. */
        void attention(double fresh, double before, double decodes, double kept, double seconds) {
            if (fresh > 0 && decodes > 0) {
                mixed.add(new double[] {fresh, before, decodes, kept, seconds});
            } else if (fresh > 0) {
                prefill.add(new double[] {fresh, before, seconds});
            } else if (decodes > 0) {
                decode.add(new double[] {decodes, kept, seconds});
            }
        }

        /**
         * Adds a batch whose sequences have kept different numbers of tokens.
         *
         * @param mean time of a batch whose sequences have all kept the mean
         * @param most time of a batch whose sequences have all kept the most
         * @param seconds time of the batch
         * @param shape what batches of one shape have in common, to hold them back together
         */
        void skewed(double mean, double most, double seconds, long shape) {
            skewed.add(new double[] {mean, most, seconds, shape});
        }

        boolean isEmpty() {
            return layers.isEmpty();
        }

        LayerProfile build() {
            return new LayerProfile(this);
        }
    }

    private static @Nullable GridTable table(List<String> axes, List<double[]> points, boolean heldBackLeftOut) {
        var table = new GridTable.Builder(axes);
        boolean any = false;
        for (double[] point : points) {
            if (!heldBackLeftOut || !isHeldBack(point)) {
                table.put(point[axes.size()], Arrays.copyOf(point, axes.size()));
                any = true;
            }
        }
        return any ? table.build() : null;
    }

    private static boolean isHeldBack(double[] point) {
        long group = 17;
        for (int i = 0; i < point.length - 1; i++) {
            group = group * 1_000_003 + (long) point[i];
        }
        return KernelFit.isHeldBack(group);
    }

    /** Sum and number of the errors of inner points, each interpolated from its two neighbours. */
    private static double[] leaveOneOut(TreeMap<Double, Double> table) {
        double sum = 0;
        int count = 0;
        for (Map.Entry<Double, Double> point : table.entrySet()) {
            double at = point.getKey();
            Map.Entry<Double, Double> below = table.lowerEntry(at);
            Map.Entry<Double, Double> above = table.higherEntry(at);
            if (below != null && above != null) {
                double share = (at - below.getKey()) / (above.getKey() - below.getKey());
                double guess = (1 - share) * below.getValue() + share * above.getValue();
                sum += Math.abs(guess / point.getValue() - 1);
                count++;
            }
        }
        return new double[] {sum, count};
    }

    private static double attentionError(Builder builder) {
        double sum = 0;
        int count = 0;
        List<List<double[]>> all = List.of(builder.prefill, builder.decode, builder.mixed);
        List<List<String>> axes = List.of(PREFILL, DECODE, MIXED);
        for (int i = 0; i < all.size(); i++) {
            GridTable known = table(axes.get(i), all.get(i), true);
            for (double[] point : all.get(i)) {
                int figure = point.length - 1;
                if (known != null && isHeldBack(point)) {
                    sum += Math.abs(known.at(Arrays.copyOf(point, figure)) / point[figure] - 1);
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The skew, and the mean error that it leaves on shapes that are held back. */
    private static double[] fitSkew(List<double[]> skewed) {
        double products = 0;
        double squares = 0;
        for (double[] batch : skewed) {
            if (!KernelFit.isHeldBack((long) batch[3])) {
                double reach = batch[1] - batch[0];
                products += reach * (batch[2] - batch[0]);
                squares += reach * reach;
            }
        }
        double skew = squares == 0 ? 0 : products / squares;
        double errors = 0;
        int count = 0;
        for (double[] batch : skewed) {
            if (KernelFit.isHeldBack((long) batch[3])) {
                errors += Math.abs((batch[0] + skew * (batch[1] - batch[0])) / batch[2] - 1);
                count++;
            }
        }
        return new double[] {skew, count == 0 ? Double.NaN : errors / count};
    }

    @Override
    public List<String> layers() {
        return names;
    }

    @Override
    public double seconds(int layer, double count) {
        return tables[layer].at(count);
    }

    @Override
    public double attentionSeconds(double fresh, double before, double decodes, double kept, double most) {
        double seconds = together(fresh, before, decodes, kept);
        if (decode != null && skew != 0 && decodes > 1 && most > kept) {
            seconds += skew * (decode.at(decodes, most) - decode.at(decodes, kept));
        }
        return Math.max(0, seconds);
    }

    private double together(double fresh, double before, double decodes, double kept) {
        if (fresh > 0 && decodes > 0 && mixed != null) {
            return mixed.at(fresh, before, decodes, kept);
        }
        double prompts = fresh == 0 ? 0 : prefill == null ? Double.NaN : prefill.at(fresh, before);
        double steps = decodes == 0 ? 0 : decode == null ? Double.NaN : decode.at(decodes, kept);
        return prompts + steps;
    }

    /** Share of the way from the time of the mean to that of the longest sequence. */
    double skew() {
        return skew;
    }

    /** Mean error of layers, of attention and of skewed batches on points that were held back; NaN where there are none. */
    double layerError() {
        return layerError;
    }

    double attentionError() {
        return attentionError;
    }

    double skewError() {
        return skewError;
    }

    /** Seconds of a layer by count, as measured; empty where it was not. */
    Map<Double, Double> points(String layer) {
        return measured.layers.getOrDefault(layer, new TreeMap<>());
    }

    /** Attention of prompts alone: new tokens, kept tokens, seconds. */
    List<double[]> prefillPoints() {
        return measured.prefill;
    }

    /** Attention of decodes alone: sequences, kept tokens, seconds. */
    List<double[]> decodePoints() {
        return measured.decode;
    }

    /** Measured points of all tables. */
    int points() {
        return points;
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.memwright.profile.Ceiling;
import org.memwright.profile.Estimate;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.view.LowerBound;
import org.memwright.profile.view.ParetoFront;
import org.memwright.profile.view.Roofline;
import org.memwright.profile.view.Scale;
import org.memwright.profile.view.Spread;
import org.memwright.profile.view.Sweep;
import org.memwright.profile.view.TimeAttribution;
import org.memwright.profile.view.Timeline;
import org.memwright.report.json.JsonWriter;
import org.memwright.runtime.vocabulary.Better;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/**
 * Draws the charts of the report. A column has the same colour, dash and mark in all of them, by its place in the
 * experiment.
 */
final class Charts {
    private static final int HEIGHT = 230;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Dimension INTENSITY = Dimension.OPERATIONS.dividedBy(Dimension.BYTES);

    /** Where a limit is so far above all values, the axis ends at the values. */
    private static final double FAR = 8;

    private final List<String> columns;

    Charts(List<String> columns) {
        this.columns = columns;
    }

    /** Number of colours in the style sheet. */
    private static final int COLOURS = 8;

    private int index(String column) {
        return Math.max(0, columns.indexOf(column));
    }

    /** Classes of a column's line: colour and dash. */
    private String stroke(String column) {
        int index = index(column);
        return "s" + index % COLOURS + " d" + index % 4;
    }

    private String fill(String column) {
        return "f" + index(column) % COLOURS;
    }

    /** What the colours mean, with a sample of the line. */
    String legend(List<String> shown) {
        var html = new StringBuilder("<p class=\"legend\">");
        for (String column : shown) {
            var svg = new Svg(26, 12, "");
            svg.line("line " + stroke(column), 1, 6, 25, 6).mark(fill(column), index(column), 13, 6, 3.5, "");
            html.append("<span>")
                    .append(svg.end().replace("role=\"img\" aria-label=\"\"", "aria-hidden=\"true\""))
                    .append(Markup.escape(column))
                    .append("</span>");
        }
        return html.append("</p>").toString();
    }

    /** What a tier, store, link or queue held or moved over time. */
    String timeline(Timeline timeline) {
        double greatest = timeline.lines().stream()
                .flatMap(line -> line.windows().stream())
                .mapToDouble(Timeline.Window::greatest)
                .max()
                .orElse(0);
        boolean near = timeline.limit() <= FAR * greatest;
        double bottom = HEIGHT - Plot.BOTTOM;
        Axis y = Axis.linear(
                timeline.dimension(), near ? Math.max(greatest, timeline.limit()) : greatest, bottom, Plot.TOP, 4);
        Axis x = Axis.exact(Dimension.TIME, timeline.endSeconds(), Plot.left(y), Plot.WIDTH - (double) Plot.RIGHT, 6);
        var svg = new Svg(Plot.WIDTH, HEIGHT, name(timeline) + " over time");
        Plot.frame(svg, x, y, "time", "", HEIGHT);
        for (Timeline.Line line : timeline.lines()) {
            List<double[]> middle = new ArrayList<>();
            List<double[]> low = new ArrayList<>();
            List<double[]> band = new ArrayList<>();
            for (Timeline.Window window : line.windows()) {
                double at = x.at((window.startSeconds() + window.endSeconds()) / 2);
                middle.add(new double[] {at, y.at(window.mean())});
                band.add(new double[] {at, y.at(window.greatest())});
                low.add(new double[] {at, y.at(window.least())});
            }
            if (!timeline.isTraffic() && !band.isEmpty()) {
                Collections.reverse(low);
                band.addAll(low);
                svg.path("band " + fill(line.column()), Plot.through(band) + "z");
            }
            svg.path("line " + stroke(line.column()), Plot.through(middle));
        }
        if (near) {
            double at = y.at(timeline.limit());
            svg.line("limit", x.start(), at, x.end(), at);
        }
        String caption = near || Double.isNaN(timeline.limit()) ? limit(timeline) : limit(timeline) + ", far above";
        return figure(
                timeline.of(),
                what(timeline) + (caption.isEmpty() ? "" : "; " + caption),
                svg.end(),
                data(json -> hover(timeline, x, y, json)));
    }

    private static String name(Timeline timeline) {
        return timeline.of() + " " + what(timeline);
    }

    private static String what(Timeline timeline) {
        return switch (timeline.kind()) {
            case TIER_OCCUPANCY -> "bytes in the tier";
            case STORE_OCCUPANCY -> "bytes in the store";
            case TIER_TRAFFIC -> "bytes moved by the tier, per second";
            case LINK_TRAFFIC -> "bytes moved over the link, per second";
            case ENERGY -> "power";
            case REQUESTS -> "requests";
            case STEP_STATUS -> "status: 0 pending, 1 active, 2 done, 3 failed, 4 skipped";
        };
    }

    private static String limit(Timeline timeline) {
        if (Double.isNaN(timeline.limit())) {
            return "";
        }
        String value = Format.of(timeline.limit(), timeline.dimension());
        return switch (timeline.kind()) {
            case TIER_OCCUPANCY, STORE_OCCUPANCY -> "dashed: capacity " + value;
            case TIER_TRAFFIC, LINK_TRAFFIC -> "dashed: bandwidth " + value;
            case ENERGY -> "dashed: most " + value;
            case REQUESTS, STEP_STATUS -> "dashed: limit " + value;
        };
    }

    private static void hover(Timeline timeline, Axis x, Axis y, JsonWriter json) throws IOException {
        json.flatObject().field("kind", "time");
        frame(x, y, json);
        json.field("xUnit", x.unit().symbol()).field("yUnit", y.unit().symbol());
        json.field("end", timeline.endSeconds() / x.unit().factor());
        json.key("lines").array();
        for (Timeline.Line line : timeline.lines()) {
            json.object().field("name", line.column()).key("y").array();
            for (Timeline.Window window : line.windows()) {
                json.value(brief(window.mean() / y.unit().factor()));
            }
            json.endArray();
            double last =
                    line.windows().isEmpty() ? 0 : line.windows().getLast().endSeconds();
            json.field("until", last / x.unit().factor()).endObject();
        }
        json.endArray().endObject();
    }

    private static void frame(Axis x, Axis y, JsonWriter json) throws IOException {
        json.key("box")
                .array()
                .value(brief(x.start()))
                .value(brief(y.end()))
                .value(brief(x.end()))
                .value(brief(y.start()))
                .endArray();
    }

    /** Four digits are what a pointer can tell apart. */
    private static double brief(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(4)).doubleValue()
                : value;
    }

    /** The cumulative distribution of a figure of the requests. */
    String spread(Spread spread) {
        double least = spread.curves().stream()
                .map(curve -> curve.points().stream()
                        .filter(p -> p.percent() >= 1)
                        .findFirst()
                        .orElse(curve.points().getLast()))
                .mapToDouble(Spread.Point::value)
                .min()
                .orElse(0);
        double greatest = spread.curves().stream()
                .mapToDouble(curve -> curve.points().getLast().value())
                .max()
                .orElse(1);
        double median = spread.curves().stream()
                .mapToDouble(curve -> curve.headlines().getFirst())
                .min()
                .orElse(1);
        boolean logarithmic = least > 0 && greatest > 12 * median;
        double bottom = HEIGHT - Plot.BOTTOM;
        Axis y = Axis.linear(Dimension.NUMBER, 100, bottom, Plot.TOP, 4);
        double left = Plot.left(y);
        double right = Plot.WIDTH - (double) Plot.RIGHT;
        Axis x = logarithmic
                ? Axis.log(spread.dimension(), least, greatest, left, right)
                : Axis.linear(spread.dimension(), greatest, left, right, 6);
        var svg = new Svg(Plot.WIDTH, HEIGHT, "Cumulative distribution of " + spread.name());
        Plot.frame(svg, x, y, spread.name(), "% of requests", HEIGHT);
        for (Spread.Curve curve : spread.curves()) {
            List<double[]> points = new ArrayList<>();
            if (curve.points().getFirst().value() > x.min()) {
                points.add(new double[] {x.at(curve.points().getFirst().value()), bottom});
            }
            for (Spread.Point point : curve.points()) {
                if (point.value() >= x.min()) {
                    points.add(new double[] {x.at(point.value()), y.at(point.percent())});
                }
            }
            svg.path("line " + stroke(curve.column()), Plot.through(points));
        }
        String scale = logarithmic ? "logarithmic axis" : "";
        return figure(spread.name(), scale, svg.end(), data(json -> hover(spread, x, y, json)));
    }

    private static void hover(Spread spread, Axis x, Axis y, JsonWriter json) throws IOException {
        json.flatObject().field("kind", "spread");
        frame(x, y, json);
        double factor = x.unit().factor();
        json.field("xUnit", x.unit().symbol());
        json.key("lines").array();
        for (Spread.Curve curve : spread.curves()) {
            json.object().field("name", curve.column()).key("x").array();
            for (Spread.Point point : curve.points()) {
                json.value(brief(point.value() / factor));
            }
            json.endArray().key("y").array();
            for (Spread.Point point : curve.points()) {
                json.value(brief(point.percent()));
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    /** What each operation of a run achieves under the hardware's ceilings. */
    String roofline(Roofline roofline, double leastIntensity, double greatestIntensity, double leastRate) {
        int height = 340;
        double bottom = height - Plot.BOTTOM;
        double peak = roofline.ceilings().stream()
                .filter(c -> c.kind() == Ceiling.Kind.COMPUTE)
                .mapToDouble(Ceiling::perSecond)
                .max()
                .orElse(roofline.points().stream()
                        .mapToDouble(Roofline.Point::achieved)
                        .max()
                        .orElse(1));
        Axis y = Axis.log(Dimension.COMPUTE, leastRate / 2, peak * 2, bottom, Plot.TOP);
        double right = Plot.WIDTH - (double) Plot.RIGHT;
        Axis x = Axis.log(INTENSITY, leastIntensity / 2, greatestIntensity * 2, Plot.left(y), right);
        var svg = new Svg(Plot.WIDTH, height, "Roofline of " + roofline.column());
        Plot.frame(svg, x, y, "operations per byte", "operations per second", height);
        var labels = new Labels();
        for (Ceiling ceiling : roofline.ceilings()) {
            ceiling(svg, ceiling, roofline, x, y, peak, labels);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < roofline.points().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -roofline.points().get(i).share()));
        for (int i : order) {
            Roofline.Point point = roofline.points().get(i);
            labels.taken(x.at(point.intensity()), y.at(point.achieved()), 5, 5);
        }
        for (int i : order) {
            Roofline.Point point = roofline.points().get(i);
            double atX = x.at(point.intensity());
            double atY = y.at(point.achieved());
            String title = point.operation().name() + ": " + Format.of(point.achieved(), Dimension.COMPUTE) + " at "
                    + Format.of(point.intensity(), INTENSITY) + ", " + Format.percent(point.share())
                    + " of the time";
            svg.mark("dot " + fill(roofline.column()), 0, atX, atY, 3 + 5 * Math.sqrt(point.share()), title);
            double[] at = labels.place(atX, atY, Integer.toString(i + 1));
            if (StrictMath.hypot(at[0] - atX, at[1] - atY) > 18) {
                svg.line("leader", atX, atY, at[0], at[1]);
            }
            svg.text("number m", at[0], at[1] + 4, Integer.toString(i + 1));
        }
        return figure(roofline.column(), "numbers as in the table; larger dots take more of the time", svg.end(), "");
    }

    private static void ceiling(
            Svg svg, Ceiling ceiling, Roofline roofline, Axis x, Axis y, double peak, Labels labels) {
        if (ceiling.kind() == Ceiling.Kind.COMPUTE) {
            double bandwidth = roofline.ceilings().stream()
                    .filter(c -> c.kind() == Ceiling.Kind.BANDWIDTH)
                    .mapToDouble(Ceiling::perSecond)
                    .max()
                    .orElse(Double.NaN);
            double ridge = Double.isNaN(bandwidth) ? x.min() : ceiling.perSecond() / bandwidth;
            double atY = y.at(ceiling.perSecond());
            double from = x.at(Math.min(Math.max(ridge, x.min()), x.max()));
            svg.line("roof", from, atY, x.end(), atY);
            String text = ceiling.name() + " " + ceiling.precision() + " "
                    + Format.of(ceiling.perSecond(), Dimension.COMPUTE);
            double width = text.length() * 6.2;
            double top = labels.free(x.end() - width / 2, atY - 9, width / 2);
            svg.text("roofname e", x.end(), top + 4, text);
        } else {
            double ridge = peak / ceiling.perSecond();
            double fromX = Math.max(x.min(), y.min() / ceiling.perSecond());
            double toX = Math.min(x.max(), ridge);
            if (toX <= fromX) {
                return;
            }
            svg.line(
                    "roof", x.at(fromX), y.at(fromX * ceiling.perSecond()), x.at(toX), y.at(toX * ceiling.perSecond()));
            String text = ceiling.name() + " " + Format.of(ceiling.perSecond(), Dimension.BANDWIDTH);
            double width = text.length() * 6.2;
            // Left of the middle of the line, where it is steep and nothing is above it.
            double middle = Math.sqrt(fromX * toX);
            double endX = Math.max(x.at(middle) - 8, x.start() + width);
            double top = labels.free(endX - width / 2, y.at(middle * ceiling.perSecond()) - 8, width / 2);
            svg.text("roofname e", endX, top + 4, text);
        }
    }

    /** Places small labels where they do not lie on one another. */
    private static final class Labels {
        private final List<double[]> boxes = new ArrayList<>();

        void taken(double x, double y, double halfWidth, double halfHeight) {
            boxes.add(new double[] {x, y, halfWidth, halfHeight});
        }

        private boolean isFree(double x, double y, double halfWidth, double halfHeight) {
            return boxes.stream()
                    .noneMatch(box ->
                            Math.abs(box[0] - x) < box[2] + halfWidth && Math.abs(box[1] - y) < box[3] + halfHeight);
        }

        /** The nearest free place around a point. */
        double[] place(double x, double y, String text) {
            double halfWidth = 2 + 3.6 * text.length();
            for (int ring = 0; ring < 8; ring++) {
                double radius = 13 + 9.0 * ring;
                for (int i = 0; i < 12; i++) {
                    double angle = Math.PI * (-0.5 + i / 6.0);
                    double atX = x + radius * StrictMath.cos(angle);
                    double atY = y + radius * StrictMath.sin(angle);
                    if (atX > 50 && atX < Plot.WIDTH - 10 && atY > Plot.TOP && isFree(atX, atY, halfWidth, 6)) {
                        taken(atX, atY, halfWidth, 6);
                        return new double[] {atX, atY};
                    }
                }
            }
            return new double[] {x, y - 12};
        }

        /** Moves up a line of text until it is free; returns its middle. */
        double free(double x, double y, double halfWidth) {
            double at = y;
            for (int i = 0; i < 6 && !isFree(x, at, halfWidth, 6); i++) {
                at -= 13;
            }
            taken(x, at, halfWidth, 6);
            return at;
        }
    }

    /** What the time of each run went to: a bar per column. */
    String attribution(TimeAttribution attribution) {
        double longest = attribution.bars().stream()
                .mapToDouble(TimeAttribution.Bar::totalNanos)
                .max()
                .orElse(1);
        int row = 34;
        int height = Plot.TOP + row * attribution.bars().size() + Plot.BOTTOM;
        int width = 2 * Plot.WIDTH;
        double left = 20
                + 7.0
                        * columns.stream()
                                .mapToInt(c -> Math.min(26, c.length()))
                                .max()
                                .orElse(1);
        Axis x = Axis.linear(Dimension.TIME, longest / NANOS_PER_SECOND, left, width - (double) Plot.RIGHT, 8);
        var svg = new Svg(width, height, "What the time of each run went to");
        double bottom = height - (double) Plot.BOTTOM;
        for (Axis.Tick tick : x.ticks()) {
            svg.line("grid", tick.position(), Plot.TOP - 6.0, tick.position(), bottom);
            svg.text("tick m", tick.position(), bottom + 17, tick.label());
        }
        svg.text("title e", x.end(), height - 3.0, "time" + (x.symbol().isEmpty() ? "" : ", " + x.symbol()));
        for (int b = 0; b < attribution.bars().size(); b++) {
            TimeAttribution.Bar bar = attribution.bars().get(b);
            double top = Plot.TOP + (double) row * b;
            svg.text("label e", left - 8, top + 17, shortened(bar.column(), 26));
            double sum = 0;
            for (int p = 0; p < attribution.parts().size(); p++) {
                double nanos = bar.nanos().get(p);
                double from = x.at(sum / NANOS_PER_SECOND);
                sum += nanos;
                double to = x.at(sum / NANOS_PER_SECOND);
                String share = Format.percent(Math.rint(1000 * nanos / bar.totalNanos()) / 1000);
                String title = bar.column() + ", " + attribution.parts().get(p) + ": " + share + ", "
                        + Format.of(nanos / NANOS_PER_SECOND, Dimension.TIME);
                svg.rect("part p" + p % PARTS, from, top, to - from, row - 10.0, title);
                String inside = Math.round(100 * nanos / bar.totalNanos()) + "%";
                if (to - from > 9.0 * inside.length()) {
                    svg.text("inside m t" + p % PARTS, (from + to) / 2, top + 16, inside);
                }
            }
        }
        var legend = new StringBuilder("<p class=\"legend\">");
        for (int p = 0; p < attribution.parts().size(); p++) {
            legend.append("<span><i class=\"swatch b")
                    .append(p % PARTS)
                    .append("\"></i>")
                    .append(Markup.escape(attribution.parts().get(p)))
                    .append("</span>");
        }
        return "<div class=\"wide\">" + legend.append("</p>") + svg.end() + "</div>";
    }

    private static final int PARTS = 10;

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
    }

    /** How far each run is from its bound. */
    String bounds(List<LowerBound> bounds) {
        double longest = bounds.stream().mapToDouble(LowerBound::nanos).max().orElse(1);
        Scale scale = Scale.of(Dimension.TIME, "", DoubleStream.of(longest / NANOS_PER_SECOND));
        var html = new StringBuilder("<table class=\"bounds\"><thead><tr><th>column</th><th class=\"n\">run</th>"
                + "<th class=\"n\">bound</th><th class=\"n\">run / bound</th><th class=\"w\"><span class=\"vh\">as"
                + " bars</span></th><th>limited by</th></tr></thead><tbody>");
        for (LowerBound bound : bounds) {
            html.append("<tr><th scope=\"row\">")
                    .append(Markup.escape(bound.column()))
                    .append("</th><td class=\"n\">")
                    .append(scale.text(bound.nanos() / NANOS_PER_SECOND))
                    .append("</td><td class=\"n\">")
                    .append(scale.text(bound.bound().nanos() / NANOS_PER_SECOND))
                    .append("</td><td class=\"n\">")
                    .append(times(bound.times()))
                    .append("</td><td class=\"w\"><span class=\"track\"><span class=\"took ")
                    .append(fill(bound.column()).replace('f', 'b'))
                    .append("\" style=\"width:")
                    .append(percent(bound.nanos() / longest))
                    .append("\"></span><span class=\"least\" style=\"width:")
                    .append(percent(bound.bound().nanos() / longest))
                    .append("\"></span></span></td><td>")
                    .append(Markup.escape(bound.bound().limitedBy()))
                    .append("</td></tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    /** A factor with two decimals. */
    static String times(double factor) {
        if (!Double.isFinite(factor)) {
            return "";
        }
        return "\u00d7\u2009"
                + (factor >= 100
                        ? String.format(Locale.ROOT, "%.0f", factor)
                        : factor >= 10
                                ? String.format(Locale.ROOT, "%.1f", factor)
                                : String.format(Locale.ROOT, "%.2f", factor));
    }

    /** A width for a style; at least a hair. */
    static String percent(double share) {
        return Svg.px(Math.max(0.4, Math.min(100, 100 * share))) + "%";
    }

    /** A measure over an axis of {@code vary}. */
    String sweep(Sweep sweep) {
        double[] positions = new double[sweep.values().size()];
        boolean numeric = true;
        for (int i = 0; i < positions.length; i++) {
            OptionalDouble position = sweep.position(sweep.values().get(i));
            numeric &= position.isPresent();
            positions[i] = position.orElse(i);
        }
        if (!numeric || DoubleStream.of(positions).distinct().count() < positions.length) {
            for (int i = 0; i < positions.length; i++) {
                positions[i] = i;
            }
        }
        double low = DoubleStream.of(positions).min().orElse(0);
        double high = DoubleStream.of(positions).max().orElse(1);
        boolean logarithmic = numeric && low > 0 && high / low >= 8;
        double greatest = sweep.curves().stream()
                .flatMap(curve -> curve.estimates().stream())
                .mapToDouble(Estimate::high)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double bottom = HEIGHT - Plot.BOTTOM;
        Axis y = Axis.linear(sweep.dimension(), greatest, bottom, Plot.TOP, 4);
        double left = Plot.left(y) + 14;
        double right = Plot.WIDTH - Plot.RIGHT - 20.0;
        var svg = new Svg(Plot.WIDTH, HEIGHT, sweep.metric().label() + " over " + sweep.axis());
        Axis frame = Axis.linear(Dimension.NUMBER, 1, left - 14, Plot.WIDTH - (double) Plot.RIGHT, 1);
        for (Axis.Tick tick : y.ticks()) {
            svg.line("grid", frame.start(), tick.position(), frame.end(), tick.position());
            svg.text("tick e", frame.start() - 6, tick.position() + 4, tick.label());
        }
        svg.line("axis", frame.start(), bottom, frame.end(), bottom);
        svg.text("title", 2, 12, y.symbol());
        svg.text("title e", frame.end(), HEIGHT - 4.0, sweep.axis());
        double[] at = new double[positions.length];
        double taken = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < at.length; i++) {
            double share = high == low
                    ? 0.5
                    : logarithmic
                            ? StrictMath.log(positions[i] / low) / StrictMath.log(high / low)
                            : (positions[i] - low) / (high - low);
            at[i] = left + share * (right - left);
            String label = shortened(sweep.values().get(i), 16);
            svg.line("axis", at[i], bottom, at[i], bottom + 5);
            double half = 3.4 * label.length();
            if (at[i] - half > taken || at[i] + half < taken) {
                svg.text("tick m", at[i], bottom + 17, label);
                taken = at[i] + half + 6;
            }
        }
        for (Sweep.Curve curve : sweep.curves()) {
            List<double[]> points = new ArrayList<>();
            for (int i = 0; i < at.length; i++) {
                Estimate estimate = curve.estimates().get(i);
                if (Double.isFinite(estimate.mean())) {
                    points.add(new double[] {at[i], y.at(estimate.mean()), i});
                    if (estimate.hasInterval()) {
                        svg.line(
                                "interval " + stroke(curve.column()),
                                at[i],
                                y.at(Math.max(estimate.low(), 0)),
                                at[i],
                                y.at(estimate.high()));
                    }
                }
            }
            points.sort(Comparator.comparingDouble(point -> point[0]));
            svg.path("line " + stroke(curve.column()), Plot.through(points));
            for (double[] point : points) {
                int i = (int) point[2];
                svg.mark(
                        "dot " + fill(curve.column()),
                        index(curve.column()),
                        point[0],
                        point[1],
                        4,
                        curve.label() + " at " + sweep.axis() + " "
                                + sweep.values().get(i) + ": "
                                + sweep.scale().text(curve.estimates().get(i).mean()));
            }
        }
        return figure(sweep.metric().label(), "", svg.end(), "");
    }

    /** What one gains against what one pays. */
    String pareto(ParetoFront front) {
        int height = 340;
        double bottom = height - Plot.BOTTOM;
        double[] xs = front.dots().stream().mapToDouble(d -> d.x().mean()).toArray();
        double[] ys = front.dots().stream().mapToDouble(d -> d.y().mean()).toArray();
        Axis y = wide(front.y(), ys, bottom, Plot.TOP);
        Axis x = wide(front.x(), xs, Plot.left(y), Plot.WIDTH - (double) Plot.RIGHT);
        var svg = new Svg(
                Plot.WIDTH,
                height,
                front.y().metric().label() + " against " + front.x().metric().label());
        Plot.frame(svg, x, y, front.x().metric().label(), front.y().metric().label(), height);
        List<ParetoFront.Dot> best = front.dots().stream()
                .filter(ParetoFront.Dot::onFront)
                .sorted(Comparator.comparingDouble(dot -> dot.x().mean()))
                .toList();
        svg.path("front", steps(best, x, y, front.x().better() == Better.LOWER));
        var labels = new Labels();
        for (ParetoFront.Dot dot : front.dots()) {
            labels.taken(x.at(dot.x().mean()), y.at(dot.y().mean()), 7, 7);
        }
        for (ParetoFront.Dot dot : front.dots()) {
            double atX = x.at(dot.x().mean());
            double atY = y.at(dot.y().mean());
            String point = ExperimentProfile.label(dot.point());
            String title = dot.column() + (point.isEmpty() ? "" : " at " + point) + ": "
                    + front.y().scale().text(dot.y().mean()) + ", "
                    + front.x().scale().text(dot.x().mean());
            svg.mark(
                    (dot.onFront() ? "dot " : "dot beaten ") + fill(dot.column()),
                    index(dot.column()),
                    atX,
                    atY,
                    dot.onFront() ? 6 : 5,
                    title);
            String label = point.isEmpty()
                    ? dot.column()
                    : String.join(", ", dot.point().values());
            if (dot.onFront() || point.isEmpty()) {
                double half = 3.3 * label.length();
                double side = atX + 12 + 2 * half < Plot.WIDTH ? atX + 12 + half : atX - 12 - half;
                double top = labels.free(side, atY, half);
                svg.text("name m", side, top + 4, shortened(label, 28));
            }
        }
        String better = "better is " + direction(front.y().better(), "down", "up") + " and "
                + direction(front.x().better(), "left", "right");
        return figure(
                front.y().metric().label() + " against " + front.x().metric().label(), better, svg.end(), "");
    }

    private static String direction(Better better, String lower, String higher) {
        return better == Better.LOWER ? lower : higher;
    }

    private static Axis wide(ParetoFront.Axis axis, double[] values, double start, double end) {
        double least = DoubleStream.of(values).min().orElse(0);
        double greatest = DoubleStream.of(values).max().orElse(1);
        return least > 0 && greatest / least > 30
                ? Axis.log(axis.dimension(), least / 1.5, greatest * 1.5, start, end)
                : Axis.between(axis.dimension(), least, greatest * 1.02, start, end, 5);
    }

    /** A staircase on the worse side of the front, so that nothing under it looks reached. */
    private static String steps(List<ParetoFront.Dot> best, Axis x, Axis y, boolean lowerX) {
        List<double[]> corners = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            double atX = x.at(best.get(i).x().mean());
            double atY = y.at(best.get(i).y().mean());
            if (i > 0) {
                double[] last = corners.getLast();
                corners.add(lowerX ? new double[] {atX, last[1]} : new double[] {last[0], atY});
            }
            corners.add(new double[] {atX, atY});
        }
        return corners.isEmpty() ? "M0 0" : Plot.through(corners);
    }

    private static String figure(String name, String caption, String svg, String data) {
        return "<figure class=\"chart\"><figcaption><b>" + Markup.escape(name) + "</b>"
                + (caption.isEmpty() ? "" : " <span>" + Markup.escape(caption) + "</span>") + "</figcaption>" + svg
                + data + "</figure>";
    }

    @FunctionalInterface
    private interface JsonText {
        void write(JsonWriter json) throws IOException;
    }

    /** What the pointer shows, for the script. {@link JsonWriter} escapes what would end the element. */
    private static String data(JsonText text) {
        var json = new StringBuilder();
        try {
            text.write(new JsonWriter(json));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return "<script type=\"application/json\">" + json + "</script>";
    }
}

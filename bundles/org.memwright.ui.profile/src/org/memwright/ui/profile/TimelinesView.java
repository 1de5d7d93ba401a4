/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.view.Timeline;
import org.memwright.ui.profile.chart.Ink;
import org.memwright.ui.profile.chart.Plot;
import org.memwright.ui.profile.chart.Scaled;
import org.memwright.ui.profile.chart.Shelf;
import org.memwright.units.Dimension;
import org.memwright.units.Format;

/** What tiers and stores held and what tiers and links moved over the time of the run, a line for each design. */
public final class TimelinesView extends ProfileView {
    /** The view. */
    public static final String ID = "org.memwright.ui.profile.timelines";

    /** Windows that the run is cut into: about one for two pixels of a chart. */
    static final int WINDOWS = 200;

    private static final int WIDTH = 400;
    private static final int HEIGHT = 190;

    /** Where a limit is so far above all values, the axis ends at the values. */
    private static final double FAR = 8;

    private final List<Plot> plots = new ArrayList<>();

    @Override
    protected String nothing() {
        return "The designs of this run report nothing over time at this point.";
    }

    @Override
    protected void build(Composite parent, Ink ink, ExperimentProfile profile) {
        plots.clear();
        List<Timeline> timelines = Timeline.of(profile, shown().point(), WINDOWS).stream()
                .filter(timeline -> timeline.lines().stream().anyMatch(line -> line.peak() > 0))
                .toList();
        if (timelines.isEmpty()) {
            return;
        }
        var all = new Composite(parent, SWT.NONE);
        all.setBackground(ink.paper());
        all.setLayout(plain(1));
        legend(
                all,
                ink,
                profile,
                profile.columns().stream()
                        .filter(column -> profile.shown(column, shown().point()).isPresent())
                        .toList());
        Shelf shelf = new Shelf(all, ink, WIDTH);
        filling(shelf.control());
        for (Timeline timeline : timelines) {
            Plot plot = plot(shelf.content(), ink, profile, timeline);
            shelf.add(plot.control(), HEIGHT);
            plots.add(plot);
        }
    }

    private static Plot plot(Composite parent, Ink ink, ExperimentProfile profile, Timeline timeline) {
        double greatest = timeline.lines().stream()
                .flatMap(line -> line.windows().stream())
                .mapToDouble(Timeline.Window::greatest)
                .max()
                .orElse(0);
        boolean near = timeline.limit() <= FAR * greatest;
        Scaled y = Scaled.linear("", timeline.dimension(), near ? Math.max(greatest, timeline.limit()) : greatest);
        Scaled x = Scaled.exact("", Dimension.TIME, timeline.endSeconds());
        Plot plot = new Plot(parent, ink, title(timeline), x, y);
        for (Timeline.Line line : timeline.lines()) {
            int n = line.windows().size();
            double[] at = new double[n];
            double[] low = new double[n];
            double[] mean = new double[n];
            double[] high = new double[n];
            for (int i = 0; i < n; i++) {
                Timeline.Window window = line.windows().get(i);
                at[i] = (window.startSeconds() + window.endSeconds()) / 2;
                low[i] = window.least();
                mean[i] = window.mean();
                high[i] = window.greatest();
            }
            if (n > 1) {
                Color color = ink.column(index(profile, line.column()));
                if (!timeline.isTraffic()) {
                    plot.band(at, low, high, color);
                }
                plot.line(at, mean, color, index(profile, line.column()));
            }
        }
        if (near) {
            plot.limit(timeline.limit(), limit(timeline));
        }
        plot.hover(seconds -> text(timeline, seconds));
        return plot.finish();
    }

    private static String title(Timeline timeline) {
        return timeline.of()
                + switch (timeline.kind()) {
                    case TIER_OCCUPANCY -> ": bytes in the tier";
                    case STORE_OCCUPANCY -> ": bytes in the store";
                    case TIER_TRAFFIC -> ": moved by the tier";
                    case LINK_TRAFFIC -> ": moved over the link";
                    case ENERGY -> ": power";
                    case REQUESTS -> ": requests";
                    case STEP_STATUS -> ": status of the step";
                };
    }

    private static String limit(Timeline timeline) {
        String value = Format.of(timeline.limit(), timeline.dimension());
        return switch (timeline.kind()) {
            case TIER_OCCUPANCY, STORE_OCCUPANCY -> "capacity " + value;
            case TIER_TRAFFIC, LINK_TRAFFIC -> "bandwidth " + value;
            case ENERGY, REQUESTS, STEP_STATUS -> "limit " + value;
        };
    }

    private static String text(Timeline timeline, double seconds) {
        var text = new StringBuilder("at " + Format.of(seconds, Dimension.TIME));
        for (Timeline.Line line : timeline.lines()) {
            line.windows().stream()
                    .filter(window -> window.startSeconds() <= seconds && seconds <= window.endSeconds())
                    .findFirst()
                    .ifPresent(window -> text.append('\n')
                            .append(line.column())
                            .append(": ")
                            .append(Format.of(window.mean(), timeline.dimension())));
        }
        return text.toString();
    }

    /** The charts, for who drives the view. */
    public List<Plot> plots() {
        return List.copyOf(plots);
    }

    /** The timelines of a point, as this view draws them. */
    public static List<Timeline> timelines(ExperimentProfile profile, Map<String, String> point) {
        return Timeline.of(profile, point, WINDOWS);
    }
}

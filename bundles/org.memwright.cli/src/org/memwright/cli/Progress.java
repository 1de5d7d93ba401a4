/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.memwright.profile.ExperimentProfile;
import org.memwright.profile.Headway;
import org.memwright.profile.ProfilingListener;
import org.memwright.profile.RunProfile;
import org.memwright.runtime.Measure;
import org.memwright.runtime.plan.ExperimentPlan;
import org.memwright.runtime.plan.MetricCall;
import org.memwright.runtime.plan.RunPlan;
import org.memwright.units.Format;
import org.memwright.units.Nanos;

/**
 * Shows how far an experiment is: a bar that is drawn over itself, and a line for each run that ended. Nothing where nobody
 * watches.
 */
final class Progress implements ProfilingListener, AutoCloseable {
    private static final long REDRAW_NANOS = 80_000_000;

    /** A shorter rest is not worth saying. */
    private static final long SHORT_NANOS = 2_000_000_000L;

    private static final int BAR = 24;
    private static final int MOST_LINES = 24;
    private static final int MEASURES = 3;

    private final Terminal terminal;
    private final ExperimentPlan plan;
    private final Headway headway;
    private final long begin = System.nanoTime();
    private final Map<Integer, Long> started = new HashMap<>();
    private long drawn = Long.MIN_VALUE;
    private boolean isDrawn;

    Progress(Terminal terminal, ExperimentPlan plan) {
        this.terminal = terminal;
        this.plan = plan;
        this.headway = new Headway(plan);
    }

    @Override
    public void started(int run, RunPlan what) {
        if (terminal.watched()) {
            started.put(run, System.nanoTime());
            draw(what, 0);
        }
    }

    @Override
    public void progressed(int run, double done, long nanos) {
        if (terminal.watched()) {
            headway.progressed(run, done);
            long now = System.nanoTime();
            if (drawn == Long.MIN_VALUE || now - drawn >= REDRAW_NANOS) {
                drawn = now;
                draw(plan.runs().get(run), nanos);
            }
        }
    }

    @Override
    public void finished(int run, RunProfile profile) {
        if (!terminal.watched()) {
            return;
        }
        headway.finished(run);
        Long since = started.remove(run);
        if (plan.runs().size() > 1 && plan.runs().size() <= MOST_LINES) {
            clear();
            terminal.err().println(line(profile, since == null ? 0 : System.nanoTime() - since));
        }
        if (headway.finished() < headway.runs()) {
            draw(plan.runs().get(Math.min(run + 1, plan.runs().size() - 1)), 0);
        }
    }

    private String line(RunProfile profile, long nanos) {
        Paint paint = terminal.errPaint();
        String point = ExperimentProfile.label(profile.point());
        String name = profile.column()
                + (point.isEmpty() ? "" : ", " + point)
                + (plan.seeds() > 1 ? ", seed " + profile.seed() : "");
        var text = new StringBuilder();
        text.append(
                profile.isComplete()
                        ? paint.green("done  ")
                        : paint.red(profile.outcome().name().toLowerCase(java.util.Locale.ROOT) + " "));
        text.append(paint.bold(name));
        int shown = 0;
        for (MetricCall metric : plan.measures()) {
            @Nullable Measure measure = profile.measure(metric).orElse(null);
            if (measure != null && shown < MEASURES) {
                text.append("  ")
                        .append(paint.faint(metric.label() + " "))
                        .append(Format.of(measure.value(), measure.dimension()));
                shown++;
            }
        }
        return text + paint.faint("  in " + Nanos.format(nanos));
    }

    private void draw(RunPlan current, long simulatedNanos) {
        double share = headway.share();
        int full = (int) (share * BAR);
        Paint paint = terminal.errPaint();
        String runs = headway.runs() == 1 ? "" : headway.finished() + "/" + headway.runs() + " runs  ";
        OptionalLong left = headway.leftNanos(System.nanoTime() - begin);
        String rest = left.isEmpty() || left.getAsLong() < SHORT_NANOS
                ? ""
                : Nanos.format(Math.ceil(left.getAsLong() / 1e9) * 1e9) + " left  ";
        String text = paint.cyan("█".repeat(full)) + paint.faint("░".repeat(BAR - full)) + "  "
                + (int) (share * 100) + " %  " + runs + rest
                + paint.faint(current.column()
                        + (simulatedNanos > 0 ? " at " + Nanos.format(simulatedNanos) + " of its time" : ""));
        terminal.err().print("\r\u001b[2K" + text);
        terminal.err().flush();
        isDrawn = true;
    }

    private void clear() {
        if (isDrawn) {
            terminal.err().print("\r\u001b[2K");
            isDrawn = false;
        }
    }

    @Override
    public void close() {
        clear();
        if (terminal.watched()) {
            terminal.err().flush();
        }
    }
}

/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.profile.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.text.ParsePosition;
import java.util.stream.DoubleStream;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.Range;
import org.memwright.profile.view.Scale;
import org.memwright.units.Dimension;
import org.memwright.units.Format;
import org.memwright.units.Quantity;
import org.memwright.units.Unit;

/**
 * An axis in a unit that suits its values.
 *
 * @param title what it measures; empty for nothing but the unit
 * @param low least value, in base units
 * @param high greatest value, in base units
 * @param log whether it is logarithmic
 */
public record Scaled(String title, Dimension dimension, Unit unit, double low, double high, boolean log) {

    /** An axis from zero to a little above the greatest value. */
    public static Scaled linear(String title, Dimension dimension, double greatest) {
        double high = greatest > 0 && Double.isFinite(greatest) ? greatest * 1.06 : 1;
        return new Scaled(title, dimension, unit(dimension, greatest), 0, high, false);
    }

    /** An axis from zero to just that value. */
    public static Scaled exact(String title, Dimension dimension, double greatest) {
        return new Scaled(title, dimension, unit(dimension, greatest), 0, greatest > 0 ? greatest : 1, false);
    }

    /** An axis around values, from zero unless they are far from it, logarithmic where they differ much. */
    public static Scaled around(String title, Dimension dimension, DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double least = DoubleStream.of(finite).min().orElse(0);
        double greatest = DoubleStream.of(finite).max().orElse(1);
        if (least > 0 && greatest / least > 30) {
            return log(title, dimension, least / 1.6, greatest * 1.6);
        }
        double low = least > 0.5 * greatest ? least - (greatest - least) * 0.12 - greatest * 0.01 : Math.min(0, least);
        double room = Math.max(greatest - low, Math.abs(greatest) * 0.05);
        return new Scaled(title, dimension, unit(dimension, greatest), low, low + room * 1.1, false);
    }

    /** A logarithmic axis. */
    public static Scaled log(String title, Dimension dimension, double least, double greatest) {
        return new Scaled(title, dimension, Unit.NONE, least, greatest > least ? greatest : 10 * least, true);
    }

    private static Unit unit(Dimension dimension, double greatest) {
        return Scale.of(dimension, "", DoubleStream.of(greatest)).unit();
    }

    /** Where a value stands on the axis, in its unit. */
    public double at(double base) {
        return log ? base : unit.fromBase(base);
    }

    /** The value at a place of the axis. */
    public double base(double at) {
        return log ? at : unit.toBase(at);
    }

    /** Several values. */
    double[] at(double[] base) {
        double[] at = new double[base.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = at(base[i]);
        }
        return at;
    }

    /** Gives an axis of a chart its range, ticks and colours. */
    void apply(IAxis axis, Ink ink) {
        axis.enableLogScale(false);
        axis.setRange(new Range(at(low), at(high)));
        axis.enableLogScale(log);
        String symbol = log ? "" : unit.symbol();
        String text = title + (title.isEmpty() || symbol.isEmpty() ? "" : ", ") + symbol;
        axis.getTitle().setText(text);
        axis.getTitle().setVisible(!text.isEmpty());
        axis.getTitle().setForeground(ink.soft());
        axis.getTick().setForeground(ink.soft());
        axis.getTick().setFormat(new Label());
        axis.getGrid().setForeground(ink.grid());
        axis.setDrawAxisLine(false);
    }

    /** How ticks are written; a number format, since SWTChart takes no other. */
    private final class Label extends DecimalFormat {
        private static final long serialVersionUID = 1L;
        private static final MathContext DIGITS = new MathContext(6);

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            if (log) {
                return to.append(Format.of(number, dimension));
            }
            BigDecimal rounded = BigDecimal.valueOf(number).round(DIGITS);
            return to.append(
                    rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        /** SWTChart reads every label back and leaves out those that do not stand where they say. */
        @Override
        public Number parse(String text, ParsePosition position) {
            position.setIndex(text.length());
            return log ? Quantity.parse(text).base() : Double.parseDouble(text);
        }
    }
}

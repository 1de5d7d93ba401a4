/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.hardware.calibration;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Finds the coefficients with the least robust sum of squares, within their bounds.
 *
 * <p>Source: D. Marquardt, <cite>An Algorithm for Least-Squares Estimation of Nonlinear Parameters</cite>, 1963; each
 * residual is weighed by the derivative of its soft L1 norm, so that far points pull less (reweighted least squares).
 * <br>Cost: one evaluation of all residuals per coefficient and step. Deterministic.
 */
final class LeastSquares {
    private static final int STEPS = 120;
    private static final double SCALE = 0.1;
    private static final double PROBE = 1e-6;
    private static final double GAIN = 1e-9;
    private static final int STARTS = 5;
    private static final double SPREAD = 0.4;
    private static final long SEED = 20_260_601;

    private final List<Coefficient> coefficients;

    LeastSquares(List<Coefficient> coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * Searches from the start values, and from others around them, since the sum has more than one valley.
     *
     * @param residuals residuals by coefficients, always of the same length
     * @return the best coefficients found
     */
    double[] minimise(Function<double[], double[]> residuals) {
        double[] best = search(start(), residuals);
        double least = cost(residuals.apply(best));
        var random = new SplittableRandom(SEED);
        for (int i = 1; i < STARTS; i++) {
            double[] start = start();
            for (int c = 0; c < start.length; c++) {
                double low = coefficients.get(c).toSearch(coefficients.get(c).least());
                double high = coefficients.get(c).toSearch(coefficients.get(c).most());
                start[c] += SPREAD * (random.nextDouble() - 0.5) * (high - low);
                start[c] = Math.max(low, Math.min(high, start[c]));
            }
            double[] found = search(start, residuals);
            double cost = cost(residuals.apply(found));
            if (cost < least) {
                least = cost;
                best = found;
            }
        }
        return best;
    }

    private double[] start() {
        return coefficients.stream().mapToDouble(c -> c.toSearch(c.start())).toArray();
    }

    private double[] search(double[] start, Function<double[], double[]> residuals) {
        double[] position = start;
        double[] r = residuals.apply(values(position));
        double cost = cost(r);
        double damping = 1e-2;
        for (int step = 0; step < STEPS; step++) {
            double[][] jacobian = jacobian(residuals, position, r);
            boolean better = false;
            for (int attempt = 0; attempt < 12 && !better; attempt++) {
                double[] next = moved(position, jacobian, r, damping);
                double[] nextR = residuals.apply(values(next));
                double nextCost = cost(nextR);
                if (nextCost < cost) {
                    better = nextCost < cost * (1 - GAIN);
                    position = next;
                    r = nextR;
                    cost = nextCost;
                    damping = Math.max(1e-9, damping / 3);
                    if (!better) {
                        return values(position);
                    }
                } else {
                    damping *= 4;
                }
            }
            if (!better) {
                break;
            }
        }
        return values(position);
    }

    private double[] values(double[] position) {
        double[] values = new double[position.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = coefficients.get(i).fromSearch(position[i]);
        }
        return values;
    }

    private static double cost(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            double z = residual / SCALE;
            sum += 2 * (Math.sqrt(1 + z * z) - 1);
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    private double[][] jacobian(Function<double[], double[]> residuals, double[] position, double[] r) {
        double[][] columns = new double[position.length][];
        for (int i = 0; i < position.length; i++) {
            double[] probed = position.clone();
            double h = PROBE * Math.max(1, Math.abs(position[i]));
            double most = coefficients.get(i).toSearch(coefficients.get(i).most());
            if (probed[i] + h > most) {
                h = -h;
            }
            probed[i] += h;
            double[] column = residuals.apply(values(probed));
            for (int j = 0; j < column.length; j++) {
                column[j] = (column[j] - r[j]) / h;
            }
            columns[i] = column;
        }
        return columns;
    }

    /** One damped step on the coefficients that a bound does not hold. */
    private double[] moved(double[] position, double[][] jacobian, double[] r, double damping) {
        int n = position.length;
        double[][] normal = new double[n][n];
        double[] gradient = new double[n];
        for (int j = 0; j < r.length; j++) {
            double z = r[j] / SCALE;
            double weight = 1 / Math.sqrt(1 + z * z);
            for (int a = 0; a < n; a++) {
                double wa = weight * jacobian[a][j];
                gradient[a] += wa * r[j];
                for (int b = a; b < n; b++) {
                    normal[a][b] += wa * jacobian[b][j];
                }
            }
        }
        boolean[] held = new boolean[n];
        for (int a = 0; a < n; a++) {
            double least = coefficients.get(a).toSearch(coefficients.get(a).least());
            double most = coefficients.get(a).toSearch(coefficients.get(a).most());
            held[a] = (position[a] <= least && gradient[a] > 0) || (position[a] >= most && gradient[a] < 0);
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                normal[a][b] = normal[b][a];
            }
        }
        for (int a = 0; a < n; a++) {
            normal[a][a] = normal[a][a] * (1 + damping) + 1e-12;
            if (held[a]) {
                for (int b = 0; b < n; b++) {
                    normal[a][b] = 0;
                    normal[b][a] = 0;
                }
                normal[a][a] = 1;
                gradient[a] = 0;
            }
        }
        double[] change = solve(normal, gradient);
        double[] next = new double[n];
        for (int a = 0; a < n; a++) {
            double least = coefficients.get(a).toSearch(coefficients.get(a).least());
            double most = coefficients.get(a).toSearch(coefficients.get(a).most());
            next[a] = Math.max(least, Math.min(most, position[a] - change[a]));
        }
        return next;
    }

    /** Solves a small symmetric positive system by elimination with the largest pivot. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = swapped;
            double value = x[column];
            x[column] = x[pivot];
            x[pivot] = value;
            if (matrix[column][column] == 0) {
                continue;
            }
            for (int row = column + 1; row < n; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int i = column; i < n; i++) {
                    matrix[row][i] -= factor * matrix[column][i];
                }
                x[row] -= factor * x[column];
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            double sum = x[row];
            for (int i = row + 1; i < n; i++) {
                sum -= matrix[row][i] * x[i];
            }
            x[row] = matrix[row][row] == 0 ? 0 : sum / matrix[row][row];
        }
        return x;
    }
}

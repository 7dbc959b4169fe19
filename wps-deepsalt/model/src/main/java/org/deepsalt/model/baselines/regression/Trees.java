/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import org.deepsalt.model.matrix.Matrix;
import smile.base.cart.CART;
import smile.base.cart.Loss;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.math.MathEx;
import smile.regression.RegressionTree;

/**
 * Grows Smile's regression trees on one table. Smile's own forest and boosting can neither weigh rows nor be cancelled,
 * and log a line per tree, so these loops are here; with rows that count once they grow the very same trees.
 */
final class Trees {
    private final DataFrame rows;
    private final int[][] order;

    Trees(Matrix features) {
        this.rows = frame(features);
        this.order = CART.order(rows);
    }

    /**
     * The shape of a tree.
     *
     * @param depth at most
     * @param leafSize rows in a leaf, counted as often as they count, at least
     * @param columns that are tried at each node, drawn by chance
     */
    record Shape(int depth, int leafSize, int columns) {}

    /**
     * Grows a regression tree on weighted rows.
     *
     * @param target what to learn
     * @param counts how often each row counts; may be 0
     * @param seed of the columns that are tried
     */
    RegressionTree grow(double[] target, int[] counts, Shape shape, long seed) {
        StructField field = new StructField("target", DataTypes.DoubleType);
        MathEx.setSeed(seed);
        return new RegressionTree(
                rows,
                Loss.ls(target),
                field,
                shape.depth,
                Integer.MAX_VALUE,
                shape.leafSize,
                shape.columns,
                counts,
                order);
    }

    /** The answer of a tree to every row of its table. */
    double[] answers(RegressionTree tree) {
        return answers(tree, rows);
    }

    static double[] answers(RegressionTree tree, DataFrame rows) {
        double[] answers = new double[rows.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = tree.predict(rows.get(i));
        }
        return answers;
    }

    /** A table as Smile wants it. */
    static DataFrame frame(Matrix features) {
        double[][] rows = new double[features.rows()][features.columns()];
        for (int row = 0; row < rows.length; row++) {
            for (int j = 0; j < features.columns(); j++) {
                rows[row][j] = features.get(row, j);
            }
        }
        return DataFrame.of(rows);
    }

    /** A share of the columns, at least one. */
    static int share(Matrix features, double share) {
        return Math.max(1, (int) Math.round(features.columns() * share));
    }
}

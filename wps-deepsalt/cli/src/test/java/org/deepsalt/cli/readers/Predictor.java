/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.nio.ByteOrder;

/**
 * TIFF's predictors: 2, differences of numbers (TIFF 6.0, section 14), and 3, of the bytes of floats by significance.
 */
final class Predictor {
    private Predictor() {}

    /** The bytes of a row of bits. */
    static byte[] apply(int predictor, Sample sample, long[] row, int stride, ByteOrder order) {
        return switch (predictor) {
            case 2 -> sample.pack(differences(row, stride), order);
            case 3 -> byteDifferences(sample.pack(row, ByteOrder.BIG_ENDIAN), sample.bits / 8, stride);
            default -> sample.pack(row, order);
        };
    }

    private static long[] differences(long[] row, int stride) {
        long[] differences = row.clone();
        for (int i = row.length - 1; i >= stride; i--) {
            differences[i] = row[i] - row[i - stride];
        }
        return differences;
    }

    private static byte[] byteDifferences(byte[] row, int size, int stride) {
        int count = row.length / size;
        byte[] planes = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            planes[i % size * count + i / size] = row[i];
        }
        for (int i = planes.length - 1; i >= stride; i--) {
            planes[i] -= planes[i - stride];
        }
        return planes;
    }
}

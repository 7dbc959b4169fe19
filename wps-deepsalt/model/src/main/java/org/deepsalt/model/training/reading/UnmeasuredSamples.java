/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.reading;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.net.OutputRange;

/**
 * Reads the property of a library's samples that nobody measured off their spectra, by what the measured ones show. A
 * reading is as certain as the share of the property's spread that it explains.
 */
public final class UnmeasuredSamples {
    /** Fewer measured spectra teach nothing that could be told from chance. */
    private static final int LEAST_MEASURED = 20;
    /** Readings that explain less are left out. */
    private static final double LEAST_CERTAINTY = 0.1;
    /** Degrees, about a kilometre: samples of one place are left out together. */
    private static final double PLACE = 0.01;

    private UnmeasuredSamples() {}

    /**
     * A library whose samples all have a value.
     *
     * @param library with readings where there were no measurements
     * @param readings how many
     * @param kept rows of the library that was read, in step with this one
     */
    public record Result(FtirLibrary library, LibraryNotes.Readings readings, int[] kept) {}

    /**
     * Gives every sample without a measured value one that is read off its spectrum, or leaves the sample out.
     *
     * @param library whose values are NaN where nothing was measured
     * @param range of the property, whose logarithm is learned
     */
    public static Result read(FtirLibrary library, OutputRange range, long seed) {
        int[] measured = library.measured();
        int[] others = IntStream.range(0, library.size())
                .filter(row -> library.certainty()[row] == 0)
                .toArray();
        if (others.length == 0 || measured.length < LEAST_MEASURED) {
            return new Result(
                    others.length == 0 ? library : library.select(measured),
                    new LibraryNotes.Readings(0, others.length, 0),
                    measured);
        }
        double[] logs = IntStream.of(measured)
                .mapToDouble(row -> range.toLog(library.ece()[row]))
                .toArray();
        SpectralRegression.Reading reading =
                new LibraryReading(library.absorbance(), measured, logs, places(library, measured), seed).of(others);
        return joined(library, others, reading, variance(logs), range);
    }

    private static Result joined(
            FtirLibrary library, int[] others, SpectralRegression.Reading reading, double variance, OutputRange range) {
        float[] values = library.ece().clone();
        float[] certainty = library.certainty().clone();
        double sum = 0;
        int read = 0;
        for (int i = 0; i < others.length; i++) {
            double unexplained = reading.deviation()[i] * reading.deviation()[i] / variance;
            if (1 - unexplained >= LEAST_CERTAINTY) {
                values[others[i]] =
                        (float) Math.min(range.maximum(), Math.max(range.minimum(), Math.exp(reading.mean()[i])));
                // Certainty of exactly 1 is kept for measurements.
                certainty[others[i]] = (float) Math.min(0.999, 1 - unexplained);
                sum += certainty[others[i]];
                read++;
            }
        }
        int[] kept = IntStream.range(0, library.size())
                .filter(row -> certainty[row] > 0)
                .toArray();
        return new Result(
                library.withValues(values, certainty).select(kept),
                new LibraryNotes.Readings(read, others.length - read, read == 0 ? 0 : sum / read),
                kept);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.max(
                1e-9,
                Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .average()
                        .orElse(0));
    }

    private static int[] places(FtirLibrary library, int[] rows) {
        return IntStream.of(rows)
                .map(row -> Math.toIntExact(Math.round(library.longitude()[row] / PLACE) * 40_000
                        + Math.round(library.latitude()[row] / PLACE)))
                .toArray();
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.deepsalt.benchmarks.runs.DeepSaltCommands;
import org.deepsalt.benchmarks.runs.MapDifference;
import org.deepsalt.benchmarks.runs.Part;
import org.deepsalt.benchmarks.runs.Spread;
import org.deepsalt.benchmarks.runs.Variation;
import org.deepsalt.raster.estimate.Stage;

/**
 * Measurements of one scene in one layout, beside the lower bounds of reading and multiplying.
 *
 * @param size pixels along each side
 * @param variation in what way it was estimated
 * @param used the precision that was used, by the report
 * @param difference of the maps from the scene's first one, the largest of all runs
 * @param estimated pixels with an estimate
 * @param wholeSeconds of the process, with the start of the JVM and of TensorFlow
 * @param estimationSeconds of the estimation alone, as its report says
 * @param shares of the threads' busy time by stage, of all runs together; they add up to 1
 * @param peakBytes largest resident memory of all runs
 * @param gdalSeconds for reading the same file with one thread, where GDAL is installed
 * @param gdalSecondsAllCores the same, decoding with all cores
 * @param multiplySeconds for the net's multiplications at the machine's peak
 * @param shareOfWhole of a part of the scene: its estimation by the median of the whole's
 */
@RecordBuilder
record CaseFigures(
        int size,
        Variation variation,
        String used,
        MapDifference difference,
        long estimated,
        Spread wholeSeconds,
        Spread estimationSeconds,
        Map<Stage, Double> shares,
        OptionalLong peakBytes,
        Optional<Spread> gdalSeconds,
        Optional<Spread> gdalSecondsAllCores,
        double multiplySeconds,
        Optional<Spread> shareOfWhole) {

    /**
     * Puts the runs of one case together.
     *
     * @param flopPerPixel of the net
     * @param peakFlops operations per second that the machine reaches
     */
    static CaseFigures of(
            int size,
            Variation variation,
            List<DeepSaltCommands.Estimated> runs,
            Optional<Spread> gdal,
            Optional<Spread> gdalAllCores,
            double flopPerPixel,
            double peakFlops) {
        long estimated = runs.get(0).report().at("/pixels/estimated").asLong();
        return CaseFiguresBuilder.builder()
                .size(size)
                .variation(variation)
                .used(runs.get(0).report().path("precision").asText())
                .difference(runs.stream()
                        .map(DeepSaltCommands.Estimated::difference)
                        .reduce(MapDifference.NONE, MapDifference::larger))
                .estimated(estimated)
                .wholeSeconds(
                        Spread.of(runs.stream().map(run -> run.cost().seconds()).toList()))
                .estimationSeconds(Spread.of(
                        runs.stream().map(CaseFigures::estimationSeconds).toList()))
                .shares(shares(runs))
                .peakBytes(runs.stream()
                        .flatMapToLong(run -> run.cost().peakBytes().stream())
                        .max())
                .gdalSeconds(gdal)
                .gdalSecondsAllCores(gdalAllCores)
                .multiplySeconds(estimated * flopPerPixel / peakFlops)
                .shareOfWhole(Optional.empty())
                .build();
    }

    /** The figures of a part of a scene beside those of the whole; what it takes to read all of it is no limit then. */
    CaseFigures asPartOf(CaseFigures whole) {
        double seconds = whole.estimationSeconds.median();
        return CaseFiguresBuilder.builder(this)
                .gdalSeconds(Optional.empty())
                .gdalSecondsAllCores(Optional.empty())
                .shareOfWhole(Optional.of(estimationSeconds.map(own -> own / seconds)))
                .build();
    }

    private static double estimationSeconds(DeepSaltCommands.Estimated run) {
        return run.report().at("/seconds/estimate").asDouble();
    }

    /** Of all runs together, so that one odd run does not decide. */
    private static Map<Stage, Double> shares(List<DeepSaltCommands.Estimated> runs) {
        Map<Stage, Double> seconds = new LinkedHashMap<>();
        double all = 0;
        for (DeepSaltCommands.Estimated run : runs) {
            JsonNode spent = run.report().path("threadSeconds");
            for (Stage stage : Stage.values()) {
                seconds.merge(stage, spent.path(stage.key()).asDouble(), Double::sum);
                all += spent.path(stage.key()).asDouble();
            }
        }
        double total = Math.max(all, Double.MIN_NORMAL);
        seconds.replaceAll((stage, one) -> one / total);
        return seconds;
    }

    /** Pixels of the scene, or of the part of it. */
    long pixels() {
        return variation.part() ? Part.middle(size, size).pixels() : (long) size * size;
    }

    /** Pixels, masked ones included, per second of the estimation alone. */
    Spread pixelsPerSecond() {
        return estimationSeconds.map(seconds -> pixels() / seconds);
    }

    /** The estimation against the larger of GDAL's reading with one thread and the multiplications. */
    Spread ratio() {
        return against(gdalSeconds);
    }

    /** The same, where GDAL decodes with all cores, as the estimation does. */
    Spread ratioAllCores() {
        return against(gdalSecondsAllCores);
    }

    /** The whole command, with the starts of Java and TensorFlow, against GDAL's whole command on all cores. */
    Optional<Spread> wholeRatio() {
        return gdalSecondsAllCores.map(reading -> wholeSeconds.map(seconds -> seconds / reading.median()));
    }

    private Spread against(Optional<Spread> reading) {
        double limit = Math.max(multiplySeconds, reading.map(Spread::median).orElse(0.0));
        return estimationSeconds.map(seconds -> seconds / limit);
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.laboratory;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.deepsalt.model.Progress;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.region.Place;

/**
 * Writes the laboratory's library, a gzip-compressed CSV file: one row per topsoil sample with its conductivity, its
 * organic carbon and its infrared spectrum, region after region. Samples lie anywhere in their scene except on water;
 * their recorded coordinates are off by up to a kilometre, as those of old surveys are. Not thread-safe.
 */
public final class LibraryWriter implements AutoCloseable {
    private static final String EXTRACT = "saturated_paste";

    private final MirSpectrometer spectrometer = new MirSpectrometer();
    private final CsvWriter csv;
    private int rows;

    /** Starts the file. */
    public LibraryWriter(Path file) throws IOException {
        Writer text = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII));
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(header());
    }

    /**
     * Adds the samples of a region.
     *
     * @param seed the region's own
     * @param half half the side, in m, of the square from which samples are taken
     * @param count number of samples
     */
    public void measure(Place place, Landscape landscape, long seed, double half, int count, Progress progress) {
        OldSurvey survey = new OldSurvey(place, landscape, seed, half);
        for (int number = 1; number <= count; number++) {
            rows++;
            csv.writeRecord(row(survey.next()));
            progress.report((double) number / count, "measuring sample " + number + " of " + count);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static List<String> header() {
        List<String> names = new ArrayList<>(List.of(
                "id", "longitude", "latitude", "depth_top_cm", "depth_bottom_cm", "ec_dS_m", "ec_extract", "soc_g_kg"));
        for (int i = 0; i < MirSpectrometer.GRID.count(); i++) {
            names.add(String.format(Locale.ROOT, "%.1f", MirSpectrometer.GRID.at(i)));
        }
        return names;
    }

    private List<String> row(OldSurvey.Sample sample) {
        List<String> row = new ArrayList<>(List.of(
                String.format(Locale.ROOT, "L%05d", rows),
                decimals(sample.degrees().x, 6),
                decimals(sample.degrees().y, 6),
                "0",
                Integer.toString(sample.depth()),
                decimals(sample.ece(), 3),
                EXTRACT,
                decimals(sample.organicCarbon(), 2)));
        for (double absorbance : spectrometer.measure(sample.soil(), sample.scan())) {
            row.add(decimals(absorbance, 4));
        }
        return row;
    }

    private static String decimals(double value, int places) {
        long scale = 1;
        for (int i = 0; i < places; i++) {
            scale *= 10;
        }
        return BigDecimal.valueOf(Math.round(value * scale), places).toPlainString();
    }
}

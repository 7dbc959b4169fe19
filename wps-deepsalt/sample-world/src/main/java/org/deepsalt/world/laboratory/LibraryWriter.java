/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.laboratory;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.awt.geom.Point2D;
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
import org.deepsalt.world.Basin;
import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Normal;

/**
 * Writes the laboratory's library: one row per topsoil sample with its conductivity and its infrared spectrum. Samples
 * lie anywhere in the scene except on water; their recorded coordinates are off by up to a kilometre, as those of old
 * surveys are.
 */
public final class LibraryWriter {
    private static final double LARGEST_MISPLACEMENT = 1000;
    private static final String EXTRACT = "saturated_paste";
    private static final int[] DEPTHS = {5, 8, 10, 12};

    private final Landscape landscape;
    private final Basin.Projection geographic;
    private final MirSpectrometer spectrometer = new MirSpectrometer();
    private final long seed;

    public LibraryWriter(Basin basin, Landscape landscape, long seed) {
        this.landscape = landscape;
        this.geographic = basin.to("EPSG:4326");
        this.seed = Hash.seed(seed, "library");
    }

    /**
     * Writes a gzip-compressed CSV file.
     *
     * @param half half the side, in m, of the square from which samples are taken
     * @param count number of samples
     */
    public void write(Path file, double half, int count, Progress progress) throws IOException {
        try (Writer text = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII));
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header());
            long attempt = 0;
            for (int number = 1; number <= count; number++) {
                Point2D.Double place = place(attempt++, half);
                while (isWater(place)) {
                    place = place(attempt++, half);
                }
                csv.writeRecord(row(number, place));
                progress.report((double) number / count, "measuring sample " + number + " of " + count);
            }
        }
    }

    private static List<String> header() {
        List<String> names = new ArrayList<>(
                List.of("id", "longitude", "latitude", "depth_top_cm", "depth_bottom_cm", "ec_dS_m", "ec_extract"));
        for (int i = 0; i < MirSpectrometer.GRID.count(); i++) {
            names.add(String.format(Locale.ROOT, "%.1f", MirSpectrometer.GRID.at(i)));
        }
        return names;
    }

    private Point2D.Double place(long attempt, double half) {
        return new Point2D.Double(half * (2 * uniform(attempt, "x") - 1), half * (2 * uniform(attempt, "y") - 1));
    }

    private boolean isWater(Point2D.Double place) {
        return landscape
                .cover(place.x, place.y, landscape.ece(place.x, place.y))
                .isWater();
    }

    private List<String> row(int number, Point2D.Double place) {
        Composition soil = landscape.soil(place.x, place.y);
        double error = 0.05 * Normal.of(Hash.mix(Hash.seed(seed + number, "conductivity")));
        double distance = LARGEST_MISPLACEMENT * Math.sqrt(uniform(number, "distance"));
        double direction = 2 * Math.PI * uniform(number, "direction");
        Point2D.Double recorded = geographic.of(
                place.x + distance * StrictMath.sin(direction), place.y + distance * StrictMath.cos(direction));
        List<String> row = new ArrayList<>(List.of(
                String.format(Locale.ROOT, "L%05d", number),
                decimals(recorded.x, 6),
                decimals(recorded.y, 6),
                "0",
                Integer.toString(DEPTHS[(int) (uniform(number, "depth") * DEPTHS.length)]),
                decimals(soil.ece() * StrictMath.exp(error), 3),
                EXTRACT));
        for (double absorbance : spectrometer.measure(soil, Hash.seed(seed + number, "scan"))) {
            row.add(decimals(absorbance, 4));
        }
        return row;
    }

    private double uniform(long number, String purpose) {
        return Hash.uniform(Hash.seed(seed + number, purpose));
    }

    private static String decimals(double value, int places) {
        long scale = 1;
        for (int i = 0; i < places; i++) {
            scale *= 10;
        }
        return BigDecimal.valueOf(Math.round(value * scale), places).toPlainString();
    }
}

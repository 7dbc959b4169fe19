/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;

/**
 * The 224 bands of an EnMAP L2A product, by ascending wavelength, so that the two detectors alternate where both see.
 *
 * @param list the bands in the order of the product
 * @param filled per band, whether the product holds no data in it
 */
public record EnmapBands(List<Band> list, boolean[] filled) {
    private static final String RESOURCE = "enmap-l2a-bands.txt";

    public int count() {
        return list.size();
    }

    /** Reads the mission's table, which is part of this module. */
    public static EnmapBands read() {
        try (InputStream stream = EnmapBands.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from the program");
            }
            return parse(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same bands with their centres moved, by some nm for each of the detectors, to 0.001 nm. */
    EnmapBands drifted(double vnir, double swir) {
        List<Band> moved = list.stream()
                .map(band -> new Band(
                        sum(band.centre(), band.detector() == Detector.VNIR ? vnir : swir),
                        band.width(),
                        band.detector()))
                .toList();
        return new EnmapBands(moved, filled);
    }

    private static double sum(double centre, double drift) {
        BigDecimal thousandths = BigDecimal.valueOf(drift).setScale(3, RoundingMode.HALF_EVEN);
        return BigDecimal.valueOf(centre).add(thousandths).doubleValue();
    }

    private static EnmapBands parse(BufferedReader reader) throws IOException {
        List<Band> bands = new ArrayList<>();
        List<Boolean> marks = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ", -1);
                double centre = Double.parseDouble(words[1]);
                bands.add(new Band(centre, Double.parseDouble(words[2]), Detector.valueOf(words[0])));
                marks.add(words.length > 3);
            }
        }
        boolean[] filled = new boolean[marks.size()];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = marks.get(i);
        }
        return new EnmapBands(List.copyOf(bands), filled);
    }
}

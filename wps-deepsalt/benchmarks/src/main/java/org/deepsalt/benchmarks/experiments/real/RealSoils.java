/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.table.CsvTable;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.model.table.HeaderNames;

/**
 * Horizons of the ICRAF-ISRIC soil spectral library with a measured EC of a 1:2.5 extract. The arrays run in step.
 *
 * @param countries ISO code of each
 * @param climates Koppen class; empty where unknown
 * @param ec of the 1:2.5 extract in dS/m
 * @param texture sand, silt and clay in percent; NaN where unknown
 * @param reflectance of dry, sieved soil; one row per horizon
 * @param wavelengths of its columns in nm, ascending
 */
record RealSoils(
        List<String> countries,
        List<String> climates,
        double[] ec,
        Matrix texture,
        Matrix reflectance,
        double[] wavelengths) {
    private static final String SAMPLES = "icraf_isric_samples.csv.gz";
    private static final String SPECTRA = "icraf_isric_vnir_spectra.csv.gz";
    private static final String TEXTURE = "icraf_isric_texture_from_gsif.csv.gz";
    private static final List<String> FRACTIONS = List.of("sand_pct", "silt_pct", "clay_pct");

    /** Whether a folder has the files; texture may be missing. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(SAMPLES)) && Files.exists(folder.resolve(SPECTRA));
    }

    int size() {
        return ec.length;
    }

    RealSoils select(int[] rows) {
        return new RealSoils(
                IntStream.of(rows).mapToObj(countries::get).toList(),
                IntStream.of(rows).mapToObj(climates::get).toList(),
                IntStream.of(rows).mapToDouble(row -> ec[row]).toArray(),
                texture.select(rows),
                reflectance.select(rows),
                wavelengths);
    }

    /** Common logarithm of EC + 0.01 dS/m, the least step in which it was reported. */
    double[] logs() {
        return Arrays.stream(ec).map(value -> Math.log10(value + 0.01)).toArray();
    }

    /** Reads a folder, without the horizons that are flagged or have no EC. */
    static RealSoils read(Path folder) throws IOException {
        Map<String, float[]> spectra = new HashMap<>();
        List<Double> wavelengths = new ArrayList<>();
        try (CsvTable table = CsvTable.open(folder.resolve(SPECTRA))) {
            Iterator<CsvRecord> rows = table.iterator();
            for (String name : rows.next().getFields().stream().skip(1).toList()) {
                wavelengths.add(DecimalText.parse(name.substring(1)));
            }
            rows.forEachRemaining(row -> spectra.put(row.getField(0), numbers(row, 1, wavelengths.size())));
        }
        Map<String, float[]> textures = textures(folder.resolve(TEXTURE));
        List<String> countries = new ArrayList<>();
        List<String> climates = new ArrayList<>();
        List<Double> ec = new ArrayList<>();
        List<float[]> reflectance = new ArrayList<>();
        List<float[]> texture = new ArrayList<>();
        try (CsvTable table = CsvTable.open(folder.resolve(SAMPLES))) {
            Iterator<CsvRecord> rows = table.iterator();
            HeaderNames names = new HeaderNames(rows.next().getFields());
            rows.forEachRemaining(row -> {
                String id = row.getField(names.find("spectrum_id"));
                double value = DecimalText.parse(row.getField(names.find("ec_1_2p5_dSm")));
                float[] spectrum = spectra.get(id);
                if (row.getField(names.find("flag")).isEmpty() && spectrum != null && value >= 0) {
                    countries.add(row.getField(names.find("iso")));
                    climates.add(row.getField(names.find("koppen")));
                    ec.add(value);
                    reflectance.add(spectrum);
                    texture.add(textures.getOrDefault(id, new float[] {Float.NaN, Float.NaN, Float.NaN}));
                }
            });
        }
        if (ec.isEmpty()) {
            throw new DeepSaltException("no horizon of " + folder + " has a spectrum and an EC of a 1:2.5 extract");
        }
        return new RealSoils(
                countries,
                climates,
                ec.stream().mapToDouble(Double::doubleValue).toArray(),
                Matrix.of(texture.toArray(new float[0][]), FRACTIONS.size()),
                Matrix.of(reflectance.toArray(new float[0][]), wavelengths.size()),
                wavelengths.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Map<String, float[]> textures(Path file) throws IOException {
        Map<String, float[]> textures = new HashMap<>();
        if (Files.exists(file)) {
            try (CsvTable table = CsvTable.open(file)) {
                Iterator<CsvRecord> rows = table.iterator();
                int first = new HeaderNames(rows.next().getFields()).find(FRACTIONS.get(0));
                rows.forEachRemaining(row -> textures.put(row.getField(0), numbers(row, first, FRACTIONS.size())));
            }
        }
        return textures;
    }

    private static float[] numbers(CsvRecord row, int first, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) DecimalText.parse(row.getField(first + i));
        }
        return numbers;
    }
}

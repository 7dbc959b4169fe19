/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables of samples and of laboratory spectra in the forms that laboratories and spreadsheets write, by dice. */
final class TableKinds {
    private static final List<List<String>> PLACES = List.of(
            List.of("longitude", "latitude"),
            List.of("Longitude", "Latitude"),
            List.of("lon", "lat"),
            List.of("LONG", "LAT"),
            List.of("longitude.point_wgs84_dd", "latitude.point_wgs84_dd"));
    private static final List<String> IDS = List.of("id", "sample_id", "SSN", "id.layer_uuid_txt");
    private static final List<String> EC_OF_AN_EXTRACT =
            List.of("ec_1to2_dS_m", "EC 1:5 (\u00b5S/cm)", "EC 1:5 (\u03bcS/cm)", "ece_mS_cm", "ec_usda.a364_ds.m");
    private static final List<String> EC = List.of("ec_dS_m", "EC (dS/m)", "EC [mS/m]");
    private static final List<String> POINTS = List.of("%.1f", "m%.1f", "X%.1f", "scan_mir.%.1f_abs");
    private static final List<String> NOTES =
            List.of("plain", "a, b; c", "with \"quotes\"", "", "NA", "1 000", "\u00e9");

    private TableKinds() {}

    /** Rows of longitude, latitude and ECe, of which the columns of {@link #samples} are made. */
    static double[][] values(Random random) {
        double[][] rows = new double[3 + random.nextInt(4)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {
                rounded(-110.2 + 0.25 * random.nextDouble()),
                rounded(38.95 + 0.25 * random.nextDouble()),
                rounded(20 * random.nextDouble())
            };
        }
        return rows;
    }

    /** A table of samples with the column {@code ece}, its columns in any order. */
    static byte[] samples(double[][] values, Random random) {
        List<String> places = any(PLACES, random);
        List<Integer> order = shuffled(4, random);
        List<String> header = List.of(places.get(0), places.get(1), "ece", "note");
        List<List<String>> rows = new ArrayList<>();
        for (double[] row : values) {
            rows.add(List.of(text(row[0]), text(row[1]), text(row[2]), any(NOTES, random)));
        }
        return file(header, rows, order, random);
    }

    /** A laboratory library of a few rows, its columns in any order but for the spectrum, which ends it. */
    static byte[] library(int columns, Random random) {
        List<String> places = any(PLACES, random);
        boolean told = random.nextBoolean();
        String ec = any(told ? EC_OF_AN_EXTRACT : EC, random);
        String point = any(POINTS, random);
        List<String> header = new ArrayList<>(List.of(any(IDS, random), places.get(0), places.get(1), ec));
        header.add(told ? "remark" : "ec_extract");
        int others = header.size();
        for (int i = 0; i < columns; i++) {
            header.add(String.format(Locale.ROOT, point, 599.8 + 1.9285 * i));
        }
        List<List<String>> rows = new ArrayList<>();
        double[][] values = values(random);
        for (int i = 0; i < values.length; i++) {
            List<String> row = new ArrayList<>(List.of("S" + i, text(values[i][0]), text(values[i][1])));
            row.add(random.nextInt(6) == 0 ? any(List.of("NA", "", "<0.1", "-"), random) : text(values[i][2]));
            row.add(told ? any(NOTES, random) : "saturated paste");
            for (int band = 0; band < columns; band++) {
                row.add(text(1.1 + 0.3 * Math.sin(0.2 * band + i) + 0.1 * random.nextDouble()));
            }
            rows.add(row);
        }
        List<Integer> order = new ArrayList<>(shuffled(others, random));
        IntStream.range(others, header.size()).forEach(order::add);
        return file(header, rows, order, random);
    }

    private static byte[] file(List<String> header, List<List<String>> rows, List<Integer> order, Random random) {
        return TableDialect.of(random)
                .file(
                        order.stream().map(header::get).toList(),
                        rows.stream()
                                .map(row -> order.stream().map(row::get).toList())
                                .toList());
    }

    private static List<Integer> shuffled(int size, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        java.util.Collections.shuffle(order, random);
        return order;
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.6f", number);
    }

    private static double rounded(double number) {
        return Double.parseDouble(text(number));
    }
}

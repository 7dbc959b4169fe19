/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What GDAL reads of a raster.
 *
 * @param values check sum of its numbers
 * @param places longitude and latitude of some pixels, in turn
 */
record ExpectedValues(long values, double[] places) {
    /** Whether places differ by no more than {@code off}. */
    boolean isNear(ExpectedValues other, double off) {
        boolean near = places.length == other.places.length;
        for (int i = 0; near && i < places.length; i++) {
            near = Math.abs(places[i] - other.places[i]) <= off;
        }
        return near;
    }

    static Map<Integer, ExpectedValues> stored() throws IOException {
        Map<Integer, ExpectedValues> stored = new HashMap<>();
        try (InputStream in = DifferentialTest.class.getResourceAsStream("expected.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] fields = line.split("\t", -1);
                double[] places = new double[fields.length - 2];
                for (int i = 0; i < places.length; i++) {
                    places[i] = Double.parseDouble(fields[i + 2]);
                }
                stored.put(Integer.parseInt(fields[0]), new ExpectedValues(Long.parseLong(fields[1], 16), places));
            }
        }
        return stored;
    }

    static long checksum(RasterSpec spec) {
        CRC32 sum = new CRC32();
        ByteBuffer bytes = ByteBuffer.allocate(4);
        for (double value : spec.truth()) {
            sum.update(bytes.putFloat(0, (float) value).array());
        }
        return sum.getValue();
    }
}

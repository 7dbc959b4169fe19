/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.decode.TiffPixels;
import org.deepsalt.raster.grid.Window;

/** SHA-256 of the values of a GeoTIFF, all bands and pixels, whatever its tags say of when it was made. Stateless. */
public final class Fingerprint {
    private static final int ROWS = 32;

    private Fingerprint() {}

    /**
     * Reads a file.
     *
     * @throws DeepSaltException if it is not whole
     */
    public static String of(Path file) {
        TiffFile tiff = TiffFile.open(file);
        tiff.requireWhole();
        int[] bands = IntStream.range(0, tiff.bands()).toArray();
        try (TiffPixels pixels = TiffPixels.of(tiff)
                .orElseThrow(() -> new DeepSaltException("'" + file + "' is packed in a way that is not read"))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int y = 0; y < pixels.height(); y += ROWS) {
                Window window = new Window(0, y, pixels.width(), Math.min(ROWS, pixels.height() - y));
                float[] values = new float[window.pixels() * bands.length];
                pixels.read(window, bands, values);
                ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
                bytes.asFloatBuffer().put(values);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new DeepSaltException("'" + file + "' cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to Java", e);
        }
    }
}

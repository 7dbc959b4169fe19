/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.raster.geotiff.tags.NumberFormat;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.geotiff.tags.TiffTag;
import org.deepsalt.raster.geotiff.unpack.Compression;

/** What keeps a whole TIFF from being read, by name, each with the command that converts it. */
final class Obstacles {
    /** What an image has that is not read, and the options of {@code gdal_translate} that do away with it. */
    record Obstacle(String what, String options) {}

    private static final Map<Long, String> CODECS = Map.ofEntries(
            Map.entry(2L, "CCITT RLE"),
            Map.entry(3L, "CCITT fax 3"),
            Map.entry(4L, "CCITT fax 4"),
            Map.entry(6L, "old JPEG"),
            Map.entry(7L, "JPEG"),
            Map.entry(34661L, "JBIG"),
            Map.entry(34676L, "SGILOG"),
            Map.entry(33003L, "JPEG 2000"),
            Map.entry(33005L, "JPEG 2000"),
            Map.entry(34712L, "JPEG 2000"),
            Map.entry(34887L, "LERC"),
            Map.entry(34925L, "LZMA"),
            Map.entry(34926L, "ZSTD"),
            Map.entry(50000L, "ZSTD"),
            Map.entry(50001L, "WebP"),
            Map.entry(50002L, "JPEG XL"),
            Map.entry(52546L, "JPEG XL"));

    private static final long ZSTD = 50000;
    private static final int PLAIN = 1;
    private static final int YCBCR = 6;
    private static final int LARGEST_PHOTOMETRIC = 5;
    private static final int COMPLEX_WHOLE = 5;
    private static final int COMPLEX = 6;
    private static final String UNPACK = "-co COMPRESS=DEFLATE -co PREDICTOR=1";

    private Obstacles() {}

    /** The first thing about an image that neither we nor GeoTools read rightly; empty for one that is read. */
    static Optional<Obstacle> of(TiffDirectory image, ByteOrder order) {
        return codec(image)
                .or(() -> numbers(image))
                .or(() -> predictor(image, order))
                .or(() -> meaning(image));
    }

    /** Whether an image is packed in a way that GeoTools unpacks where we do not. */
    static boolean isLeftToGeoTools(TiffDirectory image) {
        return image.numberOr(TiffTag.COMPRESSION, PLAIN) == ZSTD;
    }

    private static Optional<Obstacle> codec(TiffDirectory image) {
        long tag = image.numberOr(TiffTag.COMPRESSION, PLAIN);
        if (isLeftToGeoTools(image) || Compression.of(tag).isPresent()) {
            return Optional.empty();
        }
        String name = CODECS.getOrDefault(tag, "a method of its own (" + tag + ")");
        return Optional.of(new Obstacle("is compressed with " + name, UNPACK));
    }

    private static Optional<Obstacle> numbers(TiffDirectory image) {
        long kind = image.numberOr(TiffTag.SAMPLE_FORMAT, PLAIN);
        long bits = image.numberOr(TiffTag.BITS_PER_SAMPLE, PLAIN);
        if (kind == COMPLEX_WHOLE || kind == COMPLEX) {
            return Optional.of(new Obstacle("holds complex numbers", "-ot Float32"));
        }
        Optional<NumberFormat> format = TiffBlocks.format(image);
        if (format.isEmpty()) {
            return Optional.of(unknownFormat(image, bits));
        }
        return Optional.empty();
    }

    private static Optional<Obstacle> predictor(TiffDirectory image, ByteOrder order) {
        Optional<Compression> compression = Compression.of(image.numberOr(TiffTag.COMPRESSION, PLAIN));
        long predictor = compression.isPresent()
                ? compression.get().predictor(image)
                : image.numberOr(TiffTag.PREDICTOR, TiffTag.NO_PREDICTOR);
        NumberFormat format = TiffBlocks.format(image).orElseThrow();
        if (!format.allows(predictor)) {
            return Optional.of(new Obstacle(
                    "has the predictor " + predictor + " on numbers of " + format.bits() + " bits",
                    "-co COMPRESS=DEFLATE -co PREDICTOR=2"));
        }
        // Writers disagree on which byte comes first here.
        if (predictor == TiffTag.FLOATING_POINT_PREDICTOR && order == ByteOrder.BIG_ENDIAN) {
            return Optional.of(new Obstacle(
                    "has the predictor 3 in a big-endian file, which writers do not agree on",
                    "-co ENDIANNESS=LITTLE -co COMPRESS=DEFLATE"));
        }
        return Optional.empty();
    }

    private static Obstacle unknownFormat(TiffDirectory image, long bits) {
        long[] all = image.numbers(TiffTag.BITS_PER_SAMPLE);
        for (long one : all) {
            if (one != bits) {
                return new Obstacle("has bands of " + bits + " and of " + one + " bits", "-ot Float64 -co NBITS=64");
            }
        }
        if (bits == Long.SIZE) {
            return new Obstacle("holds whole numbers of 64 bits", "-ot Float64");
        }
        return new Obstacle("holds numbers of " + bits + " bits", bits < Byte.SIZE ? "-co NBITS=8" : "-co NBITS=16");
    }

    /** Numbers must mean themselves, and lie from the upper left to the right and down. */
    private static Optional<Obstacle> meaning(TiffDirectory image) {
        long photometric = image.numberOr(TiffTag.PHOTOMETRIC, PLAIN);
        if (photometric == YCBCR) {
            return Optional.of(new Obstacle("holds colours (YCbCr)", "-co PHOTOMETRIC=RGB"));
        }
        if (photometric > LARGEST_PHOTOMETRIC) {
            return Optional.of(new Obstacle(
                    "holds colours (photometric interpretation " + photometric + ")", "-co PHOTOMETRIC=MINISBLACK"));
        }
        if (image.numberOr(TiffTag.FILL_ORDER, PLAIN) != PLAIN) {
            return Optional.of(new Obstacle("has the bits of each byte in reverse (FillOrder 2)", "-co TILED=YES"));
        }
        if (image.numberOr(TiffTag.ORIENTATION, PLAIN) != PLAIN) {
            return Optional.of(new Obstacle(
                    "begins at another corner than the upper left (orientation " + image.number(TiffTag.ORIENTATION)
                            + ")",
                    "-of GTiff"));
        }
        return Optional.empty();
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GdalNumber;
import org.deepsalt.raster.geotiff.tags.NumberFormat;
import org.deepsalt.raster.geotiff.tags.PamFile;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.geotiff.tags.TagRoom;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.geotiff.tags.TiffTag;
import org.jspecify.annotations.Nullable;

/**
 * The directories of a TIFF or BigTIFF file: what it says about its images, without the pixels. GeoTools hides GDAL's
 * tags behind catalog readers, and does not tell a truncated file before its missing tiles are read. Immutable.
 */
public final class TiffFile {
    /** Files of many images exist; in one with more, image libraries go from image to image for minutes. */
    private static final int MOST_DIRECTORIES = 1024;

    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int ASSOCIATED_ALPHA = 1;
    private static final int UNASSOCIATED_ALPHA = 2;
    private static final int REDUCED = 1;
    private static final int MASK = 4;
    private static final Set<NumberFormat> BY_GEOTOOLS = EnumSet.of(
            NumberFormat.UINT8,
            NumberFormat.UINT16,
            NumberFormat.INT16,
            NumberFormat.INT32,
            NumberFormat.FLOAT32,
            NumberFormat.FLOAT64);

    private final Path path;
    private final ByteOrder order;
    private final long size;
    private final List<TiffDirectory> directories;
    private final PamFile beside;

    /** Parsed once for all bands, which a file may have hundreds of. */
    private @Nullable GdalMetadata metadata;

    private TiffFile(Path path, ByteOrder order, long size, List<TiffDirectory> directories) {
        this.path = path;
        this.order = order;
        this.size = size;
        this.directories = List.copyOf(directories);
        this.beside = PamFile.beside(path);
    }

    /**
     * Reads the directories.
     *
     * @throws DeepSaltException if the file is no TIFF or ends inside a directory
     */
    public static TiffFile open(Path path) {
        try (FileChannel channel = RegularFile.channel(path)) {
            ByteBuffer head = TiffDirectory.read(channel, 0, (int) Math.min(16, channel.size()));
            if (head.remaining() < 8 || (head.getShort(0) != 0x4949 && head.getShort(0) != 0x4D4D)) {
                throw new DeepSaltException("'" + path.getFileName() + "' is not a TIFF file: its first bytes are not"
                        + " II or MM; give a GeoTIFF");
            }
            head.order(head.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            boolean big = head.getShort(2) == BIG;
            if (!big && head.getShort(2) != CLASSIC) {
                throw new IOException("its version is " + Short.toUnsignedInt(head.getShort(2)) + ", wanted 42 or 43");
            }
            long next = big ? head.getLong(8) : Integer.toUnsignedLong(head.getInt(4));
            List<TiffDirectory> directories = directories(channel, next, big, head.order());
            BlockTables.requireSizes(directories.get(0));
            return new TiffFile(path, head.order(), channel.size(), directories);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new DeepSaltException(
                    "'" + path.getFileName() + "' cannot be read as TIFF, it may be cut off or damaged: copy it again"
                            + (e instanceof IOException ? " (" + e.getMessage() + ")" : ""),
                    e);
        }
    }

    /** GeoTools, which opens the file after us, would follow a chain without an end for ever. */
    private static List<TiffDirectory> directories(FileChannel channel, long first, boolean big, ByteOrder order)
            throws IOException {
        List<TiffDirectory> directories = new ArrayList<>();
        Set<Long> places = new HashSet<>();
        TagRoom room = new TagRoom();
        for (long next = first;
                next != 0;
                next = directories.get(directories.size() - 1).next()) {
            if (!places.add(next)) {
                throw new IOException("image " + (directories.size() + 1) + " is said to be the one at byte "
                        + Long.toUnsignedString(next) + " again, so that they have no end");
            }
            if (directories.size() == MOST_DIRECTORIES) {
                throw new IOException("it holds more than " + MOST_DIRECTORIES + " images");
            }
            directories.add(TiffDirectory.at(channel, next, big, order, room));
        }
        if (directories.isEmpty()) {
            throw new IOException("it holds no image");
        }
        return directories;
    }

    Path path() {
        return path;
    }

    /** Of the file's numbers. */
    ByteOrder order() {
        return order;
    }

    /** All images of the file, the main one first. */
    public List<TiffDirectory> directories() {
        return directories;
    }

    private synchronized GdalMetadata parsed() {
        GdalMetadata known = metadata == null ? gdalMetadata() : metadata;
        metadata = known;
        return known;
    }

    /** The metadata that GDAL keeps in the first image, empty if there is none. */
    public GdalMetadata gdalMetadata() {
        return directories
                .get(0)
                .text(TiffTag.GDAL_METADATA)
                .map(GdalMetadata::parse)
                .orElseGet(GdalMetadata::new);
    }

    /**
     * The number that stands for no data in each band: that of GDAL's side file, else that of GDAL's tag. An alpha band
     * has none.
     *
     * @throws DeepSaltException if it is no number
     */
    public List<Optional<Double>> noDataOfBands() {
        Optional<Double> ofAll = noDataOfTag();
        OptionalInt alpha = alphaBand();
        List<Optional<Double>> perBand = new ArrayList<>();
        for (int band = 0; band < bands(); band++) {
            boolean isAlpha = alpha.isPresent() && alpha.getAsInt() == band;
            perBand.add(isAlpha ? Optional.empty() : beside.noData(band).or(() -> ofAll));
        }
        return perBand;
    }

    /** The number that stands for no data in GDAL's tag, whatever the side file says. */
    public Optional<Double> noDataOfTag() {
        return directories.get(0).text(TiffTag.GDAL_NODATA).map(this::parseNoData);
    }

    /** The same for the first band. */
    public Optional<Double> noData() {
        return noDataOfBands().get(0);
    }

    /**
     * What a band's numbers are multiplied with, in GDAL's tag, or in GDAL's side file where the tag has neither this
     * nor an offset; empty where neither says so.
     */
    public Optional<Double> scale(int band) {
        Optional<Double> scale = inTag(band) ? number(band, "scale") : beside.scale(band);
        return scale.map(number -> requireFinite(band, "scale", number));
    }

    /** Offset of a band, added after scaling. */
    public Optional<Double> offset(int band) {
        Optional<Double> offset = inTag(band) ? number(band, "offset") : beside.offset(band);
        return offset.map(number -> requireFinite(band, "offset", number));
    }

    private boolean inTag(int band) {
        return parsed().get(band, "scale").isPresent()
                || parsed().get(band, "offset").isPresent();
    }

    private Optional<Double> number(int band, String name) {
        return parsed().get(band, name).map(text -> {
            try {
                return GdalNumber.parse(text);
            } catch (NumberFormatException e) {
                throw unusable(band, name, text);
            }
        });
    }

    private double requireFinite(int band, String name, double number) {
        if (!Double.isFinite(number) || (number == 0 && name.equals("scale"))) {
            throw unusable(band, name, String.valueOf(number));
        }
        return number;
    }

    private DeepSaltException unusable(int band, String name, String text) {
        return new DeepSaltException("'" + path.getFileName() + "' has the " + name + " '" + text.strip()
                + "' for band " + (band + 1) + ", wanted a number: set it with gdal_edit.py -scale S -offset O");
    }

    /** The band that says which pixels count, as the tag ExtraSamples has it. */
    public OptionalInt alphaBand() {
        long[] extras = directories.get(0).numbers(TiffTag.EXTRA_SAMPLES);
        int first = bands() - extras.length;
        return IntStream.range(Math.max(0, -first), extras.length)
                .filter(i -> extras[i] == ASSOCIATED_ALPHA || extras[i] == UNASSOCIATED_ALPHA)
                .map(i -> first + i)
                .findFirst();
    }

    /** Bands without an alpha band at their end. */
    public int dataBands() {
        OptionalInt alpha = alphaBand();
        return alpha.isPresent() && alpha.getAsInt() == bands() - 1 && bands() > 1 ? bands() - 1 : bands();
    }

    /** The image of the same size that says which pixels of the first one count. */
    public Optional<TiffDirectory> mask() {
        return directories.stream()
                .skip(1)
                .filter(image -> (image.numberOr(TiffTag.NEW_SUBFILE_TYPE, 0) & (MASK | REDUCED)) == MASK)
                .findFirst();
    }

    /**
     * Checks that the first image is coded in a way that is read.
     *
     * @throws DeepSaltException naming what is not read and the command that converts it
     */
    public void requireReadable() {
        Obstacles.of(directories.get(0), order).ifPresent(obstacle -> {
            throw unreadable(obstacle);
        });
    }

    private DeepSaltException unreadable(Obstacles.Obstacle obstacle) {
        return new DeepSaltException("'" + path.getFileName() + "' " + obstacle.what()
                + " and is not read so: convert it, as with gdal_translate " + obstacle.options() + " "
                + path.getFileName() + " converted.tif");
    }

    /**
     * Checks that GeoTools, where it has to read the first image for us, reads it rightly.
     *
     * @throws DeepSaltException if it has a format that GeoTools takes for another one, or leaves out blocks
     */
    public void requireReadableByGeoTools() {
        TiffDirectory image = directories.get(0);
        NumberFormat format = TiffBlocks.format(image).orElseThrow();
        if (!BY_GEOTOOLS.contains(format)) {
            throw unreadable(new Obstacles.Obstacle(
                    "holds numbers (" + format.name().toLowerCase(Locale.ROOT)
                            + ") that GeoTools, which has to unpack it, takes for others",
                    "-ot Float32 -co NBITS=32"));
        }
        if (image.numberOr(TiffTag.PHOTOMETRIC, 1) == 0) {
            throw unreadable(new Obstacles.Obstacle(
                    "is a picture with 0 for white, whose numbers GeoTools, which has to unpack it, turns round",
                    "-co PHOTOMETRIC=MINISBLACK"));
        }
        if (LongStream.of(image.blockLengths()).anyMatch(length -> length == 0)) {
            throw unreadable(new Obstacles.Obstacle("leaves out blocks without data", "-co SPARSE_OK=FALSE"));
        }
    }

    /** Columns of the first image. */
    public int width() {
        return Math.toIntExact(directories.get(0).numberOr(TiffTag.IMAGE_WIDTH, 0));
    }

    /** Rows of the first image. */
    public int height() {
        return Math.toIntExact(directories.get(0).numberOr(TiffTag.IMAGE_LENGTH, 0));
    }

    /** Bands of the first image, an alpha band included. */
    public int bands() {
        return Math.toIntExact(directories.get(0).numberOr(TiffTag.SAMPLES_PER_PIXEL, 1));
    }

    /** Whether a file begins as a TIFF does. */
    public static boolean isTiff(Path path) {
        try (FileChannel channel = RegularFile.channel(path)) {
            if (channel.size() < 8) {
                return false;
            }
            ByteBuffer head = TiffDirectory.read(channel, 0, 4);
            head.order(head.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            boolean ordered = head.getShort(0) == 0x4949 || head.getShort(0) == 0x4D4D;
            return ordered && (head.getShort(2) == CLASSIC || head.getShort(2) == BIG);
        } catch (IOException e) {
            throw new DeepSaltException(
                    "'" + path.getFileName() + "' cannot be read: " + e.getMessage() + "; check its rights", e);
        }
    }

    /** The format of the first band; other formats than ours count as the nearest of ours. */
    public SampleType sampleType() {
        TiffDirectory first = directories.get(0);
        if (first.numberOr(TiffTag.SAMPLE_FORMAT, 1) == SampleType.FLOAT32.sampleFormat()) {
            return SampleType.FLOAT32;
        }
        return first.numberOr(TiffTag.BITS_PER_SAMPLE, 8) > 8 ? SampleType.INT16 : SampleType.UINT8;
    }

    /**
     * Checks that every block lies inside the file and that the tables of blocks fit the size of the image.
     *
     * @throws DeepSaltException if the file is cut off or damaged
     */
    public void requireWhole() {
        for (TiffDirectory directory : directories) {
            BlockTables.requireInside(path.getFileName().toString(), directory, size);
        }
        BlockTables.requireFitting(path.getFileName().toString(), directories.get(0));
    }

    private double parseNoData(String text) {
        try {
            return GdalNumber.parse(text);
        } catch (NumberFormatException e) {
            throw new DeepSaltException(
                    "'" + path.getFileName() + "' has the nodata value '" + text.strip()
                            + "', wanted a number: set it with gdal_edit.py -a_nodata N",
                    e);
        }
    }
}

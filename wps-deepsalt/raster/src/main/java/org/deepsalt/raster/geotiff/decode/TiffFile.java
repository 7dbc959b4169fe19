/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.geotiff.tags.TiffTag;

/**
 * The directories of a TIFF or BigTIFF file: what it says about its images, without the pixels. GeoTools hides GDAL's
 * tags behind catalog readers, and does not tell a truncated file before its missing tiles are read. Immutable.
 */
public final class TiffFile {
    private static final int MOST_DIRECTORIES = 64;
    private static final int CLASSIC = 42;
    private static final int BIG = 43;

    private final Path path;
    private final ByteOrder order;
    private final long size;
    private final List<TiffDirectory> directories;

    private TiffFile(Path path, ByteOrder order, long size, List<TiffDirectory> directories) {
        this.path = path;
        this.order = order;
        this.size = size;
        this.directories = List.copyOf(directories);
    }

    /**
     * Reads the directories.
     *
     * @throws DeepSaltException if the file is no TIFF or ends inside a directory
     */
    public static TiffFile open(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
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
            List<TiffDirectory> directories = new ArrayList<>();
            while (next != 0 && directories.size() < MOST_DIRECTORIES) {
                TiffDirectory directory = TiffDirectory.at(channel, next, big, head.order());
                directories.add(directory);
                next = directory.next();
            }
            if (directories.isEmpty()) {
                throw new IOException("it holds no image");
            }
            BlockTables.requireSizes(directories.get(0));
            return new TiffFile(path, head.order(), channel.size(), directories);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new DeepSaltException(
                    "'" + path.getFileName() + "' cannot be read as TIFF, it may be cut off or damaged: copy it again"
                            + (e instanceof IOException ? " (" + e.getMessage() + ")" : ""),
                    e);
        }
    }

    Path path() {
        return path;
    }

    /** Of the file's numbers. */
    ByteOrder order() {
        return order;
    }

    public List<TiffDirectory> directories() {
        return directories;
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
     * GDAL's nodata value of the first image.
     *
     * @throws DeepSaltException if it is no number
     */
    public Optional<Double> noData() {
        return directories.get(0).text(TiffTag.GDAL_NODATA).map(this::parseNumber);
    }

    public int bands() {
        return Math.toIntExact(directories.get(0).numberOr(TiffTag.SAMPLES_PER_PIXEL, 1));
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

    private double parseNumber(String text) {
        String trimmed = text.trim();
        try {
            return trimmed.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(trimmed);
        } catch (NumberFormatException e) {
            throw new DeepSaltException(
                    "'" + path.getFileName() + "' has the nodata value '" + trimmed
                            + "', wanted a number: the file may be damaged, copy it again",
                    e);
        }
    }
}

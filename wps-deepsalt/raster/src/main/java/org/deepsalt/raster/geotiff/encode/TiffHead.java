/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.encode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepsalt.raster.geotiff.tags.GeoKeys;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.geotiff.tags.TiffDirectoryBuilder;
import org.deepsalt.raster.geotiff.tags.TiffTag;

/** Header and directories of a TIFF, whose blocks follow in the order smallest overview to full image. */
final class TiffHead {
    private static final long CLASSIC_LIMIT = 0xFFFF_0000L;

    private final List<Level> levels;
    private final GeoTiffTags tags;

    TiffHead(List<Level> levels, GeoTiffTags tags) {
        this.levels = levels;
        this.tags = tags;
    }

    /** Little-endian bytes, ready to be written at the start of the file. */
    ByteBuffer bytes() {
        long data = levels.stream().mapToLong(Level::totalLength).sum();
        List<TiffDirectoryBuilder> directories = directories(false);
        boolean big = size(directories) + data > CLASSIC_LIMIT;
        if (big) {
            directories = directories(true);
        }
        long start = size(directories);
        long[] starts = new long[levels.size()];
        for (int i = levels.size() - 1; i >= 0; i--) {
            starts[i] = start;
            start += levels.get(i).totalLength();
        }
        for (int i = 0; i < levels.size(); i++) {
            directories.get(i).put(TiffTag.TILE_OFFSETS, offsets(levels.get(i), starts[i]));
        }
        return encode(directories, big);
    }

    private List<TiffDirectoryBuilder> directories(boolean big) {
        List<TiffDirectoryBuilder> directories = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            TiffDirectoryBuilder directory = new TiffDirectoryBuilder(big);
            describe(directory, level, i > 0);
            if (i == 0) {
                GeoKeys.put(directory, tags.grid());
                directory.text(TiffTag.GDAL_METADATA, tags.metadata().toXml());
            }
            if (tags.noData() != null) {
                directory.text(TiffTag.GDAL_NODATA, tags.noData());
            }
            directories.add(directory);
        }
        return directories;
    }

    private static void describe(TiffDirectoryBuilder directory, Level level, boolean overview) {
        TiffLayout layout = level.layout();
        SampleType type = layout.type();
        if (overview) {
            directory.put(TiffTag.NEW_SUBFILE_TYPE, 1);
        }
        directory.put(TiffTag.IMAGE_WIDTH, layout.width());
        directory.put(TiffTag.IMAGE_LENGTH, layout.height());
        directory.shorts(TiffTag.BITS_PER_SAMPLE, repeated(8 * type.bytes(), layout.bands()));
        directory.shorts(TiffTag.COMPRESSION, TiffTag.DEFLATE);
        directory.shorts(TiffTag.PHOTOMETRIC, 1);
        directory.shorts(TiffTag.SAMPLES_PER_PIXEL, layout.bands());
        directory.shorts(TiffTag.PLANAR_CONFIGURATION, layout.interleaved() ? 1 : 2);
        directory.shorts(TiffTag.PREDICTOR, type.predictor());
        directory.put(TiffTag.TILE_WIDTH, layout.tile());
        directory.put(TiffTag.TILE_LENGTH, layout.tile());
        directory.put(TiffTag.TILE_OFFSETS, new long[layout.blocks()]);
        directory.put(TiffTag.TILE_BYTE_COUNTS, lengths(level));
        if (layout.bands() > 1) {
            directory.shorts(TiffTag.EXTRA_SAMPLES, repeated(0, layout.bands() - 1));
        }
        directory.shorts(TiffTag.SAMPLE_FORMAT, repeated(type.sampleFormat(), layout.bands()));
    }

    private static long[] lengths(Level level) {
        long[] lengths = new long[level.layout().blocks()];
        Arrays.setAll(lengths, level::length);
        return lengths;
    }

    private static long[] offsets(Level level, long start) {
        long[] offsets = new long[level.layout().blocks()];
        long next = start;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = next;
            next += level.length(i);
        }
        return offsets;
    }

    private static int[] repeated(int value, int count) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }

    private static long size(List<TiffDirectoryBuilder> directories) {
        long size = directories.get(0).headerSize();
        for (TiffDirectoryBuilder directory : directories) {
            size += directory.size();
        }
        return size;
    }

    private static ByteBuffer encode(List<TiffDirectoryBuilder> directories, boolean big) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(size(directories))).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'I').put((byte) 'I');
        if (big) {
            bytes.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(16);
        } else {
            bytes.putShort((short) 42).putInt(8);
        }
        for (int i = 0; i < directories.size(); i++) {
            directories.get(i).writeTo(bytes, i == directories.size() - 1);
        }
        return bytes.flip();
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the files of a {@link RasterSpec}: the TIFF and what lies beside it. */
final class RasterFiles {
    private static final double[] CENTRES = {1080, 1190, 1250, 1290};

    private final RasterSpec spec;
    private final TiffBytes tiff;

    private RasterFiles(RasterSpec spec) {
        this.spec = spec;
        this.tiff = new TiffBytes(spec.order, spec.bigTiff);
    }

    static Path write(RasterSpec spec, Path file) throws IOException {
        new RasterFiles(spec).writeTo(file);
        return file;
    }

    private void writeTo(Path file) throws IOException {
        image(spec.bands + (hasAlpha() ? 1 : 0));
        if (spec.mask.name().startsWith("INTERNAL")) {
            mask();
        }
        if (spec.overview) {
            small(1);
        }
        if (spec.secondImage) {
            small(0);
        }
        Files.write(file, tiff.bytes());
        new SideFiles(spec).write(file);
    }

    private boolean hasAlpha() {
        return spec.mask == RasterSpec.Mask.ALPHA || spec.mask == RasterSpec.Mask.ALPHA_PREMULTIPLIED;
    }

    private void image(int samples) {
        int across = (spec.width - 1) / spec.blockWidth() + 1;
        int down = (spec.height - 1) / spec.blockHeight() + 1;
        List<Long> offsets = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        for (int plane = 0; plane < (spec.apart ? samples : 1); plane++) {
            for (int block = 0; block < across * down; block++) {
                boolean left = spec.isLeftOut(block % across, block / across);
                byte[] bytes = left
                        ? new byte[0]
                        : Packing.pack(spec.compression, block(block % across, block / across, plane, samples));
                offsets.add(left ? 0 : tiff.append(bytes));
                lengths.add((long) bytes.length);
            }
        }
        size(spec.width, spec.height);
        int[] bits = new int[samples];
        int[] formats = new int[samples];
        java.util.Arrays.fill(bits, spec.sample.bits);
        java.util.Arrays.fill(formats, spec.sample.format);
        tiff.shorts(258, bits)
                .shorts(259, spec.compression)
                .shorts(262, spec.photometric)
                .shorts(277, samples);
        tiff.shorts(284, spec.apart ? 2 : 1).shorts(339, formats);
        if (spec.fillOrder != 1) {
            tiff.shorts(266, spec.fillOrder);
        }
        if (spec.orientation != 1) {
            tiff.shorts(274, spec.orientation);
        }
        if (spec.predictor != 1) {
            tiff.shorts(317, spec.predictor);
        }
        if (spec.photometric == 3) {
            tiff.shorts(320, colours());
        }
        int extra = samples - (spec.photometric == 2 ? 3 : 1);
        if (extra > 0) {
            int[] meanings = new int[extra];
            meanings[extra - 1] = spec.mask == RasterSpec.Mask.ALPHA ? 2 : hasAlpha() ? 1 : 0;
            tiff.shorts(338, meanings);
        }
        blocks(offsets, lengths);
        tags();
        tiff.endDirectory();
    }

    private int[] colours() {
        int[] colours = new int[3 << spec.sample.bits];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i * 257 % 65536;
        }
        return colours;
    }

    private void size(int width, int height) {
        tiff.longs(256, width).longs(257, height);
    }

    private void blocks(List<Long> offsets, List<Long> lengths) {
        long[] places = offsets.stream().mapToLong(Long::longValue).toArray();
        long[] sizes = lengths.stream().mapToLong(Long::longValue).toArray();
        if (spec.tileWidth > 0) {
            tiff.shorts(322, spec.tileWidth).shorts(323, spec.tileHeight);
            tiff.longs(324, places).longs(325, sizes);
        } else {
            tiff.longs(273, places).shorts(278, spec.rowsPerStrip).longs(279, sizes);
        }
    }

    /** The bytes of a block before they are packed; a tile is filled up with its last pixels. */
    private byte[] block(int blockColumn, int blockRow, int plane, int samples) {
        int top = blockRow * spec.blockHeight();
        int rows = spec.tileWidth > 0 ? spec.tileHeight : Math.min(spec.rowsPerStrip, spec.height - top);
        int perPixel = spec.apart ? 1 : samples;
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        for (int line = 0; line < rows; line++) {
            long[] row = new long[spec.blockWidth() * perPixel];
            for (int i = 0; i < row.length; i++) {
                int band = spec.apart ? plane : i % perPixel;
                int column = Math.min(blockColumn * spec.blockWidth() + i / perPixel, spec.width - 1);
                row[i] = bits(band, column, Math.min(top + line, spec.height - 1));
            }
            bytes.writeBytes(filled(Predictor.apply(spec.predictor, spec.sample, row, perPixel, spec.order)));
        }
        return bytes.toByteArray();
    }

    private byte[] filled(byte[] row) {
        for (int i = 0; spec.fillOrder == 2 && i < row.length; i++) {
            row[i] = (byte) (Integer.reverse(row[i]) >>> 24);
        }
        return row;
    }

    private long bits(int band, int column, int row) {
        if (band == spec.bands) {
            return spec.isMasked(0, column, row) ? 0 : (1L << spec.sample.bits) - 1;
        }
        return spec.sample.encode(spec.raw(band, column, row));
    }

    private void tags() {
        if (spec.noData != null && !spec.noDataBeside) {
            tiff.text(42113, spec.noData);
        }
        tiff.text(42112, metadata());
        if (!spec.crs.keys().isEmpty()) {
            boolean point = spec.place == RasterSpec.Place.POINT || spec.place == RasterSpec.Place.POINT_TRANSFORMATION;
            tiff.shorts(34735, spec.crs.directory(point));
            if (spec.crs.doubles().length > 0) {
                tiff.doubles(TestCrs.DOUBLES, spec.crs.doubles());
            }
            if (!spec.crs.ascii().isEmpty()) {
                tiff.text(TestCrs.ASCII, spec.crs.ascii());
            }
        }
        double[] t = spec.geoTransform();
        double half = t[1] / 2;
        switch (spec.place) {
            case SCALE -> tiff.doubles(33550, t[1], -t[5], 0).doubles(33922, 0, 0, 0, t[0], t[3], 0);
            case DISTANT_TIEPOINT ->
                tiff.doubles(33550, t[1], -t[5], 0).doubles(33922, 7, 5, 0, t[0] + 7 * t[1], t[3] + 5 * t[5], 0);
            case POINT -> tiff.doubles(33550, t[1], -t[5], 0).doubles(33922, 0, 0, 0, t[0] + half, t[3] - half, 0);
            case POINT_TRANSFORMATION -> transformation(new double[] {t[0] + half, t[1], 0, t[3] - half, 0, t[5]});
            case NORTH_UP_TRANSFORMATION, ROTATED, SOUTH_UP -> transformation(t);
            case GCPS ->
                tiff.doubles(
                        33922,
                        0,
                        0,
                        0,
                        t[0],
                        t[3],
                        0,
                        10,
                        0,
                        0,
                        t[0] + 10 * t[1],
                        t[3],
                        0,
                        0,
                        10,
                        0,
                        t[0],
                        t[3] + 10 * t[5],
                        0,
                        10,
                        10,
                        0,
                        t[0] + 10 * t[1] + 3,
                        t[3] + 10 * t[5],
                        0);
            case WORLD_FILE, AUX, NONE -> {}
        }
    }

    private void transformation(double[] t) {
        tiff.doubles(34264, t[1], t[2], 0, t[0], t[4], t[5], 0, t[3], 0, 0, 0, 0, 0, 0, 0, 1);
    }

    private String metadata() {
        StringBuilder items = new StringBuilder("<GDALMetadata>");
        for (int band = 0; band < spec.bands; band++) {
            item(items, "DESCRIPTION", band, "description", band == 0 ? "ece" : "b" + band);
            if (spec.role == RasterSpec.Role.SCENE) {
                item(items, "wavelength", band, null, String.valueOf(CENTRES[band]));
                item(items, "wavelength_units", band, null, "Nanometers");
            }
            if (spec.isScaled() && !spec.scaleBeside) {
                item(items, "OFFSET", band, "offset", String.valueOf(spec.offset[band]));
                item(items, "SCALE", band, "scale", String.valueOf(spec.scale[band]));
            }
        }
        return items.append("</GDALMetadata>").toString();
    }

    private static void item(StringBuilder items, String name, int band, String role, String text) {
        items.append(String.format(Locale.ROOT, "<Item name=\"%s\" sample=\"%d\"", name, band));
        items.append(role == null ? "" : " role=\"" + role + "\"")
                .append('>')
                .append(text)
                .append("</Item>");
    }

    /** A mask of bits, or of bytes, in a directory of its own. */
    private void mask() {
        boolean bytes = spec.mask == RasterSpec.Mask.INTERNAL_BYTES;
        int side = spec.mask == RasterSpec.Mask.INTERNAL_TILED ? 16 : 0;
        int way =
                switch (spec.mask) {
                    case INTERNAL -> Packing.NONE;
                    case INTERNAL_LZW -> Packing.LZW;
                    case INTERNAL_PACKBITS -> Packing.PACKBITS;
                    default -> Packing.DEFLATE;
                };
        int width = side > 0 ? side : spec.width;
        int height = side > 0 ? side : 5;
        Sample kind = bytes ? Sample.UINT8 : Sample.UINT1;
        List<Long> offsets = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        for (int top = 0; top < spec.height; top += height) {
            for (int left = 0; left < spec.width; left += width) {
                java.io.ByteArrayOutputStream block = new java.io.ByteArrayOutputStream();
                for (int row = top; row < (side > 0 ? top + side : Math.min(top + height, spec.height)); row++) {
                    long[] line = new long[width];
                    for (int i = 0; i < width; i++) {
                        boolean inside = left + i < spec.width && row < spec.height;
                        line[i] = inside && !spec.isMasked(0, left + i, row) ? bytes ? 255 : 1 : 0;
                    }
                    block.writeBytes(kind.pack(line, spec.order));
                }
                byte[] packed = Packing.pack(way, block.toByteArray());
                offsets.add(tiff.append(packed));
                lengths.add((long) packed.length);
            }
        }
        tiff.longs(254, 4);
        size(spec.width, spec.height);
        tiff.shorts(258, kind.bits).shorts(259, way).shorts(262, 4).shorts(277, 1);
        long[] places = offsets.stream().mapToLong(Long::longValue).toArray();
        long[] sizes = lengths.stream().mapToLong(Long::longValue).toArray();
        if (side > 0) {
            tiff.shorts(322, side).shorts(323, side).longs(324, places).longs(325, sizes);
        } else {
            tiff.longs(273, places).shorts(278, height).longs(279, sizes);
        }
        tiff.endDirectory();
    }

    /** An image of half the size full of a number that must not be read. */
    private void small(int subfile) {
        int width = (spec.width + 1) / 2;
        int height = (spec.height + 1) / 2;
        byte[] bytes = new byte[width * height];
        java.util.Arrays.fill(bytes, (byte) 99);
        long at = tiff.append(bytes);
        tiff.longs(254, subfile);
        size(width, height);
        tiff.shorts(258, 8).shorts(259, 1).shorts(262, 1).shorts(277, 1);
        tiff.longs(273, at).shorts(278, height).longs(279, bytes.length);
        tiff.endDirectory();
    }

    /** What the file's bytes are in, for tests that damage them. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.nio.ByteOrder;
import java.util.Random;

/**
 * What a generated raster is: how it is packed, what is hidden, where it lies. Kinds change one thing or a few; the
 * truth follows from the rest. The pixels of a seed are the same whatever the kind.
 */
final class RasterSpec {
    /** What the raster is used as, which decides what numbers can be meant. */
    enum Role {
        /** ECe of 0.5 to 60 dS/m, or a covariate. */
        MAP,
        /** Reflectances: whole numbers in ten thousandths, others as they are. */
        SCENE,
        /** Cloud, 0 or 1. */
        QUALITY
    }

    /** How the file tells pixels without data, apart from a nodata value. */
    enum Mask {
        NONE,
        INTERNAL,
        INTERNAL_DEFLATE,
        INTERNAL_LZW,
        INTERNAL_PACKBITS,
        INTERNAL_TILED,
        INTERNAL_BYTES,
        BESIDE,
        BESIDE_PER_BAND,
        ALPHA,
        ALPHA_PREMULTIPLIED
    }

    /** How the file tells its place. */
    enum Place {
        SCALE,
        NORTH_UP_TRANSFORMATION,
        ROTATED,
        SOUTH_UP,
        DISTANT_TIEPOINT,
        POINT,
        POINT_TRANSFORMATION,
        WORLD_FILE,
        AUX,
        GCPS,
        NONE
    }

    final Role role;
    final long seed;
    final Random random;
    int width;
    int height;
    int bands;
    Sample sample;
    ByteOrder order;
    boolean bigTiff;
    /** 0 for strips. */
    int tileWidth;

    int tileHeight;
    int rowsPerStrip;
    boolean apart;
    int compression;
    int predictor = 1;
    int photometric = 1;
    int fillOrder = 1;
    int orientation = 1;
    /** Text of GDAL's tag; null for none. */
    String noData;
    /** The number that pixels without data hold. */
    double noDataNumber;

    boolean noDataBeside;
    /** Whether pixels hold the nodata number; not where the format cannot. */
    boolean holes = true;

    double[] scale;
    double[] offset;
    boolean scaleBeside;
    Mask mask = Mask.NONE;
    boolean sparse;
    TestCrs crs = TestCrs.projected(32612, 500_000, 4_300_000);
    Place place = Place.SCALE;
    /** A .prj beside the file. */
    String prj;

    boolean overview;
    boolean secondImage;
    /** Columns on the left where all bands are 0. */
    int zeroColumns;
    /** A number that the last pixel holds whatever the rest is; NaN for none. */
    double stray = Double.NaN;

    RasterSpec(Role role, long seed) {
        this.role = role;
        this.seed = seed;
        this.random = new Random(seed * 7919 + 17);
        random.nextInt();
        width = 17 + random.nextInt(16);
        height = 14 + random.nextInt(12);
        bands = 1 + random.nextInt(3);
        sample = pick(Sample.UINT8, Sample.INT16, Sample.UINT16, Sample.FLOAT32);
        order = pick(ByteOrder.LITTLE_ENDIAN, ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
        bigTiff = random.nextInt(4) == 0;
        boolean tiled = random.nextBoolean();
        tileWidth = tiled ? 16 : 0;
        tileHeight = tiled ? 16 * (1 + random.nextInt(2)) : 0;
        rowsPerStrip = 1 + random.nextInt(9);
        apart = random.nextBoolean();
        compression = pick(Packing.NONE, Packing.LZW, Packing.DEFLATE, Packing.DEFLATE);
        bands = role == Role.QUALITY ? 1 : bands;
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    RasterSpec packed(int way, int difference) {
        compression = way;
        predictor = difference;
        return this;
    }

    RasterSpec noData(String text, double number) {
        noData = text;
        noDataNumber = number;
        return this;
    }

    RasterSpec scaled(double factor, double addend) {
        scale = new double[bands];
        offset = new double[bands];
        java.util.Arrays.fill(scale, factor);
        java.util.Arrays.fill(offset, addend);
        return this;
    }

    boolean isScaled() {
        return scale != null;
    }

    private double factor(int band) {
        return scale == null ? 1 : scale[band];
    }

    private double addend(int band) {
        return offset == null ? 0 : offset[band];
    }

    /** Dice that depend on a pixel and the seed alone. */
    private int dice(int band, int column, int row, int salt) {
        long state =
                seed * 0x9E3779B97F4A7C15L + ((long) band << 40) + ((long) row << 20) + column + ((long) salt << 50);
        state = (state ^ state >>> 31) * 0xBF58476D1CE4E5B9L;
        state = (state ^ state >>> 27) * 0x94D049BB133111EBL;
        return (int) (state >>> 40) & 0xFFFFF;
    }

    /** Whether a mask, not a nodata value, hides a pixel. */
    boolean isMasked(int band, int column, int row) {
        if (mask == Mask.NONE) {
            return false;
        }
        return dice(mask == Mask.BESIDE_PER_BAND ? band : 0, column, row, 1) % 4 == 0;
    }

    private boolean isNoData(int band, int column, int row) {
        return noData != null && holes && isHole(band, column, row);
    }

    private boolean isHole(int band, int column, int row) {
        return dice(0, column, row, 2) % 6 == 0 || (dice(0, column, row, 3) % 11 == 1 && band == 0);
    }

    /** The number that stands in the file. */
    double raw(int band, int column, int row) {
        if (!Double.isNaN(stray) && column == width - 1 && row == height - 1) {
            return stray;
        }
        if (column < zeroColumns) {
            return 0;
        }
        if (isNoData(band, column, row)) {
            return noDataNumber;
        }
        return sample.isWhole() ? whole(band, column, row) : fraction(band, column, row);
    }

    private double whole(int band, int column, int row) {
        int die = dice(band, column, row, 4);
        long most =
                sample.bits == 64 ? Long.MAX_VALUE : (1L << (sample.format == 2 ? sample.bits - 1 : sample.bits)) - 1;
        if (isScaled()) {
            double wanted = role == Role.MAP ? 0.5 + die % 5900 / 100.0 : 0.02 + die % 5800 / 1e4;
            return Math.rint((wanted - addend(band)) / factor(band));
        }
        long number =
                switch (role) {
                    case MAP -> 1 + die % 60;
                    case SCENE -> 100 + die % 5900;
                    case QUALITY -> die % 2;
                };
        return number <= most ? number : most == 1 && role == Role.MAP ? die % 2 : 1 + number % most;
    }

    /** A fraction that 11 binary digits hold, so that half floats are exact. */
    private double fraction(int band, int column, int row) {
        int die = dice(band, column, row, 4);
        double wanted =
                switch (role) {
                    case MAP -> (8 + die % 900) / 16.0;
                    case SCENE -> (40 + die % 1200) / 2048.0;
                    case QUALITY -> die % 2;
                };
        return isScaled() ? (float) ((wanted - addend(band)) / factor(band)) : wanted;
    }

    /** Whether the file leaves a block out, by the number of its column and row among the blocks. */
    boolean isLeftOut(int blockColumn, int blockRow) {
        return sparse && (blockColumn + blockRow) % 2 == 1;
    }

    int blockWidth() {
        return tileWidth > 0 ? tileWidth : width;
    }

    int blockHeight() {
        return tileWidth > 0 ? tileHeight : rowsPerStrip;
    }

    /** The number that a pixel has before it is scaled, whether it stands in the file or is left out. */
    double number(int band, int column, int row) {
        if (isLeftOut(column / blockWidth(), row / blockHeight())) {
            return noData == null ? 0 : noDataNumber;
        }
        return raw(band, column, row);
    }

    /** The value that a pixel stands for, NaN where it stands for none. */
    double truth(int band, int column, int row) {
        if (isMasked(band, column, row)) {
            return Double.NaN;
        }
        double number = number(band, column, row);
        boolean absent = noData != null && (number == noDataNumber || Double.isNaN(number));
        return absent ? Double.NaN : number * factor(band) + addend(band);
    }

    /** The values band by band, row by row. */
    double[] truth() {
        double[] values = new double[bands * width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = truth(i / (width * height), i % width, i / width % height);
        }
        return values;
    }

    /** Grid coordinates to those of the CRS: six numbers in GDAL's order. */
    double[] geoTransform() {
        double side = crs.pixel();
        double[] plain = {crs.x(), side, 0, crs.y(), 0, -side};
        if (place == Place.ROTATED) {
            return new double[] {crs.x(), 0.8 * side, 0.6 * side, crs.y(), 0.6 * side, -0.8 * side};
        }
        if (place == Place.SOUTH_UP) {
            return new double[] {crs.x(), side, 0, crs.y(), 0, side};
        }
        return plain;
    }

    /**
     * Reflectances where a pixel has all of them: numbers that are not scaled are ten thousandths if they are whole.
     */
    double[] reflectances() {
        double[] truth = truth();
        int pixels = width * height;
        double gain = isScaled() || sample.isFloat() ? 1 : 1e-4;
        double[] wanted = new double[truth.length];
        for (int pixel = 0; pixel < pixels; pixel++) {
            boolean whole = true;
            boolean zero = true;
            for (int band = 0; band < bands; band++) {
                whole &= !Double.isNaN(truth[band * pixels + pixel]);
                zero &= number(band, pixel % width, pixel / width) == 0;
            }
            for (int band = 0; band < bands; band++) {
                wanted[band * pixels + pixel] = whole && !zero ? truth[band * pixels + pixel] * gain : Double.NaN;
            }
        }
        return wanted;
    }
}

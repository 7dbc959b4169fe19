/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import static org.deepsalt.cli.readers.RasterSpec.Mask;
import static org.deepsalt.cli.readers.RasterSpec.Place;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deepsalt.cli.readers.RasterSpec.Role;

/** The kinds of rasters that people have, a line each. */
final class RasterKinds {
    /**
     * A kind.
     *
     * @param refusal why such files are not read, null for those that are
     * @param elsewhere whether they are read on their own grid and refused on others
     */
    record Kind(String name, Consumer<RasterSpec> change, Refusal refusal, boolean elsewhere) {}

    private static final String OTHER_CRS = "GEOGCS[\"NAD27\",DATUM[\"D_North_American_1927\","
            + "SPHEROID[\"Clarke_1866\",6378206.4,294.9786982]],PRIMEM[\"Greenwich\",0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";
    private final List<Kind> kinds = new ArrayList<>();

    private RasterKinds() {}

    static List<Kind> all() {
        RasterKinds all = new RasterKinds();
        all.addSamples();
        all.addLayouts();
        all.addPackings();
        all.addNoData();
        all.addScales();
        all.addMasks();
        all.addPlaces();
        all.kinds.addAll(CrsKinds.all());
        all.addOddities();
        return all.kinds;
    }

    private void read(String name, Consumer<RasterSpec> change) {
        kinds.add(new Kind(name, change, null, false));
    }

    private void refused(String name, Refusal why, Consumer<RasterSpec> change) {
        kinds.add(new Kind(name, change, why, false));
    }

    private static void plain(RasterSpec spec, Sample sample) {
        spec.sample = sample;
    }

    private void addSamples() {
        read("uint8", s -> plain(s, Sample.UINT8));
        read("uint16", s -> plain(s, Sample.UINT16));
        read("int16", s -> plain(s, Sample.INT16));
        read("float32", s -> plain(s, Sample.FLOAT32));
        read("int8", s -> plain(s, Sample.INT8));
        read("int8 below zero, scaled", s -> plain(s.scaled(0.4, 30), Sample.INT8));
        read("int16 below zero, scaled", s -> plain(s.scaled(0.001, 31), Sample.INT16));
        read("uint16 above 32767, scaled", s -> plain(s.scaled(0.001, -5), Sample.UINT16));
        read("uint32", s -> plain(s, Sample.UINT32));
        read("uint32 above 2^31, scaled", s -> plain(s.scaled(2e-8, -0.01), Sample.UINT32));
        read("int32", s -> plain(s, Sample.INT32));
        read("int32 below zero, scaled", s -> plain(s.scaled(2e-8, 30), Sample.INT32));
        read("float64", s -> plain(s, Sample.FLOAT64));
        read("float16", s -> plain(s, Sample.FLOAT16));
        refused("uint64", Refusal.WIDE, s -> plain(s, Sample.UINT64));
        refused("int64", Refusal.WIDE, s -> plain(s, Sample.INT64));
        read("1 bit", s -> plain(s, Sample.UINT1));
        refused("2 bits", Refusal.FEW_BITS, s -> plain(s, Sample.UINT2));
        refused("4 bits", Refusal.FEW_BITS, s -> plain(s, Sample.UINT4));
        refused("12 bits", Refusal.BITS, s -> plain(s, Sample.UINT12));
        refused("complex integers", Refusal.COMPLEX, s -> plain(s, Sample.COMPLEX_INT16));
        refused("complex floats", Refusal.COMPLEX, s -> plain(s, Sample.COMPLEX_FLOAT32));
        read("min is white, 8 bits", s -> {
            plain(s, Sample.UINT8);
            s.photometric = 0;
        });
        read("min is white, 16 bits", s -> {
            plain(s, Sample.UINT16);
            s.photometric = 0;
        });
    }

    private void addLayouts() {
        read("strips of one row", s -> strips(s, 1));
        read("one strip", s -> strips(s, 1000));
        read("tiles of 16 by 48", s -> tiles(s, 16, 48));
        read("a tile larger than the image", s -> tiles(s, 64, 64));
        read("bands apart in tiles", s -> apart(tiles(s, 16, 16)));
        read("bands apart in strips", s -> apart(strips(s, 4)));
        read("pixels together, big-endian", s -> s.order = ByteOrder.BIG_ENDIAN);
        read("BigTIFF", s -> s.bigTiff = true);
        read("BigTIFF, big-endian", s -> {
            s.bigTiff = true;
            s.order = ByteOrder.BIG_ENDIAN;
        });
        read("one pixel wide", s -> s.width = 1);
        read("one row", s -> s.height = 1);
        read("red, green, blue", s -> {
            s.bands = 3;
            s.photometric = 2;
            plain(s, Sample.UINT8);
        });
        read("overview inside", s -> s.overview = true);
        read("second image", s -> s.secondImage = true);
        read("colour table", s -> {
            s.bands = 1;
            s.photometric = 3;
            plain(s, Sample.UINT8);
        });
        refused("bits from the right", Refusal.BIT_ORDER, s -> s.fillOrder = 2);
        refused("bottom row first", Refusal.TURNED, s -> s.orientation = 4);
    }

    private static RasterSpec strips(RasterSpec spec, int rows) {
        spec.tileWidth = 0;
        spec.rowsPerStrip = rows;
        return spec;
    }

    private static RasterSpec tiles(RasterSpec spec, int width, int height) {
        spec.tileWidth = width;
        spec.tileHeight = height;
        return spec;
    }

    private static RasterSpec apart(RasterSpec spec) {
        spec.apart = true;
        spec.bands = Math.max(spec.bands, 2);
        return spec;
    }

    private void addPackings() {
        read("not packed", s -> s.packed(Packing.NONE, 1));
        read("LZW", s -> s.packed(Packing.LZW, 1));
        read("deflate", s -> s.packed(Packing.DEFLATE, 1));
        read("old deflate", s -> s.packed(Packing.OLD_DEFLATE, 1));
        read("PackBits", s -> s.packed(Packing.PACKBITS, 1));
        read("LZW, differences of 8 bits", s -> plain(s.packed(Packing.LZW, 2), Sample.UINT8));
        read("deflate, differences of 16 bits", s -> plain(s.packed(Packing.DEFLATE, 2), Sample.INT16));
        read("deflate, differences of 32 bits", s -> plain(s.packed(Packing.DEFLATE, 2), Sample.INT32));
        read("deflate, differences of floats as words", s -> plain(s.packed(Packing.DEFLATE, 2), Sample.FLOAT32));
        read("deflate, differences of 64 bits", s -> plain(s.packed(Packing.DEFLATE, 2), Sample.FLOAT64));
        refused("float predictor, big-endian", Refusal.BIG_ENDIAN, s -> {
            plain(s.packed(Packing.DEFLATE, 3), Sample.FLOAT32);
            s.order = ByteOrder.BIG_ENDIAN;
        });
        refused(
                "float predictor of whole numbers",
                Refusal.PREDICTOR,
                s -> plain(s.packed(Packing.LZW, 3), Sample.INT16));
        read("LZW, float predictor", s -> plain(littleEndian(s).packed(Packing.LZW, 3), Sample.FLOAT32));
        read("deflate, float predictor", s -> plain(littleEndian(s).packed(Packing.DEFLATE, 3), Sample.FLOAT32));
        read(
                "deflate, float predictor of 64 bits",
                s -> plain(littleEndian(s).packed(Packing.DEFLATE, 3), Sample.FLOAT64));
        read(
                "deflate, float predictor of 16 bits",
                s -> plain(littleEndian(s).packed(Packing.DEFLATE, 3), Sample.FLOAT16));
        refused("LERC", Refusal.CODEC, s -> s.packed(Packing.LERC, 1));
        refused("LZMA", Refusal.CODEC, s -> s.packed(Packing.LZMA, 1));
        refused("WebP", Refusal.CODEC, s -> plain(s.packed(Packing.WEBP, 1), Sample.UINT8));
        refused("JPEG 2000", Refusal.CODEC, s -> plain(s.packed(Packing.JPEG2000, 1), Sample.UINT16));
        refused("JPEG XL", Refusal.CODEC, s -> plain(s.packed(Packing.JPEG_XL, 1), Sample.UINT8));
    }

    private static RasterSpec littleEndian(RasterSpec spec) {
        spec.order = ByteOrder.LITTLE_ENDIAN;
        return spec;
    }

    private void addNoData() {
        read("nodata -9999", s -> plain(s.noData("-9999", -9999), Sample.INT16));
        read("nodata 0", s -> plain(s.noData("0", 0), Sample.UINT8));
        read("nodata 255 with spaces", s -> plain(s.noData(" 255 ", 255), Sample.UINT8));
        read("nodata nan", s -> plain(s.noData("nan", Double.NaN), Sample.FLOAT32));
        read(
                "nodata of the lowest float",
                s -> plain(s.noData("-3.4028234663852886e+38", -Float.MAX_VALUE), Sample.FLOAT32));
        read(
                "nodata of the lowest float, rounded",
                s -> plain(s.noData("-3.40282306074e+38", (float) -3.40282306074e+38), Sample.FLOAT32));
        read("nodata 1e20", s -> plain(s.noData("1e+20", 1e20f), Sample.FLOAT32));
        read("nodata -0.1 in floats", s -> plain(s.noData("-0.1", -0.1f), Sample.FLOAT32));
        read("nodata 4294967295", s -> plain(s.noData("4294967295", 4294967295.0), Sample.UINT32));
        read("nodata that bytes cannot hold", s -> {
            plain(s.noData("-9999", -9999), Sample.UINT8);
            s.holes = false;
        });
        read("nodata 1e400, which is infinite", s -> {
            plain(s.noData("1e400", Double.POSITIVE_INFINITY), Sample.FLOAT32);
        });
        refused("nodata nan with spaces", Refusal.NO_DATA, s -> plain(s.noData("nan  ", Double.NaN), Sample.FLOAT32));
        refused("nodata -nan", Refusal.NO_DATA, s -> plain(s.noData("-nan", Double.NaN), Sample.FLOAT32));
        read("nodata beside the file of one band", s -> {
            plain(s.noData("250", 250), Sample.UINT8);
            s.bands = 1;
            s.noDataBeside = true;
        });
        read("nodata beside the file", s -> {
            plain(s.noData("250", 250), Sample.UINT8);
            s.noDataBeside = true;
        });
    }

    private void addScales() {
        read("scale of hundredths", s -> plain(s.scaled(s.role == Role.MAP ? 0.01 : 0.0001, 0), Sample.UINT16));
        read(
                "tenths of a degree from absolute zero",
                s -> plain(s.scaled(0.1, s.role == Role.MAP ? -273.15 : -0.3), Sample.UINT16));
        read("scale and nodata", s -> plain(s.scaled(0.002, 0.5).noData("-32000", -32000), Sample.INT16));
        read(
                "nodata that would be a value if scaled",
                s -> plain(s.scaled(0.1, -1).noData("40", 40), Sample.UINT16));
        read("scale of floats", s -> plain(s.scaled(0.5, 0.25), Sample.FLOAT32));
        read("another scale for each band", s -> {
            plain(s.scaled(0.001, 0), Sample.UINT16);
            for (int band = 0; band < s.bands; band++) {
                s.scale[band] = 0.001 * (band + 1);
                s.offset[band] = -0.001 * band;
            }
        });
        read("scale beside the file", s -> {
            plain(s.scaled(0.001, 0.002), Sample.UINT16);
            s.scaleBeside = true;
        });
        read("scale and nodata beside the file", s -> {
            plain(s.scaled(0.001, 0.002).noData("60000", 60000), Sample.UINT16);
            s.scaleBeside = true;
            s.noDataBeside = true;
        });
    }

    private void addMasks() {
        read("mask inside", s -> s.mask = Mask.INTERNAL);
        read("mask inside, deflate", s -> s.mask = Mask.INTERNAL_DEFLATE);
        read("mask inside, tiled", s -> s.mask = Mask.INTERNAL_TILED);
        read("mask inside, of bytes", s -> s.mask = Mask.INTERNAL_BYTES);
        read("mask inside, big-endian BigTIFF", s -> {
            s.mask = Mask.INTERNAL_DEFLATE;
            s.bigTiff = true;
            s.order = ByteOrder.BIG_ENDIAN;
        });
        read("mask inside, LZW", s -> s.mask = Mask.INTERNAL_LZW);
        read("mask inside, PackBits", s -> s.mask = Mask.INTERNAL_PACKBITS);
        read("mask beside the file", s -> s.mask = Mask.BESIDE);
        read("mask beside the file for each band", s -> s.mask = Mask.BESIDE_PER_BAND);
        read("alpha", s -> alpha(s, Mask.ALPHA));
        read("alpha of 16 bits", s -> {
            alpha(s, Mask.ALPHA);
            plain(s, Sample.UINT16);
        });
        read("alpha, premultiplied", s -> alpha(s, Mask.ALPHA_PREMULTIPLIED));
        read("mask and scale", s -> {
            plain(s.scaled(0.001, 0.002), Sample.UINT16);
            s.mask = Mask.INTERNAL_DEFLATE;
        });
        read("mask, overview and scale beside the file", s -> {
            plain(s.scaled(0.001, 0.002), Sample.UINT16);
            s.scaleBeside = true;
            s.overview = true;
            s.mask = Mask.INTERNAL;
        });
        read("sparse with nodata", s -> {
            plain(s.noData("-9999", -9999), Sample.INT16);
            s.sparse = true;
        });
        read("sparse without nodata", s -> s.sparse = true);
        read("sparse tiles, bands apart", s -> {
            apart(tiles(s, 16, 16));
            s.sparse = true;
        });
        read("sparse floats with scale", s -> {
            plain(s.scaled(0.5, 0.25), Sample.FLOAT32);
            s.sparse = true;
        });
        read("sparse BigTIFF tiles, deflate", s -> {
            plain(tiles(s, 16, 16).packed(Packing.DEFLATE, 1).noData("nan", Double.NaN), Sample.FLOAT32);
            s.bigTiff = true;
            s.sparse = true;
        });
        read("sparse and masked", s -> {
            s.sparse = true;
            s.mask = Mask.INTERNAL_DEFLATE;
        });
        read("min is white, masked and scaled", s -> {
            plain(s.scaled(0.001, 0.002), Sample.UINT16);
            s.photometric = 0;
            s.mask = Mask.INTERNAL_DEFLATE;
        });
        read("background of zeros", s -> s.zeroColumns = 5);
    }

    private static void alpha(RasterSpec spec, Mask kind) {
        plain(spec, Sample.UINT8);
        // GDAL takes the last of two or four bands for one.
        spec.bands = spec.bands == 2 ? 1 : spec.bands;
        spec.mask = kind;
    }

    private void addPlaces() {
        read("transformation", s -> s.place = Place.NORTH_UP_TRANSFORMATION);
        read("rotated", s -> s.place = Place.ROTATED);
        read("south up", s -> s.place = Place.SOUTH_UP);
        read("tiepoint inside", s -> s.place = Place.DISTANT_TIEPOINT);
        read("pixel is point", s -> s.place = Place.POINT);
        read("pixel is point, transformation", s -> s.place = Place.POINT_TRANSFORMATION);
        read("world file", s -> s.place = Place.WORLD_FILE);
        refused("place beside the file", Refusal.PLACE_BESIDE, s -> s.place = Place.AUX);
        refused("control points", Refusal.CONTROL_POINTS, s -> s.place = Place.GCPS);
        refused("no place", Refusal.NO_PLACE, s -> s.place = Place.NONE);
        read(".prj of another CRS beside", s -> s.prj = OTHER_CRS);
        refused("no CRS", Refusal.NO_CRS, s -> s.crs = TestCrs.none());
    }

    private void addOddities() {
        refused("infinite value", Refusal.ABSURD, s -> stray(s, Sample.FLOAT32, Double.POSITIVE_INFINITY));
        refused("1e38 undeclared", Refusal.ABSURD, s -> stray(s, Sample.FLOAT32, 1e38f));
        refused("-9999 undeclared", Refusal.ABSURD, s -> stray(s, Sample.INT16, -9999));
    }

    private static void stray(RasterSpec spec, Sample sample, double number) {
        plain(spec, sample);
        spec.stray = number;
    }
}

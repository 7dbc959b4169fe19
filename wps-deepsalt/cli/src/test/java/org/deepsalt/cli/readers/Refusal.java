/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

/**
 * Why a whole file is not read, and what its user can do. No remedy serves two causes: a user who follows it must be
 * helped.
 */
enum Refusal {
    CODEC("is compressed with", "gdal_translate -co COMPRESS=DEFLATE -co PREDICTOR=1"),
    PREDICTOR("has the predictor", "gdal_translate -co COMPRESS=DEFLATE -co PREDICTOR=2"),
    BIG_ENDIAN("big-endian", "gdal_translate -co ENDIANNESS=LITTLE"),
    BITS("numbers of \\d+ bits", "gdal_translate -co NBITS=16"),
    FEW_BITS("numbers of \\d bits", "gdal_translate -co NBITS=8"),
    WIDE("whole numbers of 64 bits", "gdal_translate -ot Float64 "),
    COMPLEX("complex numbers", "gdal_translate -ot Float32 "),
    BIT_ORDER("FillOrder", "gdal_translate -co TILED=YES"),
    TURNED("orientation", "gdal_translate -of GTiff"),
    CRS("CRS|coordinate reference system", "gdalwarp -t_srs"),
    NO_CRS("(no|without a) coordinate reference system", "-a_srs"),
    NO_PLACE("no place", "-a_ullr"),
    PLACE_BESIDE("aux.xml beside", "-co PROFILE=GeoTIFF"),
    CONTROL_POINTS("control points", "gdalwarp -order"),
    ABSURD("pixels with a value have one that (no )?\\w+", "-a_nodata"),
    NO_DATA("nodata value '", "-unsetnodata"),
    DAMAGED("damaged|cut off", "copy it again");

    /** Words of which the message has one, for the cause. */
    final String reason;
    /** Words that the message has, for the remedy. */
    final String remedy;

    Refusal(String reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.differential;

/**
 * Why a whole file is not read, and what its user can do. No remedy serves two causes: a user who follows it must be
 * helped.
 */
enum Refusal {
    CODEC("compression|packed", "-co COMPRESS=DEFLATE"),
    PREDICTOR("predictor", "-co PREDICTOR=1"),
    SAMPLES("bits|numbers|sample", "-ot Float"),
    COLOURS("colour|palette|table", "-expand"),
    BIT_ORDER("fill order|bits from the right|FillOrder", "-co COMPRESS=NONE"),
    TURNED("orientation|turned", "gdalwarp -overwrite"),
    CRS("CRS|coordinate reference system", "gdalwarp -t_srs"),
    NO_CRS("no coordinate reference system", "-a_srs"),
    NO_PLACE("control points|place", "gdalwarp -order"),
    DATUM("datum", "gdalwarp -ct"),
    ABSURD("dS/m|values that|no soil", "-a_nodata"),
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

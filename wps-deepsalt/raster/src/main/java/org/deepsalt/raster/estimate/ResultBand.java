/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.raster.geotiff.encode.Reduction;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;

/** The bands of a result, in the order of the file. */
public enum ResultBand {
    ESTIMATE(0, "", true, Reduction.MEAN),
    LOWER(1, "_lower", true, Reduction.MEAN),
    UPPER(2, "_upper", true, Reduction.MEAN),
    DISSIMILARITY(3, "dissimilarity", false, Reduction.MEAN),
    REASON(4, "mask_reason", false, Reduction.NEAREST),
    /** Upper minus lower bound: a band of its own, because plain styles draw one band and subtract nothing. */
    WIDTH(5, "_width", true, Reduction.MEAN),
    /** How likely the target lies above a threshold; NaN everywhere if none was asked for. */
    PROBABILITY(6, "p_above", false, Reduction.MEAN);

    /** Name of the last band where the target is ECe. */
    public static final String SALINE = "p_saline";

    private final int position;
    private final String title;
    private final boolean ofTarget;
    private final Reduction reduction;

    ResultBand(int position, String title, boolean ofTarget, Reduction reduction) {
        this.position = position;
        this.title = title;
        this.ofTarget = ofTarget;
        this.reduction = reduction;
    }

    /** Where a pixel of the band lies among samples that follow each other band by band, {@code plane} pixels each. */
    int at(int plane, int pixel) {
        return position * plane + pixel;
    }

    /** Name of the band in a map of a property: {@code ece}, {@code ece_lower}, {@code mask_reason}. */
    public String title(SoilProperty target) {
        if (this == PROBABILITY && target.isEce()) {
            return SALINE;
        }
        return ofTarget ? target.key() + title : title;
    }

    /** Unit of the band in a map of a property. */
    public String unit(SoilProperty target) {
        return ofTarget ? target.unit() : "1";
    }

    /** Names in the order of the file. */
    public static List<String> titles(SoilProperty target) {
        return Stream.of(values()).map(band -> band.title(target)).toList();
    }

    /** How each band becomes an overview, in the order of the file. */
    public static List<Reduction> reductions() {
        return Stream.of(values()).map(band -> band.reduction).toList();
    }

    /** Names and units for the file. */
    static void describe(GdalMetadata metadata, SoilProperty target) {
        int number = 0;
        for (ResultBand band : values()) {
            metadata.put(number, "description", band.title(target)).put(number, "unittype", band.unit(target));
            number++;
        }
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.raster.geotiff.GdalMetadata;
import org.deepsalt.raster.geotiff.Reduction;

/** The bands of a result, in the order of the file. */
public enum ResultBand {
    ECE("ece", "dS/m", Reduction.MEAN),
    LOWER("ece_lower", "dS/m", Reduction.MEAN),
    UPPER("ece_upper", "dS/m", Reduction.MEAN),
    DISSIMILARITY("dissimilarity", "1", Reduction.MEAN),
    REASON("mask_reason", "1", Reduction.NEAREST),
    /** Upper minus lower bound: a band of its own, because plain styles draw one band and subtract nothing. */
    WIDTH("ece_width", "dS/m", Reduction.MEAN);

    private final String title;
    private final String unit;
    private final Reduction reduction;

    ResultBand(String title, String unit, Reduction reduction) {
        this.title = title;
        this.unit = unit;
        this.reduction = reduction;
    }

    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }

    /** Names in the order of the file. */
    public static List<String> titles() {
        return Stream.of(values()).map(ResultBand::title).toList();
    }

    /** How each band becomes an overview, in the order of the file. */
    public static List<Reduction> reductions() {
        return Stream.of(values()).map(band -> band.reduction).toList();
    }

    /** Names and units for the file. */
    static void describe(GdalMetadata metadata) {
        int number = 0;
        for (ResultBand band : values()) {
            metadata.put(number, "description", band.title).put(number, "unittype", band.unit);
            number++;
        }
    }
}

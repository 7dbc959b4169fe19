/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.ground;

import org.deepsalt.world.land.Composition;

/** Minerals that show between 400 and 2500 nm; their names are those of their bands in {@link SpectralTable}. */
enum Mineral {
    KAOLINITE,
    SMECTITE,
    ILLITE,
    CARBONATE,
    GYPSUM,
    GOETHITE,
    HEMATITE;

    /** Iron oxides of the mean soil, whose curve has their absorption in it already. */
    private static final double MEAN_GOETHITE = 0.009;

    private static final double MEAN_HEMATITE = 0.005;

    /** Mass fraction in a soil; of iron oxides, the mass fraction beyond that of the mean soil. */
    double content(Composition soil) {
        return switch (this) {
            case KAOLINITE -> soil.kaolinite();
            case SMECTITE -> soil.smectite();
            case ILLITE -> soil.illite();
            case CARBONATE -> soil.carbonate();
            case GYPSUM -> soil.gypsum();
            case GOETHITE -> soil.goethite() - MEAN_GOETHITE;
            case HEMATITE -> soil.hematite() - MEAN_HEMATITE;
        };
    }
}

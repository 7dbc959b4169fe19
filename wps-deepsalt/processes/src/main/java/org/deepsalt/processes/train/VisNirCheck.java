/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.deepsalt.model.Problems;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.settings.Presets;
import org.deepsalt.model.training.simulation.SoilSimulation;
import org.deepsalt.raster.scene.Scene;

/** What a request with Vis-NIR libraries, or without samples of the field, must keep to. */
final class VisNirCheck {
    /** Fewer bands are no spectrum. */
    private static final int LEAST_BANDS = 40;

    private VisNirCheck() {}

    /** The bands of a training: all usable ones of the first scene, or those that Vis-NIR libraries cover. */
    static List<Band> bands(Laboratories laboratories, Scene first, Problems problems) {
        List<Band> usable = first.usableBands();
        if (!laboratories.hasVisNir()) {
            return usable;
        }
        List<Band> covered = new SoilSimulation(laboratories.visNir()).covered(usable);
        if (covered.size() < LEAST_BANDS) {
            problems.add("the Vis-NIR spectra (" + ranges(laboratories) + ") cover " + covered.size() + " of the "
                    + usable.size() + " bands of scene '" + first.layer()
                    + "' between the bands of water vapour, wanted"
                    + " at least " + LEAST_BANDS
                    + ": give libraries of 400 to 2500 nm, or leave the narrower ones out");
        }
        return covered;
    }

    private static String ranges(Laboratories laboratories) {
        return String.join(
                ", ",
                laboratories.list().stream()
                        .map(library -> library.content().notes())
                        .filter(LibraryNotes::ofVisNir)
                        .map(notes -> String.format(Locale.ROOT, "%.0f to %.0f nm", notes.lowest(), notes.highest()))
                        .toList());
    }

    /** Adds what is missing where no sample of the field is given, and what Vis-NIR does not go with. */
    static void check(TrainRequest request, Laboratories laboratories, Problems problems) {
        if (request.isScreening() && !laboratories.hasVisNir() && !problems.any()) {
            problems.add("samples is missing: name a point layer with the measured "
                    + request.target().attribute()
                    + ", or give a library of Vis-NIR spectra (350 to 2500 nm) in ftir, from which a screening model is"
                    + " made without samples");
        }
        if (laboratories.hasVisNir() && Objects.equals(request.options().preset(), Presets.PAPER)) {
            problems.add("preset is paper, which is DeepSalt as published and knows mid-infrared laboratory spectra"
                    + " alone: set preset=default for a library of Vis-NIR spectra");
        }
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.util.Optional;
import org.deepsalt.model.Problems;
import org.deepsalt.model.library.SpectrumUnit;

/**
 * The laboratory spectra of a training.
 *
 * @param library id of the library
 * @param spectra what its numbers are; empty to find out from headers or values
 * @param pairingDistance largest distance in km between a laboratory sample and its pixel
 */
record LaboratoryRequest(String library, Optional<SpectrumUnit> spectra, double pairingDistance) {

    void check(Problems problems) {
        if (!(pairingDistance >= 0.01 && pairingDistance <= 50)) {
            problems.add("pairingDistance is " + pairingDistance + " km, wanted 0.01 to 50");
        }
    }
}

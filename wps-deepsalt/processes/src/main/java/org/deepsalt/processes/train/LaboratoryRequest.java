/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.conductivity.ConductivityUnit;
import org.deepsalt.model.conductivity.Extract;
import org.deepsalt.model.library.BelowDetection;
import org.deepsalt.model.library.LibraryOptions;
import org.deepsalt.model.library.SpectralAxis;
import org.deepsalt.model.library.SpectrumUnit;
import org.jspecify.annotations.Nullable;

/**
 * The laboratory spectra of a training.
 *
 * @param libraries ids of the libraries, each of mid-infrared or of Vis-NIR spectra
 * @param reading what the libraries do not tell themselves
 * @param pairingDistance largest distance in km between a laboratory sample and its pixel
 */
record LaboratoryRequest(List<String> libraries, Reading reading, double pairingDistance) {

    void check(Problems problems) {
        if (libraries.isEmpty()) {
            problems.add("ftir is missing: name at least one library of laboratory spectra");
        }
        if (libraries.stream().distinct().count() < libraries.size()) {
            problems.add("ftir names a library twice, " + libraries + ": its samples would count twice");
        }
        if (!(pairingDistance >= 0.01 && pairingDistance <= 50)) {
            problems.add("pairingDistance is " + pairingDistance + " km, wanted 0.01 to 50");
        }
    }

    /**
     * What the request says of a library, as it was written.
     *
     * @param spectra what its numbers are; null to find out from headers or values
     * @param axis what the headers of its spectra count; null to find out from their words or numbers
     * @param maxDepth deepest lower edge of a sample in cm
     * @param ecUnit unit of EC where the library does not tell it; null for none
     * @param ecExtract extract of EC where the library does not tell it; null for none
     */
    record Reading(
            @Nullable SpectrumUnit spectra,
            @Nullable SpectralAxis axis,
            double maxDepth,
            @Nullable String ecUnit,
            @Nullable String ecExtract,
            BelowDetection belowDetection) {

        /**
         * The same, understood.
         *
         * @throws InvalidRequestException with what is not
         */
        LibraryOptions options() {
            Problems problems = new Problems();
            if (!(maxDepth > 0 && maxDepth <= 1000)) {
                problems.add("maxDepth is " + maxDepth + " cm, wanted more than 0 and at most 1000");
            }
            Optional<ConductivityUnit> unit =
                    named("ecUnit", ecUnit, ConductivityUnit::named, ConductivityUnit.all(), problems);
            Optional<Extract> extract = named("ecExtract", ecExtract, Extract::named, Extract.all(), problems);
            problems.throwIfAny();
            return new LibraryOptions(
                    Optional.ofNullable(spectra), Optional.ofNullable(axis), maxDepth, unit, extract, belowDetection);
        }

        private static <T> Optional<T> named(
                String parameter,
                @Nullable String text,
                Function<String, Optional<T>> named,
                String all,
                Problems problems) {
            if (text == null || text.isBlank()) {
                return Optional.empty();
            }
            Optional<T> found = named.apply(text);
            if (found.isEmpty()) {
                problems.add(parameter + " is '" + text + "', wanted one of " + all);
            }
            return found;
        }
    }
}

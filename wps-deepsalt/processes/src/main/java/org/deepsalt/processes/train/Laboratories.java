/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deepsalt.model.DetachedTask;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.library.LibraryOptions;
import org.deepsalt.model.library.VisNirLibrary;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.processes.catalog.LayerCatalog;

/** The libraries of a training, read. Immutable. */
final class Laboratories {
    private final List<Opened> opened;

    /**
     * A library that was read.
     *
     * @param id as the request names it
     */
    record Opened(String id, Path file, FtirLibraryReader.Content content) {
        /** Where its samples come from; NaN for those that do not tell. */
        Coordinates places() {
            VisNirLibrary visNir = content.visNir();
            FtirLibrary spectra = content.spectra();
            return visNir == null
                    ? new Coordinates(spectra.longitude(), spectra.latitude())
                    : new Coordinates(visNir.longitude(), visNir.latitude());
        }
    }

    private Laboratories(List<Opened> opened) {
        this.opened = List.copyOf(opened);
    }

    /**
     * Reads every library of a request.
     *
     * @param problems told all that is wrong with any of them
     */
    static Laboratories read(
            LaboratoryRequest request,
            SoilProperty property,
            LayerCatalog catalog,
            Progress progress,
            Problems problems) {
        List<Opened> opened = new ArrayList<>();
        LibraryOptions options = problems.attempt(() -> request.reading().options());
        for (String id : request.libraries()) {
            problems.attempt(() -> {
                Path file = catalog.library(id);
                return options == null
                        ? null
                        : opened.add(new Opened(id, file, read(file, property, options, progress)));
            });
        }
        return new Laboratories(opened);
    }

    private static FtirLibraryReader.Content read(
            Path file, SoilProperty property, LibraryOptions options, Progress progress) {
        return DetachedTask.run(
                progress,
                "reading the laboratory library " + file.getFileName(),
                inside -> new FtirLibraryReader(Wavenumbers.BRUKER).read(file, property, options, inside));
    }

    List<Opened> list() {
        return opened;
    }

    /** All mid-infrared samples, library after library, of each the measured ones first. */
    FtirLibrary midInfrared() {
        return opened.stream().map(one -> one.content.spectra()).reduce(FtirLibrary.NONE, FtirLibrary::above);
    }

    List<VisNirLibrary> visNir() {
        return opened.stream()
                .map(one -> one.content.visNir())
                .filter(Objects::nonNull)
                .toList();
    }

    boolean hasMidInfrared() {
        return opened.stream().anyMatch(one -> one.content.visNir() == null);
    }

    boolean hasVisNir() {
        return opened.stream().anyMatch(one -> one.content.visNir() != null);
    }

    /** Coordinates of the mid-infrared samples, which find their pixels by them. */
    Coordinates midInfraredPlaces() {
        FtirLibrary spectra = midInfrared();
        return new Coordinates(spectra.longitude(), spectra.latitude());
    }

    /** How the libraries were read, and what became of the samples without a measurement, of all of them together. */
    List<LibraryNotes> notes(TrainingMaterial.Read read, SoilProperty property) {
        return opened.stream()
                .map(one -> one.content)
                .map(content -> read.made() && isRead(content)
                        ? content.notes().withReadings(read.readings().readings(), property.key())
                        : content.notes())
                .toList();
    }

    /** Whether a library has samples without a measurement, of the kind that readings are made of. */
    private boolean isRead(FtirLibraryReader.Content content) {
        VisNirLibrary visNir = content.visNir();
        return visNir == null
                ? content.unmeasured().size() > 0
                : !hasMidInfrared() && visNir.measured().length < visNir.size();
    }
}

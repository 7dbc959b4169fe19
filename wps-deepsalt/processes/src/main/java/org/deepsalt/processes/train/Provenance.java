/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.store.Hash;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.inputs.CovariateRequest;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.raster.grid.Extent;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Longitudes;
import org.jspecify.annotations.Nullable;

/** Collects the inputs of a training: role, name, hash and area of each. Not thread-safe. */
final class Provenance {
    private final List<ModelCard.Input> inputs = new ArrayList<>();
    private final Progress progress;

    /** @param progress asked while files are hashed, which takes seconds for large ones */
    Provenance(Progress progress) {
        this.progress = progress;
    }

    Provenance library(String id, Path file, Coordinates places) {
        inputs.add(new ModelCard.Input("library", id, Hash.of(file, progress), area(places)));
        return this;
    }

    Provenance scene(String layer, Path file, Grid grid) {
        Extent box = Extent.of(grid);
        ModelCard.Area area = new ModelCard.Area(box.west(), box.south(), box.east(), box.north());
        inputs.add(new ModelCard.Input("scene", layer, Hash.of(file, progress), area));
        return this;
    }

    Provenance samples(String layer, String sha256, Coordinates places) {
        inputs.add(new ModelCard.Input("samples", layer, sha256, area(places)));
        return this;
    }

    /** Adds the covariates by name: layers, of which those that come from one file have a hash, and numbers. */
    Provenance covariates(CovariateRequest covariates, ResourceScope resources) {
        covariates
                .byName()
                .forEach((name, sources) -> sources.forEach(source -> {
                    Path file = source instanceof CovariateRequest.Layer layer
                            ? resources.raster(layer.text()).file()
                            : null;
                    String sha256 = file == null ? "" : Hash.of(file, progress);
                    inputs.add(new ModelCard.Input("covariate", name + "=" + source.text(), sha256, null));
                }));
        return this;
    }

    List<ModelCard.Input> list() {
        return List.copyOf(inputs);
    }

    /** The smallest box around places, NaN left out; null if there are none. */
    static ModelCard.@Nullable Area area(Coordinates all) {
        Coordinates places = all.select(IntStream.range(0, all.size())
                .filter(row -> Double.isFinite(all.longitude()[row]) && Double.isFinite(all.latitude()[row]))
                .toArray());
        if (places.size() == 0) {
            return null;
        }
        ModelCard.Area plain = box(places, 0);
        ModelCard.Area across = box(places, 180);
        boolean crosses = across.east() - across.west() < plain.east() - plain.west();
        return crosses
                ? new ModelCard.Area(
                        Longitudes.plain(across.west()),
                        across.south(),
                        Longitudes.plain(across.east()),
                        across.north())
                : plain;
    }

    /**
     * @param middle longitude around which longitudes are unwrapped: from 180 degrees west of it to 180 degrees east
     */
    private static ModelCard.Area box(Coordinates places, double middle) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < places.size(); i++) {
            double longitude = Longitudes.near(places.longitude()[i], middle);
            west = Math.min(west, longitude);
            east = Math.max(east, longitude);
            south = Math.min(south, places.latitude()[i]);
            north = Math.max(north, places.latitude()[i]);
        }
        return new ModelCard.Area(west, south, east, north);
    }
}

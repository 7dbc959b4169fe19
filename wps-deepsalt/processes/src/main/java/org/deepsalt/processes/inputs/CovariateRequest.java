/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.store.ModelCard.CovariateRange;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.raster.coverage.Overlap;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.CovariateStack.Origin;

/**
 * The covariates of a request: {@code name=layer} or {@code name=number}. A name may have several layers, as maps come
 * in sheets: of those each scene takes the first that covers it.
 */
public final class CovariateRequest {
    private static final double WHOLE = 0.9999;

    private final Map<String, List<String>> byName;

    private CovariateRequest(Map<String, List<String>> byName) {
        this.byName = byName;
    }

    /** Reads the parameter's values; what is wrong is added to the problems. */
    public static CovariateRequest parse(String[] values, Problems problems) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (String value : values == null ? new String[0] : values) {
            int equals = value.indexOf('=');
            if (equals < 1 || equals == value.length() - 1) {
                problems.add("covariate '" + value + "' is not understood, wanted name=layer or name=number");
            } else {
                byName.computeIfAbsent(value.substring(0, equals).trim(), name -> new ArrayList<>())
                        .add(value.substring(equals + 1).trim());
            }
        }
        byName.forEach((name, given) -> {
            if (given.size() > 1 && (given.stream().anyMatch(CovariateRequest::isNumber) || repeats(given))) {
                problems.add("covariate '" + name + "' is given twice: give it once, or several layers that cover"
                        + " different scenes");
            }
        });
        return new CovariateRequest(byName);
    }

    private static boolean repeats(List<String> values) {
        return new HashSet<>(values).size() < values.size();
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public Map<String, List<String>> byName() {
        return byName;
    }

    /** The names of a model's covariates, in its order. */
    public static List<String> names(List<CovariateRange> wanted) {
        return wanted.stream().map(CovariateRange::name).toList();
    }

    /** Those of a model's covariates that the request leaves out, in the model's order. */
    public List<String> missing(List<CovariateRange> wanted) {
        return wanted.stream()
                .map(CovariateRange::name)
                .filter(name -> !byName.containsKey(name))
                .toList();
    }

    /** Names the covariates that a model cannot do without and the request lacks, and those that it does not know. */
    public void requireOnly(List<CovariateRange> wanted, Problems problems) {
        List<String> names = wanted.stream().map(CovariateRange::name).toList();
        for (CovariateRange range : wanted) {
            if (!range.optional() && !byName.containsKey(range.name())) {
                problems.add("covariate '" + range.name() + "' is missing: give covariate=" + range.name()
                        + "=LAYER or " + range.name() + "=NUMBER in " + range.unit());
            }
        }
        for (String name : byName.keySet()) {
            if (!names.contains(name)) {
                problems.add("covariate '" + name + "' is not one of the model's, which are " + String.join(", ", names)
                        + ": leave it out");
            }
        }
    }

    /**
     * Opens the covariates on a scene's grid.
     *
     * @param names in the order wanted; those that the request does not have are missing
     * @param area the part of the scene that must be covered
     * @throws InvalidRequestException with everything that is wrong
     */
    public CovariateStack open(Grid scene, Grid area, List<String> names, ResourceScope things) {
        Problems problems = new Problems();
        Map<String, RasterSource> images = new LinkedHashMap<>();
        List<Origin> origins = new ArrayList<>();
        for (String name : names) {
            origins.add(problems.attempt(() -> origin(area, name, images, things)));
        }
        problems.throwIfAny();
        return new CovariateStack(scene, origins);
    }

    private Origin origin(Grid area, String name, Map<String, RasterSource> images, ResourceScope things) {
        if (!byName.containsKey(name)) {
            return new Origin.Missing();
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String value : byName.get(name)) {
            Float constant = number(value);
            if (constant != null) {
                return new Origin.Constant(constant);
            }
            RasterLayer layer = things.raster(value);
            RasterSource image = images.computeIfAbsent(
                    value, key -> things.open(() -> RasterSource.open(key, layer.reader()), RasterSource::close));
            if (image.grid().crs() == null) {
                throw new DeepSaltException("covariate '" + name + "': layer '" + value
                        + "' has no coordinate reference system: give it one in its file or in the catalog");
            }
            double share = Overlap.share(area, image.grid());
            if (share >= WHOLE) {
                return new Origin.Layer(image, band(name, layer, image.bands()));
            }
            shares.put(value, share);
        }
        throw new DeepSaltException("covariate '" + name + "': "
                + shares.entrySet().stream()
                        .map(share -> String.format(
                                Locale.ROOT,
                                "layer '%s' covers %.0f %% of the area to be estimated",
                                share.getKey(),
                                100 * share.getValue()))
                        .collect(Collectors.joining(", "))
                + ", wanted all of it: give a larger layer, a number, or a region inside the layer");
    }

    private static int band(String name, RasterLayer layer, int bands) {
        int band = bands == 1 ? 0 : layer.bandNames().indexOf(name);
        if (band < 0) {
            throw new DeepSaltException(
                    "covariate '" + name + "': layer '" + layer.name() + "' has " + bands + " bands ("
                            + String.join(", ", layer.bandNames()) + ") and none of that name: name the bands after the"
                            + " covariates or give a layer of one band");
        }
        return band;
    }

    /** Whether a covariate's value is a constant and not the name of a layer. */
    public static boolean isNumber(String value) {
        return number(value) != null;
    }

    private static Float number(String value) {
        try {
            float number = Float.parseFloat(value);
            if (!Float.isFinite(number)) {
                throw new DeepSaltException("covariate value '" + value + "' is not a number that can be used");
            }
            return number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

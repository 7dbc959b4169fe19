/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.util.ArrayList;
import java.util.Collections;
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
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.raster.coverage.Overlap;
import org.deepsalt.raster.coverage.PlausibleRange;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.CovariateStack.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The covariates of a request: {@code name=layer}, {@code name=number}, or a layer alone for all that its bands are
 * named after. A name may have several layers, as maps come in sheets: of those each scene takes the first that covers
 * it.
 */
public final class CovariateRequest {
    private static final double WHOLE = 0.9999;
    /** Where people name bands. */
    private static final String WHERE =
            " in the band descriptions of the file or in the Coverage Band Details of GeoServer";

    /** The origin of a covariate: a layer or a number. */
    public sealed interface Source {
        /** The source as the request gave it. */
        String text();
    }

    /**
     * One number for all pixels.
     *
     * @param number finite
     */
    public record Constant(String text, float number) implements Source {}

    /** A raster layer of the catalog. */
    public record Layer(String text) implements Source {}

    /** An opened layer and how much of the area it covers, which takes as long to find as all else here. */
    private record Sheet(RasterSource image, double share) {}

    private final Map<String, List<Source>> byName;
    private final List<String> whole;

    private CovariateRequest(Map<String, List<Source>> byName, List<String> whole) {
        this.byName = byName;
        this.whole = whole;
    }

    /**
     * Reads the values of the parameter.
     *
     * @param values as the request has them
     * @param problems receives what is wrong with them; such values are left out of what is returned
     */
    public static CovariateRequest parse(String[] values, Problems problems) {
        Map<String, List<Source>> byName = new LinkedHashMap<>();
        List<String> whole = new ArrayList<>();
        for (String value : CovariateTexts.split(values)) {
            int equals = value.indexOf('=');
            if (equals < 0) {
                whole.add(value);
                continue;
            }
            if (equals < 1 || equals == value.length() - 1) {
                problems.add("covariate '" + value + "' is not understood, wanted name=layer, name=number, or a layer"
                        + " whose bands are named after covariates");
                continue;
            }
            Source source =
                    problems.attempt(() -> source(value.substring(equals + 1).trim()));
            if (source != null) {
                byName.computeIfAbsent(value.substring(0, equals).trim(), name -> new ArrayList<>())
                        .add(source);
            }
        }
        byName.forEach((name, given) -> {
            if (given.size() > 1 && (given.stream().anyMatch(Constant.class::isInstance) || repeats(given))) {
                problems.add("covariate '" + name + "' is given twice: give it once, or several layers that cover"
                        + " different scenes");
            }
        });
        return new CovariateRequest(byName, whole);
    }

    /**
     * The request with a source for each covariate that a layer alone serves; names that the request gives by
     * themselves keep what it gives.
     *
     * @param wanted the names of the covariates that are asked for; null for whatever the bands are named
     * @param problems receives the layers that are not there, and those that serve nothing
     */
    public CovariateRequest resolved(@Nullable List<String> wanted, ResourceScope resources, Problems problems) {
        Map<String, List<Source>> all = new LinkedHashMap<>();
        byName.forEach((name, sources) -> all.put(name, new ArrayList<>(sources)));
        for (String text : whole) {
            RasterLayer layer = problems.attempt(() -> resources.raster(text));
            if (layer == null) {
                continue;
            }
            List<String> served = layer.bandNames().stream()
                    .filter(band -> !band.isEmpty() && (wanted == null || wanted.contains(band)))
                    .toList();
            if (served.isEmpty()) {
                problems.add("covariate '" + text + "': none of the bands of the layer ("
                        + layer.namedBands() + ") is named after a covariate"
                        + (wanted == null ? "" : " of the model, which are " + String.join(", ", wanted))
                        + ": give name=" + text + ", or name its bands" + WHERE);
            }
            for (String band : served) {
                if (!byName.containsKey(band)) {
                    all.computeIfAbsent(band, name -> new ArrayList<>()).add(new Layer(text));
                }
            }
        }
        return new CovariateRequest(all, List.of());
    }

    private static Source source(String text) {
        double number = DecimalText.parse(text);
        if (Double.isNaN(number) && !isNumberOfJava(text)) {
            return new Layer(text);
        }
        if (!Float.isFinite((float) number)) {
            throw new DeepSaltException("covariate value '" + text
                    + "' is not a number that can be used, wanted one such as 12.5 or the name of a layer");
        }
        return new Constant(text, (float) number);
    }

    /** Such as {@code NaN} and {@code 30f}: nobody calls a layer so, and it is no measured value either. */
    private static boolean isNumberOfJava(String text) {
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean repeats(List<Source> values) {
        return new HashSet<>(values).size() < values.size();
    }

    /** Names of the covariates in the order of the request. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The sources of each covariate, in the order of the request. */
    public Map<String, List<Source>> byName() {
        return Collections.unmodifiableMap(byName);
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

    /**
     * Adds a problem for each covariate that a model cannot do without and the request lacks, and for each that the
     * model does not know.
     */
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
    public CovariateStack open(Grid scene, Grid area, List<String> names, ResourceScope resources) {
        Problems problems = new Problems();
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        List<Origin> origins = new ArrayList<>();
        Map<String, List<String>> failures = new LinkedHashMap<>();
        for (String name : names) {
            Problems found = new Problems();
            origins.add(found.attempt(() -> origin(area, name, sheets, resources)));
            problems.because(found);
            found.list().forEach(failure -> failures.computeIfAbsent(failure, key -> new ArrayList<>())
                    .add(name));
        }
        failures.forEach((failure, covariates) ->
                problems.add("covariate '" + String.join("', '", covariates) + "': " + failure));
        problems.throwIfAny();
        return new CovariateStack(scene, origins);
    }

    private Origin origin(Grid area, String name, Map<String, Sheet> sheets, ResourceScope resources) {
        if (!byName.containsKey(name)) {
            return new Origin.Missing();
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Source source : byName.get(name)) {
            if (source instanceof Constant constant) {
                return new Origin.Constant(plausible(name, constant.number()));
            }
            String value = source.text();
            RasterLayer layer = resources.raster(value);
            Sheet sheet = sheets.computeIfAbsent(value, key -> sheet(area, layer, resources));
            if (sheet.share >= WHOLE) {
                int band = band(name, layer, sheet.image.bands());
                return new Origin.Layer(sheet.image, band, PlausibleRange.ofCovariate(name));
            }
            shares.put(value, sheet.share);
        }
        throw new DeepSaltException(shares.entrySet().stream()
                        .map(share -> String.format(
                                Locale.ROOT,
                                "layer '%s' covers %.0f %% of the area to be estimated",
                                share.getKey(),
                                100 * share.getValue()))
                        .collect(Collectors.joining(", "))
                + ", wanted all of it: give a larger layer, a number, or a region inside the layer");
    }

    private static Sheet sheet(Grid area, RasterLayer layer, ResourceScope resources) {
        RasterSource image = resources.open(layer::open, RasterSource::close);
        if (image.grid().crs() == null) {
            throw new DeepSaltException("layer '" + layer.name()
                    + "' has no coordinate reference system: give it one in its file"
                    + " (gdal_edit.py -a_srs EPSG:N FILE) or in the catalog");
        }
        return new Sheet(image, Overlap.share(area, image.grid()));
    }

    private static float plausible(String name, float constant) {
        PlausibleRange range = PlausibleRange.ofCovariate(name);
        if (!range.holds(constant)) {
            throw new DeepSaltException(constant + " is not possible, wanted " + range.minimum() + " to "
                    + range.maximum() + " " + range.unit() + ": give it in this unit");
        }
        return constant;
    }

    private static int band(String name, RasterLayer layer, int bands) {
        int band = bands == 1 ? 0 : layer.bandNames().indexOf(name);
        if (band < 0) {
            throw new DeepSaltException("layer '" + layer.name() + "' has " + bands + " bands ("
                    + layer.namedBands()
                    + ") and none named after the covariate: name the bands after the"
                    + " covariates" + WHERE + ", or give a layer of one band");
        }
        return band;
    }
}

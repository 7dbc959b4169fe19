/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.scenes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.grid.Extent;
import org.deepsalt.raster.scene.MaskReason;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.Scene;
import org.deepsalt.raster.scene.SpectralProfile;

/** The work of {@code deepsalt:SpectralProfile}: finds the pixels, reads their spectra and reports them. */
final class Profiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "([-+]?\\d{1,3}(?:\\.\\d{1,15})?)";
    private static final Pattern POINT = Pattern.compile(
            "(?:POINT\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "\\s*\\))|(?:" + NUMBER + "\\s*[\\s,]\\s*" + NUMBER
                    + ")",
            Pattern.CASE_INSENSITIVE);

    private final LayerCatalog catalog;

    Profiles(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /** A point of the request, in WGS 84 degrees. */
    private record Place(double longitude, double latitude) {
        static Place parse(String text) {
            Matcher parts = POINT.matcher(text.trim());
            if (!parts.matches()) {
                throw new DeepSaltException("point '" + text + "' is not understood, wanted longitude and latitude such"
                        + " as '-110.1 39.0' or 'POINT(-110.1 39.0)'");
            }
            int first = parts.group(1) == null ? 3 : 1;
            Place place = new Place(Double.parseDouble(parts.group(first)), Double.parseDouble(parts.group(first + 1)));
            if (Math.abs(place.longitude) > 180 || Math.abs(place.latitude) > 90) {
                throw new DeepSaltException("point '" + text + "' is not on the earth, wanted a longitude from -180 to"
                        + " 180, then a latitude from -90 to 90");
            }
            return place;
        }
    }

    JsonReport run(String enmap, String[] points, Progress progress) {
        progress.report(0, "checking the request");
        try (ResourceScope resources = new ResourceScope(catalog, progress.part(0, 0.01))) {
            Problems problems = new Problems();
            List<Place> places = new ArrayList<>();
            for (String point : points) {
                problems.attempt(() -> places.add(Place.parse(point)));
            }
            Scene scene = problems.require(problems.attempt(() -> resources.scene(enmap)));
            SpectralProfile profile = new SpectralProfile(scene, MaskRules.STANDARD);
            ObjectNode report = describe(enmap, scene);
            ArrayNode list = report.putArray("points");
            for (int i = 0; i < points.length; i++) {
                progress.report((double) i / points.length, "reading point " + (i + 1));
                Place place = places.get(i);
                Optional<SpectralProfile.Pixel> pixel = profile.at(place.longitude, place.latitude);
                if (pixel.isPresent()) {
                    list.add(entry(place, pixel.get()));
                } else {
                    problems.add(outside(points[i], scene));
                }
            }
            problems.throwIfAny();
            progress.report(1, "done");
            return new JsonReport(report.toPrettyString());
        }
    }

    private static String outside(String point, Scene scene) {
        return "point '" + point + "' lies outside the scene, which covers "
                + Extent.of(scene.grid()).text();
    }

    private static ObjectNode describe(String enmap, Scene scene) {
        ObjectNode report = JSON.createObjectNode();
        report.put("enmap", enmap);
        report.put("unit", "nm");
        ArrayNode wavelengths = report.putArray("wavelengths");
        ArrayNode detectors = report.putArray("detectors");
        for (SpectralBand band : scene.bands()) {
            wavelengths.add(band.band().centre());
            detectors.add(band.band().detector().name());
        }
        return report;
    }

    private static ObjectNode entry(Place place, SpectralProfile.Pixel pixel) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("longitude", place.longitude);
        entry.put("latitude", place.latitude);
        entry.put("column", pixel.column());
        entry.put("row", pixel.row());
        entry.put("mask", pixel.mask() == MaskReason.NONE ? null : pixel.mask().key());
        ArrayNode reflectances = entry.putArray("reflectances");
        for (float reflectance : pixel.reflectances()) {
            if (Float.isNaN(reflectance)) {
                reflectances.addNull();
            } else {
                reflectances.add(reflectance);
            }
        }
        return entry;
    }
}

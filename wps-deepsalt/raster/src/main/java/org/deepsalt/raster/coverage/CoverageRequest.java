/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.parameter.GeneralParameterDescriptor;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.io.AbstractGridFormat;
import org.geotools.coverage.grid.io.GridCoverage2DReader;
import org.geotools.coverage.grid.io.OverviewPolicy;

/** What readers of GeoTools are asked for where they have to read pixels for us. Stateless. */
final class CoverageRequest {
    /** Pixels stay on disk until they are asked for: the parameter's name in GeoTools up to 33 and from 34 on. */
    private static final List<String> DEFERRED = List.of("USE_JAI_IMAGEREAD", "USE_IMAGEN_IMAGEREAD");

    private CoverageRequest() {}

    /**
     * Asks a reader for an image at its full resolution.
     *
     * @param name of the layer, for messages
     * @param rescaled whether the reader applies scale and offset, where it knows them
     * @throws DeepSaltException if it has no pixels or does not read them
     */
    static GridCoverage2D read(String name, GridCoverage2DReader reader, boolean rescaled) {
        List<GeneralParameterValue> parameters = new ArrayList<>();
        ParameterValue<OverviewPolicy> policy = AbstractGridFormat.OVERVIEW_POLICY.createValue();
        policy.setValue(OverviewPolicy.IGNORE);
        parameters.add(policy);
        Map<String, GeneralParameterDescriptor> offered = offered(reader);
        set(offered, AbstractGridFormat.RESCALE_PIXELS.getName().getCode(), rescaled, parameters);
        DEFERRED.forEach(deferred -> set(offered, deferred, true, parameters));
        try {
            GridCoverage2D coverage = reader.read(parameters.toArray(new GeneralParameterValue[0]));
            if (coverage == null) {
                throw new DeepSaltException("layer '" + name + "' has no pixels where they were asked for");
            }
            return coverage;
        } catch (IOException | RuntimeException e) {
            if (e instanceof DeepSaltException known) {
                throw known;
            }
            throw new DeepSaltException(
                    "layer '" + name + "' is not read by GeoTools: convert its file, as with gdal_translate -co"
                            + " COMPRESS=DEFLATE",
                    e);
        }
    }

    private static Map<String, GeneralParameterDescriptor> offered(GridCoverage2DReader reader) {
        Map<String, GeneralParameterDescriptor> offered = new HashMap<>();
        for (GeneralParameterDescriptor descriptor :
                reader.getFormat().getReadParameters().getDescriptor().descriptors()) {
            offered.put(descriptor.getName().getCode(), descriptor);
        }
        return offered;
    }

    /** Readers differ in their parameters from line to line of GeoTools; what a reader does not offer is left out. */
    private static void set(
            Map<String, GeneralParameterDescriptor> offered,
            String name,
            boolean on,
            List<GeneralParameterValue> parameters) {
        if (offered.get(name) != null && offered.get(name).createValue() instanceof ParameterValue<?> parameter) {
            parameter.setValue(on);
            parameters.add(parameter);
        }
    }
}

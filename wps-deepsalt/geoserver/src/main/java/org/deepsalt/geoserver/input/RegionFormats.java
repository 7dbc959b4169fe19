/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.input;

import java.util.List;
import java.util.stream.Stream;
import org.geoserver.wps.ppio.PPIOFactory;
import org.geoserver.wps.ppio.ProcessParameterIO;

/** The formats of the input {@code region}: those in which GeoServer takes geometries, its usual one first. */
public final class RegionFormats implements PPIOFactory {
    static final String GEOJSON = "application/json";
    static final String EWKT = "application/ewkt";

    private final List<ProcessParameterIO> formats;

    public RegionFormats() {
        formats = Stream.of(
                        "text/xml; subtype=gml/3.1.1",
                        "text/xml; subtype=gml/2.1.2",
                        "application/wkt",
                        EWKT,
                        "application/gml-3.1.1",
                        "application/gml-2.1.2",
                        GEOJSON,
                        "application/geo+json")
                .<ProcessParameterIO>map(RegionFormat::new)
                .toList();
    }

    @Override
    public List<ProcessParameterIO> getProcessParameterIO() {
        return formats;
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.util.Map;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of a polygon layer.
 *
 * @param id unique in its layer
 * @param geometry as the layer has it
 * @param crs of the geometry, east before north
 * @param attributes by name, without those that have no value
 */
public record Zone(String id, Geometry geometry, CoordinateReferenceSystem crs, Map<String, Object> attributes) {}

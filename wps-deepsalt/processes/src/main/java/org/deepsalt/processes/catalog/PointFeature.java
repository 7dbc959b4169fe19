/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.util.Map;

/**
 * A point of a feature layer.
 *
 * @param longitude WGS 84 degrees
 * @param latitude WGS 84 degrees
 * @param attributes by name; numbers as {@link Number}
 */
public record PointFeature(double longitude, double latitude, Map<String, Object> attributes) {}

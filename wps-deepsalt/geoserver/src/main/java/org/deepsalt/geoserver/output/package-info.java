/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * How outputs of the processes travel: GeoServer's encoders (PPIO) for JSON reports and for the GeoTIFF of an estimate.
 * Makes no output itself.
 */
@NullMarked
package org.deepsalt.geoserver.output;

import org.jspecify.annotations.NullMarked;

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The processes' view of GeoServer's catalog: layers as far as the caller may read them, models, and temporary files of
 * an execution. Publishing is {@link org.deepsalt.geoserver.publish}.
 */
@NullMarked
package org.deepsalt.geoserver.catalog;

import org.jspecify.annotations.NullMarked;

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * How layers are drawn: the part of SLD 1.0.0 with GeoServer's extensions that salinity maps need, read into a small
 * model and applied to numbers. Knows no layers and no requests.
 */
@NullMarked
package org.deepsalt.demohost.style;

import org.jspecify.annotations.NullMarked;

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What the parameters of a WMS request mean: version, CRS, area, limits, and the exceptions for those that are wrong.
 * Draws nothing.
 */
@NullMarked
package org.deepsalt.demohost.wms.request;

import org.jspecify.annotations.NullMarked;

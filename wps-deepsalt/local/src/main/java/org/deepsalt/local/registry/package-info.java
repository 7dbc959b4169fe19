/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The processes as a host without GeoServer finds and describes them, and the reading of their inputs from texts. Knows
 * neither HTTP nor WPS documents.
 */
@NullMarked
package org.deepsalt.local.registry;

import org.jspecify.annotations.NullMarked;

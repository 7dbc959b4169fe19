/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The processes as a host without GeoServer finds and describes them, and the reading of their inputs from texts. The
 * command line uses it too, so it knows neither HTTP nor WPS documents.
 */
@NullMarked
package org.deepsalt.demohost.process;

import org.jspecify.annotations.NullMarked;

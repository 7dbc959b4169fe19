/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * WPS 1.0.0 with GeoServer's additions for status, dismissal and listing. Requests become texts for
 * {@link org.deepsalt.local.registry.InputReader}, executions run on a bounded pool, outputs lie in a folder of the
 * execution until they expire.
 */
@NullMarked
package org.deepsalt.demohost.wps;

import org.jspecify.annotations.NullMarked;

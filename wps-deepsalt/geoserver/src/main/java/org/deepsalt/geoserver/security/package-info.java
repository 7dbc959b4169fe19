/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Replaces the default administrator's password of a data directory that was never started. No other rights are touched
 * here.
 */
@NullMarked
package org.deepsalt.geoserver.security;

import org.jspecify.annotations.NullMarked;

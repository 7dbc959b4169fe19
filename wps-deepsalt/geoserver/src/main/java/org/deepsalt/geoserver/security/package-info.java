/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** The administrator's password of a data directory that was never started. */
package org.deepsalt.geoserver.security;

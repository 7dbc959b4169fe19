/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The WPS processes of the group {@code deepsalt}, one room per family, with what all of them share. Knows GeoTools'
 * process annotations but no type of a host: GeoServer, the demo host and the command line run the same classes.
 */
@NullMarked
package org.deepsalt.processes;

import org.jspecify.annotations.NullMarked;

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The demo host: a data directory in GeoServer's layout served over HTTP on one machine, with the sample model that a
 * first start trains. It is there to try the processes and grows no features of a GeoServer.
 */
@NullMarked
package org.deepsalt.demohost;

import org.jspecify.annotations.NullMarked;

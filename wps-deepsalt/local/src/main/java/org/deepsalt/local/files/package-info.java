/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Layers that are files: what the owner of a machine may name on the command line, and no client ever over HTTP. Reads
 * rasters, points and polygons, and publishes nothing.
 */
@NullMarked
package org.deepsalt.local.files;

import org.jspecify.annotations.NullMarked;

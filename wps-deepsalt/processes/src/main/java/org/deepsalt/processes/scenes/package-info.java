/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * {@code deepsalt:ImportEnmapScene} and {@code deepsalt:SpectralProfile}: what a user does with a scene before there is
 * an estimate. Products are read on the raster floor.
 */
@NullMarked
package org.deepsalt.processes.scenes;

import org.jspecify.annotations.NullMarked;

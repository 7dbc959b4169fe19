/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Estimations of synthetic scenes in processes of their own, GDAL's reading of the same files beside them, and what
 * every benchmark of scenes is asked for and tells.
 */
@NullMarked
package org.deepsalt.benchmarks.runs;

import org.jspecify.annotations.NullMarked;

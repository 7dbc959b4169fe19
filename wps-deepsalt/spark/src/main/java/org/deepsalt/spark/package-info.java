/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Batches on a cluster: Spark hands out the scenes, and the jobs are those of every other engine. Uses nothing of Spark
 * but its RDDs, and never lies on the class path of a GeoServer.
 */
@NullMarked
package org.deepsalt.spark;

import org.jspecify.annotations.NullMarked;

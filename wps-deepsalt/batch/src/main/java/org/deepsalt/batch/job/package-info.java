/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * One scene, one result, exactly once: what goes in as a hash, attempts and results on the disk, the record of each
 * scene. Knows nothing of who hands out the jobs.
 */
@NullMarked
package org.deepsalt.batch.job;

import org.jspecify.annotations.NullMarked;

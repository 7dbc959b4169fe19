/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * {@code deepsalt:PublishBatch}: reads the manifest of a batch and adds its results to a series. Nothing is estimated
 * here, and nothing in the batch's folder is changed.
 */
@NullMarked
package org.deepsalt.processes.publish;

import org.jspecify.annotations.NullMarked;

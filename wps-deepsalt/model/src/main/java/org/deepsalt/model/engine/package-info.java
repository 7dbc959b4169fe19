/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The start of TensorFlow: its native library, threads and device. Only this package decides how sessions are
 * configured; no net lives here.
 */
@NullMarked
package org.deepsalt.model.engine;

import org.jspecify.annotations.NullMarked;

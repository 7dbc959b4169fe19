/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Laboratory samples as pixels of a scene: the response of the satellite's bands, the look of a scene, the regions by
 * which samples are left out. It knows no net and reads no file.
 */
@NullMarked
package org.deepsalt.model.training.simulation;

import org.jspecify.annotations.NullMarked;

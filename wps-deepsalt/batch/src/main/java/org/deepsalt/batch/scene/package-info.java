/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Scenes as they lie on a disk: how they are found, what they are called, whether they are still the same. Opens none
 * of them.
 */
@NullMarked
package org.deepsalt.batch.scene;

import org.jspecify.annotations.NullMarked;

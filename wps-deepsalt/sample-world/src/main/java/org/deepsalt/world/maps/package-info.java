/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What an agency would have beside the scene: soil and climate maps, field samples. Values are those of the land with
 * the errors that such maps have.
 */
@NullMarked
package org.deepsalt.world.maps;

import org.jspecify.annotations.NullMarked;

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The files of an EnMAP L2A product: spectral image, quality images and METADATA.XML. Pixels come from the scene;
 * nothing here decides what they show.
 */
@NullMarked
package org.deepsalt.world.satellite.product;

import org.jspecify.annotations.NullMarked;

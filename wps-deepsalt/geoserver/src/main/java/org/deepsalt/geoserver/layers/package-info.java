/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The layers that DeepSalt has published: their marks, folders and stores, and who may change which. What is in the
 * files of a layer is not known here.
 */
@NullMarked
package org.deepsalt.geoserver.layers;

import org.jspecify.annotations.NullMarked;

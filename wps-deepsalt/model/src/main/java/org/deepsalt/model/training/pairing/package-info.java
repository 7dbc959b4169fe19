/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Which pixel each laboratory sample came from: by distance, or by spectrum with expectation maximisation. No net is
 * trained here.
 */
@NullMarked
package org.deepsalt.model.training.pairing;

import org.jspecify.annotations.NullMarked;

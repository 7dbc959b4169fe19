/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Bands and what is computed from a spectrum alone: pretreatment, shape, matching of a scene's bands. Nothing here is
 * fitted on data.
 */
@NullMarked
package org.deepsalt.model.spectra;

import org.jspecify.annotations.NullMarked;

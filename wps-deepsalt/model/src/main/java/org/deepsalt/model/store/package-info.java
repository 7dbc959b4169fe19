/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Model packages on disk: the card, the hashes, saving and loading as a whole. It decides what a package holds, and
 * neither trains nor estimates.
 */
@NullMarked
package org.deepsalt.model.store;

import org.jspecify.annotations.NullMarked;

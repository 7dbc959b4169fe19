/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** Pixels of scenes and the places they lie at, as the methods that learn from them see them. */
package org.deepsalt.model.pixels;

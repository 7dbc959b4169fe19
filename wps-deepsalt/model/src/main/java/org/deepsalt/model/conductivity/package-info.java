/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Electrical conductivity as laboratories report it, and its conversion to that of the saturated-paste extract (ECe,
 * dS/m). Formulas with their sources, and no files.
 */
@NullMarked
package org.deepsalt.model.conductivity;

import org.jspecify.annotations.NullMarked;

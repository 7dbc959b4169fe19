/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** Electrical conductivity as laboratories report it, and the way to that of the saturated-paste extract. */
package org.deepsalt.model.conductivity;

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** What an infrared spectrometer in the laboratory sees of the same soils. */
package org.deepsalt.world.laboratory;

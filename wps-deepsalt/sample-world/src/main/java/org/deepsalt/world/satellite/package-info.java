/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** What EnMAP sees of the ground: spectra, clouds, noise, and the product's files. */
package org.deepsalt.world.satellite;

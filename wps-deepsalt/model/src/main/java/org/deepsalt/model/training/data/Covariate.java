/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.data;

/**
 * A quantity beside the spectrum that the student sees.
 *
 * @param name as requests name it
 * @param unit for messages and cards
 */
public record Covariate(String name, String unit) {}

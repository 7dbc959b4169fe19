/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

/**
 * Weights of the alignment's terms beside the reconstructions, which count 1 each.
 *
 * @param cosine pull of pairs towards each other; the paper has 48
 * @param contrast push of everything else apart
 * @param temperature of the contrastive term
 */
public record AlignmentWeights(float cosine, float contrast, float temperature) {}

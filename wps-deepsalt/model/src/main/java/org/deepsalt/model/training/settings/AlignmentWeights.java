/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Weights of the alignment's terms; a term of weight 0 is left out.
 *
 * @param laboratory reconstruction of laboratory spectra (mean square)
 * @param satellite reconstruction of satellite spectra (mean square)
 * @param cosine pull of pairs towards each other: one minus their mean cosine
 * @param contrast push of everything else apart (InfoNCE), which a constant code cannot satisfy
 * @param temperature of the contrastive term
 * @param standardised whether cosines are taken of codes standardised within the batch
 */
@RecordBuilder
public record AlignmentWeights(
        float laboratory, float satellite, float cosine, float contrast, float temperature, boolean standardised)
        implements AlignmentWeightsBuilder.With {}

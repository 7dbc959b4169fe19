/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.deepsalt.model.training.optimizer.Schedule;

/**
 * Settings of stage 2, the autoencoder of each domain.
 *
 * @param laboratory schedule for laboratory spectra
 * @param satellite schedule for satellite spectra
 * @param satelliteRows pixels shown in all passes together, at most, so that a training does not take longer where more
 *     pixels were drawn; 0 for no bound. At least one pass is made
 * @param sparsity weight of the sparsity term
 * @param shape how large the encoders are
 * @param truncated whether codes are the first numbers of a spectrum instead, see
 *     {@link org.deepsalt.model.training.encoder.TruncatedEncoder}
 */
@RecordBuilder
public record AutoencoderSettings(
        Schedule laboratory,
        Schedule satellite,
        long satelliteRows,
        float sparsity,
        EncoderShape shape,
        boolean truncated)
        implements AutoencoderSettingsBuilder.With {

    /** The schedule for satellite spectra with as many epochs as {@link #satelliteRows} allows for so many pixels. */
    public Schedule satellite(int pixels) {
        if (satelliteRows == 0) {
            return satellite;
        }
        return satellite.withEpochs((int) Math.min(satellite.epochs(), Math.max(1, satelliteRows / pixels)));
    }

    /** The same with truncated spectra for codes, where nothing is learned. */
    public AutoencoderSettings withTruncation() {
        return withShape(EncoderShape.PAPER).withTruncated(true);
    }
}

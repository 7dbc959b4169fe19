/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.split.Split;

/**
 * Everything about a training run that is not data. {@link Presets} has the ready ones.
 *
 * @param preset name of the preset that this began as
 * @param preparation of spectra and codes
 * @param pairing how laboratory samples find their pixels
 * @param autoencoders stage 2
 * @param alignment stage 3
 * @param teacher stage 4
 * @param student stage 5
 * @param head how teacher and student answer: the scale on which the target is learned, and the output range
 * @param pairingDistance largest distance in km between a laboratory sample and its pixel
 * @param split how labelled pixels are split
 * @param seed of every random choice
 */
@RecordBuilder
public record TrainingSettings(
        String preset,
        Preparation preparation,
        Pairing.Kind pairing,
        AutoencoderSettings autoencoders,
        AlignmentSettings alignment,
        TeacherSettings teacher,
        StudentSettings student,
        Head head,
        double pairingDistance,
        Split.Plan split,
        long seed)
        implements TrainingSettingsBuilder.With {

    public TrainingSettings {
        if (student.ensemblePixels() > 0 && !(head instanceof LogNormalHead)) {
            throw new IllegalArgumentException("an ensemble answers in logarithms of the target, which " + head
                    + " does not learn: wanted a LogNormalHead, or a student without an ensemble");
        }
    }

    /** Splits labelled pixels: where an ensemble teaches, all are learned from, and its folds are the test. */
    public Split deal(Pixels labelled) {
        return student.ensemblePixels() > 0
                ? Split.crossed(split, labelled, Split.FOLDS, seed)
                : Split.of(split, labelled, seed);
    }

    /**
     * Most passes of each stage over its data.
     *
     * @param laboratory autoencoder of laboratory spectra
     * @param satellite autoencoder of satellite spectra
     * @param alignment of the two
     * @param teacher on laboratory codes
     * @param student on satellite codes and covariates
     */
    public record Epochs(int laboratory, int satellite, int alignment, int teacher, int student) {}

    /** Most passes of each stage, as its schedule has them. */
    public Epochs epochs() {
        return new Epochs(
                autoencoders.laboratory().epochs(),
                autoencoders.satellite().epochs(),
                alignment.schedule().epochs(),
                teacher.schedule().epochs(),
                student.schedule().epochs());
    }

    /** The same with other numbers of epochs. */
    public TrainingSettings withEpochs(Epochs most) {
        return TrainingSettingsBuilder.builder(this)
                .autoencoders(autoencoders
                        .withLaboratory(autoencoders.laboratory().withEpochs(most.laboratory))
                        .withSatellite(autoencoders.satellite().withEpochs(most.satellite)))
                .alignment(alignment.withSchedule(alignment.schedule().withEpochs(most.alignment)))
                .teacher(teacher.withSchedule(teacher.schedule().withEpochs(most.teacher)))
                .student(student.withSchedule(student.schedule().withEpochs(most.student)))
                .build();
    }

    /** The same with another guard against a collapse of the alignment. */
    public TrainingSettings withGuard(CollapseGuard guard) {
        return TrainingSettingsBuilder.builder(this)
                .preparation(guard == CollapseGuard.CONTRASTIVE ? preparation.withStandardCodes() : preparation)
                .alignment(alignment.withGuard(guard))
                .build();
    }

    /** The same for a single run: see the components of the same names. */
    public TrainingSettings withRun(double distance, Split.Plan plan, long number) {
        return TrainingSettingsBuilder.builder(this)
                .pairingDistance(distance)
                .split(plan)
                .seed(number)
                .build();
    }

    /** The same for a target with other bounds, in its unit. */
    public TrainingSettings withRange(OutputRange range) {
        return withHead(head.withRange(range));
    }
}

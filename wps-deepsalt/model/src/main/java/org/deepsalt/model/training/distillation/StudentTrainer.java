/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.LabelledTables;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.encoder.Encoders;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.Split;

/**
 * How the student comes about: alone, or as the pupil of a {@link Ensemble} of students that each left out a fold of
 * the labelled pixels, whose common opinion of many pixels without a label it learns besides the labels.
 *
 * @param data of the training
 * @param split of its labelled pixels
 * @param encoders that give codes
 * @param covariates scaler of the covariates
 */
public record StudentTrainer(
        TrainingData data, TrainingSettings settings, Split split, Encoders encoders, MinMaxScaler covariates) {

    /** Who teaches: the teacher's layers and what it has learned. */
    public record Teacher(Regressor net, Parameters learned) {
        RegressorOutput of(StudentDataset lessons) {
            return RegressorOutput.of(net, learned, lessons.judged());
        }
    }

    /**
     * What came out.
     *
     * @param crossed answers by students who had not learned the pixel; null if a part was set aside to calibrate on
     */
    public record Outcome(StudentFitter studies, StudentFitter.Graduate student, HeldOut crossed) {}

    /**
     * Lets the student learn.
     *
     * @param logs natural logarithms of the labels
     * @param weak pairs that carry a weak label, or none
     */
    public Outcome run(Teacher teacher, Regressor net, float[] logs, List<Pairing.Pair> weak, Progress progress) {
        StudentDataset lessons = StudentDataset.of(data, weak, encoders, covariates, settings.head());
        StudentFitter studies = new StudentFitter(settings, net, data.labels(), lessons, weak, teacher.of(lessons));
        if (settings.student().committee() > 0) {
            return taught(studies, teacher, logs, progress);
        }
        StudentFitter.Graduate alone = studies.teach(split.training(), split.validation(), progress.part(0, 0.4));
        if (split.calibration().length > 0) {
            return new Outcome(studies, alone, null);
        }
        CrossFitting crossing = new CrossFitting(folds(), logs);
        List<StudentFitter.Graduate> others = crossing.learn(studies::teach, progress.part(0.4, 1));
        return new Outcome(studies, alone, held(crossing, studies, others));
    }

    /** By a committee, which is what calibrates too: no label is set aside for it. */
    private Outcome taught(StudentFitter studies, Teacher teacher, float[] logs, Progress progress) {
        CrossFitting crossing = new CrossFitting(folds(), logs);
        List<StudentFitter.Graduate> members = crossing.learn(studies::teach, progress.part(0, 0.65));
        HeldOut students = held(crossing, studies, members);
        StackedSvr advice = advice(studies.weak(), students, progress.part(0.65, 0.7));
        Pixels free = free();
        float[] word = advice.of(free);
        StudentDataset more = studies.lessons().with(free, encoders, covariates, tokens -> {
            List<RegressorOutput> opinions = new ArrayList<>();
            members.forEach(member -> opinions.add(advice.joined(studies.opinion(member, tokens), word)));
            return Ensemble.of(opinions, settings.seed());
        });
        StudentFitter last =
                new StudentFitter(settings, studies.net(), data.labels(), more, studies.weak(), teacher.of(more));
        int[] all = Rows.joined(split.training(), split.validation());
        StudentFitter.Graduate pupil = last.teach(all, new int[0], progress.part(0.7, 1));
        return new Outcome(last, pupil, advice.joined(students));
    }

    private StackedSvr advice(List<Pairing.Pair> weak, HeldOut students, Progress progress) {
        if (!settings.student().advised()) {
            return StackedSvr.none(students.size());
        }
        TrainingTable table = LabelledTables.of(
                data, split, Pairing.likeliest(weak), settings.head().range());
        int[] learned = split.learned();
        List<int[]> folds = folds().stream()
                .map(fold -> IntStream.of(fold)
                        .map(row -> Arrays.binarySearch(learned, row))
                        .toArray())
                .toList();
        return StackedSvr.learn(table, folds, students, settings.seed(), progress);
    }

    private List<int[]> folds() {
        return split.folds(settings.split().kind(), data.labelled().places(), CrossFitting.FOLDS, settings.seed());
    }

    private Pixels free() {
        int size = data.unlabelled().size();
        int[] order = Rows.shuffled(Rows.range(0, size), new Random(settings.seed()));
        return data.unlabelled()
                .select(Arrays.copyOf(order, Math.min(settings.student().committee(), size)));
    }

    private static HeldOut held(CrossFitting crossing, StudentFitter studies, List<StudentFitter.Graduate> graduates) {
        return crossing.heldOut(graduates.stream().map(studies::opinion).toList());
    }
}

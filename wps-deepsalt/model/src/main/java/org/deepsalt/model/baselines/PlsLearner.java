/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.List;
import org.deepsalt.model.Progress;

/** Partial least squares regression; its stages are components. Answers stay within the labels. */
final class PlsLearner implements Learner {
    private final int most;

    /** Limits the components that are tried. */
    PlsLearner(int most) {
        this.most = most;
    }

    @Override
    public List<Axis<?>> axes() {
        return List.of();
    }

    @Override
    public String stageName() {
        return "components";
    }

    @Override
    public int stageSize(int stage) {
        return stage + 1;
    }

    @Override
    public Path fit(Lesson lesson, Choice choice, long seed, Progress progress) {
        Pls1 fitted = Pls1.fit(lesson.features(), lesson.logs(), lesson.copies(), most);
        return features -> lesson.bounded(fitted.predict(features));
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.training.data.SoilPixels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.pairing.Pairing;

/** Pairs of Vis-NIR samples and the pixels that they would be: no place is asked for. */
final class SoilPairs {
    private final TrainingData data;

    SoilPairs(TrainingData data) {
        this.data = data;
    }

    /** Each sample of the library and the pixel of the same row, where the soils are those of the library. */
    List<Pairing.Pair> exact() {
        return pairs(0);
    }

    private List<Pairing.Pair> pairs(int firstSample) {
        int first = data.unlabelled().size();
        return IntStream.range(0, data.soils().size())
                .mapToObj(row -> new Pairing.Pair(firstSample + row, first + row, 0))
                .toList();
    }

    /**
     * The pairs that carry a weak label.
     *
     * @param ofLibrary pairs of the library's samples, weighted by certainty
     * @return these, and those of soils that the library does not know; none of soils that are labelled pixels already,
     *     or folds that leave them out would know them
     */
    List<Pairing.Pair> weak(List<Pairing.Pair> ofLibrary) {
        SoilPixels soils = data.soils();
        if (soils.exact()) {
            return data.screening() ? List.of() : ofLibrary;
        }
        if (data.screening() || soils.size() == 0) {
            return ofLibrary;
        }
        List<Pairing.Pair> all = new ArrayList<>(ofLibrary);
        all.addAll(pairs(data.library().size()));
        return all;
    }
}

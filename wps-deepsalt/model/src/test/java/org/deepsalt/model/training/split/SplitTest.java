/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitTest {
    private static final int SIZE = 400;
    private static final List<String> NAMES = List.of("north", "south", "west");

    @ParameterizedTest
    @EnumSource(value = Split.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "REGIONS")
    void everyRowServesExactlyOnePurpose(Split.Kind kind) {
        Split split = Split.of(plan(kind), pixels(), 3);
        int[] all = IntStream.of(Rows.joined(
                        Rows.joined(Rows.joined(split.training(), split.validation()), split.unseen()),
                        Rows.joined(split.calibration(), split.test())))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, SIZE).toArray());
        int seen = SIZE - split.unseen().length;
        assertThat(split.training().length).isBetween(seen / 2, seen * 7 / 10);
        assertThat(split.test().length).isBetween(seen / 14, seen / 4);
    }

    @ParameterizedTest
    @EnumSource(value = Split.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "REGIONS")
    void theSeedDecides(Split.Kind kind) {
        Split one = Split.of(plan(kind), pixels(), 3);
        assertThat(Split.of(plan(kind), pixels(), 3).test()).isEqualTo(one.test());
        assertThat(Split.of(plan(kind), pixels(), 4).test()).isNotEqualTo(one.test());
    }

    @ParameterizedTest
    @EnumSource(
            value = Split.Kind.class,
            names = {"RANDOM", "CLUSTER"})
    void samplesOfOnePixelStayTogether(Split.Kind kind) {
        Coordinates once = places();
        Coordinates coordinates = new Coordinates(twice(once.longitude()), twice(once.latitude()));
        Split split = Split.of(kind, coordinates, 3);
        for (int[] part : List.of(split.training(), split.validation(), split.calibration(), split.test())) {
            int[] pixels = Arrays.stream(part).map(row -> row % SIZE).sorted().toArray();
            for (int i = 0; i < pixels.length; i += 2) {
                assertThat(pixels[i + 1]).isEqualTo(pixels[i]);
            }
        }
    }

    private static double[] twice(double[] values) {
        double[] both = Arrays.copyOf(values, 2 * values.length);
        System.arraycopy(values, 0, both, values.length, values.length);
        return both;
    }

    @Test
    void blocksOfAClusterSplitDoNotOverlap() {
        Coordinates coordinates = places();
        List<int[]> blocks = PixelGroups.blocks(coordinates).groups();
        assertThat(blocks).hasSize(25);
        for (int[] one : blocks) {
            Coordinates box = coordinates.select(one);
            for (int[] other : blocks) {
                if (one != other) {
                    for (int row : other) {
                        assertThat(inside(box.longitude(), coordinates.longitude()[row])
                                        && inside(box.latitude(), coordinates.latitude()[row]))
                                .isFalse();
                    }
                }
            }
        }
    }

    private static boolean inside(double[] values, double value) {
        return value >= Arrays.stream(values).min().orElseThrow()
                && value <= Arrays.stream(values).max().orElseThrow();
    }

    @Test
    void testPixelsOfAClusterSplitLieFartherFromWhatWasLearned() {
        Coordinates coordinates = places();
        double clustered = Split.of(Split.Kind.CLUSTER, coordinates, 3).testDistance(coordinates);
        double random = Split.of(Split.Kind.RANDOM, coordinates, 3).testDistance(coordinates);
        assertThat(clustered).isGreaterThan(1.5 * random);
    }

    /** The authors' held-out region was silently empty, and rows were looked up by label. */
    @Test
    void aWithheldRegionIsExactlyItsPixelsWhateverTheirOrder() {
        Pixels pixels = pixels();
        Split split = Split.of(Split.Plan.withholding("south"), pixels, 3);
        assertThat(split.unseen()).isNotEmpty().isSorted();
        assertThat(pixels.select(split.unseen()).regions()).containsOnly("south");
        for (int[] part : List.of(split.training(), split.validation(), split.calibration(), split.test())) {
            assertThat(pixels.select(part).regions()).contains("north", "west").doesNotContain("south");
        }
        // The number in the row tells which pixel it was before it was chosen.
        int[] chosen = {7, 3, 399};
        Pixels few = pixels.select(chosen);
        for (int i = 0; i < chosen.length; i++) {
            assertThat(few.reflectance().get(i, 0)).isEqualTo(chosen[i]);
            assertThat(few.regions().get(i)).isEqualTo(pixels.regions().get(chosen[i]));
        }
    }

    @Test
    void aRegionThatIsNotThereNamesThoseThatAre() {
        assertThatThrownBy(() -> Split.of(Split.Plan.withholding("east"), pixels(), 3))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("'east' to be withheld has 0 labelled pixels")
                .hasMessageContaining("[north, south, west]");
        Pixels one = new Pixels(
                pixels().reflectance(), pixels().covariates(), places(), java.util.Collections.nCopies(SIZE, "all"));
        assertThatThrownBy(() -> Split.of(Split.Plan.withholding("all"), one, 3))
                .hasMessageContaining("has 400 labelled pixels and all others have 0");
    }

    @Test
    void placesThatCannotFillEveryPartAreRefused() {
        Coordinates one = new Coordinates(new double[50], new double[50]);
        assertThatThrownBy(() -> Split.of(Split.Kind.CLUSTER, one, 3))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("50 labelled pixels cannot be split");
    }

    @ParameterizedTest
    @EnumSource(value = Split.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "REGIONS")
    void foldsHoldEveryRowOnceButThoseOfTheTestsAndThoseSetAsideForCalibration(Split.Kind kind) {
        Split split = Split.of(plan(kind), pixels(), 3);
        requireFoldsOfWhatMayBeLearned(split, kind);
        requireFoldsOfWhatMayBeLearned(split.withoutCalibration(), kind);
    }

    private static void requireFoldsOfWhatMayBeLearned(Split split, Split.Kind kind) {
        Pixels pixels = pixels();
        List<Integer> rows = new ArrayList<>();
        List<int[]> folds = split.folds(kind, pixels, 5, 3);
        assertThat(folds).hasSize(5);
        folds.forEach(fold -> Arrays.stream(fold).forEach(rows::add));
        int others = split.test().length + split.unseen().length + split.calibration().length;
        assertThat(rows).hasSize(SIZE - others).doesNotHaveDuplicates();
        Arrays.stream(split.calibration()).forEach(row -> assertThat(rows).doesNotContain(row));
        Arrays.stream(split.test()).forEach(row -> assertThat(rows).doesNotContain(row));
        Arrays.stream(split.unseen()).forEach(row -> assertThat(rows).doesNotContain(row));
    }

    private static Split.Plan plan(Split.Kind kind) {
        return kind == Split.Kind.REGION ? Split.Plan.withholding("west") : Split.Plan.of(kind);
    }

    private static Pixels pixels() {
        Random random = new Random(9);
        Matrix numbers = Matrix.zeros(SIZE, 1);
        List<String> regions = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            numbers.values()[i] = i;
            regions.add(NAMES.get(random.nextInt(3)));
        }
        return new Pixels(numbers, numbers, places(), regions);
    }

    private static Coordinates places() {
        Random random = new Random(5);
        return new Coordinates(
                random.doubles(SIZE).toArray(), random.doubles(SIZE).toArray());
    }
}

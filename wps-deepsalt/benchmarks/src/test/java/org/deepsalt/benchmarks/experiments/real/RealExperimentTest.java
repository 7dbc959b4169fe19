/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.metrics.Ranks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealExperimentTest {
    @TempDir
    Path folder;

    @Test
    void figuresAreThoseDoneByHand() {
        double[] ec = {0.1, 0.5, 1.5, 3};
        double[] logs = {1, 2, 3, 4};
        SoilFigures figures = SoilFigures.of(ec, logs, new double[] {1, 3, 2, 4});
        assertThat(figures.r2()).isCloseTo(1 - 2 / 5.0, within(1e-12));
        assertThat(figures.rank()).isCloseTo(0.8, within(1e-12));
        assertThat(figures.auc1()).isCloseTo(0.75, within(1e-12));
        assertThat(figures.auc2()).isEqualTo(1);
        assertThat(Ranks.of(new double[] {2, 1, 2})).containsExactly(2.5, 1, 2.5);
    }

    @Test
    void foldsAreOfWholeCountries() {
        List<String> countries = List.of("A", "B", "A", "C", "B", "A", "D");
        List<int[]> folds = CountryFolds.of(countries, 2);
        assertThat(folds).hasSize(2);
        assertThat(folds.get(0)).containsExactly(0, 2, 5, 6);
        assertThat(folds.get(1)).containsExactly(1, 3, 4);
        assertThat(CountryFolds.numbers(countries)).containsExactly(0, 1, 0, 2, 1, 0, 3);
    }

    @Test
    void bandsAvoidWaterVapourAndSeeWhatTheLaboratorySees() throws IOException {
        RealSoils soils = RealSoils.read(soils(3));
        assertThat(Views.BANDS).hasSizeGreaterThan(170);
        assertThat(Views.BANDS).noneMatch(band -> band.centre() > 1350 && band.centre() < 1450);
        Matrix seen = Views.satellite(soils, 1);
        for (int i = 0; i < Views.BANDS.size(); i++) {
            int column = (int) Math.round((Views.BANDS.get(i).centre() - 350) / 10);
            assertThat(seen.get(0, i)).isCloseTo(soils.reflectance().get(0, column), within(0.02f));
        }
    }

    @Test
    void aRunWritesATableAndAPicture() throws IOException {
        Path data = soils(120);
        List<String> rows = new ArrayList<>();
        RealExperiment experiment = new RealExperiment(data, null);
        assertThat(experiment.skipped()).isEmpty();
        String table = experiment.run(
                name -> name.startsWith("ridge") || name.startsWith("reading of"), folder.resolve("out"), rows::add);
        assertThat(rows).hasSize(2);
        assertThat(table)
                .isEqualTo(Files.readString(folder.resolve("out").resolve("real.md")))
                .contains("| ridge, SNV | 0.8")
                .contains("| reading of laboratory spectra | 0.8");
        assertThat(ImageIO.read(folder.resolve("out").resolve("real.png").toFile())
                        .getHeight())
                .isGreaterThan(80);
    }

    @Test
    void soilsOfAnotherFolderMayJudge() throws IOException {
        Path data = soils(120);
        String table =
                new RealExperiment(data, data).run(name -> name.startsWith("PLSR"), folder.resolve("out"), row -> {});
        assertThat(table).contains("| PLSR, SNV | 0.8");
    }

    @Test
    void absentDataAreToldInASentence() {
        assertThat(new RealExperiment(folder, null).skipped())
                .startsWith("the experiment real is skipped: ")
                .contains("icraf_isric_samples.csv.gz");
    }

    @Test
    void aTeacherOfAnotherRangeIsComparedWithNone() throws IOException {
        StringBuilder text = new StringBuilder("ec_dSm,Site,m_1,m_2,n_1\n");
        Random random = new Random(6);
        for (int row = 0; row < 400; row++) {
            double salt = random.nextGaussian();
            text.append(String.format(
                    Locale.ROOT,
                    "%.4f,S%d,%.3f,%.3f,%.3f%n",
                    Math.pow(10, 0.3 * salt),
                    row % 40,
                    salt + 0.1 * random.nextGaussian(),
                    random.nextGaussian(),
                    salt + random.nextGaussian()));
        }
        write("afsis_ec_mir_nir_projections.csv.gz", text + "NaN,S1,1,1,1\n");
        CrossModalExperiment experiment = new CrossModalExperiment(folder, 2);
        assertThat(experiment.skipped()).isEmpty();
        List<String> draws = new ArrayList<>();
        String table = experiment.run(folder.resolve("out"), draws::add);
        assertThat(draws).containsExactly("draw 1 of 2", "draw 2 of 2");
        assertThat(table)
                .contains("| mid-infrared teacher itself | 0.0")
                .contains("| near-infrared student, measured sites alone | 0.2")
                .contains(" | 0 of 2 |");
        assertThat(new CrossModalExperiment(folder.resolve("none"), 2).skipped())
                .startsWith("the experiment crossmodal is skipped");
    }

    /** Soils whose EC is the depth of a band at 1900 nm. */
    private Path soils(int count) throws IOException {
        StringBuilder spectra = new StringBuilder("spectrum_id");
        for (int i = 0; i < 216; i++) {
            spectra.append(",R").append(350 + 10 * i);
        }
        StringBuilder samples = new StringBuilder("spectrum_id,iso,koppen,ec_1_2p5_dSm,flag\n");
        Random random = new Random(2);
        for (int row = 0; row < count; row++) {
            double salt = random.nextGaussian();
            double slope = random.nextGaussian();
            spectra.append("\ns").append(row);
            for (int i = 0; i < 216; i++) {
                double band = Math.exp(-0.5 * Math.pow((i - 155) / 4.0, 2));
                double absorbance = 0.5 - 0.001 * i * (1 + 0.1 * slope) + 0.05 * (3 + salt) * band;
                spectra.append(String.format(Locale.ROOT, ",%.5f", Math.pow(10, -absorbance)));
            }
            samples.append(
                    String.format(Locale.ROOT, "s%d,C%d,Aw,%.5f,%n", row, row % 12, Math.pow(10, 0.5 * salt - 0.5)));
        }
        write("icraf_isric_vnir_spectra.csv.gz", spectra.append('\n').toString());
        write("icraf_isric_samples.csv.gz", samples + "bad,C1,Aw,1,bad_spectrum\n");
        return folder;
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

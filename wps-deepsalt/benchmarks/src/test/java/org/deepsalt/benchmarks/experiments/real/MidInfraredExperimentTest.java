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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.library.SpectrumUnit;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MidInfraredExperimentTest {
    private static final MidInfraredExperiment.World SMALL = new MidInfraredExperiment.World(1, 64, 240, 3);

    @TempDir
    Path folder;

    @Test
    void sharesAreThoseDoneByHand() {
        Matrix table = Matrix.of(new float[][] {{1, 0}, {3, 4}}, 2);
        Matrix others = Matrix.of(new float[][] {{1, 1}, {2, 4}}, 2);
        double[][] squares = Reconstruction.squares(table, others, Matrix.of(new float[][] {{2, 2}}, 2));
        assertThat(squares[0]).containsExactly(1, 1);
        assertThat(squares[1]).containsExactly(2, 8);
        assertThat(Reconstruction.share(squares)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aFileWithoutPlacesIsReadAsAbsorbance() throws IOException {
        Path file = spectra("mir_H.138.csv.gz", 3);
        Matrix absorbance = MidInfraredFile.read(file, SpectrumUnit.PERCENT);
        assertThat(absorbance.rows()).isEqualTo(3);
        assertThat(absorbance.columns()).isEqualTo(Wavenumbers.BRUKER.count());
        assertThat(absorbance.get(0, 0)).isBetween(0.4f, 0.7f);
    }

    @Test
    void spectraOfAnotherKindAreRebuiltWorse() throws IOException {
        spectra("mir_H.138.csv.gz", 12);
        TensorFlow.start(EngineSettings.defaults());
        MidInfraredExperiment experiment = new MidInfraredExperiment(folder.resolve("real"), SMALL);
        assertThat(experiment.skipped()).isEmpty();
        List<String> lines = new ArrayList<>();
        String table = experiment.run(folder.resolve("out"), lines::add);
        assertThat(lines).anyMatch(line -> line.startsWith("real, Africa is skipped"));
        assertThat(lost(table, "synthetic, held out")).isLessThan(50);
        assertThat(lost(table, "real, LimeSoDa H.138")).isGreaterThan(60);
        assertThat(Files.readString(folder.resolve("out/mir.md"))).isEqualTo(table);
        assertThat(ImageIO.read(folder.resolve("out/mir.png").toFile()).getWidth())
                .isEqualTo(900);
    }

    @Test
    void absentDataAreToldInASentence() {
        assertThat(new MidInfraredExperiment(folder.resolve("none"), SMALL).skipped())
                .startsWith("the experiment mir is skipped: ")
                .contains("afspec_mir_113.csv.gz");
    }

    private static double lost(String table, String spectra) {
        Matcher row = Pattern.compile(Pattern.quote("| " + spectra) + " \\|.* ([0-9.]+) % \\|")
                .matcher(table);
        assertThat(row.find()).isTrue();
        return Double.parseDouble(row.group(1));
    }

    /** Waves that no soil has, in percent of reflectance, without id, place or EC. */
    private Path spectra(String name, int count) throws IOException {
        StringBuilder text = new StringBuilder("SOC,clay");
        for (double at = 4005; at > 598; at -= 4) {
            text.append(String.format(Locale.ROOT, ",%.1f", at));
        }
        Random random = new Random(4);
        for (int row = 0; row < count; row++) {
            double phase = 6 * random.nextDouble();
            text.append("\n1.2,20");
            for (double at = 4005; at > 598; at -= 4) {
                double water = Math.exp(-Math.pow((at - 3450) / 200, 2));
                text.append(String.format(Locale.ROOT, ",%.3f", 30 - 15 * water + 3 * Math.sin(at / 13 + phase)));
            }
        }
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.conductivity.ConductivityUnit;
import org.deepsalt.model.conductivity.Extract;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.library.LibraryOptions;
import org.deepsalt.model.library.SpectrumUnit;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 138 real mid-infrared spectra in percent, without coordinates and EC; skipped where they are not beside the project.
 */
class RealLibraryTest {
    private static final Path FILE = Path.of("../../../shared/data/mir_H.138.csv.gz");
    private static final SoilProperty MADE_UP = new SoilProperty("made_up", "1");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void find() {
        assumeTrue(Files.exists(FILE), "real data are not here: " + FILE);
    }

    /** The same spectra with made-up ids, places and a property. */
    private static Path completed() throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader real = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            lines.add("id,longitude,latitude,made_up," + real.readLine());
            for (String line = real.readLine(); line != null; line = real.readLine()) {
                lines.add("sample" + lines.size() + ",10,50,20," + line);
            }
        }
        return Files.write(folder.resolve("completed.csv"), lines);
    }

    @Test
    void itsSpectraAreReadOntoTheModelsGridOnceTheyAreSaidToBePercent() throws IOException {
        FtirLibraryReader.Content content = new FtirLibraryReader(Wavenumbers.BRUKER)
                .read(completed(), MADE_UP, LibraryOptions.USUAL.withSpectra(SpectrumUnit.PERCENT));
        Matrix absorbance = content.library().absorbance();
        assertThat(absorbance.rows()).isEqualTo(138);
        assertThat(absorbance.columns()).isEqualTo(1765);
        assertThat(content.notes().columns()).isEqualTo(2489);
        assertThat(content.notes().highest()).isEqualTo(5397.9);
        assertThat(content.notes().floored()).isZero();
        // The first sample reflects 4.441 % at the lowest wavenumber of file and grid, 599.8 cm-1.
        assertThat(absorbance.get(0, 0)).isCloseTo((float) -Math.log10(0.04441), within(1e-5f));
        // Where soil reflects as much as the reference, noise takes a few values above 100 %.
        for (float value : absorbance.values()) {
            assertThat(value).isBetween(-0.1f, 2f);
        }
    }

    @Test
    void percentThatNobodyDeclaredIsTold() throws IOException {
        Path file = completed();
        assertThatThrownBy(() -> new FtirLibraryReader(Wavenumbers.BRUKER).read(file, MADE_UP, LibraryOptions.USUAL))
                .hasMessageContaining("of its 138 spectra")
                .hasMessageContaining("looks like reflectance in percent")
                .hasMessageContaining("spectra=PERCENT");
    }

    @Test
    void theReaderSaysWhatItLacksForTraining() {
        FtirLibraryReader reader = new FtirLibraryReader(Wavenumbers.BRUKER);
        assertThatThrownBy(() -> reader.read(FILE))
                .hasMessageContaining("no column 'id'")
                .hasMessageContaining("no column 'longitude'")
                .hasMessageContaining("no column 'latitude'")
                .hasMessageContaining("no column of electrical conductivity");
        SoilProperty carbon = new SoilProperty("soc", "g/kg");
        assertThatThrownBy(() -> reader.read(FILE, carbon, LibraryOptions.USUAL.withSpectra(SpectrumUnit.PERCENT)))
                .hasMessageContaining("no column 'longitude'")
                .hasMessageNotContaining("no column for the target");
    }

    /** 113 real spectra of African soils, of which four have an EC whose extract the file does not tell. */
    @Test
    void spectraOfAfricanSoilsAreReadWithAndWithoutTheirEc() {
        Path file = FILE.resolveSibling("real").resolve("afspec_mir_113.csv.gz");
        assumeTrue(Files.exists(file), "real data are not here: " + file);
        FtirLibraryReader reader = new FtirLibraryReader(Wavenumbers.BRUKER);
        assertThatThrownBy(() -> reader.read(file))
                .hasMessageContaining("does not say in which extract column 'ec_dSm' was measured")
                .hasMessageContaining("set ecExtract");
        FtirLibraryReader.Content content = reader.read(
                file,
                SoilProperty.ECE,
                LibraryOptions.USUAL.withEc(ConductivityUnit.DS_PER_M, Extract.ONE_TO_TWO_AND_A_HALF));
        assertThat(content.library().size()).isEqualTo(4);
        assertThat(content.unmeasured().size()).isEqualTo(109);
        assertThat(content.notes().columns()).isEqualTo(1750);
        assertThat(content.notes().step()).isBetween(1.8, 2.0);
        assertThat(content.notes().declared()).isFalse();
        assertThat(content.notes().values()).startsWith("absorbance");
        assertThat(content.notes().depths()).isEqualTo(new LibraryNotes.Depths(List.of("Depth"), 30, 4));
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.LibraryOptions;
import org.deepsalt.model.library.SpectrumUnit;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 138 real mid-infrared spectra in percent, without coordinates and EC; skipped where they are not beside the project.
 */
class RealLibraryTest {
    private static final Path FILE = Path.of("../../../shared/data/mir_H.138.csv.gz");

    @BeforeAll
    static void find() {
        assumeTrue(Files.exists(FILE), "real data are not here: " + FILE);
    }

    @Test
    void itsSpectraAreReadOntoTheModelsGridOnceTheyAreSaidToBePercent() {
        FtirLibraryReader.Content content = new FtirLibraryReader(Wavenumbers.BRUKER)
                .readSpectra(FILE, LibraryOptions.USUAL.withSpectra(SpectrumUnit.PERCENT));
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
    void percentThatNobodyDeclaredIsTold() {
        assertThatThrownBy(() -> new FtirLibraryReader(Wavenumbers.BRUKER).readSpectra(FILE, LibraryOptions.USUAL))
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
}

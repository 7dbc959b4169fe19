/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deepsalt.raster.scene.Scenes.centres;
import static org.deepsalt.raster.scene.Scenes.open;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.raster.TestImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wavelengths of a scene, from tags or descriptions, in whichever unit. */
class SceneWavelengthsTest {
    private static final String[] CENTRES = {"560", "660", "800", "840", "1610"};

    @TempDir
    Path folder;

    @Test
    void withoutMetadataTheTagCounts() throws Exception {
        Path image = new TestImage()
                .tag("wavelength", "0.56", "0.66", "0.8", "0.84", "1.61")
                .tag("wavelength_units", "um", "um", "um", "um", "um")
                .write(folder.resolve("image.tif"));
        open(image, List.of("1 nm", "2 nm", "3 nm", "4 nm", "5 nm"), scene -> assertThat(centres(scene))
                .containsExactly(560.0, 660.0, 800.0, 840.0, 1610.0));
    }

    @Test
    void withoutTagTheDescriptionsCount() throws Exception {
        Path own = new TestImage()
                .tag("description", "band 1 (560.0 Nanometers)", "660nm", "B3: 800 nm", "0.84 µm", "1610 NM")
                .write(folder.resolve("own.tif"));
        open(own, List.of(), scene -> {
            assertThat(centres(scene)).containsExactly(560.0, 660.0, 800.0, 840.0, 1610.0);
            assertThat(scene.bands().get(0).gain()).isEqualTo(1e-4);
        });
        Path bare = new TestImage().write(folder.resolve("bare.tif"));
        open(bare, List.of("560 nm", "660 nm", "800 nm", "840 nm", "1610 nm"), scene -> assertThat(centres(scene))
                .containsExactly(560.0, 660.0, 800.0, 840.0, 1610.0));
        assertThatThrownBy(() -> open(bare, List.of("560 nm", "Band2", "", "", ""), scene -> {}))
                .hasMessageContaining("5 bands without wavelengths")
                .hasMessageContaining("describe each band as '418.2 nm'");
    }

    @Test
    void wavelengthsBelowAHundredWithoutAUnitAreMicrometres() throws Exception {
        Path image = new TestImage()
                .tag("wavelength", "0.56", "0.66", "0.8", "0.84", "1.61")
                .write(folder.resolve("image.tif"));
        open(image, List.of(), scene -> assertThat(centres(scene)).containsExactly(560.0, 660.0, 800.0, 840.0, 1610.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nanometres", "nanometre", "NM", "nm", "Nanometers"})
    void nanometresAreSpeltInManyWays(String unit) throws Exception {
        Path image = new TestImage()
                .tag("wavelength", CENTRES)
                .tag("wavelength_units", unit, unit, unit, unit, unit)
                .write(folder.resolve("image.tif"));
        open(image, List.of(), scene -> assertThat(centres(scene)).containsExactly(560.0, 660.0, 800.0, 840.0, 1610.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00b5m", "\u03bcm", "Micrometres", "microns", "um"})
    void micrometresAreSpeltInManyWays(String unit) throws Exception {
        Path tagged = new TestImage()
                .tag("wavelength", "0.56", "0.66", "0.8", "0.84", "1.61")
                .tag("wavelength_units", unit, unit, unit, unit, unit)
                .write(folder.resolve("tagged.tif"));
        open(tagged, List.of(), scene -> assertThat(centres(scene))
                .containsExactly(560.0, 660.0, 800.0, 840.0, 1610.0));
        Path bare = new TestImage().write(folder.resolve("bare.tif"));
        List<String> texts = List.of("0.56 " + unit, "0.66" + unit, "0.8 " + unit, "0.84 " + unit, "1.61 " + unit);
        open(bare, texts, scene -> assertThat(centres(scene)).containsExactly(560.0, 660.0, 800.0, 840.0, 1610.0));
    }

    @Test
    void wavelengthsThatContradictTheirUnitRefuseTheSceneForAllReaders() throws Exception {
        String unit = "Nanometers";
        Path image = new TestImage()
                .tag("wavelength", "0.56", "0.66", "0.8", "0.84", "1.61")
                .tag("wavelength_units", unit, unit, unit, unit, unit)
                .write(folder.resolve("image.tif"));
        assertThatThrownBy(() -> open(image, List.of(), scene -> {}))
                .hasMessage("layer 'test' has a wavelength of 0.56 nm for band 1, wanted 200 to 20000 nm: correct the"
                        + " wavelengths or their unit");
    }

    @Test
    void oneDetectorNeverStandsForTheOtherWhateverTheOrder() throws Exception {
        Path image = new TestImage()
                .tag("wavelength", "902.3", "911.7", "902.2", "911.9", "1610")
                .write(folder.resolve("by-detector.tif"));
        open(image, List.of(), scene -> {
            assertThat(scene.bands().get(1).band().detector()).isEqualTo(Detector.VNIR);
            assertThat(scene.match(List.of(new Band(911.8, 9, Detector.SWIR), new Band(902.25, 9, Detector.VNIR)), 2.5))
                    .containsExactly(3, 0);
            assertThat(scene.match(List.of(new Band(911.8, 9)), 2.5)).containsExactly(3);
        });
    }
}

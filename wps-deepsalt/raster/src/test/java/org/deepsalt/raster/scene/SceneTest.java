/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deepsalt.raster.scene.Scenes.centres;
import static org.deepsalt.raster.scene.Scenes.open;
import static org.deepsalt.raster.scene.Scenes.pixels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.raster.RawTiff;
import org.deepsalt.raster.TestImage;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.sampling.PixelCentres;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.processing.CoverageProcessor;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** What a scene knows of its bands, from whichever of its sources. */
class SceneTest {
    private static final String[] CENTRES = {"560", "660", "800", "840", "1610"};
    private static final double[] NUMBERS = {560, 660, 800, 840, 1610};

    @TempDir
    Path folder;

    @Test
    void everyContradictionOfTheMetadataIsTold() throws Exception {
        Path image = new TestImage().write(folder.resolve("A-SPECTRAL_IMAGE.TIF"));
        Files.writeString(folder.resolve("A-METADATA.XML"), TestImage.xml(21, 10, "UTM_Zone32_North", 500, 600));
        assertThatThrownBy(() -> open(image, List.of(), scene -> {}))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("layer 'test' has 5 bands but its metadata describe 2")
                .hasMessageContaining("layer 'test' has 20 x 10 pixels but its metadata say 21 x 10")
                .hasMessageContaining("lies in EPSG:32612 but its metadata say EPSG:32632")
                .hasMessageContaining("keep the image and the METADATA.XML of one product together");
    }

    @Test
    void metadataThatFitAreTakenInEitherCaseOfTheirName() throws Exception {
        Path image =
                new TestImage().tag("wavelength", "1", "2", "3", "4", "5").write(folder.resolve("spectral_image.tif"));
        Files.writeString(folder.resolve("Metadata.xml"), TestImage.xml(20, 10, "UTM_Zone12_North", NUMBERS));
        open(image, List.of(), scene -> assertThat(centres(scene)).containsExactly(560.0, 660.0, 800.0, 840.0, 1610.0));
    }

    /** GeoServer crops what a caller may not read; the quality images and the metadata are those of the whole scene. */
    @Test
    void aPartOfASceneHasTheQualityOfThatPart() throws Exception {
        Path image = new TestImage().write(folder.resolve("A-SPECTRAL_IMAGE.TIF"));
        Files.writeString(folder.resolve("A-METADATA.XML"), TestImage.xml(20, 10, "UTM_Zone12_North", NUMBERS));
        TestImage clouds = new TestImage();
        clouds.bands = 1;
        clouds.noData = null;
        clouds.values = (band, column, row) -> column == 12 && row == 4 ? 1 : 0;
        clouds.write(folder.resolve("A-QL_QUALITY_CLOUD.TIF"));
        // Columns 10 to 17, rows 3 to 8, without the corner beyond a diagonal.
        Geometry readable = new WKTReader()
                .read("POLYGON((500300 4299730, 500300 4299910, 500540 4299910, 500540 4299790, 500480 4299730,"
                        + " 500300 4299730))");
        GeoTiffReader cropping = new Cropping(image, readable);
        try (Scene scene = Scene.open("test", cropping, image, List.of())) {
            assertThat(scene.grid().width()).isEqualTo(8);
            assertThat(scene.grid().height()).isEqualTo(6);
            byte[] reasons = new byte[48];
            scene.quality().apply(scene.grid().all(), new int[] {0}, QualityRules.STANDARD, i -> false, reasons);
            byte[] expected = new byte[48];
            expected[8 + 2] = MaskReason.CLOUD.code();
            assertThat(reasons).isEqualTo(expected);
            float[] number = new float[1];
            scene.image().read(new Window(2, 1, 1, 1), new int[] {0}, number);
            assertThat(number[0]).isEqualTo(1012);
            scene.image().read(new Window(7, 5, 1, 1), new int[] {0}, number);
            assertThat(Scene.isNoData(number[0])).as("%s outside", number[0]).isTrue();
        } finally {
            cropping.dispose();
        }
    }

    /** Such limits leave the image as large as its file, and must not be passed by reading the file itself. */
    @Test
    void limitsThatCutNoMoreThanACornerOffHoldToo() throws Exception {
        Path image = new TestImage()
                .tag("wavelength", "560", "660", "800", "840", "1610")
                .write(folder.resolve("image.tif"));
        Geometry readable = new WKTReader()
                .read("POLYGON((500000 4299700, 500000 4300000, 500600 4300000, 500600 4299790, 500510 4299700,"
                        + " 500000 4299700))");
        GeoTiffReader cropping = new Cropping(image, readable);
        try (Scene scene = Scene.open("test", cropping, image, List.of())) {
            assertThat(scene.grid().all()).isEqualTo(new Window(0, 0, 20, 10));
            float[] number = new float[1];
            scene.image().read(new Window(0, 0, 1, 1), new int[] {0}, number);
            assertThat(number[0]).isEqualTo(1000);
            scene.image().read(new Window(19, 9, 1, 1), new int[] {0}, number);
            assertThat(Scene.isNoData(number[0])).as("%s outside", number[0]).isTrue();
        } finally {
            cropping.dispose();
        }
    }

    @Test
    void aBandOfNoDataIsFoundInThePixels() throws Exception {
        TestImage plain = new TestImage().tag("wavelength", "560", "662", "661", "840", "1610");
        plain.noData = null;
        plain.values = (band, column, row) -> band == 1 || column < 3 ? -32768 : 2000;
        Path image = plain.write(folder.resolve("image.tif"));
        open(image, List.of(), scene -> {
            assertThat(scene.bands()).extracting(SpectralBand::hasData).containsExactly(true, false, true, true, true);
            assertThat(scene.match(List.of(new Band(662, 5)), 2.5)).containsExactly(2);
            assertThatThrownBy(() -> scene.match(List.of(new Band(662, 5)), 0.5))
                    .hasMessageContaining("1 of the 1 bands that the model wants are missing")
                    .hasMessageContaining("where 1 of them exist but hold no data");
        });
    }

    @Test
    void metadataWithoutStatisticsLeaveItToThePixels() throws Exception {
        TestImage plain = new TestImage();
        plain.values = (band, column, row) -> band == 3 ? -32768 : 2000;
        Path image = plain.write(folder.resolve("SPECTRAL_IMAGE.TIF"));
        Files.writeString(folder.resolve("METADATA.XML"), TestImage.xml(20, 10, "UTM_Zone12_North", NUMBERS));
        open(image, List.of(), scene -> assertThat(scene.bands())
                .extracting(SpectralBand::hasData)
                .containsExactly(true, true, true, false, true));
    }

    @Test
    void statisticsThatCountNoPixelMarkABand() throws Exception {
        Path image = new TestImage()
                .tag("wavelength", CENTRES)
                .tag("STATISTICS_VALID_PERCENT", "100", "0", "93.5")
                .write(folder.resolve("image.tif"));
        open(image, List.of(), scene -> assertThat(scene.bands())
                .extracting(SpectralBand::hasData)
                .containsExactly(true, false, true, true, true));
    }

    @Test
    void aSceneOfBackgroundAloneHasNoPixelsAndNoException() throws Exception {
        TestImage empty = new TestImage().tag("wavelength", CENTRES);
        empty.values = (band, column, row) -> -32768;
        Path image = empty.write(folder.resolve("image.tif"));
        open(image, List.of(), scene -> {
            PixelReader.Pixels pixels = pixels(scene, scene.usableBands());
            assertThat(pixels.count()).isZero();
            assertThat(pixels.reasons()).containsOnly(MaskReason.BACKGROUND.code());
        });
    }

    @Test
    void zerosInEveryBandAreBackgroundAndAZeroInOneIsNot() throws Exception {
        TestImage cut = new TestImage().tag("wavelength", CENTRES);
        cut.noData = null;
        cut.values = (band, column, row) -> column < 3 || (band == 1 && column == 7) ? 0 : 2000;
        Path image = cut.write(folder.resolve("image.tif"));
        open(image, List.of(), scene -> {
            byte[] reasons = pixels(scene, scene.usableBands()).reasons();
            for (int i = 0; i < reasons.length; i++) {
                MaskReason expected = i % 20 < 3 ? MaskReason.BACKGROUND : MaskReason.NONE;
                if (i % 20 != 7) {
                    assertThat(reasons[i]).as("column %d", i % 20).isEqualTo(expected.code());
                } else {
                    assertThat(reasons[i]).isNotEqualTo(MaskReason.BACKGROUND.code());
                }
            }
            SpectralProfile profile = new SpectralProfile(scene, MaskRules.STANDARD);
            double[] first = new PixelCentres(scene.grid()).of(0, 0);
            SpectralProfile.Pixel pixel = profile.at(first[0], first[1]).orElseThrow();
            assertThat(pixel.mask()).isEqualTo(MaskReason.BACKGROUND);
            assertThat(pixel.reflectances()).containsOnly(Float.NaN);
        });
    }

    /** With a gain that small, even the number that stands for nothing would be a reflectance. */
    @Test
    void aNumberThatStandsForNothingIsBadInputWhateverTheGain() throws Exception {
        for (String gain : new String[] {"0.0001", "0.000001"}) {
            TestImage gaps = new TestImage().tag("wavelength", CENTRES).tag("scale", gain, gain, gain, gain, gain);
            gaps.noData = null;
            gaps.values = (band, column, row) -> band == 3 && column == 7 ? -32768 : 2000;
            Path image = gaps.write(folder.resolve("gain" + gain + ".tif"));
            open(image, List.of(), scene -> {
                PixelReader.Pixels pixels = pixels(scene, scene.usableBands());
                for (int i = 0; i < pixels.reasons().length; i++) {
                    MaskReason expected = i % 20 == 7 ? MaskReason.BAD_INPUT : MaskReason.NONE;
                    assertThat(pixels.reasons()[i]).as("column %d", i % 20).isEqualTo(expected.code());
                }
                assertThat(pixels.rows()[0]).isEqualTo(2000 * (float) Double.parseDouble(gain));
            });
        }
    }

    @Test
    void aMaskFileBesideASceneHidesItsPixels() throws Exception {
        TestImage plain = new TestImage().tag("wavelength", CENTRES);
        plain.values = (band, column, row) -> 2000;
        Path image = plain.write(folder.resolve("image.tif"));
        byte[] valid = new byte[200];
        java.util.Arrays.fill(valid, 0, 40, (byte) 1);
        new RawTiff().image(20, 10, 8, 1, valid).write(folder.resolve("image.tif.msk"));
        open(image, List.of(), scene -> {
            PixelReader.Pixels pixels = pixels(scene, scene.usableBands());
            assertThat(pixels.count()).isEqualTo(40);
            assertThat(pixels.reasons()[40]).isEqualTo(MaskReason.BACKGROUND.code());
        });
    }

    @Test
    void metadataThatCallEveryBandEmptyAreToldAndNotTrippedOver() throws Exception {
        Path image = new TestImage()
                .tag("wavelength", CENTRES)
                .tag("bbl", "0", "0", "0", "0", "0")
                .write(folder.resolve("image.tif"));
        open(image, List.of(), scene -> assertThatThrownBy(() -> pixels(scene, scene.usableBands()))
                .hasMessageContaining("has 5 bands and its metadata call all of them empty"));
    }

    @Test
    void oneColumnAndRowIsAScene() throws Exception {
        TestImage one = new TestImage().tag("wavelength", CENTRES);
        one.width = 1;
        one.height = 1;
        one.values = (band, column, row) -> 2000;
        Path image = one.write(folder.resolve("one.tif"));
        open(image, List.of(), scene -> {
            PixelReader.Pixels pixels = pixels(scene, scene.usableBands());
            assertThat(pixels.rows()).containsOnly(2000 * 1e-4f).hasSize(5);
        });
    }

    @Test
    void anImageWithoutCrsIsRefused() throws Exception {
        TestImage nowhere = new TestImage().tag("wavelength", CENTRES);
        nowhere.crs = null;
        Path image = nowhere.write(folder.resolve("nowhere.tif"));
        assertThatThrownBy(() -> open(image, List.of(), scene -> {}))
                .hasMessageContaining("layer 'test' has no coordinate reference system");
    }

    @Test
    void aProfileGivesReflectancesAndTheReason() throws Exception {
        TestImage plain = new TestImage().tag("wavelength", CENTRES);
        plain.values = (band, column, row) -> column == 0 ? -32768 : (column == 1 && band == 2) ? 9000 : 2000;
        Path image = plain.write(folder.resolve("image.tif"));
        open(image, List.of(), scene -> {
            SpectralProfile profile = new SpectralProfile(scene, MaskRules.STANDARD);
            double[] place = new PixelCentres(scene.grid()).of(1, 4);
            SpectralProfile.Pixel green = profile.at(place[0], place[1]).orElseThrow();
            assertThat(green.column()).isEqualTo(1);
            assertThat(green.row()).isEqualTo(4);
            assertThat(green.mask()).isEqualTo(MaskReason.VEGETATION);
            float soil = 2000 * 1e-4f;
            assertThat(green.reflectances()).containsExactly(soil, soil, 9000 * 1e-4f, soil, soil);
            assertThat(profile.at(0, 0)).isEmpty();
            assertThat(profile.at(Double.NaN, 0)).isEmpty();
        });
    }

    /** Gives no more than what lies in a shape, as GeoServer's secured reader does. */
    @SuppressWarnings("overrides")
    private static final class Cropping extends GeoTiffReader {
        private final Geometry readable;

        Cropping(Path file, Geometry readable) throws IOException {
            super(file.toFile());
            this.readable = readable;
        }

        @Override
        public GridCoverage2D read(GeneralParameterValue[] parameters) throws IOException {
            ParameterValueGroup crop =
                    CoverageProcessor.getInstance().getOperation("CoverageCrop").getParameters();
            crop.parameter("Source").setValue(super.read(parameters));
            crop.parameter("ROI").setValue(readable);
            return (GridCoverage2D) CoverageProcessor.getInstance().doOperation(crop);
        }
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.SoilProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries of the visible and near infrared, told from those of the mid infrared by headers and numbers. */
class VisNirLibraryTest {
    private static final double[] VIS_NIR =
            IntStream.range(0, 216).mapToDouble(i -> 350 + 10 * i).toArray();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "scan_visnir.%s_ref, 350, 10, 216",
        "R%s, 350, 10, 216",
        "%s, 350, 10, 216",
        "%s, 400, 0.5, 4200",
        "X%s, 350, 1, 2151",
        "%s nm, 350, 10, 216",
        "w%s, 350, 10, 216",
        "X%s.nm, 780, 2, 860",
        "%s (nm), 1000, 1, 1501"
    })
    void headersOfWavelengths(String header, double first, double step, int count) throws IOException {
        double[] at =
                IntStream.range(0, count).mapToDouble(i -> first + step * i).toArray();
        FtirLibraryReader.Content content = read(header, at, VisNirLibraryTest::reflectance, LibraryOptions.USUAL);
        VisNirLibrary library = visNir(content);
        assertThat(library.wavelengths()).containsExactly(at);
        assertThat(library.reflectance().row(0)[0]).isCloseTo((float) reflectance(first), within(1e-4f));
        assertThat(library.values()).containsExactly(new float[] {3.1f, 6.2f}, within(1e-5f));
        assertThat(library.countries()).containsExactly("Peru", "Chad");
        assertThat(content.library().size()).isZero();
        assertThat(content.notes().axis()).isEqualTo("nm");
        assertThat(content.notes().ofVisNir()).isTrue();
        assertThat(content.notes().lowest()).isEqualTo(first);
        assertThat(content.notes().step()).isCloseTo(step, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"%s", "%s um", "%s \u00b5m", "X%s"})
    void micrometresBecomeNanometres(String header) throws IOException {
        double[] at = IntStream.range(0, 216)
                .mapToDouble(i -> (350 + 10 * i) / 1000.0)
                .toArray();
        VisNirLibrary library = visNir(read(header, at, um -> reflectance(1000 * um), LibraryOptions.USUAL));
        assertThat(library.wavelengths()).containsExactly(VIS_NIR, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"%s", "m%s", "X%s", "scan_mir.%s_abs", "%s cm-1"})
    void headersOfWavenumbers(String header) throws IOException {
        double[] at = IntStream.range(0, 901).mapToDouble(i -> 400 + 4 * i + 2).toArray();
        FtirLibraryReader.Content content = read(header, at, cm -> 1.5 - cm / 4000, LibraryOptions.USUAL);
        assertThat(content.visNir()).isNull();
        assertThat(content.library().size()).isEqualTo(2);
        assertThat(content.notes().axis()).isEqualTo("cm-1");
    }

    /** A spectrum of the mid infrared that was cut, or one of a visible-range sensor: the numbers do not tell. */
    @ParameterizedTest
    @CsvSource({"600, 4, 450", "500, 2, 251", "2400, -4, 450", "450.5, 1.9285, 900"})
    void whatMayBeEitherIsRefusedWithTheRemedy(double first, double step, int count) {
        double[] at =
                IntStream.range(0, count).mapToDouble(i -> first + step * i).toArray();
        assertThatThrownBy(() -> read("%s", at, VisNirLibraryTest::reflectance, LibraryOptions.USUAL))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("may be wavelengths in nm or a part of the mid infrared")
                .hasMessageContaining("parameter axis (CM for wavenumbers in cm-1, NM or UM for wavelengths)");
    }

    @Test
    void theRequestDeclaresWhatHeadersLeaveOpen() throws IOException {
        double[] descending =
                IntStream.range(0, 216).mapToDouble(i -> 2500 - 10 * i).toArray();
        FtirLibraryReader.Content content =
                read("%s", descending, VisNirLibraryTest::reflectance, LibraryOptions.USUAL.withAxis(SpectralAxis.NM));
        assertThat(visNir(content).wavelengths()).containsExactly(VIS_NIR);
    }

    @Test
    void aDeclarationAgainstTheEvidenceIsRefused() {
        double[] infrared =
                IntStream.range(0, 901).mapToDouble(i -> 400 + 4 * i).toArray();
        assertThatThrownBy(() ->
                        read("%s", infrared, cm -> 1.5 - cm / 4000, LibraryOptions.USUAL.withAxis(SpectralAxis.NM)))
                .hasMessageContaining("901 numbers from 400 to 4000 cannot be NM");
        assertThatThrownBy(() -> read(
                        "scan_visnir.%s_ref",
                        VIS_NIR, VisNirLibraryTest::reflectance, LibraryOptions.USUAL.withAxis(SpectralAxis.CM)))
                .hasMessageContaining("say NM where axis is CM");
        assertThatThrownBy(() -> read(
                        "%s", VIS_NIR, VisNirLibraryTest::reflectance, LibraryOptions.USUAL.withAxis(SpectralAxis.UM)))
                .hasMessageContaining("cannot be UM");
    }

    @Test
    void absorbanceAndPercentBecomeReflectance() throws IOException {
        VisNirLibrary absorbance =
                visNir(read("R%s", VIS_NIR, nm -> -Math.log10(reflectance(nm)), LibraryOptions.USUAL));
        VisNirLibrary percent = visNir(read(
                "R%s", VIS_NIR, nm -> 100 * reflectance(nm), LibraryOptions.USUAL.withSpectra(SpectrumUnit.PERCENT)));
        for (int i = 0; i < VIS_NIR.length; i++) {
            assertThat(absorbance.reflectance().get(1, i)).isCloseTo((float) reflectance(VIS_NIR[i]), within(1e-3f));
            assertThat(percent.reflectance().get(1, i)).isCloseTo((float) reflectance(VIS_NIR[i]), within(1e-3f));
        }
        assertThatThrownBy(() -> read("R%s", VIS_NIR, nm -> 100 * reflectance(nm), LibraryOptions.USUAL))
                .hasMessageContaining("looks like reflectance in percent");
    }

    @Test
    void aMixtureOfReflectanceAndAbsorbanceIsRefused() throws IOException {
        String text = header("R%s", VIS_NIR)
                + row("a", "Peru", VIS_NIR, VisNirLibraryTest::reflectance)
                + row("b", "Chad", VIS_NIR, nm -> -Math.log10(reflectance(nm)));
        Path file = Files.writeString(folder.resolve("mixed.csv"), text);
        assertThatThrownBy(() -> read(file, LibraryOptions.USUAL.withSpectra(SpectrumUnit.REFLECTANCE)))
                .hasMessageContaining("50 % of its 2 spectra look like absorbance where the others are reflectance")
                .hasMessageContaining("a soil absorbs more at 1900 to 1940 than at 1780 to 1840 nm");
    }

    @Test
    void samplesWithoutCoordinatesOrACountryArePassedOver() throws IOException {
        String text = header("R%s", VIS_NIR)
                + row("a", "Peru", VIS_NIR, VisNirLibraryTest::reflectance)
                + row("b", "", VIS_NIR, VisNirLibraryTest::reflectance);
        FtirLibraryReader.Content content =
                read(Files.writeString(folder.resolve("nowhere.csv"), text), LibraryOptions.USUAL);
        assertThat(visNir(content).size()).isEqualTo(1);
        assertThat(content.notes().skipped()).containsEntry("without coordinates or a country", 1L);
        Path unknown = Files.writeString(folder.resolve("unknown.csv"), text.replaceFirst("country", "colour"));
        assertThatThrownBy(() -> read(unknown, LibraryOptions.USUAL))
                .hasMessageContaining("has neither coordinates nor a country");
    }

    @Test
    void ofAFileWithBothKindsTheRequestChooses() throws IOException {
        double[] infrared =
                IntStream.range(0, 1701).mapToDouble(i -> 600 + 2 * i).toArray();
        String text = "id,longitude,latitude,country,ec_1to2p5_dS_m," + names("scan_mir.%s_abs", infrared) + ","
                + names("scan_visnir.%s_ref", VIS_NIR) + "\na,1,2,Peru,1,"
                + cells(infrared, cm -> 1.5 - cm / 4100) + "," + cells(VIS_NIR, VisNirLibraryTest::reflectance) + "\n";
        Path file = Files.writeString(
                folder.resolve("both.csv"), text.replace("600_abs", "599_abs").replace("4000_abs", "4002_abs"));
        assertThat(read(file, LibraryOptions.USUAL).visNir()).isNull();
        assertThat(read(file, LibraryOptions.USUAL).notes().ofOtherKind()).isEqualTo(216);
        FtirLibraryReader.Content chosen = read(file, LibraryOptions.USUAL.withAxis(SpectralAxis.NM));
        assertThat(chosen.notes().ofOtherKind()).isEqualTo(1701);
        assertThat(chosen.notes().strangers()).isEmpty();
    }

    /** A soil: dark in the blue, with water's band at 1920 nm. */
    private static double reflectance(double nm) {
        return 0.1 + 0.3 * Math.min(1, (nm - 300) / 1500) - 0.05 * Math.exp(-Math.pow((nm - 1920) / 30, 2));
    }

    private FtirLibraryReader.Content read(
            String header, double[] at, DoubleUnaryOperator spectrum, LibraryOptions options) throws IOException {
        String text = header(header, at)
                + row("a", "Peru", at, spectrum)
                + row("b", "Chad", at, spectrum).replace(",1,", ",2,");
        return read(Files.writeString(folder.resolve("library.csv"), text), options);
    }

    private static VisNirLibrary visNir(FtirLibraryReader.Content content) {
        return Objects.requireNonNull(content.visNir());
    }

    private static FtirLibraryReader.Content read(Path file, LibraryOptions options) {
        return new FtirLibraryReader(Wavenumbers.BRUKER).read(file, SoilProperty.ECE, options);
    }

    private static String header(String header, double[] at) {
        boolean infrared = at[at.length - 1] > 3000;
        return "id," + (infrared ? "longitude,latitude," : "") + "country,ec_1_2p5_dSm," + names(header, at) + "\n";
    }

    private static String row(String id, String country, double[] at, DoubleUnaryOperator spectrum) {
        boolean infrared = at[at.length - 1] > 3000;
        return id + "," + (infrared ? "10,20," : "") + country + ",1," + cells(at, spectrum) + "\n";
    }

    private static String names(String header, double[] at) {
        return DoubleStream.of(at)
                .mapToObj(VisNirLibraryTest::plain)
                .map(number -> String.format(Locale.ROOT, header, number))
                .collect(Collectors.joining(","));
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? String.valueOf((long) number)
                : new java.math.BigDecimal(number)
                        .setScale(4, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String cells(double[] at, DoubleUnaryOperator spectrum) {
        return DoubleStream.of(at)
                .mapToObj(position -> String.format(Locale.ROOT, "%.5f", spectrum.applyAsDouble(position)))
                .collect(Collectors.joining(","));
    }
}

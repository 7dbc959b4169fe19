/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.conductivity.ConductivityUnit;
import org.deepsalt.model.conductivity.EceConversions.Conversion;
import org.deepsalt.model.conductivity.Extract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries with the depths, headers and odd columns that laboratories write. */
class LaboratoryTablesTest {
    private static final Wavenumbers GRID = new Wavenumbers(1000, 2, 3);
    private static final String SPECTRUM = ",1000_abs,1002_abs,1004_abs";
    private static final String VALUES = ",0.1,0.2,0.3";
    private static final Path CASES = Path.of("../../../shared/data/cases/08-clay-unit");

    @TempDir
    Path folder;

    @Test
    void rowsFromTooDeepArePassedOverAndCounted() throws IOException {
        String rows = row("a", "4,0,12") + row("b", "4,5,30") + row("c", "4,30,60") + row("d", "4,,");
        for (String names : List.of(
                "upper_depth,lower_depth",
                "depth_top_cm,depth_bottom_cm",
                "top_cm,bottom_cm",
                "layer.upper.depth_usda_cm,layer.lower.depth_usda_cm",
                "hzdept_r,hzdepb_r")) {
            String text = head("ece_dS_m," + names) + rows;
            FtirLibraryReader.Content usual = read(text, LibraryOptions.USUAL);
            assertThat(usual.library().ids()).containsExactly("a", "b", "d");
            assertThat(usual.notes().skipped()).isEqualTo(Map.of("from below 30 cm", 1L));
            assertThat(usual.notes().depths()).isEqualTo(new LibraryNotes.Depths(List.of(names.split(",", -1)), 30, 1));
            FtirLibraryReader.Content paper = read(text, LibraryOptions.USUAL.withMaxDepth(12));
            assertThat(paper.library().ids()).containsExactly("a", "d");
        }
    }

    @Test
    void rangesOfDepthAreReadFromOneColumn() throws IOException {
        FtirLibraryReader.Content content = read(
                head("ece_dS_m,depth") + row("a", "4,0-20") + row("b", "4,20 – 50 cm") + row("c", "4,topsoil"),
                LibraryOptions.USUAL);
        assertThat(content.library().ids()).containsExactly("a", "c");
        assertThat(content.notes().depths()).isEqualTo(new LibraryNotes.Depths(List.of("depth"), 30, 1));
    }

    @Test
    void aLibraryWithoutDepthsIsSaidToHaveNone() throws IOException {
        LibraryNotes.Depths depths = read(head("ece_dS_m") + row("a", "4"), LibraryOptions.USUAL)
                .notes()
                .depths();
        assertThat(depths).isEqualTo(new LibraryNotes.Depths(List.of(), 30, 0));
    }

    @Test
    void depthsThatAreUpsideDownRefuseTheLibrary() {
        assertThatThrownBy(() -> read(head("ece_dS_m,top_cm,bottom_cm") + row("a", "4,30,0"), LibraryOptions.USUAL))
                .hasMessageContaining(
                        "the lower depth is above the upper one in 1 row: line 2 (id 'a') has 30.0 to 0.0" + " cm");
    }

    @Test
    void headersAreReadAsLaboratoriesWriteThem() throws IOException {
        assertThat(ece("EC 1:2.5 (dS/m)", "1")).isCloseTo(3.1f, within(1e-6f));
        assertThat(ece("ec_1_2p5_dSm", "1")).isCloseTo(3.1f, within(1e-6f));
        assertThat(ece("EC 1:5 (\u00b5S/cm)", "1000")).isCloseTo(9.5f, within(1e-6f));
        assertThat(ece("EC 1:5 [\u03bcS cm-1]", "1000")).isCloseTo(9.5f, within(1e-6f));
        assertThat(ece("ECe [uS/cm]", "1000")).isCloseTo(1, within(1e-6f));
        assertThat(ece("ECe (dS m-1)", "1")).isEqualTo(1);
        assertThat(ece("Electrical conductivity saturated paste (mS/cm)", "1")).isEqualTo(1);
    }

    @Test
    void theRequestTellsUnitAndExtractWhereTheLibraryDoesNot() throws IOException {
        LibraryOptions told = LibraryOptions.USUAL.withEc(ConductivityUnit.MS_PER_M, Extract.ONE_TO_TWO_AND_A_HALF);
        FtirLibraryReader.Content plain = read(head("EC") + row("a", "100"), told);
        assertThat(plain.library().ece()[0]).isCloseTo(3.1f, within(1e-6f));
        assertThat(read(head("EC (dS/m)") + row("a", "2"), told).library().ece()[0])
                .isCloseTo(6.2f, within(1e-6f));
        assertThat(read(head("ece_dS_m") + row("a", "2"), told).library().ece()[0])
                .isEqualTo(2);
        assertThat(plain.notes().conversions()).containsExactly(new Conversion("mS/m", "1:2.5", "any", 0.01 * 3.1, 1));
    }

    @Test
    void whatWasNotMeasuredIsWrittenInManyWays() throws IOException {
        FtirLibraryReader.Content content = read(
                head("ece_dS_m") + row("a", "4") + row("b", "N/A") + row("c", "nan") + row("d", "-") + row("e", "NULL"),
                LibraryOptions.USUAL);
        assertThat(content.library().ids()).containsExactly("a");
        assertThat(content.notes().skipped()).isEqualTo(Map.of("without ece", 4L));
    }

    @Test
    void spectraWithoutAMeasurementAreKeptApart() throws IOException {
        FtirLibraryReader.Content content =
                read(head("ece_dS_m") + row("a", "4") + row("b", "") + row("c", "2"), LibraryOptions.USUAL);
        assertThat(content.library().ids()).containsExactly("a", "c");
        assertThat(content.unmeasured().ids()).containsExactly("b");
        assertThat(content.spectra().ids()).containsExactly("a", "c", "b");
        assertThat(content.spectra().certainty()).containsExactly(1, 1, 0);
        LibraryNotes notes = content.notes().withReadings(new LibraryNotes.Readings(1, 0, 0.5), "ece");
        assertThat(notes.skipped()).isEmpty();
    }

    @Test
    void belowDetectionIsHalfTheLimitOrRefused() throws IOException {
        String text = head("ece_dS_m") + row("a", "<0.1") + row("b", "< 0.02") + row("c", "4");
        FtirLibraryReader.Content half = read(text, LibraryOptions.USUAL);
        assertThat(half.library().ece()).containsExactly(0.05f, 0.01f, 4);
        assertThat(half.notes().belowDetection()).isEqualTo(2);
        assertThatThrownBy(() -> read(text, LibraryOptions.USUAL.withBelowDetection(BelowDetection.REFUSE)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EC is below the limit of detection in 2 rows: line 2 (id 'a') has '<0.1'")
                .hasMessageContaining("set belowDetection=HALF");
    }

    @Test
    void numbersBesideASpectrumAreNotPartOfIt() throws IOException {
        for (String beside : List.of("2015,2016", "2000,1000", "1003.2,50")) {
            FtirLibraryReader.Content content = new FtirLibraryReader(new Wavenumbers(600, 2, 1701))
                    .read(
                            file("id,lon,lat,ece_dS_m," + beside + wide() + "\na,-110,39,4,7,8" + values() + "\n"),
                            SoilProperty.ECE,
                            LibraryOptions.USUAL);
            assertThat(content.notes().strangers()).containsExactly(beside.split(",", -1));
            assertThat(content.notes().columns()).isEqualTo(1700);
            assertThat(content.notes().step()).isCloseTo(2, within(1e-9));
            assertThat(content.library().absorbance().get(0, 1)).isCloseTo(0.00049f, within(1e-5f));
        }
    }

    private static String wide() {
        return IntStream.range(0, 1700)
                .mapToObj(i -> String.format(Locale.ROOT, ",%.1f", 600.6 + 2 * i))
                .collect(Collectors.joining());
    }

    /** Absorbance that falls towards the hydroxyl bands would be reflectance: it rises and falls again beyond them. */
    private static String values() {
        return IntStream.range(0, 1700)
                .mapToObj(i -> String.format(Locale.ROOT, ",%.4f", i < 1550 ? i / 1400.0 : 0.5))
                .collect(Collectors.joining());
    }

    @Test
    void columnsOfASpectrumInNoOrderAllCount() throws IOException {
        FtirLibraryReader.Content content =
                read("1004_abs,id,1000_abs,lon,lat,ece_dS_m,1002_abs\n0.3,a,0.1,-110,39,4,0.2\n", LibraryOptions.USUAL);
        assertThat(content.library().absorbance().row(0)).containsExactly(0.1f, 0.2f, 0.3f);
    }

    @Test
    void aLibraryThatIsHalfReflectanceIsRefused() throws IOException {
        Wavenumbers grid = new Wavenumbers(3300, 10, 71);
        String header = "id,longitude,latitude,ece_dS_m,"
                + IntStream.range(0, 71).mapToObj(i -> 3300 + 10 * i + "_abs").collect(Collectors.joining(",")) + "\n";
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            boolean reflectance = i % 2 == 1;
            rows.append(hydroxyl("s" + i, reflectance ? 0.1 : 1.4, reflectance ? 0.5 : 0.6));
        }
        Path file = file(header + rows);
        assertThatThrownBy(() -> new FtirLibraryReader(grid).read(file))
                .hasMessageContaining("50 % of its 10 spectra look like reflectance where the others are absorbance")
                .hasMessageContaining("line 3 (id 's1'), line 5 (id 's3'), line 7 (id 's5')");
    }

    private static String hydroxyl(String id, double at, double beyond) {
        return id + ",-110,39,1,"
                + IntStream.range(0, 71)
                        .mapToObj(i -> String.format(Locale.ROOT, "%.1f", i <= 35 ? at : beyond))
                        .collect(Collectors.joining(","))
                + "\n";
    }

    @Test
    void clayThatIsNoPercentIsRefusedAndConvertedWhereItsNameTells() throws IOException {
        assertThatThrownBy(() -> read(clay("clay", 250), LibraryOptions.USUAL))
                .hasMessageContaining("column 'clay' has clay of up to 250.0 %, wanted 0 to 100; it looks like g/kg:"
                        + " give percent, or head the column clay_g_kg");
        assertThatThrownBy(() -> read(clay("clay", 0.25), LibraryOptions.USUAL))
                .hasMessageContaining("clay of at most 0.25 % in all 3 rows")
                .hasMessageContaining("looks like a fraction: give percent");
        for (String text : List.of(clay("clay", 25), clay("clay_g_kg", 250), clay("clay_fraction", 0.25))) {
            assertThat(read(text, LibraryOptions.USUAL).library().ece()[0]).isCloseTo(19, within(1e-5f));
        }
    }

    private static String clay(String name, double value) {
        String cells = "2," + value;
        return head("ec_1to5_dS_m," + name) + row("a", cells) + row("b", cells) + row("c", cells);
    }

    @Test
    void clayOfTheFieldCasesIsToldApart() {
        assumeTrue(Files.exists(CASES), "the cases are not here: " + CASES);
        FtirLibraryReader reader = new FtirLibraryReader(Wavenumbers.BRUKER);
        assertThat(reader.read(CASES.resolve("clay_pct.csv")).ece()[0]).isCloseTo(18.59f, within(0.01f));
        assertThatThrownBy(() -> reader.read(CASES.resolve("clay_gkg.csv"))).hasMessageContaining("looks like g/kg");
        assertThatThrownBy(() -> reader.read(CASES.resolve("clay_frac.csv"))).hasMessageContaining("like a fraction");
    }

    private float ece(String column, String value) throws IOException {
        return read(head(column) + row("a", value), LibraryOptions.USUAL)
                .library()
                .ece()[0];
    }

    private static String head(String columns) {
        return "id,longitude,latitude," + columns + SPECTRUM + "\n";
    }

    private static String row(String id, String cells) {
        return id + ",-110,39," + cells + VALUES + "\n";
    }

    private FtirLibraryReader.Content read(String text, LibraryOptions options) throws IOException {
        return new FtirLibraryReader(GRID).read(file(text), SoilProperty.ECE, options);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("library.csv"), text);
    }
}

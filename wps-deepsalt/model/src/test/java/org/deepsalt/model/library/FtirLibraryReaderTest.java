/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.conductivity.EceConversions.Conversion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FtirLibraryReaderTest {
    private static final Wavenumbers GRID = new Wavenumbers(1000, 2, 3);
    private static final String HEAD = "id,longitude,latitude,EC_dS_m,ec_extract,1000.0_abs,1002.0_abs,1004.0_abs\n";

    @TempDir
    Path folder;

    @Test
    void readsPlainAndZippedFilesAlike() throws IOException {
        String text =
                HEAD + "a,-110.5,39.25,4.5,saturated_paste,0.1,0.2,0.3\nb,-110,39,0,saturated_paste,0.3,0.2,0.1\n";
        Path plain = Files.writeString(folder.resolve("plain.csv"), text);
        Path zipped = folder.resolve("zipped.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        for (Path file : new Path[] {plain, zipped}) {
            FtirLibrary library = new FtirLibraryReader(GRID).read(file);
            assertThat(library.ids()).containsExactly("a", "b");
            assertThat(library.ece()).containsExactly(4.5f, 0);
            assertThat(library.longitude()).containsExactly(-110.5, -110);
            assertThat(library.absorbance().row(1)).containsExactly(0.3f, 0.2f, 0.1f);
        }
    }

    @Test
    void columnsOfTheOpenSoilSpectralLibraryInDescendingOrderAreRead() throws IOException {
        FtirLibraryReader.Content content = read("""
                id.layer_uuid_txt,longitude.point_wgs84_dd,latitude.point_wgs84_dd,ec_usda.a364_ds.m,\
                scan_visnir.1000_ref,\
                scan_mir.1004_abs,scan_mir.1002_abs,scan_mir.1000_abs
                a,-110,39,1.1,9,0.3,0.2,0.1
                """);
        FtirLibrary library = content.library();
        assertThat(library.absorbance().row(0)).containsExactly(0.1f, 0.2f, 0.3f);
        assertThat(library.latitude()).containsExactly(39);
        assertThat(library.ece()[0]).isCloseTo(2, within(1e-6f));
        assertThat(content.notes().conversions()).containsExactly(new Conversion("dS/m", "1:2", "any", 1 / 0.55, 1));
        assertThat(content.notes().declared()).isTrue();
    }

    @Test
    void conductivityIsConvertedFromItsUnitAndExtractRowByRow() throws IOException {
        FtirLibraryReader.Content content = read("""
                id,lon,lat,clay,EC,ec_unit,ec_extract,1000_abs,1002_abs,1004_abs
                a,-110,39,5,4,dS/m,saturated paste,0.1,0.2,0.3
                b,-110,39,5,4,mS/cm,Saturated_Paste,0.1,0.2,0.3
                c,-110,39,5,4,mmho/cm,SP,0.1,0.2,0.3
                d,-110,39,5,400,mS/m,saturated paste,0.1,0.2,0.3
                e,-110,39,5,1100,µS/cm,1:2,0.1,0.2,0.3
                f,-110,39,5,1,dS m-1,1:5,0.1,0.2,0.3
                g,-110,39,50,1,dS/m,1:5,0.1,0.2,0.3
                h,-110,39,NA,1,dS/m,1:5,0.1,0.2,0.3
                """);
        assertThat(content.library().ece())
                .containsExactly(new float[] {4, 4, 4, 4, 2, 22.7f, 7.5f, 9.5f}, within(1e-5f));
        assertThat(content.notes().conversions())
                .contains(
                        new Conversion("dS/m", "1:5", "medium clay", 7.5, 1),
                        new Conversion("dS/m", "1:5", "unknown, taken for loam", 9.5, 1))
                .hasSize(8);
    }

    @Test
    void namesOfColumnsTellUnitAndExtract() throws IOException {
        assertThat(ece("ece_mS_cm", "3")).isEqualTo(3);
        assertThat(ece("ECe_uS_cm", "3000")).isEqualTo(3);
        assertThat(ece("ec_sp_mmhos_cm", "3")).isEqualTo(3);
        assertThat(ece("ec_1to2_dS_m", "1.1")).isCloseTo(2, within(1e-6f));
        assertThat(ece("ec12_mS_m", "110")).isCloseTo(2, within(1e-6f));
        assertThat(ece("ec_1:5_dS/m", "2")).isEqualTo(19);
        assertThat(ece("ec_iso.11265_ds.m", "2")).isEqualTo(19);
    }

    private float ece(String column, String value) throws IOException {
        return read("id,longitude,latitude," + column + ",1000_abs,1002_abs,1004_abs\na,-110,39," + value
                        + ",0.1,0.2,0.3\n")
                .library()
                .ece()[0];
    }

    @Test
    void ofSeveralConductivitiesTheOneNearestToThePasteCounts() throws IOException {
        FtirLibraryReader.Content content = read("""
                id,longitude,latitude,ec_1to2_dS_m,ece_dS_m,1000_abs,1002_abs,1004_abs
                a,-110,39,1.1,5,0.1,0.2,0.3
                b,-110,39,1.1,,0.1,0.2,0.3
                c,-110,39,,,0.1,0.2,0.3
                """);
        assertThat(content.library().ece()).containsExactly(new float[] {5, 2}, within(1e-6f));
        assertThat(content.notes().skipped()).containsOnlyKeys("without ece").containsValue(1L);
    }

    @Test
    void aMissingUnitOrExtractNamesTheColumnsWanted() {
        assertThatThrownBy(() -> read("id,longitude,latitude,ec,1000_abs,1002_abs,1004_abs\n"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("does not say the unit of column 'ec': head it ec_dS_m, or add a column ec_unit")
                .hasMessageContaining("does not say in which extract column 'ec' was measured")
                .hasMessageContaining("saturated paste, 1:2, 1:2.5, 1:5");
        assertThatThrownBy(() -> read("""
                        id,longitude,latitude,ec,ec_unit,ec_extract,1000_abs,1002_abs,1004_abs
                        a,-110,39,1,,1:3,0.1,0.2,0.3
                        """))
                .hasMessageContaining("the unit of EC is not known in 1 row: line 2 (id 'a') has ''")
                .hasMessageContaining("the extract of EC is not known in 1 row: line 2 (id 'a') has '1:3'");
    }

    @Test
    void semicolonsAndTheMarkOfSpreadsheetsAreUnderstood() throws IOException {
        FtirLibrary library = read("""
                        \uFEFFid;longitude;latitude;ece_dS_m;1000_abs;1002_abs;1004_abs
                        a;-110;39;4;0.1;0.2;0.3
                        """).library();
        assertThat(library.ids()).containsExactly("a");
    }

    @Test
    void eachKindOfBadRowIsToldWithItsNumberAndItsFirstRows() {
        assertThatThrownBy(() -> read(HEAD + """
                        a,-110,39,1,saturated_paste,0.1,0.2,0.3
                        a,-110,39,1,saturated_paste,0.1,0.2,0.3
                        b,39,-110,1,saturated_paste,0.1,0.2,0.3
                        c,-110,39,-1,saturated_paste,0.1,0.2,0.3
                        d,-110,39,-2,saturated_paste,0.1,0.2,0.3
                        e,-110,39,-3,saturated_paste,0.1,0.2,0.3
                        f,-110,39,-4,saturated_paste,0.2,0.2,0.2
                        g,-110,39,x,saturated_paste,0.1,0.2,0.3
                        h,-110,39,1,saturated_paste,0.1,NaN,
                        i,-110,39,1,saturated_paste,0.1,Infinity,0.3
                        j,-110,39,900,saturated_paste,0.1,0.2,0.3
                        k,-110,39,1,saturated_paste,0.1
                        ,-110,39,1,saturated_paste,0.1,0.2,0.3
                        """))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("the id is a duplicate in 1 row: line 3 (id 'a') has the id of line 2")
                .hasMessageContaining("latitude is out of range in 1 row: line 4 (id 'b') has -110.0;"
                        + " wanted -90 to 90: they may be swapped")
                .hasMessageContaining("EC is negative in 4 rows: line 5 (id 'c') has -1.0, line 6 (id 'd') has -2.0,"
                        + " line 7 (id 'e') has -3.0 and 1 more; wanted 0 or more")
                .hasMessageContaining("the spectrum is constant in 1 row: line 8 (id 'f') has nothing but 0.2")
                .hasMessageContaining("EC is no number in 1 row: line 9 (id 'g') has 'x'")
                .hasMessageContaining("the spectrum has cells without a number in 2 rows: line 10 (id 'h') has 2, the"
                        + " first 'NaN' at 1002.0 cm-1, line 11 (id 'i')")
                .hasMessageContaining("EC is larger than that of a brine in 1 row: line 12")
                .hasMessageContaining("the number of cells is not that of the header in 1 row: line 13")
                .hasMessageContaining("the id is empty in 1 row: line 14");
    }

    @Test
    void rowsThatLackAMeasurementArePassedOverAndCounted() throws IOException {
        FtirLibraryReader.Content content = read(HEAD + """
                a,-110,39,1,saturated_paste,0.1,0.2,0.3
                b,-110,39,NA,,0.1,0.2,0.3
                c,,,1,saturated_paste,0.1,0.2,0.3
                d,-110,39,1,saturated_paste,,,
                """);
        assertThat(content.library().ids()).containsExactly("a");
        assertThat(content.notes().skipped())
                .containsOnlyKeys("without a spectrum", "without coordinates", "without ece");
        assertThat(content.notes().conversions().get(0).rows()).isEqualTo(1);
    }

    @Test
    void missingColumnsAreNamedTogether() {
        assertThatThrownBy(() -> read("id,longitude,1000.0\na,1,0.1\n"))
                .hasMessageContaining("no column 'latitude'")
                .hasMessageContaining("no column of electrical conductivity, wanted one such as ec_dS_m")
                .hasMessageContaining("has 1 spectral columns from 1000.0 to 1000.0 cm-1");
        assertThatThrownBy(() -> read("id,longitude,latitude,ece_dS_m,900_abs,950_ref,1001_abs,1100_abs,1100.0_abs\n"))
                .hasMessageContaining("spectral columns of [ABSORBANCE, REFLECTANCE], wanted one kind")
                .hasMessageContaining("none for 51 cm-1 above 950.0, wanted no gap wider than 50");
        assertThatThrownBy(() -> read("id,longitude,latitude,ece_dS_m\n")).hasMessageContaining("no spectral columns");
    }

    @Test
    void anEmptyFileOrOneWithoutRowsHoldsNoSamples() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read(HEAD)).hasMessageContaining("holds no samples");
    }

    @Test
    void reflectanceBecomesAbsorbanceAndHasAFloor() throws IOException {
        FtirLibraryReader.Content fractions =
                read("id,longitude,latitude,ece_dS_m,1000_ref,1002_ref,1004_ref\na,-110,39,1,1,0.1,0\n");
        assertThat(fractions.library().absorbance().row(0)).containsExactly(new float[] {0, 1, 3}, within(1e-6f));
        assertThat(fractions.notes().floored()).isEqualTo(1);
        FtirLibraryReader.Content percent =
                read("id,longitude,latitude,ece_dS_m,1000_pct,1002_pct,1004_pct\na,-110,39,1,100,10,1\n");
        assertThat(percent.library().absorbance().row(0)).containsExactly(new float[] {0, 1, 2}, within(1e-6f));
    }

    @Test
    void percentWhereOthersWereExpectedIsToldWithTheRemedy() throws IOException {
        String rows = "a,-110,39,1,50,60,70\nb,-110,39,1,40,60,80\n";
        for (String ending : List.of("", "_abs", "_ref")) {
            assertThatThrownBy(() -> read(header(ending) + rows))
                    .hasMessageContaining("the largest value of its 2 spectra is 80.00 in the median"
                            + " (line 2 (id 'a') 50.00 to 70.00, line 3 (id 'b') 40.00 to 80.00)")
                    .hasMessageContaining("looks like reflectance in percent: divide by 100 and head the columns"
                            + " 1500.2_ref, or set spectra=PERCENT");
        }
        FtirLibraryReader.Content content = reader().read(
                        file(header("") + rows),
                        SoilProperty.ECE,
                        LibraryOptions.USUAL.withSpectra(SpectrumUnit.PERCENT));
        assertThat(content.library().absorbance().get(0, 0)).isCloseTo(0.30103f, within(1e-5f));
        assertThatThrownBy(() -> read(header("_pct") + "a,-110,39,1,0.5,0.6,0.7\n"))
                .hasMessageContaining("where reflectance in percent was declared, which looks like fractions");
        assertThatThrownBy(() -> read(header("_ref") + "a,-110,39,1,1.5,1.6,1.7\n"))
                .hasMessageContaining("looks like absorbance");
        assertThatThrownBy(
                        () -> read(header("_abs") + "a,-110,39,1,1.5,1.6,11\nb,-110,39,1,1,2,1\nc,-110,39,1,1,2,1\n"))
                .hasMessageContaining("the spectrum leaves the range of absorbance, log10(1/R) in 1 row: line 2"
                        + " (id 'a') has 11.0 at 1004.0 cm-1; wanted -1.0 to 10.0");
    }

    @Test
    void theHydroxylBandsTellReflectanceFromAbsorbanceWhereTheValuesDoNot() throws IOException {
        Wavenumbers grid = new Wavenumbers(3300, 10, 71);
        String header = "id,longitude,latitude,ece_dS_m,"
                + IntStream.range(0, 71).mapToObj(i -> "m" + (3300 + 10 * i)).collect(Collectors.joining(",")) + "\n";
        Path dark = file(header + row("a", 0.9, 0.3));
        FtirLibraryReader.Content absorbance =
                new FtirLibraryReader(grid).read(dark, SoilProperty.ECE, LibraryOptions.USUAL);
        assertThat(absorbance.library().absorbance().get(0, 5)).isEqualTo(0.9f);
        assertThat(absorbance.notes().declared()).isFalse();
        Path bright = file(header + row("a", 0.1, 0.6));
        assertThat(new FtirLibraryReader(grid).read(bright).absorbance().get(0, 5))
                .isCloseTo(1, within(1e-6f));
        Path both = file(header + row("a", 0.1, 0.6) + row("b", 0.6, 0.1));
        assertThatThrownBy(() -> new FtirLibraryReader(grid).read(both))
                .hasMessageContaining(
                        "which may be absorbance or reflectance: say what they are with the parameter" + " spectra");
    }

    /** A spectrum with one value in the hydroxyl bands and another one above them. */
    private static String row(String id, double hydroxyl, double above) {
        return id + ",-110,39,1,"
                + IntStream.range(0, 71)
                        .mapToObj(i -> String.format(Locale.ROOT, "%.1f", i <= 35 ? hydroxyl : above))
                        .collect(Collectors.joining(","))
                + "\n";
    }

    @Test
    void anotherPropertyIsReadFromItsOwnColumn() throws IOException {
        SoilProperty carbon = new SoilProperty("soc", "g/kg");
        for (String column : List.of("soc", "SOC", "soc_g_kg", "SOC (g/kg)")) {
            Path file = file(
                    "id,longitude,latitude," + column + ",1000_abs,1002_abs,1004_abs\na,-110,39,12.5,0.1,0.2,0.3\n");
            FtirLibraryReader.Content content = reader().read(file, carbon, LibraryOptions.USUAL);
            assertThat(content.library().ece()).containsExactly(12.5f);
            assertThat(content.notes().conversions()).isEmpty();
        }
        Path other = file(HEAD);
        assertThatThrownBy(() -> reader().read(other, carbon, LibraryOptions.USUAL))
                .hasMessageContaining("no column for the target, wanted 'soc' or 'soc_g_kg' in g/kg");
    }

    @Test
    void aBrokenGzipFileIsToldAsOne() throws IOException {
        Path file = Files.write(folder.resolve("broken.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2});
        assertThatThrownBy(() -> reader().read(file))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("library 'broken.csv.gz' cannot be read");
    }

    private static String header(String ending) {
        return "id,longitude,latitude,ece_dS_m,1000" + ending + ",1002" + ending + ",1004" + ending + "\n";
    }

    private FtirLibraryReader.Content read(String text) throws IOException {
        return reader().read(file(text), SoilProperty.ECE, LibraryOptions.USUAL);
    }

    private static FtirLibraryReader reader() {
        return new FtirLibraryReader(GRID);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("library.csv"), text);
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.deepsalt.model.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FtirLibraryReaderTest {
    private static final Wavenumbers GRID = new Wavenumbers(1000, 2, 3);
    private static final String HEAD = "id,longitude,latitude,EC_dS_m,ec_extract,1000.0,1002.0,1004.0\n";

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
    void headersOfTheOpenSoilSpectralLibraryAndDescendingOrderAreRead() throws IOException {
        Path file = Files.writeString(folder.resolve("ossl.csv"), """
                latitude,longitude,id,note,ec_ds_m,ec_extract,scan_mir.1004_abs,scan_mir.1002_abs,scan_mir.1000_abs
                39,-110,a,x,1,saturated_paste,0.3,0.2,0.1
                """);
        FtirLibrary library = new FtirLibraryReader(GRID).read(file);
        assertThat(library.absorbance().row(0)).containsExactly(0.1f, 0.2f, 0.3f);
        assertThat(library.latitude()).containsExactly(39);
    }

    @Test
    void everyWrongRowIsNamedUpToAFew() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.csv"), HEAD + """
                        a,-110,39,1,saturated_paste,0.1,0.2,0.3
                        a,-110,39,1,saturated_paste,0.1,0.2,0.3
                        b,-110,139,1,saturated_paste,0.1,0.2,0.3
                        c,-110,39,-1,saturated_paste,0.1,0.2,0.3
                        d,-110,39,1,1:2,0.1,0.2,0.3
                        e,-110,39,1,saturated_paste,55,60,65
                        f,-110,39,1,saturated_paste,0.2,0.2,0.2
                        g,-110,39,x,saturated_paste,0.1,0.2,0.3
                        """);
        assertThatThrownBy(() -> new FtirLibraryReader(GRID).read(file))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("line 3: the id 'a' stands twice")
                .hasMessageContaining("line 4: latitude is 139.0, wanted -90 to 90")
                .hasMessageContaining("line 5: EC in dS/m is -1.0")
                .hasMessageContaining("line 6: EC is of the extract '1:2'")
                .hasMessageContaining("line 7: the value at 1000.0 cm-1 is 55.0, wanted absorbance")
                .hasMessageContaining("7 rows are wrong in all, the first 5 are named");
    }

    @Test
    void missingColumnsAreNamedTogether() throws IOException {
        Path file = Files.writeString(folder.resolve("few.csv"), "id,longitude,1000.0\na,1,0.1\n");
        assertThatThrownBy(() -> new FtirLibraryReader(GRID).read(file))
                .hasMessageContaining("no column 'latitude'")
                .hasMessageContaining("no column 'ec_ds_m'")
                .hasMessageContaining("has 1 spectral columns from 1000.0 to 1000.0 cm-1");
    }

    @Test
    void anEmptyFileHoldsNoSamples() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.csv"), "");
        assertThatThrownBy(() -> new FtirLibraryReader(GRID).read(file)).hasMessageContaining("holds no samples");
    }
}

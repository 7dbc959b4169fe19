/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.deepsalt.demohost.VisNirLibrary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of shell by which the page on laboratories looks at a table, and puts two of them together. */
class LaboratoryTablesTest {
    private static List<String> lines;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped: there is no bash");
        lines = Page.of("docs/laboratories.md").commands().stream()
                .filter(line -> !line.startsWith("./deepsalt "))
                .toList();
        assertThat(lines).hasSize(5);
    }

    @Test
    void theColumnsOfConductivityAreFound() throws Exception {
        Path table = folder.resolve("ossl_all_L0_v1.2.csv.gz");
        try (Writer writer =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(table)), StandardCharsets.UTF_8)) {
            writer.write(
                    "id.layer_uuid_txt,clay.tot_usda.a334_w.pct,ec_usda.a364_ds.m,scan_mir.600_abs\n7f1c,12,1.1,1\n");
        }
        assertThat(run(lines.get(0))).isEqualTo("3:ec_usda.a364_ds.m\n");
    }

    /** Columns of a library apart, and their rows in other orders. */
    @Test
    void chemistryAndSpectraAreJoined() throws Exception {
        List<String> whole = VisNirLibrary.csv().lines().toList();
        int apart = whole.get(0).split(",", -1).length - spectrum(whole.get(0)).length;
        List<String> samples = new ArrayList<>();
        List<String> spectra = new ArrayList<>();
        for (String row : whole) {
            String[] cells = row.split(",", -1);
            samples.add(String.join(",", Arrays.copyOf(cells, apart)));
            spectra.add(Math.min(1, samples.size() - 1), cells[0] + "," + String.join(",", spectrum(row)));
        }
        Files.write(folder.resolve("samples.csv"), samples);
        Files.writeString(folder.resolve("spectra.csv"), String.join("\r\n", spectra) + "\r\n");
        run(String.join("\n", lines.subList(1, 5)));
        List<String> joined = Files.readAllLines(folder.resolve("icraf.csv"));
        assertThat(joined.get(0)).isEqualTo(whole.get(0));
        assertThat(joined).containsExactlyInAnyOrderElementsOf(whole);
    }

    private static String[] spectrum(String row) {
        String[] cells = row.split(",", -1);
        return Arrays.copyOfRange(cells, cells.length - (2500 - 350) / 10 - 1, cells.length);
    }

    private String run(String script) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process shell = new ProcessBuilder("/bin/bash", "-ec", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(shell.waitFor()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.processes.catalog.PointFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table says the same whichever program wrote it. */
class TableDialectTest {
    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    @Test
    void samplesAreTheSameInEveryDialect() throws IOException {
        List<String> problems = new ArrayList<>();
        try (FileCatalog catalog = Paths.files()) {
            for (int seed = 0; seed < ROUNDS; seed++) {
                Random random = new Random(seed);
                double[][] wanted = TableKinds.values(random);
                Path file = Files.write(folder.resolve("samples.csv"), TableKinds.samples(wanted, random));
                try {
                    List<PointFeature> got = catalog.points(file.toString());
                    for (int i = 0; i < wanted.length; i++) {
                        PointFeature point = got.get(i);
                        if (point.longitude() != wanted[i][0]
                                || point.latitude() != wanted[i][1]
                                || !point.attributes().get("ece").equals(wanted[i][2])) {
                            problems.add("seed " + seed + ", row " + i + ": " + point);
                        }
                    }
                } catch (DeepSaltException e) {
                    problems.add("seed " + seed + ": " + e.getMessage());
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void librariesAreReadInEveryDialect() throws IOException {
        List<String> problems = new ArrayList<>();
        FtirLibraryReader reader =
                new FtirLibraryReader(new Wavenumbers(599.8, 1.9285, SmallInputs.LIBRARY_COLUMNS - 8));
        for (int seed = 0; seed < ROUNDS; seed++) {
            Path file = Files.write(
                    folder.resolve("ftir.csv"), TableKinds.library(SmallInputs.LIBRARY_COLUMNS, new Random(seed)));
            try {
                reader.read(file);
            } catch (DeepSaltException e) {
                problems.add("seed " + seed + ": " + e.getMessage());
            }
        }
        assertThat(problems).isEmpty();
    }
}

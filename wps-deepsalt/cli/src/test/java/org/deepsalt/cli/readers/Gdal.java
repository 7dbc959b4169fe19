/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks GDAL, in one process for all files. */
final class Gdal {
    private static final String PYTHON = System.getProperty("gdal.python", "/usr/bin/python3");

    /**
     * What GDAL reads in a file.
     *
     * @param bands 0 where it does not read the file
     * @param values band by band, row by row, NaN where there is none
     * @param places longitude and latitude of the centres of the first, the last and the middle pixel
     */
    record Answer(int bands, int width, int height, double[] values, double[] places) {}

    private Gdal() {}

    /** One answer per file; empty where this machine has no GDAL with Python. */
    static Optional<List<Answer>> ask(List<Path> files, Path folder) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))
                || run(folder, List.of(PYTHON, "-c", "from osgeo import gdal; import numpy"), "") != 0) {
            return Optional.empty();
        }
        Path script = folder.resolve("gdal_answers.py");
        try (InputStream in = Gdal.class.getResourceAsStream("gdal_answers.py")) {
            Files.write(script, in.readAllBytes());
        }
        Path binary = folder.resolve("answers.bin");
        StringBuilder names = new StringBuilder();
        files.forEach(file -> names.append(file).append('\n'));
        int code = run(folder, List.of(PYTHON, script.toString(), binary.toString()), names.toString());
        if (code != 0) {
            throw new IOException("GDAL failed: " + Files.readString(folder.resolve("gdal.log")));
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(binary)))) {
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                answers.add(read(in));
            }
            return Optional.of(answers);
        }
    }

    private static Answer read(DataInputStream in) throws IOException {
        int bands = in.readInt();
        int width = in.readInt();
        int height = in.readInt();
        double[] values = new double[bands * width * height];
        double[] places = new double[bands == 0 ? 0 : 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        for (int i = 0; i < places.length; i++) {
            places[i] = in.readDouble();
        }
        return new Answer(bands, width, height, values, places);
    }

    private static int run(Path folder, List<String> command, String input) throws IOException, InterruptedException {
        Path names = Files.writeString(folder.resolve("gdal.in"), input, StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(command)
                .redirectInput(names.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gdal.log").toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}

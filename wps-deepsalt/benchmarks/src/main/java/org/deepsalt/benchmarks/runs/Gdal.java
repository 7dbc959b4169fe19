/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GDAL's command line, whose time for reading is the reference, and which makes the other layouts. */
public final class Gdal {
    private static final String TRANSLATE = "gdal_translate";

    private final Commands commands;

    public Gdal(Commands commands) {
        this.commands = commands;
    }

    /** Whether {@code gdal_translate} is on the path. */
    public static boolean isInstalled() {
        return Commands.isInstalled(TRANSLATE);
    }

    /** Writes the same pixels and tags in another layout. */
    public void convert(Path source, Path target, Layout layout) {
        List<String> command = new ArrayList<>(List.of(TRANSLATE, "-q"));
        List<String> compression = List.of("COMPRESS=DEFLATE", "PREDICTOR=2", "BIGTIFF=IF_SAFER");
        compression.forEach(option -> command.addAll(List.of("-co", option)));
        layout.creationOptions().forEach(option -> command.addAll(List.of("-co", option)));
        command.addAll(List.of("--config", "GDAL_NUM_THREADS", "ALL_CPUS", source.toString(), target.toString()));
        commands.run(command);
    }

    /**
     * Seconds for reading all bands once. The pixels go as an uncompressed stream to nowhere, with bands and pixels in
     * the order of the file: {@code gdalinfo -stats} and {@code -checksum} go through the file band by band and so
     * decode a pixel-interleaved file once per band, 224 times, and copying to GDAL's memory format needs the whole
     * image in memory.
     *
     * @param threads that decode, in GDAL's words: a number or ALL_CPUS
     */
    public double secondsToRead(Path image, Layout layout, String threads) {
        String order = layout == Layout.STRIPED ? "INTERLEAVE=BAND" : "INTERLEAVE=PIXEL";
        List<String> command = List.of(
                TRANSLATE,
                "-q",
                "--config",
                "GDAL_NUM_THREADS",
                threads,
                "-co",
                "STREAMABLE_OUTPUT=YES",
                "-co",
                "BIGTIFF=IF_SAFER",
                "-co",
                order,
                image.toString(),
                "/vsistdout/");
        return commands.run(command).seconds();
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.Progress;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldOptions;
import org.geotools.util.SimpleInternationalString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        description =
                "Makes a synthetic world with known salinity: EnMAP product, covariates, laboratory spectra, samples.")
final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--regions",
            defaultValue = "1",
            description = "Regions, 1 to 6; of several the last is never labelled. Default: ${DEFAULT-VALUE}.")
    private int regions;

    @Option(names = "--size", required = true, description = "Pixels along each side of every scene.")
    private int size;

    @Option(
            names = "--seed",
            required = true,
            description = "Of all random choices: the same seed gives the same world.")
    private long seed;

    @Option(
            names = "--spectra",
            description =
                    "Laboratory spectra, all labelled regions together. Default: 2.5 per pixel of a side, in each.")
    private @Nullable Integer spectra;

    @Option(
            names = "--samples",
            description = "Field samples, all labelled regions together. Default: 3.3 per pixel of a side, in each.")
    private @Nullable Integer samples;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to make.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        TerminalListener listener = new TerminalListener(System.err, TerminalListener.isTerminal());
        Progress progress = (fraction, task) -> {
            listener.setTask(new SimpleInternationalString(task));
            listener.progress((float) (100 * fraction));
            if (listener.isCanceled()) {
                throw new CancelledException();
            }
        };
        try (Interruption interruption = new Interruption(() -> listener.setCanceled(true))) {
            SampleWorld.write(options(), progress);
        }
        spec.commandLine().getOut().println(out.toAbsolutePath());
        return ExitCode.OK;
    }

    private WorldOptions options() {
        return new WorldOptions(
                regions,
                size,
                seed,
                spectra == null ? WorldOptions.usualSpectra(regions, size) : spectra,
                samples == null ? WorldOptions.usualSamples(regions, size) : samples,
                out);
    }
}

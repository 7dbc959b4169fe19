/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepsalt.benchmarks.torture.host.HostProcess;
import org.deepsalt.benchmarks.torture.host.TestDirectory;
import org.deepsalt.demohost.SampleModel;
import org.deepsalt.model.CancelledException;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldOptions;

/**
 * The hosts of a campaign, each over a data directory of its own with the same layers and the same model. Closing it
 * stops them; it may be closed from another thread.
 */
final class Hosts implements AutoCloseable {
    private static final List<String> QUICK = List.of(
            "unlabelled=500",
            "laboratoryEpochs=1",
            "satelliteEpochs=1",
            "alignmentEpochs=2",
            "teacherEpochs=5",
            "studentEpochs=5",
            "seed=7",
            "synthetic=true");

    private final CampaignPlan plan;
    private final Path folder;
    private final Path original;
    private final List<HostProcess> running = new ArrayList<>();
    private boolean closed;

    private Hosts(CampaignPlan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
        this.original = folder.resolve("original");
    }

    /** Makes the data directory and trains its model, in a few passes. */
    static Hosts prepare(CampaignPlan plan, Path folder) throws IOException {
        Hosts hosts = new Hosts(plan, folder);
        Path world = plan.home().resolve("sample-layers");
        if (plan.size() > 0) {
            world = folder.resolve("world");
            SampleWorld.write(new WorldOptions(plan.size(), plan.seed(), world), (fraction, task) -> {});
        }
        TestDirectory.make(plan.home(), world, hosts.original);
        List<String> command =
                new ArrayList<>(List.of("run", "--data", hosts.original.toString(), "deepsalt:TrainModel", "--"));
        command.addAll(
                List.of("model=" + plan.model(), "ftir=sample", "enmap=sample:enmap", "samples=sample:ece_samples"));
        SampleModel.COVARIATES.forEach(covariate -> command.add("covariate=" + covariate));
        command.addAll(QUICK);
        HostProcess.run(plan.home(), folder, command);
        return hosts;
    }

    /** Starts a host over a copy of the data directory, as users start it. */
    HostProcess start(String name) throws IOException {
        return start(name, folder.resolve(name).resolve("data"), List.of());
    }

    /** Starts a host that lives for seconds, in which Java's best compiler would only take time from others. */
    HostProcess startBrief(String name, Path data) throws IOException {
        return start(name, data, List.of("-XX:TieredStopAtLevel=1"));
    }

    /** Starts a host that lives for seconds over a copy of the data directory. */
    HostProcess startBrief(String name) throws IOException {
        return startBrief(name, folder.resolve(name).resolve("data"));
    }

    private HostProcess start(String name, Path data, List<String> options) throws IOException {
        TestDirectory.copy(original, data);
        HostProcess host = HostProcess.start(plan.home(), data, folder.resolve(name), options);
        synchronized (this) {
            running.add(host);
            if (closed) {
                host.kill();
                throw new CancelledException();
            }
        }
        return host;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(HostProcess::close);
    }
}

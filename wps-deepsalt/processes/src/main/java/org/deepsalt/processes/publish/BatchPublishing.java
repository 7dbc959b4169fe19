/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.model.store.Hash;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.LayerRecord;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.deepsalt.processes.publish.BatchReport.Outcome;
import org.deepsalt.processes.report.JsonReport;
import org.jspecify.annotations.Nullable;

/**
 * The work of {@code deepsalt:PublishBatch}: adds one result after the other, each as a whole, so that a cancelled
 * request is gone on with by repeating it. A result that cannot be added is told with its reason and stops no other.
 */
final class BatchPublishing {
    private final LayerCatalog catalog;

    BatchPublishing(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    Map<String, Object> run(BatchRequest request, Progress progress) {
        progress.report(0, "checking the request");
        Problems problems = new Problems();
        BatchManifest read = problems.attempt(
                () -> BatchManifest.read(catalog.importable(request.manifest()), progress.part(0, 0.01)));
        problems.attempt(() -> {
            catalog.requireSeries(new SeriesTarget(request.series(), request.style(), null));
            return request;
        });
        BatchManifest manifest = problems.require(read);
        BatchReport report = new BatchReport(request);
        Set<Granule> known = new HashSet<>(catalog.granules(request.series()));
        String published = "";
        int done = 0;
        for (BatchRecord record : manifest.records()) {
            double share = 0.01 + 0.99 * done / manifest.records().size();
            String task = "publishing, " + done + " of " + manifest.records().size() + " scenes";
            progress.report(share, task);
            if (record.isDone()) {
                Progress still = (fraction, piece) -> progress.report(share, task);
                String name = publish(request, record, manifest, known, report, still);
                published = name == null ? published : name;
            } else {
                report.add(record.scene(), Outcome.WITHOUT_RESULT, null, record.reason());
            }
            done++;
        }
        progress.report(1, "done");
        Map<String, Object> outputs = new LinkedHashMap<>();
        outputs.put("report", new JsonReport(report.toJson(published)));
        outputs.put("published", published);
        return outputs;
    }

    /** Adds the result of a record; the series' name with its workspace, null if nothing was added. */
    private @Nullable String publish(
            BatchRequest request,
            BatchRecord record,
            BatchManifest manifest,
            Set<Granule> known,
            BatchReport report,
            Progress progress) {
        @Nullable Instant time = null;
        try {
            BatchResult result = BatchResult.of(record, manifest);
            Granule granule = result.granule();
            time = granule.time();
            if (known.contains(granule) && !request.overwrite()) {
                report.add(record.scene(), Outcome.KEPT, time, "the series has it already; overwrite=true replaces it");
                return null;
            }
            String name = add(request, result, granule, progress);
            report.add(record.scene(), known.add(granule) ? Outcome.ADDED : Outcome.REPLACED, time, "");
            return name;
        } catch (CancelledException e) {
            throw e;
        } catch (DeepSaltException e) {
            report.add(record.scene(), Outcome.FAILED, time, e.getMessage());
            return null;
        }
    }

    /** The host moves what it publishes, so it gets a copy, whose bytes are those that are checked. */
    private String add(BatchRequest request, BatchResult result, Granule granule, Progress progress) {
        Path copy = catalog.newResult(result.geoTiff().getFileName().toString());
        try {
            Files.copy(result.geoTiff(), copy);
            String hash = Hash.of(copy, progress);
            if (!hash.equalsIgnoreCase(result.record().sha256())) {
                throw new DeepSaltException("the result has the SHA-256 " + hash + ", the manifest says "
                        + result.record().sha256() + ": it was changed or damaged, run the batch again for this scene");
            }
            Path sidecar = result.sidecar();
            Path report = sidecar == null
                    ? null
                    : Files.copy(
                            sidecar, copy.resolveSibling(sidecar.getFileName().toString() + ".report"));
            Path given = result.isoRecord();
            Path isoRecord = given == null ? null : Files.copy(given, LayerRecord.of(copy));
            Publication publication = result.publication(request, copy, report, isoRecord);
            return catalog.addGranule(publication, granule).layer();
        } catch (IOException e) {
            catalog.discard(copy);
            throw new DeepSaltException(
                    "the result was not copied: " + WriteFailure.reason(copy, "the folder of results", e), e);
        } catch (RuntimeException e) {
            catalog.discard(copy);
            throw e;
        }
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.util.Map;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.library.SpectrumUnit;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.processes.estimate.EstimateSalinityProcess;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.train.TrainModelProcess;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.deepsalt.raster.scene.TestFlag;
import org.geotools.api.util.ProgressListener;
import org.geotools.coverage.grid.GridCoverage2D;
import org.locationtech.jts.geom.Geometry;

/** Requests to the processes as a host makes them; what is null is left to the process. */
final class Requests {
    /** A model that a few passes made: good enough to be run, not to be believed. */
    static final String MODEL = "quick";

    private Requests() {}

    static final ProcessSettings SETTINGS = ProcessSettings.of(ProcessLimits.defaults(), EngineSettings.defaults());

    static synchronized void trainOnce(WorldCatalog catalog) {
        if (!catalog.models().has(MODEL)) {
            train(catalog, MODEL, "scene", WorldCatalog.COVARIATES, null);
        }
    }

    static Map<String, Object> train(
            WorldCatalog catalog, String model, String scene, String[] covariates, ProgressListener listener) {
        Train request = new Train(catalog, model);
        request.enmap = scene;
        request.covariates = covariates;
        request.listener = listener;
        return request.run();
    }

    /** What a request to TrainModel says, changed one thing at a time. */
    static final class Train {
        private final WorldCatalog catalog;
        private final String model;
        String ftir = "library";
        String enmap = "scene";
        String[] covariates = WorldCatalog.COVARIATES;
        String samples = "samples";
        String target;
        String targetUnit;
        String targetRange;
        SpectrumUnit spectra;
        Split.Kind split = Split.Kind.CLUSTER;
        String holdout;
        ProgressListener listener;

        Train(WorldCatalog catalog, String model) {
            this.catalog = catalog;
            this.model = model;
        }

        Map<String, Object> run() {
            return new TrainModelProcess(catalog, SETTINGS)
                    .execute(
                            model,
                            ftir,
                            new String[] {enmap},
                            covariates,
                            samples,
                            target,
                            targetUnit,
                            targetRange,
                            spectra,
                            null,
                            null,
                            null,
                            split,
                            null,
                            holdout,
                            800,
                            5L,
                            2,
                            2,
                            2,
                            15,
                            15,
                            false,
                            null,
                            true,
                            null,
                            listener);
        }
    }

    static Map<String, Object> train(
            WorldCatalog catalog,
            String model,
            String scene,
            String[] covariates,
            String samples,
            Split.Kind split,
            String holdout,
            ProgressListener listener) {
        Train request = new Train(catalog, model);
        request.enmap = scene;
        request.covariates = covariates;
        request.samples = samples;
        request.split = split;
        request.holdout = holdout;
        request.listener = listener;
        return request.run();
    }

    /** An estimation with a number of threads. */
    static Estimate estimate(WorldCatalog catalog, int threads) {
        return new Estimate(catalog, threads);
    }

    /** What a request to EstimateSalinity says, changed one thing at a time. */
    static final class Estimate {
        private final EstimateSalinityProcess process;
        String enmap = "scene";
        String[] covariates = WorldCatalog.COVARIATES;
        String model = MODEL;
        Geometry region;
        Double confidence;
        Double maxNdvi;
        Double maxNcai;
        Double maxNbr2;
        Boolean maskCloud;
        Integer minCirrus;
        Boolean maskHaze;
        Double minNdsi;
        Integer worstQuality;
        TestFlag[] maskFlag;
        Integer maxDefects;
        String layer;
        ProgressListener listener;

        private Estimate(WorldCatalog catalog, int threads) {
            ProcessLimits limits = new ProcessLimits(threads, 1_000_000, 10_000);
            this.process = new EstimateSalinityProcess(catalog, ProcessSettings.of(limits, EngineSettings.defaults()));
        }

        Map<String, Object> run() {
            return process.execute(
                    enmap,
                    covariates,
                    model,
                    region,
                    confidence,
                    maxNdvi,
                    null,
                    null,
                    maxNcai,
                    maxNbr2,
                    maskCloud,
                    minCirrus,
                    maskHaze,
                    minNdsi,
                    worstQuality,
                    maskFlag,
                    maxDefects,
                    layer,
                    null,
                    null,
                    null,
                    listener);
        }

        /** Runs and gives the file of the result. */
        java.nio.file.Path file() {
            GridCoverage2D coverage = (GridCoverage2D) run().get("coverage");
            java.nio.file.Path file = ((ResultCoverage) coverage).file();
            coverage.dispose(true);
            return file;
        }
    }
}

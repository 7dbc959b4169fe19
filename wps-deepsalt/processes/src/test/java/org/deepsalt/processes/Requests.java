/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.util.Map;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.library.BelowDetection;
import org.deepsalt.model.library.SpectralAxis;
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
public final class Requests {
    /** A model that a few passes made: good enough to be run, not to be believed. */
    public static final String MODEL = "quick";

    private Requests() {}

    public static final ProcessSettings SETTINGS =
            ProcessSettings.of(ProcessLimits.defaults(), EngineSettings.defaults());

    public static synchronized void trainOnce(WorldCatalog catalog) {
        if (!catalog.models().has(MODEL)) {
            train(catalog, MODEL, "scene", WorldCatalog.covariates(), null);
        }
    }

    public static Map<String, Object> train(
            WorldCatalog catalog, String model, String scene, String[] covariates, ProgressListener listener) {
        Train request = new Train(catalog, model);
        request.enmap = scene;
        request.covariates = covariates;
        request.listener = listener;
        return request.run();
    }

    /** What a request to TrainModel says, changed one thing at a time. */
    public static final class Train {
        private final WorldCatalog catalog;
        private final String model;
        public String[] ftir = {"library"};
        public String enmap = "scene";
        public String[] covariates = WorldCatalog.covariates();
        public String samples = "samples";
        public String target;
        public String targetUnit;
        public String targetRange;
        public SpectrumUnit spectra;
        public SpectralAxis axis;
        public Double maxDepth;
        public String ecUnit;
        public String ecExtract;
        public BelowDetection belowDetection;
        public Split.Kind split = Split.Kind.CLUSTER;
        public String holdout;
        public Boolean overwrite;
        public ProgressListener listener;

        public Train(WorldCatalog catalog, String model) {
            this.catalog = catalog;
            this.model = model;
        }

        public Map<String, Object> run() {
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
                            axis,
                            maxDepth,
                            ecUnit,
                            ecExtract,
                            belowDetection,
                            null,
                            null,
                            null,
                            split,
                            null,
                            holdout,
                            400,
                            5L,
                            1,
                            1,
                            2,
                            5,
                            5,
                            false,
                            null,
                            true,
                            overwrite,
                            listener);
        }
    }

    public static Map<String, Object> train(
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
    public static Estimate estimate(WorldCatalog catalog, int threads) {
        return new Estimate(catalog, threads);
    }

    /** What a request to EstimateSalinity says, changed one thing at a time. */
    public static final class Estimate {
        private final EstimateSalinityProcess process;
        public String enmap = "scene";
        public String[] covariates = WorldCatalog.covariates();
        public String model = MODEL;
        public Geometry region;
        public Double confidence;
        public Double threshold;
        public Double maxNdvi;
        public Double maxNcai;
        public Double maxNbr2;
        public Boolean maskCloud;
        public Integer minCirrus;
        public Boolean maskHaze;
        public Double minNdsi;
        public Integer worstQuality;
        public TestFlag[] maskFlag;
        public Integer maxDefects;
        public String layer;
        public String series;
        public String time;
        public ProgressListener listener;

        private Estimate(WorldCatalog catalog, int threads) {
            ProcessLimits limits = new ProcessLimits(threads, 1_000_000, 10_000);
            this.process = new EstimateSalinityProcess(catalog, ProcessSettings.of(limits, EngineSettings.defaults()));
        }

        public Map<String, Object> run() {
            return process.execute(
                    enmap,
                    covariates,
                    model,
                    region,
                    confidence,
                    threshold,
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
                    series,
                    time,
                    listener);
        }

        /** Runs and gives the file of the result. */
        public java.nio.file.Path file() {
            GridCoverage2D coverage = (GridCoverage2D) run().get("coverage");
            java.nio.file.Path file = ((ResultCoverage) coverage).file();
            coverage.dispose(true);
            return file;
        }
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.models.DescribeModelProcess;
import org.deepsalt.processes.report.JsonReport;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings with laboratory spectra of the visible and near infrared, with and without samples of the field. */
class VisNirTrainingTest {
    private static final int SAMPLES = 72;

    @TempDir
    Path folder;

    private WorldCatalog catalog;
    private Requests.Train request;

    @BeforeEach
    void library() throws IOException {
        catalog = WorldCatalog.shared();
        StringBuilder text = new StringBuilder("id,country,ece_dS_m");
        for (int nm = 350; nm <= 2500; nm += 10) {
            text.append(",scan_visnir.").append(nm).append("_ref");
        }
        Random random = new Random(3);
        for (int i = 0; i < SAMPLES; i++) {
            double salt = 2 * random.nextDouble() - 1;
            double bright = 0.05 * random.nextGaussian();
            text.append(String.format(
                    Locale.ROOT, "\nv%d,country %d,%.3f", i, i % 9, i % 12 == 5 ? Double.NaN : Math.exp(2 * salt)));
            for (int nm = 350; nm <= 2500; nm += 10) {
                double soil = 0.12 + bright + 0.2 * Math.min(1, (nm - 300) / 1500.0);
                double water = 0.04 * Math.exp(-Math.pow((nm - 1925) / 30.0, 2));
                double band = 0.03 * salt * Math.exp(-Math.pow((nm - 2200) / 60.0, 2));
                text.append(String.format(Locale.ROOT, ",%.4f", soil - water - band));
            }
        }
        catalog.addLibrary("visnir", Files.writeString(folder.resolve("visnir.csv"), text));
        request = new Requests.Train(catalog, "visnir");
        request.ftir = new String[] {"visnir"};
        request.split = null;
    }

    private JsonNode train() throws IOException {
        return new ObjectMapper().readTree(((JsonReport) request.run().get("report")).json());
    }

    private void withoutField() {
        request.samples = null;
        request.covariates = new String[0];
    }

    @Test
    @Tag("slow")
    void aModelWithoutOneFieldSampleSaysWhatItIs() throws IOException {
        withoutField();
        JsonNode report = train();
        int measured = SAMPLES - SAMPLES / 12;
        assertThat(report.path("screening").asBoolean()).isTrue();
        assertThat(report.path("statement").asText())
                .contains("A screening model")
                .contains("countries or regions that were left out by turns");
        assertThat(report.has("samples")).isFalse();
        assertThat(report.at("/split/kind").asText()).isEqualTo("REGIONS");
        assertThat(report.at("/split").has("medianKilometresFromTestToTraining"))
                .isFalse();
        assertThat(report.at("/counts/soils").asInt()).isEqualTo(measured);
        assertThat(report.at("/counts/training").asInt()).isEqualTo(measured);
        assertThat(report.at("/test/ranking").has("rankCorrelation")).isTrue();
        assertThat(report.at("/libraries/0/axis").asText()).isEqualTo("nm");
        assertThat(report.at("/libraries/0/skipped/without ece").asInt()).isEqualTo(SAMPLES / 12);
        ModelCard card = catalog.models().card("visnir");
        assertThat(card.screening()).isTrue();
        assertThat(card.bands())
                .noneMatch(band -> band.centre() > 1350 && band.centre() < 1450)
                .noneMatch(band -> band.centre() > 1790 && band.centre() < 1960);
        assertThat(card.provenance()).extracting(ModelCard.Input::role).containsExactly("library", "scene");
        assertThat((String) new DescribeModelProcess(catalog).execute("visnir").get("page"))
                .contains("**A screening model")
                .contains("Vis-NIR spectra were reflectance as a fraction")
                .contains("in 216 columns from 350 to 2500 nm, most of them 10 apart")
                .contains("No pixel of the scenes has been compared with a measurement");
    }

    @Test
    @Tag("slow")
    void fieldSamplesAndBothKindsOfLibrariesGoTogether() throws IOException {
        request = new Requests.Train(catalog, "both-kinds");
        request.ftir = new String[] {"library", "visnir"};
        JsonNode report = train();
        assertThat(report.path("screening").asBoolean()).isFalse();
        assertThat(report.at("/libraries")).hasSize(2);
        assertThat(report.at("/libraries/0/axis").asText()).isEqualTo("cm-1");
        assertThat(report.at("/counts/soils").asInt()).isEqualTo(SAMPLES - SAMPLES / 12);
        assertThat(report.at("/counts/library").asInt()).isGreaterThan(100);
        assertThat(report.at("/samples/used").asInt())
                .isEqualTo(report.at("/counts/training").asInt());
        request = new Requests.Train(catalog, "visnir-and-field");
        request.ftir = new String[] {"visnir"};
        JsonNode alone = train();
        assertThat(alone.at("/counts/pairs").asInt())
                .isEqualTo(alone.at("/counts/soils").asInt());
        assertThat(alone.at("/libraries/0/readings").isObject()).isTrue();
    }

    @Test
    void withoutSamplesAVisNirLibraryIsNeeded() {
        withoutField();
        request.ftir = new String[] {"library"};
        assertThatThrownBy(() -> request.run())
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("samples is missing: name a point layer with the measured ece, or give a library"
                        + " of Vis-NIR spectra (350 to 2500 nm) in ftir");
    }

    @Test
    void whatAScreeningModelCannotHaveIsToldTogether() {
        request.samples = null;
        request.split = Split.Kind.RANDOM;
        request.holdout = "country 1";
        request.ftir = new String[] {"visnir", "visnir"};
        assertThatThrownBy(() -> request.run())
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("covariate is given without samples")
                .hasMessageContaining("set split=REGIONS or leave it out")
                .hasMessageContaining("holdout is 'country 1' without samples")
                .hasMessageContaining("ftir names a library twice");
    }

    @Test
    void aSpectrumThatCoversTooFewBandsIsRefused() throws IOException {
        StringBuilder text = new StringBuilder("id,country,ece_dS_m");
        for (int nm = 350; nm <= 500; nm += 10) {
            text.append(",scan_visnir.").append(nm).append("_ref");
        }
        for (int i = 0; i < 60; i++) {
            text.append("\nn")
                    .append(i)
                    .append(",country ")
                    .append(i % 9)
                    .append(',')
                    .append(i);
            for (int nm = 350; nm <= 500; nm += 10) {
                text.append(',').append(0.1 + nm / 5000.0);
            }
        }
        catalog.addLibrary("narrow", Files.writeString(folder.resolve("narrow.csv"), text));
        withoutField();
        request.ftir = new String[] {"narrow"};
        assertThatThrownBy(() -> request.run())
                .hasMessageContaining("the Vis-NIR spectra (350 to 500 nm) cover ")
                .hasMessageContaining("give libraries of 400 to 2500 nm");
    }
}

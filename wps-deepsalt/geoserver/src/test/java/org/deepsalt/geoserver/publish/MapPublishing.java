/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.Publication;
import org.geoserver.catalog.CoverageInfo;
import org.junit.jupiter.api.BeforeEach;

/** Maps of one date, published as layer salt:ece. */
abstract class MapPublishing extends SaltWorkspace {
    Publisher publisher;
    Path result;
    Path report;

    @BeforeEach
    void openPublisher() {
        publisher = new Publisher(server.catalog, server.catalog, rights, settings, journal());
    }

    void assertRefused(boolean overwrite, String step) {
        assertThatThrownBy(() -> publish("Refused", overwrite))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'salt:ece' was not published, GeoServer refused it: no space for '" + step + "'");
    }

    Publication.Published publish(String title, boolean overwrite) throws Exception {
        return publisher.publish(publication(title, overwrite));
    }

    Publication publication(String title, boolean overwrite) throws Exception {
        return publication(title, overwrite, true);
    }

    Publication publication(String title, boolean overwrite, boolean chosen) throws Exception {
        result = SmallTiff.write(temp.resolve("result.tif"), 1);
        report = Files.writeString(temp.resolve("result.json"), "{}", StandardCharsets.UTF_8);
        return Publication.of("salt:ece", "ece-classes", result)
                .title(title)
                .titleChosen(chosen)
                .styleChosen(chosen)
                .description("Known values & places")
                .keywords(List.of("ECe", title))
                .report(report)
                .notes(Map.of("deepsalt_note " + title, title))
                .overwrite(overwrite)
                .build();
    }

    static Map<String, Object> metadata(CoverageInfo coverage) {
        return new TreeMap<>(coverage.getMetadata());
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.PublicationBuilder;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.coverage.grid.GridEnvelope2D;
import org.geotools.coverage.grid.io.DefaultHarvestedSource;
import org.geotools.geometry.GeneralBounds;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.transform.AffineTransform2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Maps of several dates, published as layer salt:ece. */
abstract class SeriesPublishing extends SaltWorkspace {
    static final Granule JULY = new Granule(Instant.parse("2025-07-11T10:20:30Z"), "0123456789ab");
    static final Granule AUGUST = new Granule(Instant.parse("2025-08-01T10:20:30Z"), "0123456789ab");
    static final String JULY_FILE = "ece-20250711T102030Z-0123456789ab.tif";
    static final String AUGUST_FILE = "ece-20250801T102030Z-0123456789ab.tif";
    private static final TimeZone ZONE = TimeZone.getDefault();

    SeriesPublisher publisher;
    Path result;
    Path report;

    @BeforeEach
    void openPublisher() throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        publisher = new SeriesPublisher(server.catalog, server.catalog, rights, settings, journal());
        harvestAnswers(true);
        ReferencedEnvelope all = new ReferencedEnvelope(0, 3840, 0, 3840, CRS.decode("EPSG:32612", true));
        when(server.reader.getOriginalEnvelope()).thenReturn(new GeneralBounds(all));
        when(server.reader.getOriginalGridRange()).thenReturn(new GridEnvelope2D(0, 0, 128, 128));
        when(server.reader.getOriginalGridToWorld(PixelInCell.CELL_CENTER))
                .thenReturn(new AffineTransform2D(30, 0, 0, -30, 15, 3825));
    }

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(ZONE);
    }

    void harvestAnswers(boolean success) throws Exception {
        doAnswer(call -> List.of(new DefaultHarvestedSource(call.getArgument(1), success, "no such band")))
                .when(server.reader)
                .harvest(any(), any(), any());
    }

    Publication.Published add(Granule granule, float value) throws Exception {
        return publisher.add(publication(value).build(), granule);
    }

    PublicationBuilder publication(float value) throws Exception {
        result = SmallTiff.write(temp.resolve("result.tif"), value);
        report = Files.writeString(temp.resolve("result.json"), String.valueOf((int) value), StandardCharsets.UTF_8);
        return Publication.of("salt:ece", "ece-classes", result).report(report);
    }
}

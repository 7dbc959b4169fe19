/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.metrics.EvaluationSummary;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.catalog.LayerRecord;
import org.deepsalt.processes.report.Version;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.Grid;
import org.geotools.gce.geotiff.GeoTiffReader;

/**
 * A record of a result after ISO 19115 in the XML of ISO 19139: what it shows, where and when, of which depth, how it
 * was made, how good it is. The responsible party is left open, since only the agency knows it.
 */
public final class IsoRecord {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNIT = "unit";

    private final JsonNode report;
    private final ModelCard card;
    private final Grid grid;
    private final IsoXml xml = new IsoXml();

    private IsoRecord(Path geoTiff, JsonNode report, ModelCard card) {
        this.report = report;
        this.card = card;
        GeoTiffReader reader = GeoTiffs.reader(geoTiff);
        try {
            this.grid = RasterSource.gridOf(reader);
        } finally {
            reader.dispose();
        }
    }

    /** Where the record of a GeoTIFF lies: {@code ece.tif} has {@code ece.iso.xml}. */
    public static Path of(Path geoTiff) {
        return LayerRecord.of(geoTiff);
    }

    /**
     * Writes the record beside a result.
     *
     * @param geoTiff the finished result
     * @param report of the estimation, a JSON object
     * @param card of the model that made it
     * @return where it is
     */
    public static Path write(Path geoTiff, String report, ModelCard card) {
        Path file = of(geoTiff);
        try {
            IsoRecord record = new IsoRecord(geoTiff, JSON.readTree(report), card);
            return Files.writeString(file, record.document(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DeepSaltException(
                    "the ISO 19139 record was not written: " + WriteFailure.reason(file, "the folder of results", e),
                    e);
        }
    }

    private String document() {
        xml.root("gmd:MD_Metadata", () -> {
            xml.string("fileIdentifier", RecordId.of(report));
            xml.string("language", "eng");
            xml.code("characterSet", "MD_CharacterSetCode", "utf8");
            xml.code("hierarchyLevel", "MD_ScopeCode", "dataset");
            contact("contact");
            xml.text(
                    "gmd:dateStamp/gco:DateTime", seconds(report.path("created").asText()));
            xml.string("metadataStandardName", "ISO 19115:2003/19139");
            xml.string("metadataStandardVersion", "1.0");
            xml.in(
                    "gmd:referenceSystemInfo/gmd:MD_ReferenceSystem/gmd:referenceSystemIdentifier/gmd:RS_Identifier",
                    () -> xml.string("code", grid.crsName()));
            xml.in("gmd:identificationInfo/gmd:MD_DataIdentification", this::identification);
            xml.in("gmd:dataQualityInfo/gmd:DQ_DataQuality", this::quality);
        });
        return xml.document();
    }

    private String scene() {
        return report.path("inputs").path("enmap").asText();
    }

    /** ISO 8601 without parts of seconds and zone, which the standard's type takes as UTC. */
    private static String seconds(String instant) {
        return instant.replaceFirst("(?:\\.\\d+)?Z$", "");
    }

    private void contact(String name) throws XMLStreamException {
        xml.in("gmd:" + name + "/gmd:CI_ResponsibleParty", () -> {
            xml.nil("organisationName", "missing");
            xml.code("role", "CI_RoleCode", "pointOfContact");
        });
    }

    private void identification() throws XMLStreamException {
        String what = (card.target().property().isEce()
                        ? "Soil salinity (ECe)"
                        : card.target().attribute()) + " of " + scene();
        xml.in("gmd:citation/gmd:CI_Citation", () -> {
            xml.string("title", what);
            date("creation", report.path("created").asText());
        });
        xml.string("abstract", abstractText());
        contact("pointOfContact");
        keywords(List.of("Soil"), "GEMET - INSPIRE themes, version 1.0", "2008-06-01");
        keywords(List.of("soil salinity", card.target().attribute(), "EnMAP", "bare topsoil"), "", "");
        xml.code("spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "grid");
        xml.in("gmd:spatialResolution/gmd:MD_Resolution/gmd:distance/gco:Distance", () -> {
            xml.attribute("uom", "m");
            number(Math.abs(grid.toCrs().getScaleX()));
        });
        xml.string("language", "eng");
        xml.text("gmd:topicCategory/gmd:MD_TopicCategoryCode", "geoscientificInformation");
        xml.in("gmd:extent/gmd:EX_Extent", this::extent);
    }

    private void number(double value) throws XMLStreamException {
        xml.characters(String.format(Locale.ROOT, "%.4g", value));
    }

    private void date(String kind, String instant) throws XMLStreamException {
        xml.in("gmd:date/gmd:CI_Date", () -> {
            xml.text("gmd:date/gco:Date", instant.substring(0, "yyyy-mm-dd".length()));
            xml.code("dateType", "CI_DateTypeCode", kind);
        });
    }

    private String abstractText() {
        return "Estimates of " + card.target().attribute() + " in "
                + card.target().unit()
                + " by pixel with bounds, dissimilarity and the reasons of pixels without an estimate, from the EnMAP"
                + " scene " + scene() + " with model " + card.id() + ". "
                + (card.synthetic() ? "The model was trained on synthetic data: the map shows nothing real. " : "")
                + "Applicability: "
                + report.path("applicability").path("verdict").asText() + ". " + depth();
    }

    /** Of which depth the soil is that the model was taught: what a satellite sees is the surface. */
    private String depth() {
        String known = card.laboratory().stream()
                .map(LibraryNotes::depths)
                .filter(depths -> depths != null && !depths.columns().isEmpty())
                .map(depths -> String.format(Locale.ROOT, "down to %.0f cm", depths.deepest()))
                .distinct()
                .collect(Collectors.joining(", "));
        return known.isEmpty()
                ? "Depth: the surface that the satellite sees; the model's laboratory samples tell no depth."
                : "Depth: topsoil, laboratory samples " + known + ".";
    }

    private void keywords(List<String> words, String thesaurus, String published) throws XMLStreamException {
        xml.in("gmd:descriptiveKeywords/gmd:MD_Keywords", () -> {
            for (String word : words) {
                xml.string("keyword", word);
            }
            if (!thesaurus.isEmpty()) {
                xml.in("gmd:thesaurusName/gmd:CI_Citation", () -> {
                    xml.string("title", thesaurus);
                    date("publication", published);
                });
            }
        });
    }

    private void extent() throws XMLStreamException {
        double[] box = Footprint.of(grid).box();
        xml.in("gmd:geographicElement/gmd:EX_GeographicBoundingBox", () -> {
            xml.text("gmd:westBoundLongitude/gco:Decimal", degrees(box[0]));
            xml.text("gmd:eastBoundLongitude/gco:Decimal", degrees(box[2]));
            xml.text("gmd:southBoundLatitude/gco:Decimal", degrees(box[1]));
            xml.text("gmd:northBoundLatitude/gco:Decimal", degrees(box[3]));
        });
        if (report.hasNonNull("acquired")) {
            xml.in("gmd:temporalElement/gmd:EX_TemporalExtent/gmd:extent/gml:TimeInstant", () -> {
                xml.id("acquired");
                xml.text("gml:timePosition", report.path("acquired").asText());
            });
        }
    }

    /** Beyond the antimeridian longitudes begin anew. */
    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value > 180 ? value - 360 : value);
    }

    private void quality() throws XMLStreamException {
        xml.in("gmd:scope/gmd:DQ_Scope", () -> xml.code("level", "MD_ScopeCode", "dataset"));
        EvaluationSummary test = card.test().overall();
        accuracy(
                "mean absolute error on pixels that the model had not seen",
                UNIT + "-1",
                test.metrics().mae());
        accuracy(
                "root mean square error on the same pixels",
                UNIT + "-2",
                test.metrics().rmse());
        xml.in("gmd:lineage/gmd:LI_Lineage", () -> xml.string("statement", lineage(test)));
    }

    private void accuracy(String measure, String id, double value) throws XMLStreamException {
        xml.in("gmd:report/gmd:DQ_QuantitativeAttributeAccuracy", () -> {
            xml.string("nameOfMeasure", measure);
            xml.in("gmd:result/gmd:DQ_QuantitativeResult", () -> {
                xml.in("gmd:valueUnit/gml:UnitDefinition", () -> {
                    xml.id(id);
                    xml.in("gml:identifier", () -> {
                        xml.attribute("codeSpace", "http://unitsofmeasure.org");
                        xml.characters(card.target().unit());
                    });
                });
                xml.in("gmd:value/gco:Record", () -> number(value));
            });
        });
    }

    private String lineage(EvaluationSummary test) {
        return String.format(
                Locale.ROOT,
                "deepsalt:EstimateSalinity of %s, scene %s, model %s (trained %s, SHA-256 of its card's files in the"
                        + " report). Intervals that shall hold %.0f %% of true values held %.0f %% of the test pixels."
                        + " The report beside the file has all inputs, masks and areas.",
                Version.text(),
                scene(),
                card.id(),
                card.created(),
                100 * test.intervals().confidence(),
                100 * test.intervals().coverage());
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.world.satellite.Footprint;
import org.deepsalt.world.satellite.Scene;

/** The element {@code specific} of METADATA.XML: instrument, quality, angles and bands. */
final class MetadataSpecific {
    private static final List<String> FRAMES =
            List.of("upper_left", "upper_right", "lower_right", "lower_left", "center");
    private static final String UNKNOWN = "-999";
    private static final double DEGREES = 180 / Math.PI;

    private final Scene scene;
    private final ProductName name;
    private final SceneStatistics statistics;
    private final Times times;

    /** The times of the scene as the product writes them. */
    record Times(String start, String stop, String processed) {}

    MetadataSpecific(Scene scene, ProductName name, SceneStatistics statistics, Times times) {
        this.scene = scene;
        this.name = name;
        this.statistics = statistics;
        this.times = times;
    }

    /**
     * Adds the element.
     *
     * @param polygon adds the scene's footprint
     */
    void put(XmlTree xml, Runnable polygon) {
        xml.open("specific");
        putQuality(xml);
        putChannels(xml, "vnirProductQuality", Detector.VNIR);
        putChannels(xml, "swirProductQuality", Detector.SWIR);
        putDatatake(xml);
        putAngles(xml);
        xml.open("spatialCoverageOfOrthoScene");
        polygon.run();
        xml.close("spatialCoverageOfOrthoScene");
        putBands(xml);
        xml.text("pixelSizeOfOrthoScene", 30, "unit", "meter");
        xml.text("widthOfOrthoScene", scene.grid().width(), "unit", "pixel");
        xml.text("heightOfOrthoScene", scene.grid().height(), "unit", "pixel");
        xml.close("specific");
    }

    private void putQuality(XmlTree xml) {
        xml.open("qualityFlag");
        xml.text("overallQualityVNIR", 0);
        xml.text("overallQualitySWIR", 0);
        xml.text("overallQuality", 0);
        xml.text("sceneSZA", degrees(Math.PI / 2 - scene.overpass().sunElevation()));
        xml.text("qualityAtmosphere", 0);
        xml.text("sceneSunglint", UNKNOWN);
        xml.text("cloudCover", statistics.percent(QualityLayer.CLOUD, 1));
        xml.text("hazeCover", statistics.percent(QualityLayer.HAZE, 1));
        xml.text("cirrusCover", statistics.percent(QualityLayer.CIRRUS, 1, 2, 3));
        xml.text("snowCover", statistics.percent(QualityLayer.SNOW, 1));
        xml.text("waterCover", statistics.percent(QualityLayer.CLASSES, 2));
        xml.text("cloudShadow", statistics.percent(QualityLayer.CLOUDSHADOW, 1));
        xml.text("sceneWV", 1450);
        xml.text("sceneAOT", 110);
        xml.close("qualityFlag");
    }

    private void putChannels(XmlTree xml, String element, Detector detector) {
        List<Band> bands = scene.bands().list();
        StringJoiner numbers = new StringJoiner(",");
        int count = 0;
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).detector() == detector) {
                numbers.add(Integer.toString(i + 1));
                count++;
            }
        }
        xml.open(element);
        xml.text("numChannelsExpected", count);
        xml.text("expectedChannelsList", numbers);
        xml.text("numChannelsMissing", 0);
        xml.text("missingChannelsList", "");
        xml.close(element);
    }

    private void putDatatake(XmlTree xml) {
        xml.text("missionPhase", "SYNTHETIC");
        xml.text("mission", "EnMAP");
        xml.text("satelliteID", "01");
        xml.text("sensor", "HSI");
        xml.text("datatakeID", String.format(Locale.ROOT, "%010d", name.datatake()));
        xml.text("numberOfSWIRBands", count(Detector.SWIR));
        xml.text("numberOfVNIRBands", count(Detector.VNIR));
        xml.text("processingDateTime", times.processed());
        xml.text("datatakeStart", times.start());
        xml.text("datatakeStop", times.stop());
        xml.text("backgroundValue", SceneTile.NO_DATA);
        xml.text("tileID", "01");
        xml.text("numberOfTiles", "01");
        xml.text("code", "L2A");
    }

    private long count(Detector detector) {
        return scene.bands().list().stream()
                .filter(band -> band.detector() == detector)
                .count();
    }

    private void putAngles(XmlTree xml) {
        putAngle(xml, "sunElevationAngle", scene.overpass().sunElevation());
        putAngle(xml, "sunAzimuthAngle", scene.overpass().sunAzimuth());
        putAngle(xml, "acrossOffNadirAngle", 0);
        putAngle(xml, "alongOffNadirAngle", 0);
        putAngle(xml, "sceneAzimuthAngle", Footprint.TURN);
    }

    private static void putAngle(XmlTree xml, String element, double radians) {
        xml.open(element);
        for (String frame : FRAMES) {
            xml.text(frame, degrees(radians), "unit", "DEG");
        }
        xml.close(element);
    }

    private static String degrees(double radians) {
        return String.format(Locale.ROOT, "%.6f", radians * DEGREES);
    }

    private void putBands(XmlTree xml) {
        List<Band> bands = scene.bands().list();
        xml.open("bandCharacterisation");
        for (int i = 0; i < bands.size(); i++) {
            xml.open("bandID", "number", Integer.toString(i + 1));
            xml.text("wavelengthCenterOfBand", ProductFiles.number(bands.get(i).centre()));
            xml.text("FWHMOfBand", ProductFiles.number(bands.get(i).width()));
            xml.text("GainOfBand", "0.0001");
            xml.text("OffsetOfBand", "0");
            xml.close("bandID");
        }
        xml.close("bandCharacterisation");
    }
}

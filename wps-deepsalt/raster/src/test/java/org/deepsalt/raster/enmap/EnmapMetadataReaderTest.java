/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.raster.RealData;
import org.junit.jupiter.api.Test;

class EnmapMetadataReaderTest {
    private static final String SMALL = """
            <level_X>
              <base><level>L2A</level><revision>01.04.02</revision>
                <temporalCoverage><startTime>2024-08-15T18:21:44.123456Z</startTime>
                  <stopTime>2024-08-15T18:21:48.5Z</stopTime></temporalCoverage></base>
              <specific>
                <qualityFlag><cloudCover>7</cloudCover></qualityFlag>
                <widthOfOrthoScene>10</widthOfOrthoScene><heightOfOrthoScene>20</heightOfOrthoScene>
                <vnirProductQuality><expectedChannelsList>1</expectedChannelsList></vnirProductQuality>
                <swirProductQuality><expectedChannelsList>2</expectedChannelsList></swirProductQuality>
                <bandCharacterisation>
                  <bandID number="1"><wavelengthCenterOfBand>911.7</wavelengthCenterOfBand><FWHMOfBand>9</FWHMOfBand>
                    <GainOfBand>0.0002</GainOfBand><OffsetOfBand>0.1</OffsetOfBand></bandID>
                  <bandID number="2"><wavelengthCenterOfBand>1350</wavelengthCenterOfBand></bandID>
                </bandCharacterisation>
              </specific>
              <product><ortho><projection>UTM_Zone12_South</projection></ortho>
                <bandStatistics><bandID number="2"><mean>-1000000</mean></bandID></bandStatistics></product>
            </level_X>
            """;

    @Test
    void readsWhatASceneNeeds() {
        EnmapMetadata metadata = read(SMALL);
        assertThat(metadata.start()).isEqualTo(Instant.parse("2024-08-15T18:21:44.123456Z"));
        assertThat(metadata.epsg()).hasValue(32712);
        assertThat(metadata.cover()).containsEntry("cloudCover", 7.0);
        assertThat(metadata.bands())
                .containsExactly(
                        new SpectralBand(new Band(911.7, 9, Detector.VNIR), 0.0002, 0.1, true),
                        new SpectralBand(new Band(1350, 0, Detector.SWIR), 1e-4, 0, false));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> read("<level_X><base><level>L1C</level></base></level_X>"))
                .hasMessageContaining("no element 'base/temporalCoverage/startTime'")
                .hasMessageContaining("no element 'specific/widthOfOrthoScene'")
                .hasMessageContaining("describe no bands")
                .hasMessageContaining("level L1C, wanted L2A");
    }

    @Test
    void aDoctypeIsRefused() {
        assertThatThrownBy(() ->
                        read("<!DOCTYPE level_X [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><level_X>&x;</level_X>"))
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void brokenXmlIsRefused() {
        assertThatThrownBy(() -> read("<level_X><base>")).hasMessageContaining("is refused");
        assertThatThrownBy(() -> read(SMALL.replace("911.7", "red"))).hasMessageContaining("wanted a number");
        assertThatThrownBy(() -> read(SMALL.replace("number=\"2\"", "number=\"3\"")))
                .hasMessageContaining("leave out band 2");
    }

    @Test
    void aRealQualificationProductIsReadWhole() throws IOException {
        try (InputStream zipped =
                        Files.newInputStream(RealData.file("enmap/METADATA_L2A_qualification_218bands.XML.gz"));
                InputStream document = new GZIPInputStream(zipped)) {
            EnmapMetadata metadata = EnmapMetadataReader.read("METADATA.XML", document);
            assertThat(metadata.bands()).hasSize(218);
            assertThat(metadata.bands()).allSatisfy(band -> {
                assertThat(band.gain()).isEqualTo(1e-4);
                assertThat(band.offset()).isZero();
                assertThat(band.band().width()).isBetween(5.0, 15.0);
                assertThat(band.band().detector()).isNotEqualTo(Detector.UNKNOWN);
                assertThat(band.hasData()).isTrue();
            });
            assertThat(metadata.bands().get(0).band().centre()).isEqualTo(423.03);
            assertThat(metadata.bands().stream().filter(band -> band.band().detector() == Detector.VNIR))
                    .hasSize(88);
            assertThat(metadata.epsg()).hasValue(32632);
            assertThat(metadata.width()).isEqualTo(1128);
            assertThat(metadata.height()).isEqualTo(1212);
            assertThat(metadata.start()).isEqualTo(Instant.parse("2017-06-26T10:20:20.999936Z"));
            assertThat(metadata.stop()).isEqualTo(Instant.parse("2017-06-26T10:20:25.545157Z"));
            assertThat(metadata.cover()).containsEntry("waterCover", 2.0).containsEntry("cloudShadow", 8.0);
            assertThat(metadata.spectralImage())
                    .hasValueSatisfying(name -> assertThat(name).endsWith("SPECTRAL_IMAGE.TIF"));
        }
    }

    private static EnmapMetadata read(String xml) {
        return EnmapMetadataReader.read("METADATA.XML", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}

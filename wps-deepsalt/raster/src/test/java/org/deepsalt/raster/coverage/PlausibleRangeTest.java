/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.RawTiff;
import org.deepsalt.raster.coverage.WarpedSource.Sampling;
import org.deepsalt.raster.statistics.ZoneStatistics;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that no soil has are refused with the band and the count, wherever they would be counted or learned from. */
class PlausibleRangeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "sand, 100, true",
        "sand, 0, true",
        "sand, 560, false",
        "clay, -9999, false",
        "sand, -1e30, false",
        "tmin, -9.3, true",
        "tavg, 2638, false",
        "pavg, 0, true",
        "pavg, -9999, false",
        "elevation, 1800, true",
        "elevation, -9999, false",
        "elevation, -32768, false",
        "elevation, 1e38, false",
        "elevation, Infinity, false",
        "elevation, NaN, true"
    })
    void covariatesStayInNature(String name, float value, boolean plausible) {
        assertThat(PlausibleRange.ofCovariate(name).holds(value)).isEqualTo(plausible);
    }

    @Test
    void aMapOfEceSaysHowManyPixelsCannotBe() throws Exception {
        float[] map = {4, 2045, 40, 4040, Float.NaN, Float.POSITIVE_INFINITY};
        assertThatThrownBy(() -> statistics(map))
                .hasMessageContaining(
                        "layer 'map', band 1: 3 of 5 pixels with a value have one that ECe cannot have, from"
                                + " 2045.0 to Infinity, wanted -50 to 300 dS/m: declare"
                                + " the number that stands for no data");
        assertThatThrownBy(() -> statistics(4, -9999, 3, 3, 3, 3)).hasMessageContaining("1 of 6 pixels");
        assertThat(statistics(4, 2, 3, 3, 3, 3).overall().salinity().mean()).isEqualTo(3);
    }

    @Test
    void aCovariateIsRefusedWhereItIsUsed() throws Exception {
        PlausibleRange sand = PlausibleRange.ofCovariate("sand");
        assertThatThrownBy(() -> warped(sand, 40, 41, -1e30f, 42, 43, -1e30f))
                .hasMessageContaining("layer 'map', band 1: 2 of 6 pixels with a value have one that sand cannot have");
        assertThat(warped(sand, 40, 41, 42, 43, 44, 45)).containsExactly(40, 41, 42, 43, 44, 45);
    }

    private ZoneStatistics.Result statistics(float... values) throws IOException {
        Path file = new RawTiff().image(3, 2, 32, 3, RawTiff.float32(values)).write(folder.resolve("map.tif"));
        GeoTiffReader reader = GeoTiffs.reader(file);
        try (RasterSource source = RasterSource.open("map", reader, file)) {
            return new ZoneStatistics(source, 0, OptionalInt.empty(), List.of()).run(Progress.SILENT);
        } finally {
            reader.dispose();
        }
    }

    private float[] warped(PlausibleRange range, float... values) throws IOException {
        Path file = new RawTiff().image(3, 2, 32, 3, RawTiff.float32(values)).write(folder.resolve("map.tif"));
        GeoTiffReader reader = GeoTiffs.reader(file);
        try (RasterSource source = RasterSource.open("map", reader, file)) {
            int[] bands = {0};
            return new WarpedSource(source, bands, source.grid(), Sampling.BILINEAR, List.of(range))
                    .read(source.grid().all());
        } finally {
            reader.dispose();
        }
    }
}

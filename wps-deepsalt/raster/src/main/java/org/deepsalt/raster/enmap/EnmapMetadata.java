/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The content of an EnMAP L2A METADATA.XML that processes use.
 *
 * @param level processing level, {@code L2A}
 * @param processor version of the processor
 * @param start begin of the acquisition
 * @param stop end of the acquisition
 * @param width columns of the ortho image
 * @param height rows of the ortho image
 * @param pixelSize in metres
 * @param epsg of the UTM zone that the metadata name, such as 32632
 * @param bands in the order of {@code bandID}, which is the order of the image's bands
 * @param spectralImage name of the image file, if given
 * @param cover shares of the scene in percent by name: {@code cloudCover, hazeCover, cirrusCover, snowCover,
 *     waterCover, cloudShadow}
 */
@RecordBuilder
public record EnmapMetadata(
        String level,
        String processor,
        Instant start,
        Instant stop,
        int width,
        int height,
        double pixelSize,
        OptionalInt epsg,
        List<SpectralBand> bands,
        Optional<String> spectralImage,
        Map<String, Double> cover) {}

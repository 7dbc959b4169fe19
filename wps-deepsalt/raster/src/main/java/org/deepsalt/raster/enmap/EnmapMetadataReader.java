/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.raster.geotiff.tags.BoundedXml;
import org.jspecify.annotations.Nullable;

/**
 * Reads METADATA.XML of EnMAP L2A products (element paths as the German Aerospace Center delivers them since 2022, and
 * as the qualification products before the launch have them).
 */
public final class EnmapMetadataReader {
    private static final Pattern BAND =
            Pattern.compile("(specific/bandCharacterisation|product/bandStatistics)/bandID/(\\w+)");
    private static final Pattern COVER =
            Pattern.compile("specific/qualityFlag/(cloudCover|hazeCover|cirrusCover|snowCover|waterCover|cloudShadow)");
    private static final Pattern UTM = Pattern.compile("UTM_Zone(\\d{1,2})_(North|South)");
    /** Bytes of a file; a product of 242 bands has about a million. */
    private static final int LARGEST = 16 << 20;

    private static final double NO_DATA_MEAN = -1_000_000;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<Integer, Map<String, Double>> bands = new TreeMap<>();
    private final Map<String, Double> cover = new TreeMap<>();
    private final String name;

    private EnmapMetadataReader(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @throws DeepSaltException if it is not well-formed, has a DOCTYPE, or lacks what a scene needs
     */
    public static EnmapMetadata read(Path file) {
        try {
            return read(file.getFileName().toString(), new ByteArrayInputStream(RegularFile.bytes(file, LARGEST)));
        } catch (IOException e) {
            throw new DeepSaltException(
                    "metadata '" + file.getFileName() + "' cannot be read: " + e.getMessage() + "; check the file", e);
        }
    }

    /** Reads a stream; {@code name} is for messages. */
    public static EnmapMetadata read(String name, InputStream document) {
        EnmapMetadataReader reader = new EnmapMetadataReader(name);
        try {
            XmlLeaves.walk(document, reader::take);
        } catch (XMLStreamException e) {
            throw new DeepSaltException(
                    "metadata '" + name + "' is refused: " + BoundedXml.reason(e)
                            + "; give the METADATA.XML as delivered",
                    e);
        }
        return reader.metadata();
    }

    private void take(String path, @Nullable String number, String text) {
        Matcher band = BAND.matcher(path);
        Matcher share = COVER.matcher(path);
        if (band.matches() && number != null) {
            bands.computeIfAbsent(wholeNumber(path, number.trim()), key -> new HashMap<>())
                    .put(band.group(2), number(path, text));
        } else if (share.matches()) {
            cover.put(share.group(1), number(path, text));
        } else {
            texts.putIfAbsent(path, text);
        }
    }

    private EnmapMetadata metadata() {
        Problems problems = new Problems();
        String level = wanted("base/level", problems);
        Instant start = problems.attempt(() -> time("base/temporalCoverage/startTime"));
        Instant stop = problems.attempt(() -> time("base/temporalCoverage/stopTime"));
        Integer width = problems.attempt(() -> whole("specific/widthOfOrthoScene"));
        Integer height = problems.attempt(() -> whole("specific/heightOfOrthoScene"));
        Double pixelSize = problems.attempt(() ->
                number("specific/pixelSizeOfOrthoScene", texts.getOrDefault("specific/pixelSizeOfOrthoScene", "30")));
        List<SpectralBand> list = problems.attempt(this::bandList);
        if (level != null && !level.equals("L2A")) {
            problems.add("metadata '" + name + "' describe a product of level " + level
                    + ", wanted L2A (surface reflectance): order the scene as L2A");
        }
        problems.throwIfAny();
        return EnmapMetadataBuilder.builder()
                .level(level)
                .processor(texts.getOrDefault("base/revision", "unknown"))
                .start(start)
                .stop(stop)
                .width(Objects.requireNonNull(width))
                .height(Objects.requireNonNull(height))
                .pixelSize(Objects.requireNonNull(pixelSize))
                .epsg(epsg())
                .bands(list)
                .spectralImage(Optional.ofNullable(texts.get("product/image/merge/name")))
                .cover(Map.copyOf(cover))
                .build();
    }

    private @Nullable String wanted(String path, Problems problems) {
        return problems.attempt(() -> text(path));
    }

    private String text(String path) {
        String text = texts.get(path);
        if (text == null) {
            throw new DeepSaltException(
                    "metadata '" + name + "' have no element '" + path + "': give the METADATA.XML as delivered");
        }
        return text;
    }

    private int whole(String path) {
        return wholeNumber(path, text(path));
    }

    private int wholeNumber(String path, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(path, text, "a whole number", e);
        }
    }

    private double number(String path, String text) {
        double number = DecimalText.parse(text);
        if (Double.isNaN(number)) {
            throw wrong(path, text, "a number", null);
        }
        return number;
    }

    private DeepSaltException wrong(String path, String text, String wanted, @Nullable Exception cause) {
        return new DeepSaltException(
                "metadata '" + name + "' say '" + text + "' in '" + path + "', wanted " + wanted
                        + ": give the METADATA.XML as delivered",
                cause);
    }

    private Instant time(String path) {
        String text = text(path);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(path, text, "a time with zone", e);
        }
    }

    private List<SpectralBand> bandList() {
        Set<Integer> vnir = channels("specific/vnirProductQuality/expectedChannelsList");
        Set<Integer> swir = channels("specific/swirProductQuality/expectedChannelsList");
        List<SpectralBand> list = new ArrayList<>();
        for (Map.Entry<Integer, Map<String, Double>> entry : bands.entrySet()) {
            Map<String, Double> values = entry.getValue();
            Double centre = values.get("wavelengthCenterOfBand");
            if (centre == null || entry.getKey() != list.size() + 1) {
                throw new DeepSaltException("metadata '" + name + "' describe band " + entry.getKey()
                        + " without a wavelength or leave out band " + (list.size() + 1)
                        + ": give the METADATA.XML as delivered");
            }
            Detector detector = vnir.contains(entry.getKey())
                    ? Detector.VNIR
                    : swir.contains(entry.getKey()) ? Detector.SWIR : Detector.UNKNOWN;
            list.add(new SpectralBand(
                    new Band(centre, values.getOrDefault("FWHMOfBand", 0.0), detector),
                    values.getOrDefault("GainOfBand", 1e-4),
                    values.getOrDefault("OffsetOfBand", 0.0),
                    values.getOrDefault("mean", 0.0) != NO_DATA_MEAN));
        }
        if (list.isEmpty()) {
            throw new DeepSaltException("metadata '" + name
                    + "' describe no bands in specific/bandCharacterisation: give the METADATA.XML of an"
                    + " EnMAP product");
        }
        return List.copyOf(list);
    }

    private Set<Integer> channels(String path) {
        Set<Integer> channels = new HashSet<>();
        for (String part : texts.getOrDefault(path, "").split(",", -1)) {
            if (!part.isBlank()) {
                channels.add(wholeNumber(path, part.trim()));
            }
        }
        return channels;
    }

    private OptionalInt epsg() {
        Matcher utm = UTM.matcher(texts.getOrDefault("product/ortho/projection", ""));
        if (!utm.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((utm.group(2).equals("North") ? 32600 : 32700) + Integer.parseInt(utm.group(1)));
    }
}

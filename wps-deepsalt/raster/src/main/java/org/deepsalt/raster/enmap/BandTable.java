/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.SampleType;

/**
 * Finds out which wavelength each band of a scene has: from METADATA.XML, else from the image's GDAL metadata tag, else
 * from the descriptions of its bands, such as {@code band 1 (418.24 Nanometers)}.
 */
public final class BandTable {
    private static final double ENMAP_GAIN = 1e-4;

    /** Wavelengths without a unit are micrometres below this, nanometres above: no sensor's would be both. */
    private static final double LARGEST_MICROMETRES = 100;

    private static final double SHORTEST = 200;
    private static final double LONGEST = 20_000;
    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?<![\\w.])(\\d{1,5}(?:\\.\\d{1,9})?)\\s*(nm|nanomet(?:er|re)s?|[uµμ]m|micromet(?:er|re)s?|microns?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private BandTable() {}

    /**
     * The bands of a scene, in the order of its image.
     *
     * @param layer name for messages
     * @param metadata what METADATA.XML says, where there is one
     * @param descriptions of the image's bands in the catalog; any number, empty texts where there is none
     * @throws DeepSaltException if no wavelengths are to be found
     */
    public static List<SpectralBand> of(
            String layer, TiffFile image, Optional<EnmapMetadata> metadata, List<String> descriptions) {
        List<SpectralBand> bands = metadata.map(EnmapMetadata::bands)
                .or(() -> fromTag(image))
                .or(() -> fromDescriptions(image, image.gdalMetadata().descriptions(image.bands())))
                .or(() -> fromDescriptions(image, descriptions))
                .orElseThrow(() -> new DeepSaltException("layer '" + layer + "' has " + image.bands()
                        + " bands without wavelengths: give the METADATA.XML beside the image, or an image whose GDAL"
                        + " metadata hold 'wavelength' for each band, or describe each band as '418.2 nm'"));
        requireLight(layer, bands);
        return bands;
    }

    /** Every reader of a scene passes here, so that none takes for a spectrum what another refuses. */
    private static void requireLight(String layer, List<SpectralBand> bands) {
        for (int i = 0; i < bands.size(); i++) {
            double centre = bands.get(i).band().centre();
            if (!(centre >= SHORTEST && centre <= LONGEST)) {
                throw new DeepSaltException("layer '" + layer + "' has a wavelength of " + centre + " nm for band "
                        + (i + 1) + ", wanted 200 to 20000 nm: correct the wavelengths or their unit");
            }
        }
    }

    private static Optional<List<SpectralBand>> fromTag(TiffFile image) {
        GdalMetadata metadata = image.gdalMetadata();
        List<SpectralBand> bands = new ArrayList<>();
        for (int i = 0; i < image.dataBands(); i++) {
            Optional<Double> centre = number(metadata, i, "wavelength");
            if (centre.isEmpty()) {
                return Optional.empty();
            }
            double toNanometres = metadata.get(i, "wavelength_units")
                    .map(BandTable::toNanometres)
                    .orElse(centre.get() < LARGEST_MICROMETRES ? 1000.0 : 1.0);
            bands.add(new SpectralBand(
                    new Band(
                            centre.get() * toNanometres,
                            number(metadata, i, "fwhm").orElse(0.0) * toNanometres),
                    image.scale(i).orElse(plainGain(image)),
                    image.offset(i).orElse(0.0),
                    hasData(metadata, i)));
        }
        return Optional.of(withDetectors(bands));
    }

    /** ENVI's list of bad bands says 0; GDAL's statistics of a band without data say that no pixel counts. */
    private static boolean hasData(GdalMetadata metadata, int band) {
        return number(metadata, band, "bbl").orElse(1.0) != 0
                && number(metadata, band, "STATISTICS_VALID_PERCENT").orElse(100.0) > 0;
    }

    private static Optional<List<SpectralBand>> fromDescriptions(TiffFile image, List<String> descriptions) {
        if (descriptions.size() != image.bands() && descriptions.size() != image.dataBands()) {
            return Optional.empty();
        }
        GdalMetadata metadata = image.gdalMetadata();
        List<SpectralBand> bands = new ArrayList<>();
        for (int i = 0; i < image.dataBands(); i++) {
            Matcher said = DESCRIPTION.matcher(descriptions.get(i));
            if (!said.find()) {
                return Optional.empty();
            }
            bands.add(new SpectralBand(
                    new Band(Double.parseDouble(said.group(1)) * toNanometres(said.group(2)), 0),
                    image.scale(i).orElse(plainGain(image)),
                    image.offset(i).orElse(0.0),
                    hasData(metadata, i)));
        }
        return Optional.of(withDetectors(bands));
    }

    private static double plainGain(TiffFile image) {
        return image.sampleType() == SampleType.FLOAT32 ? 1 : ENMAP_GAIN;
    }

    private static Optional<Double> number(GdalMetadata metadata, int band, String name) {
        return metadata.get(band, name).map(text -> {
            double number = DecimalText.parse(text);
            if (Double.isNaN(number)) {
                throw new DeepSaltException("the image's metadata say '" + text + "' for " + name + " of band "
                        + (band + 1) + ", wanted a number: correct or remove it");
            }
            return number;
        });
    }

    private static double toNanometres(String unit) {
        return switch (unit.trim().toLowerCase(Locale.ROOT)) {
            case "nanometers", "nanometer", "nanometres", "nanometre", "nm" -> 1;
            // The mu is a letter of its own (U+00B5) or that of the Greek alphabet (U+03BC).
            case "micrometers", "micrometer", "micrometres", "micrometre", "microns", "micron", "um", "µm", "μm" ->
                1000;
            default ->
                throw new DeepSaltException(
                        "the image gives wavelengths in '" + unit + "', wanted Nanometers or Micrometers");
        };
    }

    /** In a file that lists one detector after the other the wavelength falls once: where the second one begins. */
    private static List<SpectralBand> withDetectors(List<SpectralBand> bands) {
        List<Integer> falls = new ArrayList<>();
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).band().centre() < bands.get(i - 1).band().centre()) {
                falls.add(i);
            }
        }
        if (falls.size() != 1) {
            return bands;
        }
        List<SpectralBand> known = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            SpectralBand band = bands.get(i);
            Detector detector = i < falls.get(0) ? Detector.VNIR : Detector.SWIR;
            Band place = new Band(band.band().centre(), band.band().width(), detector);
            known.add(new SpectralBand(place, band.gain(), band.offset(), band.hasData()));
        }
        return known;
    }
}

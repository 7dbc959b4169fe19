/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;

/**
 * GDAL's side file of an image, {@code image.tif.aux.xml} ("persistent auxiliary metadata"): numbers of bands that GDAL
 * joins with those of the image itself. Immutable.
 */
public final class PamFile {
    private static final String ENDING = ".aux.xml";
    /** GDAL writes histograms and statistics of each band there too. */
    private static final int LARGEST = 8 << 20;

    private static final String BAND = "PAMRasterBand";
    private static final String NO_DATA = "NoDataValue";
    private static final int DEPTH_OF_BAND_ITEMS = 3;
    private static final int DIGITS_OF_DOUBLE = 16;

    private final Map<Integer, Map<String, Double>> bands = new HashMap<>();

    private PamFile() {}

    /**
     * Reads what lies beside an image.
     *
     * @throws DeepSaltException if the side file is not as GDAL writes it
     */
    public static PamFile beside(Path image) {
        Path file = image.resolveSibling(image.getFileName() + ENDING);
        PamFile pam = new PamFile();
        if (!Files.isRegularFile(file)) {
            return pam;
        }
        try {
            pam.read(BoundedXml.reader(new ByteArrayInputStream(RegularFile.bytes(file, LARGEST))));
            return pam;
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw new DeepSaltException(
                    "'" + file.getFileName() + "', which tells nodata and scale of '" + image.getFileName()
                            + "', cannot be read: have GDAL write it anew, or take it away",
                    e);
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        int band = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == DEPTH_OF_BAND_ITEMS - 1) {
                    String number = xml.getAttributeValue(null, "band");
                    boolean numbered = BAND.equals(xml.getLocalName()) && number != null;
                    band = numbered ? Integer.parseInt(number.strip()) - 1 : -1;
                } else if (depth == DEPTH_OF_BAND_ITEMS && band >= 0 && isNumber(xml.getLocalName())) {
                    String name = xml.getLocalName();
                    bands.computeIfAbsent(band, key -> new HashMap<>()).put(name, number(xml));
                    depth--;
                }
            }
        }
    }

    private static boolean isNumber(String name) {
        return name.equals(NO_DATA) || name.equals("Scale") || name.equals("Offset");
    }

    /** The text has fewer digits than the number, so GDAL puts its bytes beside it. */
    private static double number(XMLStreamReader xml) throws XMLStreamException {
        String bytes = xml.getAttributeValue(null, "le_hex_equiv");
        String text = xml.getElementText();
        if (bytes == null || bytes.length() != DIGITS_OF_DOUBLE) {
            return GdalNumber.parse(text);
        }
        long bits = ByteBuffer.wrap(HexFormat.of().parseHex(bytes)).getLong();
        return Double.longBitsToDouble(Long.reverseBytes(bits));
    }

    /** The number that stands for no data, band counted from 0. */
    public Optional<Double> noData(int band) {
        return number(band, NO_DATA);
    }

    public Optional<Double> scale(int band) {
        return number(band, "Scale");
    }

    public Optional<Double> offset(int band) {
        return number(band, "Offset");
    }

    private Optional<Double> number(int band, String name) {
        return Optional.ofNullable(bands.getOrDefault(band, Map.of()).get(name));
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;

/**
 * GDAL's metadata tag of a TIFF: named texts for the file and for each band, among them a band's description, scale,
 * offset and unit (which GDAL marks by a role), wavelength and width. Build it with the setters, or {@link #parse} it;
 * not thread-safe while building.
 */
public final class GdalMetadata {
    private static final String ROLE = "role";
    private static final List<String> ROLES = List.of("description", "scale", "offset", "unittype");

    private final Map<String, String> file = new LinkedHashMap<>();
    private final Map<Integer, Map<String, String>> bands = new TreeMap<>();

    /** Sets a text for the whole file. */
    public GdalMetadata put(String name, String value) {
        file.put(name, value);
        return this;
    }

    /** Sets a text for one band, counted from 0; {@code description, scale, offset, unittype} get GDAL's roles. */
    public GdalMetadata put(int band, String name, String value) {
        bands.computeIfAbsent(band, key -> new LinkedHashMap<>()).put(name, value);
        return this;
    }

    /** A text for the whole file. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(file.get(name));
    }

    /** The texts for the whole file whose names begin like this. */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>(file);
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }

    /** A text for one band, counted from 0. */
    public Optional<String> get(int band, String name) {
        return Optional.ofNullable(bands.getOrDefault(band, Map.of()).get(name));
    }

    /**
     * Reads the tag's XML.
     *
     * @throws DeepSaltException if it is not well-formed
     */
    public static GdalMetadata parse(String xml) {
        GdalMetadata metadata = new GdalMetadata();
        try {
            XMLStreamReader reader = BoundedXml.reader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && "Item".equals(reader.getLocalName())) {
                    metadata.add(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new DeepSaltException("the GDAL metadata tag is not well-formed XML: " + BoundedXml.reason(e), e);
        } catch (NumberFormatException e) {
            throw new DeepSaltException(
                    "the GDAL metadata tag is not well-formed XML: it names a band by another thing than a number", e);
        }
        return metadata;
    }

    private void add(XMLStreamReader reader) throws XMLStreamException {
        String sample = reader.getAttributeValue(null, "sample");
        String role = reader.getAttributeValue(null, ROLE);
        String name = role != null ? role : reader.getAttributeValue(null, "name");
        String value = reader.getElementText();
        if (sample == null) {
            put(name, value);
        } else {
            put(Integer.parseInt(sample.trim()), name, value);
        }
    }

    /** The XML that GDAL expects in its tag. */
    public String toXml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("GDALMetadata");
            for (Map.Entry<String, String> item : file.entrySet()) {
                write(xml, item, null);
            }
            for (Map.Entry<Integer, Map<String, String>> band : bands.entrySet()) {
                for (Map.Entry<String, String> item : band.getValue().entrySet()) {
                    write(xml, item, band.getKey());
                }
            }
            xml.writeEndElement();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written to memory", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, Map.Entry<String, String> item, @Nullable Integer band)
            throws XMLStreamException {
        boolean hasRole = band != null && ROLES.contains(item.getKey());
        xml.writeStartElement("Item");
        xml.writeAttribute("name", hasRole ? item.getKey().toUpperCase(java.util.Locale.ROOT) : item.getKey());
        if (band != null) {
            xml.writeAttribute("sample", band.toString());
        }
        if (hasRole) {
            xml.writeAttribute(ROLE, item.getKey());
        }
        xml.writeCharacters(item.getValue());
        xml.writeEndElement();
    }

    /** Descriptions of the first {@code count} bands; empty texts where there is none. */
    public List<String> descriptions(int count) {
        List<String> names = new ArrayList<>();
        for (int band = 0; band < count; band++) {
            names.add(get(band, "description").orElse(""));
        }
        return names;
    }
}

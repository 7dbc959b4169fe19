/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.records;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements of ISO 19139, whose prefixes are {@code gmd}, {@code gco} and {@code gml}. Not thread-safe. */
final class IsoXml {
    private static final Map<String, String> SPACES = Map.of(
            "gmd", "http://www.isotc211.org/2005/gmd",
            "gco", "http://www.isotc211.org/2005/gco",
            "gml", "http://www.opengis.net/gml/3.2");
    private static final String CODE_LISTS = "http://www.isotc211.org/2005/resources/Codelist/gmxCodelists.xml#";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    IsoXml() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written into memory", e);
        }
    }

    /** What an element holds. */
    @FunctionalInterface
    interface Content {
        void write() throws XMLStreamException;
    }

    /** The document, after its root was written. */
    String document() {
        return text.toString();
    }

    /** The outermost element, which declares the prefixes. */
    void root(String name, Content content) {
        try {
            start(name);
            SPACES.forEach(this::declare);
            content.write();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written into memory", e);
        }
    }

    private void declare(String prefix, String space) {
        try {
            xml.writeNamespace(prefix, space);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written into memory", e);
        }
    }

    /** Elements within one another, named from the outside in and separated by slashes. */
    void in(String path, Content content) throws XMLStreamException {
        String[] names = path.split("/", -1);
        for (String name : names) {
            start(name);
        }
        content.write();
        for (int i = 0; i < names.length; i++) {
            xml.writeEndElement();
        }
    }

    private void start(String name) throws XMLStreamException {
        String[] parts = name.split(":", 2);
        xml.writeStartElement(parts[0], parts[1], SPACES.get(parts[0]));
    }

    /** Text of the element that was begun last. */
    void characters(String value) throws XMLStreamException {
        xml.writeCharacters(value);
    }

    /** Elements within one another with a text in the innermost. */
    void text(String path, String value) throws XMLStreamException {
        in(path, () -> xml.writeCharacters(value));
    }

    /** {@code gmd:NAME} with a character string. */
    void string(String name, String value) throws XMLStreamException {
        text("gmd:" + name + "/gco:CharacterString", value);
    }

    /** {@code gmd:NAME} with a value of a code list of the standard. */
    void code(String name, String list, String value) throws XMLStreamException {
        in("gmd:" + name + "/gmd:" + list, () -> {
            xml.writeAttribute("codeList", CODE_LISTS + list);
            xml.writeAttribute("codeListValue", value);
            xml.writeCharacters(value);
        });
    }

    /** {@code gmd:NAME} without a value, and why. */
    void nil(String name, String reason) throws XMLStreamException {
        in("gmd:" + name, () -> xml.writeAttribute("gco", SPACES.get("gco"), "nilReason", reason));
    }

    /** An identifier for the element that was begun last, within the document. */
    void id(String value) throws XMLStreamException {
        xml.writeAttribute("gml", SPACES.get("gml"), "id", value);
    }

    /** An attribute of the element that was begun last. */
    void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }
}

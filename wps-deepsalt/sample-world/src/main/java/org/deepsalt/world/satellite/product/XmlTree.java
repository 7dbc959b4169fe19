/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an indented XML document element by element, into memory. Not thread-safe. */
final class XmlTree {
    private static final String INDENT = "  ";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts a document without a namespace. */
    XmlTree(String root) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        open(root);
    }

    /** Opens an element with attributes given as name, value, name, value and so on. */
    XmlTree open(String name, String... attributes) {
        try {
            start(name, attributes);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        open.push(name);
        return this;
    }

    /** Closes the innermost open element, which must have the name given. */
    XmlTree close(String name) {
        if (!name.equals(open.peek())) {
            throw new IllegalStateException("the open element is " + open.peek() + ", not " + name);
        }
        open.pop();
        try {
            indent();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return this;
    }

    /** Writes an element that holds a text. */
    XmlTree text(String name, Object value, String... attributes) {
        try {
            start(name, attributes);
            xml.writeCharacters(value.toString());
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return this;
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        indent();
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(open.size()));
    }

    /** Ends the document, whose root must be the only open element, and returns it. */
    byte[] finish(String root) {
        close(root);
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return bytes.toByteArray();
    }

    private static IllegalStateException impossible(XMLStreamException cause) {
        return new IllegalStateException("XML could not be written to memory", cause);
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.xml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an indented UTF-8 document into memory. Texts and attributes are escaped, and characters that XML 1.0 cannot
 * hold are left out. Names may carry prefixes; the caller declares them with an {@code xmlns:} attribute. Not
 * thread-safe.
 */
public final class XmlWriter {
    private final XMLStreamWriter xml;
    private final Deque<Boolean> hasChildren = new ArrayDeque<>();

    private XmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Builds a document. */
    public static byte[] write(Consumer<XmlWriter> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String encoding = StandardCharsets.UTF_8.name();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, encoding);
            xml.writeStartDocument(encoding, "1.0");
            content.accept(new XmlWriter(xml));
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a document type with a public address, as WMS 1.1.1 wants it. */
    public XmlWriter doctype(String root, String address) {
        try {
            xml.writeCharacters("\n");
            xml.writeDTD("<!DOCTYPE " + root + " SYSTEM \"" + address + "\">");
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; an attribute whose value is null is left out
     */
    public XmlWriter start(String name, @Nullable String... attributes) {
        try {
            indent();
            xml.writeStartElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        hasChildren.push(false);
        return this;
    }

    /** Closes the element that was opened last. */
    public XmlWriter end() {
        try {
            if (hasChildren.pop()) {
                newLine();
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /** Writes an element with a text. */
    public XmlWriter leaf(String name, @Nullable Object text, @Nullable String... attributes) {
        try {
            indent();
            xml.writeStartElement(name);
            attributes(attributes);
            xml.writeCharacters(clean(String.valueOf(text)));
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    /** Writes an element with a text, or nothing if the text is null or empty. */
    public XmlWriter optional(String name, @Nullable String text, @Nullable String... attributes) {
        return text == null || text.isEmpty() ? this : leaf(name, text, attributes);
    }

    /** Writes an element without content. */
    public XmlWriter empty(String name, @Nullable String... attributes) {
        try {
            indent();
            xml.writeEmptyElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return this;
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                xml.writeAttribute(attributes[i], clean(value));
            }
        }
    }

    private void indent() throws XMLStreamException {
        if (!hasChildren.isEmpty() && !hasChildren.peek()) {
            hasChildren.pop();
            hasChildren.push(true);
        }
        newLine();
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(hasChildren.size()));
    }

    private static String clean(String text) {
        if (text.codePoints().allMatch(XmlWriter::isAllowed)) {
            return text;
        }
        return text.codePoints()
                .filter(XmlWriter::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static IllegalStateException inMemory(XMLStreamException e) {
        return new IllegalStateException("XML could not be written to memory", e);
    }
}

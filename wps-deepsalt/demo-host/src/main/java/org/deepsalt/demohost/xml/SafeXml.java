/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses XML that may come from anywhere: a document with a DOCTYPE is refused, so no entity is ever expanded and no
 * address ever opened. Stateless, thread-safe.
 */
public final class SafeXml {
    private static final int LARGEST_FILE = 4 << 20;

    /** GeoServer's files nest some ten levels. */
    private static final String DEEPEST = "100";

    private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    private static final String MESSAGE = "Message: ";

    private SafeXml() {}

    /**
     * Reads a file, at most 4 MB.
     *
     * @throws DeepSaltException if it cannot be read, is too large, has a DOCTYPE or is not well-formed
     */
    public static XmlElement read(Path file) {
        try {
            return read(
                    RegularFile.bytes(file, LARGEST_FILE), file.getFileName().toString());
        } catch (IOException e) {
            throw new DeepSaltException("'" + file.getFileName() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a document.
     *
     * @param what names the document in messages
     * @throws DeepSaltException if it has a DOCTYPE or is not well-formed
     */
    public static XmlElement read(byte[] document, String what) {
        XmlLimits.require(document, what);
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new XmlElement(
                    builder.parse(new ByteArrayInputStream(document)).getDocumentElement());
        } catch (SAXException | IOException e) {
            throw new DeepSaltException("'" + what + "' is not well-formed XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser cannot be hardened", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setAttribute(DEPTH, DEEPEST);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    /**
     * Opens a document as a stream that stands on its root element.
     *
     * @throws DeepSaltException if it has a DOCTYPE or is not well-formed up to there
     */
    public static XMLStreamReader stream(byte[] document, String what) {
        XmlLimits.require(document, what);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(DEPTH, DEEPEST);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new DeepSaltException("'" + what + "' has a DOCTYPE: send it without");
                }
            }
            return reader;
        } catch (XMLStreamException e) {
            throw new DeepSaltException("'" + what + "' is not well-formed XML: " + reason(e), e);
        }
    }

    /** What the parser says after a place that it writes in a way of its own. */
    private static String reason(XMLStreamException error) {
        String text = String.valueOf(error.getMessage());
        int message = text.indexOf(MESSAGE);
        return (message < 0 ? text : text.substring(message + MESSAGE.length())) + " (line "
                + error.getLocation().getLineNumber() + ")";
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of files that may come from anywhere, event by event: no entity is expanded and no address is opened, and
 * a document that is nested deeper than any product's is refused. How much of it is read is up to the caller.
 * Thread-safe.
 */
public final class BoundedXml {
    /** Products and GDAL nest a dozen levels. */
    private static final int DEEPEST = 64;

    private static final String MESSAGE = "Message: ";

    private static final XMLInputFactory FACTORY = factory();

    private BoundedXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", String.valueOf(DEEPEST));
        return factory;
    }

    /** The events of a document in bytes, whose encoding it tells itself. */
    public static XMLStreamReader reader(InputStream document) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(document);
    }

    /** The events of a text. */
    public static XMLStreamReader reader(Reader document) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(document);
    }

    /** What is wrong with a document, without the place that Java's parser writes before it in a way of its own. */
    public static String reason(XMLStreamException error) {
        String text = String.valueOf(error.getMessage());
        int message = text.indexOf(MESSAGE);
        if (message < 0) {
            return text;
        }
        String place = error.getLocation() == null
                ? ""
                : " (line " + error.getLocation().getLineNumber() + ")";
        return text.substring(message + MESSAGE.length()) + place;
    }
}

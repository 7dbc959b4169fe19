/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.deepsalt.raster.geotiff.tags.BoundedXml;
import org.jspecify.annotations.Nullable;

/** Walks through an XML document and reports the text of each element that holds text, without building a tree. */
final class XmlLeaves {
    /** Receives the texts of a document one by one. */
    interface Visitor {
        /**
         * Takes the text of one element.
         *
         * @param path names of the elements below the root, joined by slashes
         * @param number the attribute {@code number} of the innermost element around it that has one; null for none
         */
        void text(String path, @Nullable String number, String text);
    }

    /** A product of 242 bands has some ten thousand. */
    private static final int MOST_ELEMENTS = 500_000;

    private XmlLeaves() {}

    private record Open(String path, @Nullable String number) {}

    /**
     * Walks through a document.
     *
     * @throws XMLStreamException if it is not well-formed, has a DOCTYPE, or is deeper or has more elements than a
     *     product's metadata
     */
    static void walk(InputStream document, Visitor visitor) throws XMLStreamException {
        XMLStreamReader reader = BoundedXml.reader(document);
        Deque<Open> open = new ArrayDeque<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw new XMLStreamException("it has a DOCTYPE, which no EnMAP product has");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS) {
                        throw new XMLStreamException("it has more than " + MOST_ELEMENTS + " elements");
                    }
                    open.push(child(open.peek(), reader));
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS -> {
                    if (!reader.isWhiteSpace() && !open.isEmpty()) {
                        Open element = open.peek();
                        visitor.text(
                                element.path, element.number, reader.getText().trim());
                    }
                }
                default -> {}
            }
        }
    }

    private static Open child(@Nullable Open parent, XMLStreamReader reader) {
        if (parent == null) {
            return new Open("", null);
        }
        String number = reader.getAttributeValue(null, "number");
        String path = parent.path.isEmpty() ? reader.getLocalName() : parent.path + '/' + reader.getLocalName();
        return new Open(path, number == null ? parent.number : number);
    }
}

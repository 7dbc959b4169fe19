/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.util.function.Consumer;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/** What all documents of WPS 1.0.0 share. */
final class WpsDocuments {
    private static final String WPS = "http://www.opengis.net/wps/1.0.0";

    private WpsDocuments() {}

    /** A document with this root element. */
    static OwsReply document(String root, Consumer<XmlWriter> content, @Nullable String... attributes) {
        String[] common = {
            "xmlns:wps", WPS,
            "xmlns:ows", "http://www.opengis.net/ows/1.1",
            "xmlns:xlink", "http://www.w3.org/1999/xlink",
            "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation", WPS + " http://schemas.opengis.net/wps/1.0.0/wpsAll.xsd",
            "service", "WPS",
            "version", "1.0.0",
            "xml:lang", "en"
        };
        String[] all = java.util.Arrays.copyOf(common, common.length + attributes.length);
        System.arraycopy(attributes, 0, all, common.length, attributes.length);
        byte[] bytes = XmlWriter.write(xml -> {
            xml.start(root, all);
            content.accept(xml);
            xml.end();
        });
        return OwsReply.of("text/xml", bytes);
    }
}

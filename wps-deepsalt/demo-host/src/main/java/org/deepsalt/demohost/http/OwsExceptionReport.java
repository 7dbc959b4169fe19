/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import org.deepsalt.demohost.xml.XmlWriter;

/** The exception document of OWS Common 1.1, which WPS 1.0 uses and which stands in where no service is known. */
public final class OwsExceptionReport {
    private static final String NAMESPACE = "http://www.opengis.net/ows/1.1";
    private static final String SCHEMA = "http://schemas.opengis.net/ows/1.1.0/owsAll.xsd";

    /** Code of a host that has no place for a request at the moment. */
    public static final String BUSY = "ServerBusy";

    private OwsExceptionReport() {}

    /** The document for an error. */
    public static OwsReply of(OwsException error) {
        byte[] document = XmlWriter.write(xml -> xml.start(
                        "ows:ExceptionReport",
                        "xmlns:ows",
                        NAMESPACE,
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "version",
                        "1.1.0",
                        "xml:lang",
                        "en",
                        "xsi:schemaLocation",
                        NAMESPACE + " " + SCHEMA)
                .start("ows:Exception", "exceptionCode", error.code(), "locator", error.locator())
                .leaf("ows:ExceptionText", ExceptionText.of(error.getMessage()))
                .end()
                .end());
        OwsReply reply = OwsReply.of("application/xml;charset=UTF-8", document);
        return error.code().equals(BUSY)
                ? reply.withStatus(503).withHeader("Retry-After", OwsReply.RETRY_SECONDS)
                : reply;
    }
}

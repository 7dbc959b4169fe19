/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.request;

import org.deepsalt.demohost.http.ExceptionText;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.xml.XmlWriter;

/** The codes of WMS exceptions, and the document that reports one. Stateless. */
public final class WmsErrors {
    static final String MISSING = "MissingParameterValue";
    /** A parameter has a value that is not allowed; not in the specification, as GeoServer has it. */
    public static final String INVALID = "InvalidParameterValue";
    /** The host does not write this format. */
    public static final String FORMAT = "InvalidFormat";
    /** There is no such layer. */
    public static final String LAYER = "LayerNotDefined";
    /** There is no such style, or it does not fit the layer. */
    public static final String STYLE = "StyleNotDefined";
    /** A pixel lies outside the map. */
    public static final String POINT = "InvalidPoint";
    /** A layer has nothing of the time that is asked for. */
    public static final String DIMENSION = "InvalidDimensionValue";
    /** The host does not know the operation or a parameter that would change its result. */
    public static final String OPERATION = "OperationNotSupported";
    /** Any other error; documents then leave the code out. */
    public static final String OTHER = "NoApplicableCode";

    private WmsErrors() {}

    /** Writes the exception document of a version. */
    public static OwsReply report(WmsVersion version, OwsException error) {
        return version == WmsVersion.V1_3_0
                ? OwsReply.of("text/xml;charset=UTF-8", XmlWriter.write(xml -> {
                    xml.start(
                            "ServiceExceptionReport",
                            "version",
                            "1.3.0",
                            "xmlns",
                            "http://www.opengis.net/ogc",
                            "xmlns:xsi",
                            "http://www.w3.org/2001/XMLSchema-instance",
                            "xsi:schemaLocation",
                            "http://www.opengis.net/ogc"
                                    + " http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd");
                    exception(xml, error);
                }))
                : OwsReply.of("application/vnd.ogc.se_xml;charset=UTF-8", XmlWriter.write(xml -> {
                    xml.doctype("ServiceExceptionReport", "http://schemas.opengis.net/wms/1.1.1/exception_1_1_1.dtd")
                            .start("ServiceExceptionReport", "version", "1.1.1");
                    exception(xml, error);
                }));
    }

    private static void exception(XmlWriter xml, OwsException error) {
        String code = error.code().equals(OTHER) ? null : error.code();
        xml.leaf("ServiceException", ExceptionText.of(error.getMessage()), "code", code, "locator", error.locator())
                .end();
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.util.List;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.xml.XmlWriter;
import org.deepsalt.local.registry.ProcessRegistry;
import org.geotools.api.feature.type.Name;

/** The answer to GetCapabilities. */
final class CapabilitiesDocument {
    private static final List<String> OPERATIONS = List.of("GetCapabilities", "DescribeProcess", "Execute");

    private CapabilitiesDocument() {}

    static OwsReply write(ProcessRegistry processes, OwsRequest request) {
        String address = request.address("wps");
        return WpsDocuments.document("wps:Capabilities", xml -> {
            identification(xml);
            operations(xml, address);
            xml.start("wps:ProcessOfferings");
            for (Name name : processes.getNames()) {
                xml.start("wps:Process", "wps:processVersion", processes.getVersion(name));
                xml.leaf("ows:Identifier", ProcessRegistry.id(name));
                xml.leaf("ows:Title", processes.getTitle(name));
                xml.leaf("ows:Abstract", processes.getDescription(name));
                xml.end();
            }
            xml.end();
            xml.start("wps:Languages");
            xml.start("wps:Default").leaf("ows:Language", "en").end();
            xml.start("wps:Supported").leaf("ows:Language", "en").end();
            xml.end();
        });
    }

    private static void identification(XmlWriter xml) {
        xml.start("ows:ServiceIdentification");
        xml.leaf("ows:Title", "DeepSalt demo host");
        xml.leaf(
                "ows:Abstract",
                "Soil-salinity processes for trying and demonstrating on one machine; production runs in GeoServer");
        xml.leaf("ows:ServiceType", "WPS");
        xml.leaf("ows:ServiceTypeVersion", "1.0.0");
        xml.leaf("ows:Fees", "NONE");
        xml.leaf("ows:AccessConstraints", "NONE");
        xml.end();
        xml.start("ows:ServiceProvider");
        xml.leaf("ows:ProviderName", "DeepSalt");
        xml.empty("ows:ServiceContact");
        xml.end();
    }

    private static void operations(XmlWriter xml, String address) {
        xml.start("ows:OperationsMetadata");
        for (String operation : OPERATIONS) {
            xml.start("ows:Operation", "name", operation);
            xml.start("ows:DCP").start("ows:HTTP");
            xml.empty("ows:Get", "xlink:href", address + "?");
            xml.empty("ows:Post", "xlink:href", address);
            xml.end().end().end();
        }
        xml.end();
    }
}

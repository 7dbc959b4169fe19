/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.util.List;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.Contact;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.ServiceMetadata;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.wms.paint.PictureFormat;
import org.deepsalt.demohost.wms.request.WmsLimits;
import org.deepsalt.demohost.wms.request.WmsVersion;
import org.deepsalt.demohost.xml.XmlWriter;

/** The document that describes the service. One per request; not thread-safe. */
final class Capabilities {
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final OwsRequest request;
    private final WmsVersion version;
    private final Catalog catalog;
    private final LayerChoice choice;
    private final WmsLimits limits;
    private final boolean newer;

    Capabilities(OwsRequest request, WmsVersion version, Catalog catalog, LayerChoice choice, WmsLimits limits) {
        this.request = request;
        this.version = version;
        this.catalog = catalog;
        this.choice = choice;
        this.limits = limits;
        this.newer = version == WmsVersion.V1_3_0;
    }

    OwsReply write() {
        byte[] document = XmlWriter.write(newer ? this::newer : this::older);
        return OwsReply.of(newer ? "text/xml;charset=UTF-8" : "application/vnd.ogc.wms_xml;charset=UTF-8", document);
    }

    private void newer(XmlWriter xml) {
        xml.start(
                "WMS_Capabilities",
                "version",
                version.text(),
                "xmlns",
                "http://www.opengis.net/wms",
                "xmlns:xlink",
                XLINK,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd");
        content(xml);
    }

    private void older(XmlWriter xml) {
        String root = "WMT_MS_Capabilities";
        xml.doctype(root, "http://schemas.opengis.net/wms/1.1.1/capabilities_1_1_1.dtd");
        xml.start(root, "version", version.text());
        content(xml);
    }

    private void content(XmlWriter xml) {
        ServiceMetadata service = catalog.service("wms");
        service(xml, service);
        xml.start("Capability");
        operations(xml);
        exceptions(xml);
        layers(xml, service);
        xml.end().end();
    }

    private void service(XmlWriter xml, ServiceMetadata service) {
        xml.start("Service").leaf("Name", newer ? "WMS" : "OGC:WMS").leaf("Title", title(service));
        xml.optional("Abstract", service.description());
        keywords(xml, service.keywords());
        onlineResource(xml, service.onlineResource().isEmpty() ? request.baseUrl() : service.onlineResource());
        contact(xml, catalog.contact());
        xml.leaf("Fees", service.fees()).leaf("AccessConstraints", service.accessConstraints());
        if (newer) {
            xml.leaf("LayerLimit", LayerChoice.MOST_LAYERS);
            xml.leaf("MaxWidth", limits.side()).leaf("MaxHeight", limits.side());
        }
        xml.end();
    }

    private static String title(ServiceMetadata service) {
        return service.title().isEmpty() ? "Soil salinity maps" : service.title();
    }

    private static void contact(XmlWriter xml, Contact contact) {
        if (!contact.isKnown()) {
            return;
        }
        xml.start("ContactInformation");
        xml.start("ContactPersonPrimary")
                .leaf("ContactPerson", contact.person())
                .leaf("ContactOrganization", contact.organization())
                .end();
        xml.leaf("ContactPosition", contact.position());
        xml.start("ContactAddress")
                .leaf("AddressType", contact.addressType())
                .leaf("Address", contact.address())
                .leaf("City", contact.city())
                .leaf("StateOrProvince", contact.state())
                .leaf("PostCode", contact.postCode())
                .leaf("Country", contact.country())
                .end();
        xml.leaf("ContactVoiceTelephone", contact.voice())
                .leaf("ContactFacsimileTelephone", contact.facsimile())
                .leaf("ContactElectronicMailAddress", contact.email())
                .end();
    }

    private void operations(XmlWriter xml) {
        xml.start("Request");
        operation(xml, "GetCapabilities", List.of(newer ? "text/xml" : "application/vnd.ogc.wms_xml"));
        operation(xml, "GetMap", PictureFormat.types());
        operation(xml, "GetFeatureInfo", FeatureInfoFormat.types());
        if (!newer) {
            operation(xml, "GetLegendGraphic", List.of("image/png", "image/jpeg", "application/json"));
        }
        xml.end();
    }

    private void operation(XmlWriter xml, String name, List<String> formats) {
        xml.start(name);
        formats.forEach(format -> xml.leaf("Format", format));
        xml.start("DCPType").start("HTTP").start("Get");
        onlineResource(xml, request.address("wms") + "?");
        xml.end().end().end().end();
    }

    private void exceptions(XmlWriter xml) {
        xml.start("Exception")
                .leaf("Format", newer ? "XML" : "application/vnd.ogc.se_xml")
                .end();
    }

    private void layers(XmlWriter xml, ServiceMetadata service) {
        xml.start("Layer").leaf("Title", title(service));
        xml.optional("Abstract", service.description());
        LayerDescription description = new LayerDescription(xml, version, request, choice);
        description.commonCrs();
        for (Layer layer : choice.listed(request)) {
            description.write(layer);
        }
        xml.end();
    }

    static void keywords(XmlWriter xml, List<String> keywords) {
        if (!keywords.isEmpty()) {
            xml.start("KeywordList");
            keywords.forEach(keyword -> xml.leaf("Keyword", keyword));
            xml.end();
        }
    }

    static void onlineResource(XmlWriter xml, String address) {
        xml.empty("OnlineResource", "xmlns:xlink", XLINK, "xlink:type", "simple", "xlink:href", address);
    }
}

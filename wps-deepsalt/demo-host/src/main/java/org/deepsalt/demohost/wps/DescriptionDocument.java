/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.util.List;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.xml.XmlWriter;
import org.deepsalt.local.registry.ProcessRegistry;
import org.geotools.api.data.Parameter;
import org.geotools.api.feature.type.Name;
import org.locationtech.jts.geom.Geometry;

/** The answer to DescribeProcess, from the processes' annotations. */
final class DescriptionDocument {
    private DescriptionDocument() {}

    static OwsReply write(ProcessRegistry processes, List<Name> names) {
        return WpsDocuments.document("wps:ProcessDescriptions", xml -> {
            for (Name name : names) {
                process(xml, processes, name);
            }
        });
    }

    private static void process(XmlWriter xml, ProcessRegistry processes, Name name) {
        xml.start(
                "ProcessDescription",
                "wps:processVersion",
                processes.getVersion(name),
                "storeSupported",
                "true",
                "statusSupported",
                "true");
        xml.leaf("ows:Identifier", ProcessRegistry.id(name));
        xml.leaf("ows:Title", processes.getTitle(name));
        xml.leaf("ows:Abstract", processes.getDescription(name));
        if (!processes.getParameterInfo(name).isEmpty()) {
            xml.start("DataInputs");
            processes.getParameterInfo(name).values().forEach(input -> input(xml, input));
            xml.end();
        }
        xml.start("ProcessOutputs");
        processes.results(name).values().forEach(output -> output(xml, output));
        xml.end();
        xml.end();
    }

    private static void input(XmlWriter xml, Parameter<?> input) {
        xml.start("Input", "minOccurs", String.valueOf(input.minOccurs), "maxOccurs", String.valueOf(input.maxOccurs));
        xml.leaf("ows:Identifier", input.key);
        xml.leaf("ows:Title", input.key);
        xml.leaf("ows:Abstract", input.description);
        if (input.type == Geometry.class) {
            xml.start("ComplexData");
            formats(xml, "application/wkt");
            xml.end();
        } else {
            xml.start("LiteralData");
            literal(xml, input);
            xml.end();
        }
        xml.end();
    }

    private static void literal(XmlWriter xml, Parameter<?> input) {
        String type = type(input.type);
        if (!type.equals("string")) {
            xml.leaf("ows:DataType", "xs:" + type, "ows:reference", "http://www.w3.org/TR/xmlschema-2/#" + type);
        }
        Number low = (Number) input.metadata.get(Parameter.MIN);
        Number high = (Number) input.metadata.get(Parameter.MAX);
        if (input.type.isEnum()) {
            xml.start("ows:AllowedValues");
            for (Object constant : input.type.getEnumConstants()) {
                xml.leaf("ows:Value", constant);
            }
            xml.end();
        } else if (low != null || high != null) {
            xml.start("ows:AllowedValues").start("ows:Range");
            xml.optional("ows:MinimumValue", low == null ? null : low.toString());
            xml.optional("ows:MaximumValue", high == null ? null : high.toString());
            xml.end().end();
        } else {
            xml.empty("ows:AnyValue");
        }
        if (input.minOccurs == 0 && input.sample != null) {
            xml.leaf("DefaultValue", input.sample);
        }
    }

    private static String type(Class<?> type) {
        if (type == Double.class) {
            return "double";
        } else if (type == Integer.class) {
            return "int";
        } else if (type == Long.class) {
            return "long";
        }
        return type == Boolean.class ? "boolean" : "string";
    }

    private static void output(XmlWriter xml, Parameter<?> output) {
        xml.start("Output");
        xml.leaf("ows:Identifier", output.key);
        xml.leaf("ows:Title", output.key);
        xml.leaf("ows:Abstract", output.description);
        OutputKind kind = OutputKind.of(output.type);
        if (kind == OutputKind.LITERAL) {
            xml.empty("LiteralOutput");
        } else {
            xml.start("ComplexOutput");
            formats(xml, kind.mimeType());
            xml.end();
        }
        xml.end();
    }

    private static void formats(XmlWriter xml, String mimeType) {
        for (String kind : new String[] {"Default", "Supported"}) {
            xml.start(kind).start("Format").leaf("MimeType", mimeType).end().end();
        }
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.wps.ExecuteRequest.Output;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.local.registry.InputReader.Given;
import org.deepsalt.model.DeepSaltException;

/** Reads an Execute document (OGC 05-007r7, section 10.2). */
final class ExecuteXml {
    private ExecuteXml() {}

    /** The root element of what was posted. */
    static XmlElement root(byte[] document) {
        try {
            return SafeXml.read(document, "request");
        } catch (DeepSaltException e) {
            throw new OwsException("InvalidParameterValue", null, e.getMessage() + "; send a wps:Execute document", e);
        }
    }

    static ExecuteRequest read(XmlElement execute) {
        String process = execute.text("Identifier")
                .orElseThrow(() -> new OwsException(
                        "MissingParameterValue",
                        "Identifier",
                        "the Execute document has no ows:Identifier: name a process"));
        List<Given> inputs = new ArrayList<>();
        for (XmlElement input :
                execute.child("DataInputs").map(all -> all.children("Input")).orElse(List.of())) {
            inputs.add(input(input));
        }
        Optional<XmlElement> document = execute.child("ResponseForm", "ResponseDocument");
        return new ExecuteRequest(
                process,
                inputs,
                execute.child("ResponseForm", "RawDataOutput").map(ExecuteXml::output),
                document.map(form -> form.children("Output").stream()
                                .map(ExecuteXml::output)
                                .toList())
                        .orElse(List.of()),
                document.map(form -> isTrue(form, "storeExecuteResponse")).orElse(false),
                document.map(form -> isTrue(form, "lineage")).orElse(false));
    }

    private static Given input(XmlElement input) {
        String name = input.text("Identifier")
                .orElseThrow(() -> new OwsException(
                        "MissingParameterValue", "Identifier", "an input has no ows:Identifier: name it"));
        if (input.child("Reference").isPresent()) {
            throw new OwsException(
                    "InvalidParameterValue",
                    name,
                    "input '" + name
                            + "' refers to an address, which this server does not open: send the value itself");
        }
        XmlElement data = input.child("Data")
                .flatMap(any -> any.children().stream().findFirst())
                .orElseThrow(() -> new OwsException(
                        "InvalidParameterValue", name, "input '" + name + "' has no wps:Data: give a LiteralData"));
        if (!data.children().isEmpty()) {
            throw new OwsException(
                    "InvalidParameterValue",
                    name,
                    "input '" + name + "' holds XML, wanted a text: send a geometry as application/wkt");
        }
        return new Given(name, data.text());
    }

    private static Output output(XmlElement output) {
        String name = output.text("Identifier")
                .orElseThrow(() -> new OwsException(
                        "MissingParameterValue", "Identifier", "an output has no ows:Identifier: name it"));
        return new Output(name, output.attribute("mimeType").orElse(""), isTrue(output, "asReference"));
    }

    private static boolean isTrue(XmlElement element, String attribute) {
        return element.attribute(attribute)
                .map(value -> value.equals("true") || value.equals("1"))
                .orElse(false);
    }
}

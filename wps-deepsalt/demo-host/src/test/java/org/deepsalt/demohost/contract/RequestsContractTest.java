/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The requests of the documentation name processes, inputs and outputs that a server has. */
@Timeout(300)
class RequestsContractTest {
    private static final String OWS = "http://www.opengis.net/ows/1.1";
    private static final String WPS = "http://www.opengis.net/wps/1.0.0";

    private static WpsClient client;

    @BeforeAll
    static void connect() {
        client = new WpsClient(ContractHost.shared().url());
    }

    static List<Path> requests() throws IOException {
        try (Stream<Path> files = Files.list(ShippedData.PROJECT.resolve("docs/requests"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void namesWhatThereIs(Path request) throws Exception {
        List<Element> executes = ours(parse(Files.readAllBytes(request)));
        assertThat(executes).isNotEmpty();
        for (Element execute : executes) {
            String process = identifier(execute);
            Document description = parse(
                    client.get("request=DescribeProcess&identifier=" + process).bytes());
            Set<String> known = new HashSet<>();
            for (Element element : elements(description.getElementsByTagNameNS(OWS, "Identifier"))) {
                known.add(element.getTextContent());
            }
            assertThat(known).as(process).contains(process);
            for (String part : new String[] {"Input", "Output"}) {
                for (Element element : elements(execute.getElementsByTagNameNS(WPS, part))) {
                    assertThat(known).as(process).contains(identifier(element));
                }
            }
        }
    }

    /** The innermost first; GeoServer's own processes are no concern of ours. */
    private static List<Element> ours(Document request) {
        List<Element> all = elements(request.getElementsByTagNameNS(WPS, "Execute"));
        all.removeIf(execute -> !identifier(execute).startsWith("deepsalt:"));
        return all;
    }

    private static String identifier(Element parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("Identifier".equals(child.getLocalName())) {
                return child.getTextContent();
            }
        }
        throw new AssertionError("no Identifier in " + parent.getNodeName());
    }

    private static List<Element> elements(org.w3c.dom.NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.tiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A layer of a WMS 1.3.0. Thread-safe. */
final class WmsLayer {
    private static final int SIDE = 256;
    private static final int OK = 200;
    private static final int MOST_TEXT = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI wms;
    private final String name;
    private final String style;

    WmsLayer(URI wms, String name, String style) {
        this.wms = wms;
        this.name = name;
        this.style = style;
    }

    /**
     * Reads in the capabilities where the layer lies.
     *
     * @throws DeepSaltException if the server does not answer, or has no such layer
     */
    MapTile.Box box() throws InterruptedException {
        byte[] answer = get("service=WMS&version=1.3.0&request=GetCapabilities", "xml");
        NodeList layers = parse(answer).getElementsByTagNameNS("*", "Layer");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < layers.getLength(); i++) {
            Element layer = (Element) layers.item(i);
            String own = text(layer, "Name");
            if (own.equals(name)) {
                return box(layer);
            }
            names.add(own);
        }
        names.removeIf(String::isEmpty);
        throw new DeepSaltException(
                "'" + wms + "' has no layer '" + name + "', it has " + (names.isEmpty() ? "none" : names));
    }

    /** A picture of the layer; it is complete when this returns. */
    void draw(MapTile tile) throws InterruptedException {
        get(
                "service=WMS&version=1.3.0&request=GetMap&format=image/png&transparent=true&crs=EPSG:3857&width=" + SIDE
                        + "&height=" + SIDE + "&layers=" + encoded(name) + "&styles=" + encoded(style) + "&bbox="
                        + tile.metres(),
                "image/png");
    }

    private byte[] get(String query, String wanted) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(wms + "?" + query))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (response.statusCode() != OK || !type.toLowerCase(Locale.ROOT).contains(wanted)) {
                String text = new String(response.body(), StandardCharsets.UTF_8).strip();
                throw new DeepSaltException("'" + request.uri() + "' answered with status " + response.statusCode()
                        + " and type '" + type + "', wanted 200 and " + wanted + ": "
                        + text.substring(0, Math.min(MOST_TEXT, text.length())));
            }
            return response.body();
        } catch (IOException e) {
            throw new DeepSaltException(
                    "'" + wms + "' does not answer: " + e + "; is the server running, and is this its WMS?", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Element parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new DeepSaltException(
                    "'" + wms + "' answered with capabilities that cannot be read: " + e.getMessage(), e);
        }
    }

    private MapTile.Box box(Element layer) {
        Element box = child(layer, "EX_GeographicBoundingBox");
        MapTile.Box degrees = box == null
                ? new MapTile.Box(0, 0, 0, 0)
                : new MapTile.Box(
                        number(box, "westBoundLongitude"),
                        number(box, "southBoundLatitude"),
                        number(box, "eastBoundLongitude"),
                        number(box, "northBoundLatitude"));
        if (degrees.isFlat()) {
            throw new DeepSaltException("the capabilities of '" + wms + "' do not say where layer '" + name
                    + "' lies, wanted a geographic bounding box");
        }
        return degrees;
    }

    private static double number(Element parent, String child) {
        String text = text(parent, child);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent().strip();
    }

    /** Of this element alone: layers lie in layers. */
    private static @Nullable Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }
}

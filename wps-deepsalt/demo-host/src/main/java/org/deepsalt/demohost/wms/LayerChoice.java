/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.LayerInfo;
import org.deepsalt.demohost.catalog.PointLayer;
import org.deepsalt.demohost.catalog.SeriesLayer;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.style.MapStyle;
import org.deepsalt.demohost.style.MapStyle.StyleRule;
import org.deepsalt.demohost.style.PointSymbolizer;
import org.deepsalt.demohost.style.RasterSymbolizer;
import org.deepsalt.demohost.wms.paint.Drawing;
import org.deepsalt.demohost.wms.request.Parameters;
import org.deepsalt.demohost.wms.request.WmsErrors;

/**
 * Finds the layers and styles that a request names. A request for one workspace sees its layers only, without prefix.
 * Thread-safe.
 */
final class LayerChoice {
    private static final MapStyle PLAIN_IMAGE = new MapStyle(
            "First band", "", List.of(new StyleRule("", new RasterSymbolizer(1, List.of(), null))), List.of());
    private static final MapStyle PLAIN_POINTS = new MapStyle(
            "Points",
            "",
            List.of(new StyleRule(
                    "", new PointSymbolizer(PointSymbolizer.Shape.SQUARE, 6, Color.RED, Color.DARK_GRAY, 1))),
            List.of());

    /** Layers that one request may name. */
    static final int MOST_LAYERS = 64;

    private final Catalog catalog;

    LayerChoice(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Layers that capabilities list. */
    List<Layer> listed(OwsRequest request) {
        return catalog.layers().stream()
                .filter(layer ->
                        request.workspace() == null || layer.workspace().equals(request.workspace()))
                .filter(layer -> layer.info().advertised())
                .toList();
    }

    /** The name by which a request of this kind knows a layer. */
    static String nameFor(OwsRequest request, Layer layer) {
        return request.workspace() == null ? layer.prefixedName() : layer.name();
    }

    /**
     * A layer by name.
     *
     * @param parameter that gave the name
     * @throws OwsException if there is none
     */
    Layer layer(OwsRequest request, String name, String parameter) {
        Optional<Layer> found =
                request.workspace() == null ? catalog.find(name) : catalog.find(request.workspace(), name);
        return found.orElseThrow(() -> new OwsException(
                WmsErrors.LAYER,
                parameter,
                catalog.absence(request.workspace(), name) + ": GetCapabilities lists the layers"));
    }

    /**
     * Names of layers.
     *
     * @throws OwsException if they are more than one request may name
     */
    static List<String> names(Parameters parameters, String parameter) {
        List<String> names = parameters.list(parameter);
        if (names.size() > MOST_LAYERS) {
            throw new OwsException(
                    WmsErrors.INVALID,
                    parameter,
                    parameter.toUpperCase(Locale.ROOT) + " names " + names.size() + " layers, wanted at most "
                            + MOST_LAYERS);
        }
        return names;
    }

    /** The layers of LAYERS in the styles of STYLES; in place of a series the maps of the day of TIME. */
    List<Drawing> drawings(OwsRequest request) {
        Parameters parameters = new Parameters(request);
        parameters.required("layers", "names of layers");
        List<String> names = names(parameters, "layers");
        List<String> styles = parameters.list("styles");
        if (!styles.isEmpty() && styles.size() != names.size()) {
            throw new OwsException(
                    WmsErrors.STYLE,
                    "styles",
                    "LAYERS names " + names.size() + " layers and STYLES " + styles.size()
                            + " styles: give one for each, or none at all");
        }
        Map<String, String> variables = parameters.variables();
        List<Drawing> drawings = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Layer layer = layer(request, names.get(i), "layers");
            drawings.addAll(shown(request, drawing(layer, styles.isEmpty() ? "" : styles.get(i), "styles", variables)));
        }
        return drawings;
    }

    /**
     * What a request shows of a layer: for a series the maps of the day of TIME, the latest on top.
     *
     * @throws OwsException if the series has none of that day
     */
    static List<Drawing> shown(OwsRequest request, Drawing drawing) {
        return drawing.layer() instanceof SeriesLayer series
                ? TimeChoice.of(request).granules(series).stream()
                        .map(map -> new Drawing(map, drawing.styleName(), drawing.style(), drawing.variables()))
                        .toList()
                : List.of(drawing);
    }

    /**
     * A layer in a style.
     *
     * @param name of the style, empty for the layer's own
     * @param parameter that gave the name
     * @throws OwsException if there is no such style or if it draws something else
     */
    Drawing drawing(Layer layer, String name, String parameter, Map<String, String> variables) {
        boolean points = layer instanceof PointLayer;
        boolean own = name.isEmpty() || name.equals("default");
        String wanted = own ? Optional.ofNullable(layer.info().defaultStyle()).orElse("") : name;
        Optional<MapStyle> known = catalog.style(layer.workspace(), wanted);
        if (known.isEmpty() && !own) {
            throw new OwsException(
                    WmsErrors.STYLE,
                    parameter,
                    "there is no style '" + name + "'; layer '" + layer.name() + "' has "
                            + String.join(", ", styleNames(layer.info())));
        }
        MapStyle style = known.orElse(points ? PLAIN_POINTS : PLAIN_IMAGE);
        if (points ? style.points().isEmpty() : style.raster().isEmpty()) {
            throw new OwsException(
                    WmsErrors.STYLE,
                    parameter,
                    "style '" + wanted + "' does not draw " + (points ? "points" : "images") + "; layer '"
                            + layer.name() + "' has " + String.join(", ", styleNames(layer.info())));
        }
        return new Drawing(layer, wanted, style, variables);
    }

    /** All styles of a layer that exist, its own first. */
    List<Drawing> styles(Layer layer) {
        List<Drawing> drawings = new ArrayList<>();
        for (String name : styleNames(layer.info())) {
            catalog.style(layer.workspace(), name)
                    .ifPresent(style -> drawings.add(new Drawing(layer, name, style, Map.of())));
        }
        return drawings;
    }

    private static List<String> styleNames(LayerInfo info) {
        List<String> names = new ArrayList<>();
        if (info.defaultStyle() != null) {
            names.add(info.defaultStyle());
        }
        info.styles().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.deepsalt.demohost.catalog.PointLayer.PointFeature;
import org.deepsalt.demohost.catalog.RasterLayer.BandInfo;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;

/** Makes layers of their entries in the catalog and of their data. Not thread-safe. */
public final class LayerReader {
    private static final String ENABLED = "enabled";

    private final DataDirectory directory;
    private final RasterFiles files;
    private final SeriesReader series;
    private final Map<String, String> styleNames;

    /**
     * Prepares to read layers.
     *
     * @param styleNames names of styles by their identifiers
     * @param warnings hears of granules that are left out
     */
    LayerReader(DataDirectory directory, RasterFiles files, Map<String, String> styleNames, Consumer<String> warnings) {
        this.directory = directory;
        this.files = files;
        this.series = new SeriesReader(files, warnings);
        this.styleNames = styleNames;
    }

    /**
     * Reads a layer.
     *
     * @param resource what {@code coverage.xml} or {@code featuretype.xml} says
     * @return empty if the layer is disabled
     * @throws DeepSaltException if the layer cannot be served
     */
    Optional<Layer> read(String workspace, XmlElement store, XmlElement resource, Path layerFile) {
        XmlElement layer = SafeXml.read(layerFile);
        for (XmlElement entry : List.of(store, resource, layer)) {
            if (entry.text(ENABLED).orElse("true").equals("false")) {
                return Optional.empty();
            }
        }
        LayerInfo info = info(workspace, resource, layer);
        return Optional.of(
                store.name().equals("coverageStore") ? raster(info, store, resource) : points(info, store, resource));
    }

    private LayerInfo info(String workspace, XmlElement resource, XmlElement layer) {
        String name = resource.text("name").orElseThrow(() -> new DeepSaltException("the layer has no name"));
        List<String> more = layer.child("styles")
                .map(list -> list.children("style").stream()
                        .map(this::styleName)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
        return LayerInfoBuilder.builder()
                .workspace(workspace)
                .name(name)
                .title(resource.text("title").orElse(name))
                .description(resource.text("abstract").orElse(""))
                .keywords(resource.child("keywords")
                        .map(list -> list.children("string").stream()
                                .map(XmlElement::text)
                                .toList())
                        .orElse(List.of()))
                .advertised(!resource.text("advertised").orElse("true").equals("false"))
                .defaultStyle(
                        layer.child("defaultStyle").flatMap(this::styleName).orElse(null))
                .styles(more)
                .links(resource.child("metadataLinks").map(LayerReader::links).orElse(List.of()))
                .build();
    }

    private static List<MetadataLink> links(XmlElement list) {
        return list.children("metadataLink").stream()
                .map(link -> new MetadataLink(
                        link.text("type").orElse(""),
                        link.text("metadataType").orElse(""),
                        link.text("content").orElse("")))
                .toList();
    }

    /** GeoServer refers to a style by its identifier, people who write such files by its name. */
    private Optional<String> styleName(XmlElement reference) {
        return reference
                .text("name")
                .or(() -> reference.text("id").map(styleNames::get))
                .map(name -> name.substring(name.indexOf(':') + 1));
    }

    private Layer raster(LayerInfo info, XmlElement store, XmlElement coverage) {
        String type = store.text("type").orElse("GeoTIFF");
        Path path =
                directory.resolve(store.text("url").orElseThrow(() -> new DeepSaltException("the store has no url")));
        if (type.equals(SeriesReader.STORE_TYPE)) {
            return series.read(info, path, found -> bands(found, coverage));
        } else if (!type.equals("GeoTIFF")) {
            throw new DeepSaltException("the store has type '" + type
                    + "'; this host reads GeoTIFF, and ImageMosaic where it is a series of DeepSalt's");
        }
        boolean forced = coverage.text("projectionPolicy").orElse("").equals("FORCE_DECLARED");
        Optional<CoordinateReferenceSystem> declared = coverage.text("srs").map(Crs::decode);
        RasterFile file = files.open(path, forced ? declared.orElse(null) : null);
        if (file.grid().crs() == null) {
            file = files.open(
                    path,
                    declared.orElseThrow(
                            () -> new DeepSaltException("neither the file nor the catalog names a CRS: add an srs")));
        }
        return new RasterLayer(
                info,
                file,
                bands(file.bands(), coverage),
                Crs.geographic(file.grid().bounds()),
                Crs.identifier(file.grid().requireCrs("is no layer")));
    }

    /** Names and units of the catalog go before those of the file. */
    private static List<BandInfo> bands(List<BandInfo> found, XmlElement coverage) {
        List<XmlElement> listed = coverage.child("dimensions")
                .map(dimensions -> dimensions.children("coverageDimension"))
                .orElse(List.of());
        if (listed.size() != found.size()) {
            return named(found);
        }
        List<BandInfo> bands = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            BandInfo band = found.get(i);
            bands.add(new BandInfo(
                    listed.get(i).text("name").orElse(band.name()),
                    listed.get(i).text("unit").orElse(band.unit())));
        }
        return named(bands);
    }

    /** The same bands, each with a name of its own. */
    public static List<BandInfo> named(List<BandInfo> found) {
        List<BandInfo> bands = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (BandInfo band : found) {
            String name = band.name();
            if (name.isEmpty() || !taken.add(name)) {
                name = "Band" + (bands.size() + 1);
                taken.add(name);
            }
            bands.add(new BandInfo(name, band.unit()));
        }
        return bands;
    }

    private PointLayer points(LayerInfo info, XmlElement store, XmlElement featureType) {
        String folder = store
                .child("connectionParameters")
                .map(parameters -> parameters.children("entry"))
                .orElse(List.of())
                .stream()
                .filter(entry -> entry.attribute("key").orElse("").equals("directory"))
                .map(XmlElement::text)
                .findFirst()
                .orElseThrow(() -> new DeepSaltException(
                        "the store has no directory; of data stores, this host reads type Properties only"));
        String fileName = featureType.text("nativeName").orElse(info.name()) + ".properties";
        Path path = directory
                .resolve(folder.startsWith("file:") ? folder : "file:" + folder)
                .resolve(fileName);
        PropertyFile file = PropertyFile.read(path);
        CoordinateReferenceSystem crs = Optional.ofNullable(file.crs())
                .or(() -> featureType.text("srs").map(Crs::decode))
                .orElseThrow(() -> new DeepSaltException("neither the file nor the catalog names a CRS: add an srs"));
        ReferencedEnvelope bounds = new ReferencedEnvelope(crs);
        for (PointFeature feature : file.features()) {
            bounds.expandToInclude(feature.x(), feature.y());
        }
        if (bounds.isEmpty()) {
            throw new DeepSaltException("'" + fileName + "' has no points");
        }
        return PointLayerBuilder.builder()
                .info(info)
                .file(path)
                .attributes(file.attributes())
                .features(file.features())
                .bounds(bounds)
                .geographicBounds(Crs.geographic(bounds))
                .srs(Crs.identifier(crs))
                .build();
    }
}

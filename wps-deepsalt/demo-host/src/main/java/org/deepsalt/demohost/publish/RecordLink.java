/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.demohost.catalog.LayerInfo;
import org.deepsalt.demohost.catalog.MetadataLink;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.LayerName;
import org.deepsalt.processes.catalog.LayerRecord;

/** The links of a layer to its metadata. Stateless. */
final class RecordLink {
    private RecordLink() {}

    /** The link to the record that is published with the layer, if one is, and all links that others have made. */
    static List<MetadataLink> of(NewLayer wanted, LayerFiles given, Optional<LayerInfo> existing) {
        return of(wanted, given.isoRecord() != null, existing);
    }

    /** The same of a series, of which one map with a record is enough. */
    static List<MetadataLink> ofSeries(NewLayer wanted, LayerFiles given, Optional<LayerInfo> existing) {
        boolean before = existing.stream()
                .flatMap(info -> info.links().stream())
                .anyMatch(link -> LayerRecord.isAddress(link.content()));
        return of(wanted, before || given.isoRecord() != null, existing);
    }

    private static List<MetadataLink> of(NewLayer wanted, boolean hasRecord, Optional<LayerInfo> existing) {
        List<MetadataLink> links = new ArrayList<>();
        if (hasRecord) {
            LayerName name = new LayerName(wanted.workspace(), wanted.name());
            links.add(new MetadataLink(LayerRecord.MEDIA_TYPE, LayerRecord.STANDARD, LayerRecord.address(name)));
        }
        existing.map(LayerInfo::links).orElse(List.of()).stream()
                .filter(link -> !LayerRecord.isAddress(link.content()))
                .forEach(links::add);
        return links;
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.processes.catalog.LayerName;
import org.deepsalt.processes.catalog.LayerRecord;
import org.geoserver.catalog.MetadataLinkInfo;
import org.geoserver.catalog.impl.MetadataLinkInfoImpl;

/** The link of a layer to its ISO 19139 record, which is known by its address. Stateless. */
final class RecordLink {
    private RecordLink() {}

    /** A link to the record of a layer, relative to the address of the server. */
    static MetadataLinkInfo to(LayerName layer) {
        MetadataLinkInfo link = new MetadataLinkInfoImpl();
        link.setType(LayerRecord.MEDIA_TYPE);
        link.setMetadataType(LayerRecord.STANDARD);
        link.setContent(LayerRecord.address(layer));
        return link;
    }

    /** Links of ours, in the place of former ones, and all those of others. */
    static List<MetadataLinkInfo> replace(List<MetadataLinkInfo> former, List<MetadataLinkInfo> ours) {
        List<MetadataLinkInfo> links = new ArrayList<>(ours);
        former.stream()
                .filter(link -> link.getContent() == null || !LayerRecord.isAddress(link.getContent()))
                .forEach(links::add);
        return links;
    }
}

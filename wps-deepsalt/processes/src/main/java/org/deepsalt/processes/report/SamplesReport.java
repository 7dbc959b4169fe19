/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepsalt.raster.sampling.LabelledPixels;
import org.deepsalt.raster.scene.MaskReason;

/** The part of a report that says how many samples have a pixel, and why the others have none. Stateless. */
public final class SamplesReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SamplesReport() {}

    /** Counts the samples of a request. */
    public static ObjectNode of(LabelledPixels samples) {
        long dropped =
                samples.dropped().values().stream().mapToLong(Long::longValue).sum();
        ObjectNode node = JSON.createObjectNode();
        node.put("given", samples.labels().length + dropped);
        node.put("used", samples.labels().length);
        ObjectNode lost = node.putObject("withoutPixel");
        samples.dropped().forEach((reason, count) -> lost.put(key(reason), count));
        return node;
    }

    /** The JSON key of the reason why a sample has no pixel. */
    public static String key(MaskReason reason) {
        return reason == MaskReason.OUTSIDE_REGION ? "outside_scenes" : reason.key();
    }
}

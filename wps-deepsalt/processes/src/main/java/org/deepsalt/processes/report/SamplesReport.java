/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepsalt.raster.sampling.LabelledPixels;
import org.deepsalt.raster.scene.MaskReason;

/** What became of the samples of a request. */
public final class SamplesReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SamplesReport() {}

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

    /** Why a sample has no pixel, as a word. */
    public static String key(MaskReason reason) {
        return reason == MaskReason.OUTSIDE_REGION ? "outside_scenes" : reason.key();
    }
}

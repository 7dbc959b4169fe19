/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.findings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Findings for programs. */
public final class FindingsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FindingsJson() {}

    /** One document with all of it. */
    public static String of(Findings findings) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("classes");
        findings.classes().forEach(one -> root.withArray("classes").addPOJO(one));
        root.putPOJO("leftOut", findings.leftOut());
        root.putPOJO("figures", findings.figures());
        root.putPOJO("violations", findings.violations());
        return root.toPrettyString();
    }
}

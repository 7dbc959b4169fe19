/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import java.util.ArrayList;
import java.util.List;

/** An Execute document as clients send it. */
final class WpsRequest {
    private final String process;
    private final List<String> inputs = new ArrayList<>();

    private WpsRequest(String process) {
        this.process = process;
    }

    static WpsRequest execute(String process) {
        return new WpsRequest(process);
    }

    /** The estimation of the sample scene. */
    static WpsRequest estimate() {
        WpsRequest request = execute("deepsalt:EstimateSalinity")
                .input("enmap", "sample:enmap")
                .input("model", ContractHost.MODEL);
        for (String covariate : ContractHost.COVARIATES) {
            request.input("covariate", covariate);
        }
        return request;
    }

    WpsRequest input(String name, String value) {
        inputs.add("""
                <wps:Input><ows:Identifier>%s</ows:Identifier>\
                <wps:Data><wps:LiteralData>%s</wps:LiteralData></wps:Data></wps:Input>""".formatted(name, value));
        return this;
    }

    /** Asks for outputs within the response. */
    String documentOf(String... outputs) {
        return response("<wps:ResponseDocument>" + list(outputs, "") + "</wps:ResponseDocument>");
    }

    /** Asks for an answer at once and for outputs by address. */
    String storedReferencesTo(String... outputs) {
        return response("<wps:ResponseDocument storeExecuteResponse=\"true\" status=\"true\">"
                + list(outputs, " asReference=\"true\"") + "</wps:ResponseDocument>");
    }

    /** Asks for the bytes of one output. */
    String raw(String output) {
        return response("<wps:RawDataOutput><ows:Identifier>" + output + "</ows:Identifier></wps:RawDataOutput>");
    }

    private static String list(String[] outputs, String attributes) {
        StringBuilder text = new StringBuilder();
        for (String output : outputs) {
            text.append("<wps:Output")
                    .append(attributes)
                    .append("><ows:Identifier>")
                    .append(output)
                    .append("</ows:Identifier></wps:Output>");
        }
        return text.toString();
    }

    private String response(String form) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <wps:Execute version="1.0.0" service="WPS" xmlns:wps="http://www.opengis.net/wps/1.0.0"
                    xmlns:ows="http://www.opengis.net/ows/1.1">
                  <ows:Identifier>%s</ows:Identifier>
                  <wps:DataInputs>%s</wps:DataInputs>
                  <wps:ResponseForm>%s</wps:ResponseForm>
                </wps:Execute>
                """.formatted(process, String.join("", inputs), form);
    }
}

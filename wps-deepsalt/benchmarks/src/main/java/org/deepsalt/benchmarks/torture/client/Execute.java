/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deepsalt.demohost.SampleModel;

/** An execution to ask for, as document or as key-value pairs. Not thread-safe. */
public final class Execute {
    private final String process;
    private final List<String[]> inputs = new ArrayList<>();

    /** An execution of a process without inputs. */
    public Execute(String process) {
        this.process = process;
    }

    /** The estimation of the sample scene. */
    public static Execute estimate(Target target) {
        return new Execute("deepsalt:EstimateSalinity")
                .input("enmap", "sample:enmap")
                .input("model", target.model())
                .covariates();
    }

    /** A training of a few passes on the sample world. */
    public static Execute training(String model, long seed) {
        return new Execute("deepsalt:TrainModel")
                .input("model", model)
                .input("ftir", "sample")
                .input("enmap", "sample:enmap")
                .input("samples", "sample:ece_samples")
                .input("unlabelled", "500")
                .input("laboratoryEpochs", "1")
                .input("satelliteEpochs", "1")
                .input("alignmentEpochs", "2")
                .input("teacherEpochs", "5")
                .input("studentEpochs", "5")
                .input("synthetic", "true")
                .input("overwrite", "true")
                .input("seed", Long.toString(seed))
                .covariates();
    }

    private Execute covariates() {
        SampleModel.COVARIATES.forEach(covariate -> input("covariate", covariate));
        return this;
    }

    /** Gives an input, which may have been given before. */
    public Execute input(String name, String value) {
        inputs.add(new String[] {name, value});
        return this;
    }

    /** A document that asks for outputs within the answer. */
    public String document(String... outputs) {
        return document("<wps:ResponseDocument>" + list(outputs, "") + "</wps:ResponseDocument>");
    }

    /** A document that asks for an answer at once and for outputs by address. */
    public String stored(String... outputs) {
        return document("<wps:ResponseDocument storeExecuteResponse=\"true\" status=\"true\">"
                + list(outputs, " asReference=\"true\"") + "</wps:ResponseDocument>");
    }

    /** A document that asks for the bytes of one output. */
    public String raw(String output) {
        return document("<wps:RawDataOutput><ows:Identifier>" + output + "</ows:Identifier></wps:RawDataOutput>");
    }

    /** Key-value pairs without those of the service, names and values in turn and not encoded. */
    public List<String[]> pairs() {
        String all = inputs.stream().map(input -> input[0] + "=" + input[1]).collect(Collectors.joining(";"));
        List<String[]> pairs = new ArrayList<>();
        pairs.add(new String[] {"request", "Execute"});
        pairs.add(new String[] {"identifier", process});
        pairs.add(new String[] {"DataInputs", all});
        return pairs;
    }

    /** Key-value pairs as a query. */
    public static String query(List<String[]> pairs) {
        return pairs.stream()
                .map(pair -> encoded(pair[0]) + "=" + encoded(pair[1]))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String list(String[] outputs, String attributes) {
        StringBuilder text = new StringBuilder();
        for (String output : outputs) {
            text.append("<wps:Output")
                    .append(attributes)
                    .append("><ows:Identifier>")
                    .append(output);
            text.append("</ows:Identifier></wps:Output>");
        }
        return text.toString();
    }

    private String document(String form) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<wps:Execute version=\"1.0.0\" service=\"WPS\" xmlns:wps=\"http://www.opengis.net/wps/1.0.0\""
                + " xmlns:ows=\"http://www.opengis.net/ows/1.1\">\n<ows:Identifier>" + process
                + "</ows:Identifier>\n<wps:DataInputs>\n");
        for (String[] input : inputs) {
            text.append("<wps:Input><ows:Identifier>").append(input[0]).append("</ows:Identifier><wps:Data>");
            String kind = input[0].equals("region") ? "ComplexData" : "LiteralData";
            text.append("<wps:").append(kind).append('>').append(escaped(input[1]));
            text.append("</wps:").append(kind).append("></wps:Data></wps:Input>\n");
        }
        return text.append("</wps:DataInputs>\n<wps:ResponseForm>")
                .append(form)
                .append("</wps:ResponseForm>\n</wps:Execute>\n")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

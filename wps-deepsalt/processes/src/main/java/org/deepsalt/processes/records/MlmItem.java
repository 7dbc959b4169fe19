/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.records;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.store.ModelCard;

/**
 * A model as a STAC item of the machine-learning model extension (MLM) 1.5.0: what goes in, what comes out, where it
 * was trained, which files it consists of. Its links are relative to the model's folder, where it may lie beside the
 * card. Stateless.
 */
public final class MlmItem {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> EXTENSIONS = List.of("mlm/v1.5.0", "eo/v1.1.0", "file/v2.1.0");
    private static final double NANOMETRES = 1e3;
    private static final double TURN = 360;
    /** What a multihash of SHA-256 begins with: its kind and its length. */
    private static final String SHA2_256 = "1220";

    private MlmItem() {}

    /** The item of a model, as JSON. */
    public static String of(ModelCard card) {
        ObjectNode item = JSON.createObjectNode();
        item.put("type", "Feature").put("stac_version", "1.0.0");
        EXTENSIONS.forEach(one ->
                item.withArray("stac_extensions").add("https://stac-extensions.github.io/" + one + "/schema.json"));
        item.put("id", card.id());
        place(item, card.area());
        item.set("properties", properties(card));
        item.putArray("links");
        item.set("assets", assets(card));
        return item.toPrettyString();
    }

    private static void place(ObjectNode item, ModelCard.Area area) {
        double east = area.east() < area.west() ? area.east() + TURN : area.east();
        double[][] ring = {
            {area.west(), area.south()},
            {east, area.south()},
            {east, area.north()},
            {area.west(), area.north()},
            {area.west(), area.south()}
        };
        ArrayNode corners = item.putObject("geometry")
                .put("type", "Polygon")
                .putArray("coordinates")
                .addArray();
        for (double[] corner : ring) {
            corners.addArray().add(corner[0]).add(corner[1]);
        }
        item.putArray("bbox").add(area.west()).add(area.south()).add(east).add(area.north());
    }

    private static ObjectNode properties(ModelCard card) {
        ObjectNode properties = JSON.createObjectNode();
        properties.put("title", card.title());
        properties.put("description", description(card));
        properties.put("datetime", card.created());
        properties.put("created", card.created());
        properties.put("mlm:name", card.id());
        properties.put("mlm:architecture", "spectral encoder and distilled student with an output distribution");
        properties.putArray("mlm:tasks").add("regression");
        properties.put("mlm:framework", "TensorFlow");
        properties.put("mlm:pretrained", false);
        properties.putNull("mlm:accelerator");
        properties.putArray("mlm:input").add(input(card));
        properties.putArray("mlm:output").add(output(card));
        ObjectNode settings = properties.putObject("mlm:hyperparameters");
        settings.put("preset", card.preset()).put("seed", card.seed());
        return properties;
    }

    private static String description(ModelCard card) {
        return "Estimates " + card.target().attribute() + " in " + card.target().unit()
                + " from surface reflectance of EnMAP L2A scenes"
                + (card.covariates().isEmpty() ? "" : " and covariates")
                + (card.synthetic() ? ". Trained on synthetic data" : "")
                + (card.screening() ? ". A screening model, trained without field samples" : "") + ".";
    }

    private static ObjectNode input(ModelCard card) {
        ObjectNode input = JSON.createObjectNode();
        input.put("name", "pixels");
        input.put(
                "description",
                "reflectances in the order of the bands, then covariates: "
                        + String.join(
                                ", ",
                                card.covariates().stream()
                                        .map(one ->
                                                one.name() + " (" + one.unit() + (one.optional() ? ", optional)" : ")"))
                                        .toList()));
        card.bands().forEach(band -> input.withArray("bands").add(name(band)));
        structure(input.putObject("input"), card.inputs(), "bands");
        input.putNull("value_scaling");
        input.putNull("resize_type");
        input.putNull("pre_processing_function");
        return input;
    }

    private static ObjectNode output(ModelCard card) {
        ObjectNode output = JSON.createObjectNode();
        output.put("name", card.target().attribute());
        output.put(
                "description",
                "distribution of " + card.target().attribute() + " in "
                        + card.target().unit()
                        + " and the dissimilarity index; intervals and probabilities are made from them with the card's"
                        + " calibration");
        output.putArray("tasks").add("regression");
        structure(output.putObject("result"), -1, "channel");
        return output;
    }

    private static void structure(ObjectNode array, int channels, String dimension) {
        array.putArray("shape").add(-1).add(channels);
        array.putArray("dim_order").add("batch").add(dimension);
        array.put("data_type", "float32");
    }

    private static ObjectNode assets(ModelCard card) {
        ObjectNode assets = JSON.createObjectNode();
        for (Map.Entry<String, String> file : card.files().entrySet()) {
            boolean graph = file.getKey().endsWith("saved_model.pb");
            ObjectNode asset = assets.putObject(graph ? "model" : file.getKey().replace('/', '-'));
            asset.put("href", "./" + file.getKey());
            asset.put("type", "application/octet-stream");
            asset.put("file:checksum", SHA2_256 + file.getValue());
            if (graph) {
                asset.put("title", "TensorFlow SavedModel").putArray("roles").add("mlm:model");
                asset.put("mlm:artifact_type", "tf.saved_model.save");
                asset.set("eo:bands", bands(card));
            }
        }
        ObjectNode own = assets.putObject("card");
        own.put("href", "./model.json").put("type", "application/json").put("title", "card with all figures");
        own.putArray("roles").add("metadata");
        return assets;
    }

    private static ArrayNode bands(ModelCard card) {
        ArrayNode bands = JSON.createArrayNode();
        for (Band band : card.bands()) {
            ObjectNode one = bands.addObject().put("name", name(band));
            one.put("center_wavelength", band.centre() / NANOMETRES);
            if (band.width() > 0) {
                one.put("full_width_half_max", band.width() / NANOMETRES);
            }
        }
        return bands;
    }

    private static String name(Band band) {
        return String.format(Locale.ROOT, "%.2f nm %s", band.centre(), band.detector());
    }
}

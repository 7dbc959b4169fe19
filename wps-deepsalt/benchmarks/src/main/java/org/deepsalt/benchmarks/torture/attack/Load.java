/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.Judge;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.Violation;

/** One client that asks for maps, values, legends, documents and estimations in a mix, with short pauses. */
public final class Load {
    /** A layer that all clients replace and read. */
    public static final String SHARED = "deepsalt:load_shared";

    /** The classes under which requests of clients are counted. */
    public static final Set<String> KINDS = Set.of(
            "GetMap",
            "GetFeatureInfo",
            "GetLegendGraphic",
            "WMS capabilities",
            "WPS capabilities",
            "DescribeProcess",
            "Execute, small",
            "Execute, estimation",
            "Execute, background",
            "Execute, publishing",
            "GetExecutionStatus",
            "GetExecutionResult",
            "Dismiss");

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Judge.PATIENCE;
    private static final int LONGEST_PAUSE_MILLIS = 300;
    private static final Pattern REFERENCE = Pattern.compile("<wps:Reference href=\"([^\"]+)\"");
    /** With which {@link Target#url} ends. */
    private static final String ROOT = "/geoserver";

    private static final List<String> LAYERS =
            List.of("sample:soil", "sample:climate", "sample:ece_truth", "sample:enmap", "sample:ece_samples", SHARED);

    private final Target target;
    private final Findings findings;
    private final List<ReferenceMap> references;
    private final Path folder;
    private final Judge judge;
    private final Random dice;
    private final long seed;

    /**
     * A client.
     *
     * @param seed of its choices
     * @param references maps that it may ask for
     * @param folder for coverages that it gets
     */
    public Load(Target target, Findings findings, List<ReferenceMap> references, Path folder, long seed) {
        this.target = target;
        this.findings = findings;
        this.references = List.copyOf(references);
        this.folder = folder;
        this.judge = new Judge(target);
        this.dice = Dice.of(seed);
        this.seed = seed;
    }

    /** Asks until a time of {@link System#nanoTime}. */
    public void run(long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            once();
            TimeUnit.MILLISECONDS.sleep(dice.nextInt(LONGEST_PAUSE_MILLIS));
        }
    }

    private void once() throws IOException, InterruptedException {
        int choice = dice.nextInt(100);
        if (choice < 39) {
            picture(
                    "GetMap",
                    target.get("/wms?service=WMS&version=1.1.1&request=GetMap&styles=&srs=EPSG:4326&format=image/png"
                            + "&width=256&height=256&" + place(layer())));
        } else if (choice < 57) {
            text(
                    "GetFeatureInfo",
                    target.get("/wms?service=WMS&version=1.1.1&request=GetFeatureInfo&styles=&srs=EPSG:4326"
                            + "&info_format=application/json&width=101&height=101&x=50&y=50&"
                            + place(SHARED) + "&query_layers=" + SHARED));
        } else if (choice < 63) {
            picture(
                    "GetLegendGraphic",
                    target.get("/wms?service=WMS&version=1.3.0&request=GetLegendGraphic&format=image/png&layer="
                            + layer()));
        } else if (choice < 69) {
            text("WMS capabilities", target.get("/wms?service=WMS&version=1.3.0&request=GetCapabilities"));
        } else if (choice < 75) {
            text("WPS capabilities", target.get("/wps?service=WPS&request=GetCapabilities"));
        } else if (choice < 80) {
            text(
                    "DescribeProcess",
                    target.wps("request=DescribeProcess&identifier=deepsalt:EstimateSalinity,deepsalt:TrainModel"));
        } else if (choice < 91) {
            execution();
        } else if (choice < 95) {
            estimate();
        } else if (choice < 98) {
            follow();
        } else {
            publish();
        }
    }

    private void execution() {
        Execute execute = dice.nextBoolean()
                ? new Execute("deepsalt:DescribeModel").input("model", target.model())
                : new Execute("deepsalt:SpectralProfile")
                        .input("enmap", "sample:enmap")
                        .input("point", "-110.1 39.0");
        judged("Execute, small", target.patient(execute.document()), LONG, false);
    }

    /** A map at once, whose values are compared. */
    private void estimate() throws IOException {
        ReferenceMap reference = references.get(dice.nextInt(references.size()));
        Answer answer = target.patient(reference.request(target).raw("coverage"));
        judged("Execute, estimation", answer, LONG, false);
        compare("Execute, estimation", reference, answer);
    }

    /** A map in the background, which is followed to its coverage. */
    private void follow() throws IOException, InterruptedException {
        ReferenceMap reference = references.get(dice.nextInt(references.size()));
        Answer accepted = target.post(reference.request(target).stored("coverage"));
        judged("Execute, background", accepted, PATIENCE, false);
        String id = accepted.execution();
        if (id.isEmpty()) {
            return;
        }
        Answer status = accepted;
        while (status.text().contains("ProcessAccepted") || status.text().contains("ProcessStarted")) {
            TimeUnit.MILLISECONDS.sleep(200);
            status = target.wps("request=GetExecutionStatus&executionId=" + id);
            judged("GetExecutionStatus", status, PATIENCE, false);
        }
        Matcher place = REFERENCE.matcher(status.text());
        if (place.find()) {
            String address = place.group(1).replace("&amp;", "&");
            Answer result = target.get(address.substring(address.indexOf(ROOT) + ROOT.length()));
            judged("GetExecutionResult", result, PATIENCE, false);
            compare("GetExecutionResult", reference, result);
        }
        judged("Dismiss", target.wps("request=Dismiss&executionId=" + id), PATIENCE, true);
    }

    /** Puts a map into the place of the shared layer. */
    public void publish() {
        ReferenceMap reference = references.get(dice.nextInt(references.size()));
        judged(
                "Execute, publishing",
                target.post(reference
                        .request(target)
                        .input("layer", SHARED)
                        .input("overwrite", "true")
                        .document("published")),
                LONG,
                false);
    }

    private void compare(String kind, ReferenceMap reference, Answer answer) throws IOException {
        if (answer.isImage()) {
            String got = ReferenceMap.fingerprint(answer, folder);
            if (!got.equals(reference.fingerprint())) {
                violation(kind, "wrong map: " + got + ", wanted " + reference.fingerprint(), answer);
            }
        }
    }

    private void picture(String kind, Answer answer) {
        judged(kind, answer, PATIENCE, false);
        if (!answer.isImage()) {
            violation(kind, "no picture", answer);
        }
    }

    private void text(String kind, Answer answer) {
        judged(kind, answer, PATIENCE, false);
        if (answer.isBusy()) {
            violation(kind, "a small request was refused as busy", answer);
        }
    }

    /** A refusal because of too many executions is none of the faults; any other one is. */
    private void judged(String kind, Answer answer, Duration patience, boolean refusable) {
        findings.count(kind, answer.outcome(), answer.nanos());
        judge.faults(answer, patience).forEach(fault -> violation(kind, fault, answer));
        if (!refusable && answer.isRefusal() && !answer.isBusy()) {
            violation(kind, "refused: " + answer.text().strip(), answer);
        }
        if (answer.status() == Answer.CLOSED) {
            violation(kind, "the connection was closed: " + answer.text(), answer);
        }
    }

    private void violation(String kind, String what, Answer answer) {
        findings.violation(new Violation(kind, seed, what, answer.request()));
    }

    private String layer() {
        return LAYERS.get(dice.nextInt(LAYERS.size()));
    }

    private String place(String layer) {
        double size = 0.01 + 0.05 * dice.nextDouble();
        double west = -110.13 + 0.05 * dice.nextDouble();
        double south = 38.97 + 0.04 * dice.nextDouble();
        return String.format(
                Locale.ROOT, "layers=%s&bbox=%.5f,%.5f,%.5f,%.5f", layer, west, south, west + size, south + size);
    }
}

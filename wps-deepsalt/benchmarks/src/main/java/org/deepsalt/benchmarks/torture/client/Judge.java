/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.client;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What every answer must be, whatever was asked: in time, whole, and silent about the host's inside. A GeoServer gives
 * many answers of its own before a process runs or without one, in its own time and words and with its own classes: of
 * those it is only judged that they name no class of DeepSalt or of what it brings along. What an execution says is
 * judged as at the demo host, and so is silence after a request that names a process. Thread-safe.
 */
public final class Judge {
    /** Longest time that a small request may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A protocol, a version or a moment that a host does not serve: no error of the host. */
    private static final Set<Integer> OWN_ERRORS = Set.of(501, 503, 505);

    /** So begins what GeoServer tells of a process that refused or failed, and so it names one that did not. */
    private static final Pattern OF_A_PROCESS =
            Pattern.compile("Process failed during execution|<wps:Process(?:Succeeded|Accepted|Started)\\b");

    private final List<String> places = new ArrayList<>();
    private final boolean demoHost;

    /** A judge who knows where a host keeps its files and whether it is a demo host. */
    public Judge(Target target) {
        this(target.isDemoHost());
        target.data().map(Path::toAbsolutePath).map(Path::toString).ifPresent(places::add);
    }

    Judge(boolean demoHost) {
        this.demoHost = demoHost;
        places.add(System.getProperty("user.home") + "/.");
    }

    /** What is wrong with an answer; empty if nothing is. */
    public List<String> faults(Answer answer, Duration patience) {
        if (isOurs(answer)) {
            List<String> faults = late(answer, patience);
            faults.addAll(inside(answer));
            return faults;
        }
        return InnerNames.ofDeepSalt(answer)
                .map(name -> List.of("the answer names '" + name + "'"))
                .orElse(List.of());
    }

    /** Whether a server that is no demo host gave an answer of its own that would be a fault of a demo host. */
    public boolean isOfTheServer(Answer answer, Duration patience) {
        return !isOurs(answer)
                && !(late(answer, patience).isEmpty() && inside(answer).isEmpty());
    }

    private boolean isOurs(Answer answer) {
        if (demoHost) {
            return true;
        }
        return answer.status() == Answer.NONE
                ? answer.request().contains("deepsalt:")
                : answer.isText() && OF_A_PROCESS.matcher(answer.text()).find();
    }

    private static List<String> late(Answer answer, Duration patience) {
        List<String> faults = new ArrayList<>();
        if (answer.status() == Answer.NONE) {
            faults.add("no answer within " + answer.nanos() / 1_000_000_000 + " s");
        } else if (answer.nanos() > patience.toNanos()) {
            faults.add("the answer took " + answer.nanos() / 1_000_000 + " ms, wanted at most " + patience.toMillis());
        }
        return faults;
    }

    private List<String> inside(Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500 && !OWN_ERRORS.contains(answer.status())) {
            faults.add("HTTP status " + answer.status());
        }
        if (answer.isText() && answer.text().contains("an error of its own")) {
            faults.add("the server met an error of its own");
        }
        InnerNames.in(answer, places).ifPresent(name -> faults.add("the answer names '" + name + "'"));
        if (answer.status() > 0
                && answer.type().contains("xml")
                && answer.body().length > 0
                && !isWellFormed(answer.body())) {
            faults.add("the answer is no well-formed XML");
        }
        return faults;
    }

    private static boolean isWellFormed(byte[] document) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            while (reader.hasNext()) {
                reader.next();
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }
}

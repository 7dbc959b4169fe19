/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.client;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param status of HTTP; 0 if nothing came in time, -1 if the connection was closed without an answer
 * @param type content type, empty if there is none
 * @param body all of it, or what a failed connection said
 * @param nanos from the first byte sent to the last byte received
 * @param request what was sent, in part
 */
public record Answer(int status, String type, byte[] body, long nanos, String request) {
    /** Status of an answer that did not come in time. */
    public static final int NONE = 0;
    /** Status of a connection that was closed without an answer. */
    public static final int CLOSED = -1;

    private static final Pattern REFUSAL =
            Pattern.compile("<(?:\\w+:)?(?:ServiceExceptionReport|ExceptionReport|ProcessFailed)\\b");
    private static final Pattern STATUS_LOCATION = Pattern.compile("statusLocation=\"([^\"]+)\"");
    private static final Pattern EXECUTION = Pattern.compile("executionId=([A-Za-z0-9-]+)");

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether it is a picture. */
    public boolean isImage() {
        return status == 200 && type.startsWith("image/");
    }

    /** Whether it is a text and not a picture or a coverage. */
    public boolean isText() {
        String plain = type.toLowerCase(Locale.ROOT);
        return plain.isEmpty() || plain.startsWith("text/") || plain.contains("xml") || plain.contains("json");
    }

    /** Whether a document says that something was refused or failed. */
    public boolean isRefusal() {
        return status >= 400 || (isText() && REFUSAL.matcher(text()).find());
    }

    /** Whether the host has no place for an execution at the moment. */
    public boolean isBusy() {
        return status == 503 || (isText() && text().contains("ServerBusy"));
    }

    /** Id of the execution that a document follows; empty if it follows none. */
    public String execution() {
        if (!isText()) {
            return "";
        }
        Matcher location = STATUS_LOCATION.matcher(text());
        Matcher id = EXECUTION.matcher(location.find() ? location.group(1) : "");
        return id.find() ? id.group(1) : "";
    }

    /** How it ended, in a word, for counting. */
    public String outcome() {
        if (status == NONE) {
            return "no answer";
        } else if (status == CLOSED) {
            return "closed";
        } else if (isBusy()) {
            return "busy";
        }
        return isRefusal() ? "refused" : "answered";
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who the tests are on a server that asks: an administrator given by {@code -Ddeepsalt.user} and {@code
 * -Ddeepsalt.password}, nobody without them.
 */
record Credentials(String user, String password) {
    static final Credentials NOBODY = new Credentials("", "");

    static Credentials given() {
        return new Credentials(System.getProperty("deepsalt.user", ""), System.getProperty("deepsalt.password", ""));
    }

    HttpRequest.Builder sign(HttpRequest.Builder request) {
        if (user.isEmpty()) {
            return request;
        }
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }
}

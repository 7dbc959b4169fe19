/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.io.IOException;
import java.util.List;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Execute;
import org.deepsalt.benchmarks.torture.client.RawConnection;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Names that are paths, addresses or devices, wherever a request has a name, and in the address itself. */
final class PathTricks implements MalformedInput {
    private static final List<String> NAMES = List.of(
            "../../../../etc/passwd",
            "/etc/passwd",
            "..",
            ".",
            "/",
            "//",
            "a/../../b",
            "..\\..\\windows\\win.ini",
            "C:\\boot.ini",
            "file:///etc/passwd",
            "http://localhost:1/x",
            "jar:file:/a.jar!/b",
            "\\\\host\\share",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..%c0%af..%c0%afetc",
            "sample\u0000.tif",
            "CON",
            "nul",
            "/dev/zero",
            "/dev/stdin",
            "/proc/self/environ",
            "~/.ssh/id_rsa",
            "a:b:c",
            "sample:",
            ":enmap",
            "sample:../enmap",
            "deepsalt:.hidden",
            "*",
            "?",
            "$(id)",
            "`id`",
            "'; drop table layers; --",
            "<script>alert(1)</script>",
            "a".repeat(300),
            "\u202Egpj.exe",
            "${jndi:ldap://localhost:1/a}",
            "{{7*7}}",
            " ",
            "a b",
            "-rf");
    private static final List<String> ADDRESSES = List.of(
            "/geoserver/www/deepsalt/%s",
            "/geoserver/%s/wms?request=GetCapabilities",
            "/geoserver/wms/%s",
            "/%s",
            "/geoserver/www/deepsalt/ol/%s",
            "/geoserver/rest/%s");

    @Override
    public String name() {
        return "path tricks";
    }

    @Override
    public Answer send(Target target, Mutator dice) throws IOException {
        String name = NAMES.get(dice.random().nextInt(NAMES.size()));
        String text = name.replace("\u0000", "");
        return switch (dice.random().nextInt(7)) {
            case 0 ->
                target.post(new Execute("deepsalt:EstimateSalinity")
                        .input("enmap", text)
                        .input("model", text)
                        .document());
            case 1 ->
                target.post(new Execute("deepsalt:ImportEnmapScene")
                        .input("product", text)
                        .input("layer", "deepsalt:none")
                        .document());
            case 2 ->
                target.post(new Execute("deepsalt:ImportEnmapScene")
                        .input("product", "product")
                        .input("layer", text)
                        .input("style", text)
                        .document());
            case 3 ->
                target.post(Execute.training(text, 1).input("target", "nothing").document());
            case 4 ->
                target.post(new Execute("deepsalt:DescribeModel")
                        .input("model", text)
                        .document());
            case 5 ->
                target.get("/wms?service=WMS&version=1.3.0&"
                        + Execute.query(List.of(
                                new String[] {"request", "GetLegendGraphic"},
                                new String[] {"layer", name},
                                new String[] {"style", name},
                                new String[] {"sld", name},
                                new String[] {"format", "image/png"})));
            default -> RawConnection.get(target, address(name, dice));
        };
    }

    private static String address(String name, Mutator dice) {
        String place = ADDRESSES.get(dice.random().nextInt(ADDRESSES.size()));
        return place.formatted(name.replace(" ", "%20").replace("\u0000", "%00"));
    }
}

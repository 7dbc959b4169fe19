/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.world.damage.Mutator;

/** Documents that grow when they are read, or lead a reader elsewhere. */
final class XmlBombs implements MalformedInput {
    private static final String EXECUTE = "<wps:Execute version=\"1.0.0\" service=\"WPS\""
            + " xmlns:wps=\"http://www.opengis.net/wps/1.0.0\" xmlns:ows=\"http://www.opengis.net/ows/1.1\">";

    @Override
    public String name() {
        return "XML bombs";
    }

    @Override
    public Answer send(Target target, Mutator dice) {
        int much = 1000 + dice.random().nextInt(30_000);
        return switch (dice.random().nextInt(12)) {
            case 0 -> target.post(laughs());
            case 1 -> target.post("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a service='WPS'>&x;</a>");
            case 2 -> target.post("<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a service='WPS'/>");
            case 3 -> target.post(EXECUTE + "<a>".repeat(much) + "</a>".repeat(much) + "</wps:Execute>");
            case 4 -> target.post(EXECUTE + "<a>".repeat(much));
            case 5 ->
                target.post("<wps:Execute service='WPS' " + attributes(much)
                        + " xmlns:wps='http://www.opengis.net/wps/1.0.0'/>");
            case 6 ->
                target.post(EXECUTE + "<ows:Identifier>" + "x".repeat(100 * much) + "</ows:Identifier></wps:Execute>");
            case 7 -> target.post(EXECUTE + "<!--" + "- ".repeat(much) + "--></wps:Execute>");
            case 8 -> target.post(EXECUTE + "<![CDATA[" + "]]".repeat(much) + "]]></wps:Execute>");
            case 9 -> encoded(target, dice);
            case 10 -> target.post(EXECUTE + "&#x41;".repeat(much) + "</wps:Execute>");
            default ->
                target.post(
                        EXECUTE + "<a xmlns='u" + much + "'>".repeat(1) + "<b/>".repeat(much) + "</a></wps:Execute>");
        };
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("<!DOCTYPE a [<!ENTITY b0 'ha'>");
        for (int i = 1; i < 12; i++) {
            text.append("<!ENTITY b")
                    .append(i)
                    .append(" '")
                    .append(("&b" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        return text.append("]><a service='WPS'>&b11;</a>").toString();
    }

    private static String attributes(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("a").append(i).append("='' ");
        }
        return text.toString();
    }

    private static Answer encoded(Target target, Mutator dice) {
        Charset[] sets = {
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            Charset.forName("UTF-32"),
            Charset.forName("IBM037"),
            StandardCharsets.ISO_8859_1
        };
        Charset set = sets[dice.random().nextInt(sets.length)];
        String text = "<?xml version='1.0' encoding='" + set.name() + "'?>" + EXECUTE
                + "<ows:Identifier>deepsalt:ListModels</ows:Identifier></wps:Execute>";
        return target.post(dice.random().nextBoolean() ? text.getBytes(set) : dice.binary(text.getBytes(set)));
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.deepsalt.model.DeepSaltException;
import org.junit.jupiter.api.Test;

class SafeXmlTest {
    private static final String ENTITY =
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a service='WMS'>&x;</a>";

    @Test
    void aDoctypeIsRefusedByBothParsers() {
        assertThatThrownBy(() -> SafeXml.read(bytes(ENTITY), "a.xml"))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("a.xml")
                .hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> SafeXml.stream(bytes(ENTITY), "request"))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void elementsAreFoundByPathAndBlankTextsAreAbsent() {
        XmlElement root =
                SafeXml.read(bytes("<a xmlns='urn:x' k='v'><b><c> one </c><c>two</c><d> </d></b></a>"), "a.xml");
        assertThat(root.name()).isEqualTo("a");
        assertThat(root.namespace()).isEqualTo("urn:x");
        assertThat(root.attribute("k")).contains("v");
        assertThat(root.attribute("none")).isEmpty();
        assertThat(root.text("b", "c")).contains("one");
        assertThat(root.text("b", "d")).isEmpty();
        assertThat(root.text("b", "none")).isEmpty();
        assertThat(root.child("b").orElseThrow().children("c")).hasSize(2);
    }

    @Test
    void whatIsWrittenCanBeReadWhateverTheText() {
        String nasty = "a < b & c > \"d\" \u0000\u0001\uD83D\uDE00 ıİ";
        byte[] document = XmlWriter.write(xml -> xml.start("a", "k", nasty, "absent", null)
                .leaf("b", nasty)
                .optional("none", "")
                .start("c")
                .empty("d")
                .end()
                .end());
        XmlElement root = SafeXml.read(document, "a.xml");
        String clean = "a < b & c > \"d\" \uD83D\uDE00 ıİ";
        assertThat(root.attribute("k")).contains(clean);
        assertThat(root.attribute("absent")).isEmpty();
        assertThat(root.text("b")).contains(clean);
        assertThat(root.child("c", "d")).isPresent();
        assertThat(new String(document, StandardCharsets.UTF_8)).contains("\n  <c>\n    <d/>\n  </c>\n</a>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.util.Optional;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.model.table.DecimalText;

/** Numbers and colours in style files. Stateless. */
final class SldNumbers {
    private SldNumbers() {}

    /**
     * Parses a number.
     *
     * @throws IllegalArgumentException if it is none, such as an expression
     */
    static double number(String text, String what) {
        double number = DecimalText.parse(text);
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException(what + " is '" + text + "', wanted a number");
        }
        return number;
    }

    /** An opacity from 0 to 1; 1 if there is no text. */
    static double opacity(Optional<String> text) {
        double opacity = text.map(number -> number(number, "opacity")).orElse(1.0);
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity is " + opacity + ", wanted 0 to 1");
        }
        return opacity;
    }

    /** A colour such as {@code #2C7BB6}, without alpha. */
    static int rgb(String text) {
        if (!text.strip().matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("color is '" + text + "', wanted # and six hexadecimal digits");
        }
        return Integer.parseInt(text.strip().substring(1), 16);
    }

    /** The value of an SLD parameter such as {@code <CssParameter name="fill">}. */
    static Optional<String> css(XmlElement parent, String name) {
        return parent.children("CssParameter").stream()
                .filter(parameter -> parameter.attribute("name").orElse("").equals(name))
                .map(XmlElement::text)
                .findFirst();
    }
}

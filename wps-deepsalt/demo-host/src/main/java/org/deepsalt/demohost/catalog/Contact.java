/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.util.Optional;
import org.deepsalt.demohost.xml.XmlElement;

/**
 * Whom to ask about the services, as GeoServer keeps it in {@code global.xml}; empty texts for what it does not say.
 * Immutable.
 */
public record Contact(
        String person,
        String organization,
        String position,
        String addressType,
        String address,
        String city,
        String state,
        String postCode,
        String country,
        String voice,
        String facsimile,
        String email) {
    /** No contact at all. */
    public static final Contact NONE = new Contact("", "", "", "", "", "", "", "", "", "", "", "");

    static Contact of(XmlElement contact) {
        return new Contact(
                text(contact, "contactPerson"),
                text(contact, "contactOrganization"),
                text(contact, "contactPosition"),
                text(contact, "addressType"),
                text(contact, "address"),
                text(contact, "addressCity"),
                text(contact, "addressState"),
                text(contact, "addressPostalCode"),
                text(contact, "addressCountry"),
                text(contact, "contactVoice"),
                text(contact, "contactFacsimile"),
                text(contact, "contactEmail"));
    }

    private static String text(XmlElement contact, String name) {
        return Optional.of(contact).flatMap(element -> element.text(name)).orElse("");
    }

    /** Whether anything is said. */
    public boolean isKnown() {
        return !equals(NONE);
    }
}

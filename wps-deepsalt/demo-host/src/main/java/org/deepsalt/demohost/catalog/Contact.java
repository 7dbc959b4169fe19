/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import org.deepsalt.demohost.xml.XmlElement;

/**
 * Whom to ask about the services, as GeoServer keeps it in {@code global.xml}; empty texts for what it does not say.
 * Immutable.
 */
@RecordBuilder
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
    public static final Contact NONE = ContactBuilder.builder()
            .person("")
            .organization("")
            .position("")
            .addressType("")
            .address("")
            .city("")
            .state("")
            .postCode("")
            .country("")
            .voice("")
            .facsimile("")
            .email("")
            .build();

    static Contact of(XmlElement contact) {
        return ContactBuilder.builder()
                .person(text(contact, "contactPerson"))
                .organization(text(contact, "contactOrganization"))
                .position(text(contact, "contactPosition"))
                .addressType(text(contact, "addressType"))
                .address(text(contact, "address"))
                .city(text(contact, "addressCity"))
                .state(text(contact, "addressState"))
                .postCode(text(contact, "addressPostalCode"))
                .country(text(contact, "addressCountry"))
                .voice(text(contact, "contactVoice"))
                .facsimile(text(contact, "contactFacsimile"))
                .email(text(contact, "contactEmail"))
                .build();
    }

    private static String text(XmlElement contact, String name) {
        return Optional.of(contact).flatMap(element -> element.text(name)).orElse("");
    }

    /** Whether anything is said. */
    public boolean isKnown() {
        return !equals(NONE);
    }
}

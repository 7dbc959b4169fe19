/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.demohost.xml.XmlElement;

/**
 * What the data directory says about a service, from a file such as {@code wms.xml}. Immutable.
 *
 * @param title empty if there is none
 * @param description empty if there is none
 * @param onlineResource address of a page about the service, empty if there is none
 * @param settings all plain values of the file by element name, such as {@code maxRequestMemory}
 */
@RecordBuilder
public record ServiceMetadata(
        String title,
        String description,
        List<String> keywords,
        String fees,
        String accessConstraints,
        String onlineResource,
        Map<String, String> settings) {
    /** Metadata of a service that the data directory does not describe. */
    public static final ServiceMetadata NONE = ServiceMetadataBuilder.builder()
            .title("")
            .description("")
            .keywords(List.of())
            .fees("NONE")
            .accessConstraints("NONE")
            .onlineResource("")
            .settings(Map.of())
            .build();

    public ServiceMetadata {
        keywords = List.copyOf(keywords);
        settings = Map.copyOf(settings);
    }

    static ServiceMetadata of(XmlElement service) {
        Map<String, String> settings = new HashMap<>();
        for (XmlElement child : service.children()) {
            if (child.children().isEmpty()) {
                settings.put(child.name(), child.text());
            }
        }
        List<String> keywords = service.child("keywords")
                .map(list ->
                        list.children("string").stream().map(XmlElement::text).toList())
                .orElse(List.of());
        return ServiceMetadataBuilder.builder()
                .title(settings.getOrDefault("title", ""))
                .description(settings.getOrDefault("abstrct", ""))
                .keywords(keywords)
                .fees(settings.getOrDefault("fees", "NONE"))
                .accessConstraints(settings.getOrDefault("accessConstraints", "NONE"))
                .onlineResource(settings.getOrDefault("onlineResource", ""))
                .settings(settings)
                .build();
    }

    /**
     * A limit among the settings; empty if it is absent, not a whole number, or not above zero, which means no limit.
     */
    public Optional<Long> limit(String name) {
        return Optional.ofNullable(settings.get(name))
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(Long::valueOf)
                .filter(value -> value > 0);
    }
}

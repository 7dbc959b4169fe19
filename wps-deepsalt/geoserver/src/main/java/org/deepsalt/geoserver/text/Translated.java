/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.text;

import java.util.Locale;
import java.util.ResourceBundle;
import org.geotools.api.util.InternationalString;
import org.geotools.util.AbstractInternationalString;
import org.jspecify.annotations.Nullable;

/**
 * A text of an annotation in other languages, where {@code texts_LANGUAGE.properties} beside this class has it; English
 * as the annotation says it everywhere else. Immutable.
 */
public final class Translated extends AbstractInternationalString {
    private static final String BUNDLE = "org.deepsalt.geoserver.text.texts";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String key;
    private final String english;

    private Translated(String key, String english) {
        this.key = key;
        this.english = english;
    }

    /**
     * Makes a text with translations.
     *
     * @param key such as {@code EstimateSalinity.title} or {@code EstimateSalinity.enmap}
     * @param english null for none
     */
    public static @Nullable InternationalString of(String key, @Nullable InternationalString english) {
        return english == null ? null : new Translated(key, english.toString(Locale.ROOT));
    }

    @Override
    public String toString(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale == null ? Locale.ROOT : locale, Translated.class.getClassLoader(), NO_FALLBACK);
        return texts.containsKey(key) ? texts.getString(key) : english;
    }
}

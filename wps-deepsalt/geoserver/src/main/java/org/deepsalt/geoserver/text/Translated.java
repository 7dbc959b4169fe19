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

    private static final String DEFAULT = "default";

    private final String key;
    private final String english;
    private final @Nullable String usual;

    private Translated(String key, String english, @Nullable String usual) {
        this.key = key;
        this.english = english;
        this.usual = usual;
    }

    /**
     * Makes a text with translations.
     *
     * @param key such as {@code EstimateSalinity.title} or {@code EstimateSalinity.enmap}
     * @param english null for none
     */
    public static @Nullable InternationalString of(String key, @Nullable InternationalString english) {
        return english == null ? null : new Translated(key, english.toString(Locale.ROOT), null);
    }

    /**
     * Makes the description of an input that ends with its default: forms hide defaults.
     *
     * @param usual the default; null for none
     */
    public static @Nullable InternationalString withDefault(
            String key, @Nullable InternationalString english, @Nullable Object usual) {
        return english == null || usual == null
                ? of(key, english)
                : new Translated(key, english.toString(Locale.ROOT), String.valueOf(usual));
    }

    @Override
    public String toString(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale == null ? Locale.ROOT : locale, Translated.class.getClassLoader(), NO_FALLBACK);
        String text = texts.containsKey(key) ? texts.getString(key) : english;
        return usual == null ? text : text + "; " + texts.getString(DEFAULT) + " " + usual;
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepsalt.processes.DeepSaltProcess;
import org.geotools.api.util.InternationalString;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.util.SimpleInternationalString;
import org.junit.jupiter.api.Test;

class TranslatedTest {
    @Test
    void theServersLanguageCountsWhereThereIsATranslation() {
        var title = Translated.of("EstimateSalinity.title", new SimpleInternationalString("Estimate soil salinity"));
        assertThat(title.toString(Locale.GERMANY)).isEqualTo("Bodenversalzung schätzen");
        assertThat(title.toString(Locale.ENGLISH)).isEqualTo("Estimate soil salinity");
        assertThat(title.toString(new Locale("tr", "TR"))).isEqualTo("Estimate soil salinity");
        assertThat(title.toString(null)).isEqualTo("Estimate soil salinity");
    }

    @Test
    void whatIsNotTranslatedStaysEnglish() {
        assertThat(Translated.of("EstimateSalinity.none", new SimpleInternationalString("none"))
                        .toString(Locale.GERMAN))
                .isEqualTo("none");
        assertThat((Object) Translated.of("EstimateSalinity.none", null)).isNull();
    }

    @Test
    void aDescriptionEndsWithTheDefaultInItsLanguage() {
        InternationalString text =
                Translated.withDefault("Some.key", new SimpleInternationalString("share of true values"), 0.9);
        assertThat(text.toString(Locale.ROOT)).isEqualTo("share of true values; without it 0.9");
        assertThat(text.toString(Locale.GERMAN)).isEqualTo("share of true values; ohne Angabe 0.9");
        assertThat(Translated.withDefault("Some.key", new SimpleInternationalString("x"), null)
                        .toString(Locale.ROOT))
                .isEqualTo("x");
    }

    /** A misspelt key would be a translation that nobody sees. */
    @Test
    void everyTranslationBelongsToSomething() throws Exception {
        Properties german = new Properties();
        try (Reader reader = new InputStreamReader(
                Translated.class.getResourceAsStream("texts_de.properties"), StandardCharsets.UTF_8)) {
            german.load(reader);
        }
        assertThat(german).hasSizeGreaterThan(10);
        assertThat(german.remove("default")).isNotNull();
        for (String key : german.stringPropertyNames()) {
            String[] parts = key.split("\\.", -1);
            assertThat(keys(process(parts[0]))).as(key).contains(parts[1]);
        }
    }

    private static Class<?> process(String name) throws IOException {
        String bean = ".+class=\"(org\\.deepsalt\\.processes\\.\\w+\\." + name + "Process)\".+";
        try (Reader reader = new InputStreamReader(
                        DeepSaltProcess.class.getResourceAsStream("processes.xml"), StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(reader)) {
            String type = lines.lines()
                    .filter(line -> line.matches(bean))
                    .map(line -> line.replaceAll(bean, "$1"))
                    .findFirst()
                    .orElseThrow();
            return assertDoesNotThrow(() -> Class.forName(type));
        }
    }

    private static Set<String> keys(Class<?> process) {
        Method execute = Arrays.stream(process.getMethods())
                .filter(method -> method.getName().equals("execute"))
                .findFirst()
                .orElseThrow();
        Set<String> keys = Arrays.stream(execute.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(DescribeParameter.class))
                .map(TranslatedTest::name)
                .collect(Collectors.toSet());
        keys.addAll(Set.of("title", "description"));
        return keys;
    }

    private static String name(Parameter parameter) {
        return parameter.getAnnotation(DescribeParameter.class).name();
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deepsalt.geoserver.text.Translated;
import org.deepsalt.processes.DeepSaltProcess;
import org.geoserver.wps.jts.SpringBeanProcessFactory;
import org.geotools.api.data.Parameter;
import org.geotools.api.feature.type.Name;
import org.geotools.api.util.InternationalString;
import org.geotools.process.Process;
import org.jspecify.annotations.Nullable;

/**
 * Gives GeoServer the processes of the group {@code deepsalt}, described in the server's language. It is a class of its
 * own because GeoServer keeps roles and limits of process groups by the class of their factory: a plain factory would
 * share those of the group {@code gs}.
 */
public final class DeepSaltProcessFactory extends SpringBeanProcessFactory {
    private final Executions executions;

    /** Looks for the processes among the beans of the context. */
    public DeepSaltProcessFactory(Executions executions) {
        super("DeepSalt", "deepsalt", DeepSaltProcess.class);
        this.executions = executions;
    }

    @Override
    public @Nullable Process create(Name name) {
        Process process = super.create(name);
        return process == null
                ? null
                : new ValidatingProcess(executions.closing(process), monitor -> executions.even(name, monitor));
    }

    @Override
    public @Nullable InternationalString getTitle(Name name) {
        return Translated.of(name.getLocalPart() + ".title", super.getTitle(name));
    }

    @Override
    public @Nullable InternationalString getDescription(Name name) {
        return Translated.of(name.getLocalPart() + ".description", super.getDescription(name));
    }

    @Override
    public Map<String, Parameter<?>> getParameterInfo(Name name) {
        return translated(name, super.getParameterInfo(name));
    }

    @Override
    public Map<String, Parameter<?>> getResultInfo(Name name, Map<String, Object> parameters) {
        return translated(name, super.getResultInfo(name, parameters));
    }

    private static Map<String, Parameter<?>> translated(Name name, Map<String, Parameter<?>> parameters) {
        Map<String, Parameter<?>> translated = new LinkedHashMap<>();
        parameters.forEach((key, parameter) -> translated.put(key, translated(name, parameter)));
        return translated;
    }

    private static <T> Parameter<T> translated(Name name, Parameter<T> parameter) {
        return new Parameter<>(
                parameter.key,
                parameter.type,
                parameter.title,
                Translated.withDefault(
                        name.getLocalPart() + "." + parameter.key, parameter.description, parameter.sample),
                parameter.required,
                parameter.minOccurs,
                parameter.maxOccurs,
                parameter.sample,
                parameter.metadata);
    }
}

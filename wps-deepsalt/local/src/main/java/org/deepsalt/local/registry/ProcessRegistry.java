/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.local.registry;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.deepsalt.processes.DeepSaltProcess;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.job.ProcessSettings;
import org.geotools.api.data.Parameter;
import org.geotools.api.feature.type.Name;
import org.geotools.feature.NameImpl;
import org.geotools.process.factory.AnnotationDrivenProcessFactory;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.util.SimpleInternationalString;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The processes of the group {@code deepsalt}, made by the same Spring configuration and described by the same
 * annotations as in GeoServer. Thread-safe.
 */
public final class ProcessRegistry extends AnnotationDrivenProcessFactory implements AutoCloseable {
    /** Prefix of the processes' ids. */
    public static final String NAMESPACE = "deepsalt";

    private static final String CONFIGURATION = "classpath:/org/deepsalt/processes/processes.xml";
    private static final String SUFFIX = "Process";

    private final GenericApplicationContext context = new GenericApplicationContext();
    private final Map<String, DeepSaltProcess> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Makes the processes for a host. */
    public ProcessRegistry(LayerCatalog catalog, ProcessSettings settings) {
        super(new SimpleInternationalString("DeepSalt"), NAMESPACE);
        context.registerBean("deepsaltLayerCatalog", LayerCatalog.class, () -> catalog);
        context.registerBean("deepsaltProcessSettings", ProcessSettings.class, () -> settings);
        new XmlBeanDefinitionReader(context).loadBeanDefinitions(CONFIGURATION);
        context.refresh();
        context.getBeansOfType(DeepSaltProcess.class).values().forEach(this::register);
    }

    private void register(DeepSaltProcess bean) {
        String type = bean.getClass().getSimpleName();
        byName.put(type.substring(0, type.length() - SUFFIX.length()), bean);
    }

    /** The process with an id such as {@code deepsalt:EstimateSalinity}, in any case and with or without the prefix. */
    public Optional<Name> find(String id) {
        String prefix = NAMESPACE + ":";
        boolean prefixed = id.toLowerCase(Locale.ROOT).startsWith(prefix);
        String wanted = prefixed ? id.substring(prefix.length()) : id;
        return byName.keySet().stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .map(name -> new NameImpl(NAMESPACE, name));
    }

    /** The id of a process as requests have it. */
    public static String id(Name name) {
        return NAMESPACE + ":" + name.getLocalPart();
    }

    /** Outputs of a process by name. */
    public Map<String, Parameter<?>> results(Name name) {
        return getResultInfo(name, Map.of());
    }

    @Override
    public Set<Name> getNames() {
        Set<Name> names = new LinkedHashSet<>();
        byName.keySet().forEach(name -> names.add(new NameImpl(NAMESPACE, name)));
        return Collections.unmodifiableSet(names);
    }

    @Override
    protected @Nullable DescribeProcess getProcessDescription(Name name) {
        DeepSaltProcess bean = byName.get(name.getLocalPart());
        return bean == null ? null : bean.getClass().getAnnotation(DescribeProcess.class);
    }

    @Override
    protected @Nullable Method method(String name) {
        DeepSaltProcess bean = byName.get(name);
        if (bean != null) {
            for (Method method : bean.getClass().getMethods()) {
                if (method.getName().equals("execute")) {
                    return method;
                }
            }
        }
        return null;
    }

    @Override
    protected @Nullable Object createProcessBean(Name name) {
        return byName.get(name.getLocalPart());
    }

    @Override
    public void close() {
        context.close();
    }
}

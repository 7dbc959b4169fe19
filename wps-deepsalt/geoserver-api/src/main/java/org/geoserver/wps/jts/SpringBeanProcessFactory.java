/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.jts;

import java.lang.reflect.Method;
import java.util.Set;
import org.geotools.api.feature.type.Name;
import org.geotools.process.factory.AnnotationDrivenProcessFactory;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.util.SimpleInternationalString;
import org.springframework.beans.BeansException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;

/** Signatures as in GeoServer. */
public class SpringBeanProcessFactory extends AnnotationDrivenProcessFactory implements ApplicationContextAware {
    public SpringBeanProcessFactory(String title, String namespace, Class<?> markerInterface) {
        super(new SimpleInternationalString(title), namespace);
        throw new UnsupportedOperationException(String.valueOf(markerInterface));
    }

    @Override
    public void setApplicationContext(ApplicationContext applicationContext) throws BeansException {
        throw new UnsupportedOperationException();
    }

    @Override
    protected DescribeProcess getProcessDescription(Name name) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected Method method(String className) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Name> getNames() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected Object createProcessBean(Name name) {
        throw new UnsupportedOperationException();
    }
}

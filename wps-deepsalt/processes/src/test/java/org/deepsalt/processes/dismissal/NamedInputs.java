/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.dismissal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deepsalt.processes.DeepSaltProcess;
import org.geotools.api.util.ProgressListener;
import org.geotools.process.factory.DescribeParameter;

/** Runs processes with inputs by name, as hosts do. */
final class NamedInputs {
    private NamedInputs() {}

    /** The inputs of a process in its order. */
    static List<Parameter> of(DeepSaltProcess process) {
        return Arrays.stream(method(process).getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(DescribeParameter.class))
                .toList();
    }

    private static Method method(DeepSaltProcess process) {
        return Arrays.stream(process.getClass().getMethods())
                .filter(method -> method.getName().equals("execute"))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Runs a process.
     *
     * @param inputs by name; a text where several are allowed is the only one of them, those without a value are left
     *     out
     */
    static Object run(DeepSaltProcess process, Map<String, Object> inputs, ProgressListener listener) {
        Object[] arguments = Arrays.stream(method(process).getParameters())
                .map(parameter -> argument(parameter, inputs, listener))
                .toArray();
        try {
            return method(process).invoke(process, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Object argument(Parameter parameter, Map<String, Object> inputs, ProgressListener listener) {
        if (parameter.getType() == ProgressListener.class) {
            return listener;
        }
        Object value =
                inputs.get(parameter.getAnnotation(DescribeParameter.class).name());
        return parameter.getType() == String[].class && value instanceof String one ? new String[] {one} : value;
    }
}

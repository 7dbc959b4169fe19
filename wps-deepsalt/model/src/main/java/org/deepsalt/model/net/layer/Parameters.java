/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net.layer;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The numbers of a net by name, in the order in which the net asked for them. A net that asks for a parameter that is
 * not there yet gets it initialised from the seed; the same seed and the same net give the same numbers. Not
 * thread-safe.
 */
public final class Parameters {
    private final Map<String, float[]> byName = new LinkedHashMap<>();
    private final long seed;

    /** No parameters yet; those that a net asks for are drawn from the seed. */
    public Parameters(long seed) {
        this.seed = seed;
    }

    /** A copy that can be trained further without touching this one. */
    public Parameters copy() {
        Parameters copy = new Parameters(seed);
        byName.forEach((name, values) -> copy.byName.put(name, values.clone()));
        return copy;
    }

    /** The kernel of a dense layer, {@code [inputs, outputs]} in row order; at first Xavier-uniform (Glorot 2010). */
    public float[] kernel(String name, int inputs, int outputs) {
        return byName.computeIfAbsent(name, key -> {
            Random random = new Random(seed * 31 + key.hashCode());
            double bound = Math.sqrt(6.0 / (inputs + outputs));
            float[] values = new float[Math.multiplyExact(inputs, outputs)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
            return values;
        });
    }

    /** A vector of the net, at first filled with one number. */
    public float[] vector(String name, int size, float initial) {
        return byName.computeIfAbsent(name, key -> {
            float[] values = new float[size];
            Arrays.fill(values, initial);
            return values;
        });
    }

    /**
     * The values of a parameter that has been trained.
     *
     * @throws IllegalStateException if there is none of that name
     */
    public float[] get(String name) {
        float[] values = byName.get(name);
        if (values == null) {
            throw new IllegalStateException("the net asks for '" + name + "', which was never trained");
        }
        return values;
    }

    /** Sets a parameter, without a copy. */
    public void put(String name, float[] values) {
        byName.put(name, values);
    }

    /** Every parameter whose name begins with a prefix, under its full name. */
    public Parameters startingWith(String prefix) {
        Parameters chosen = new Parameters(seed);
        byName.forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                chosen.byName.put(name, values.clone());
            }
        });
        return chosen;
    }

    /** Sets all parameters of others, without a copy. */
    public void putAll(Parameters others) {
        byName.putAll(others.byName);
    }

    /** A view of all parameters by name. */
    public Map<String, float[]> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** How many numbers all parameters have together. */
    public long count() {
        return byName.values().stream().mapToLong(values -> values.length).sum();
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what numbers the layers of encoder and student are multiplied; everything else is always float32. */
public enum Precision {
    /** bfloat16 where processor and model allow it and a measurement shows that it is faster, else float32. */
    AUTO,
    /** Numbers of 24 bits: the same answers on every machine, but for what its multiplications round. */
    FLOAT32,
    /** Factors of 8 bits, added up in float32. */
    BFLOAT16;

    /** By its name in settings and reports, in any case; empty for another word. */
    public static Optional<Precision> of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The name in settings and reports: {@code auto}, {@code float32}, {@code bfloat16}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

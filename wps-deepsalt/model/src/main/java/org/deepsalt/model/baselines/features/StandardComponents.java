/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.PrincipalComponents;
import org.deepsalt.model.matrix.Standardiser;

/** Principal components of standardised columns: each band counts the same, however much it varies. Immutable. */
record StandardComponents(Standardiser standardiser, PrincipalComponents components) {
    static StandardComponents fit(Matrix rows, int count) {
        Standardiser standardiser = Standardiser.fit(rows);
        return new StandardComponents(standardiser, PrincipalComponents.fit(standardiser.apply(rows), count));
    }

    /** The first components of each row; fewer where fewer were found. */
    Matrix apply(Matrix rows, int count) {
        return components.apply(standardiser.apply(rows)).firstColumns(count);
    }
}

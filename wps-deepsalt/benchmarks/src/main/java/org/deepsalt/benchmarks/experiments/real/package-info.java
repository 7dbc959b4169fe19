/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Experiments on real soils, judged by countries that nothing was learned from: data that lie beside the project, the
 * methods that read them, figures, a table and a picture. None of the data is part of the project.
 */
@NullMarked
package org.deepsalt.benchmarks.experiments.real;

import org.jspecify.annotations.NullMarked;

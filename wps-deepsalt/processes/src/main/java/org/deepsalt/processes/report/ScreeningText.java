/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

/** What cards and reports say of a model that no sample of the field has taught. */
public final class ScreeningText {
    /** What such a model is. */
    public static final String WHAT = "A screening model: it learned from laboratory spectra of soils from elsewhere,"
            + " seen through the bands of the scenes, and from no sample of the field. It tells where to look, not what"
            + " is there; where the dissimilarity is above the threshold it tells nothing, and elsewhere it may be"
            + " wrong: a crust of salt, which no ground sample has, can look like another soil.";

    /** What its figures are. */
    public static final String MEASURED = "Figures, intervals and probabilities are those of simulated pixels of"
            + " laboratory samples from countries or regions that were left out by turns, never of those that were"
            + " learned from. No pixel of the scenes has been compared with a measurement.";

    private ScreeningText() {}
}

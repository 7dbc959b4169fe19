/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

/** What the test flags of an EnMAP L2A product say about a pixel besides its overall quality, in either detector. */
public enum TestFlag {
    /** Filled in from its neighbours: bits 2 and 3. */
    INTERPOLATED(0b1100),
    /** Too bright for the detector: bits 4 and 5. Salt crusts may be. */
    SATURATED(0b110000),
    /** Stripes and other traces of the instrument: bits 6 and 7. */
    ARTEFACT(0b11000000);

    private final int bits;

    TestFlag(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CovariateTextsTest {
    private static java.util.List<String> split(String... values) {
        return CovariateTexts.split(values);
    }

    @Test
    void oneValueHoldsSeveralPairsAndLayers() {
        assertThat(split("sand=soil clay=soil tavg=12.5")).containsExactly("sand=soil", "clay=soil", "tavg=12.5");
        assertThat(split("sand=soil,clay=soil;tavg=12.5", "pavg=3"))
                .containsExactly("sand=soil", "clay=soil", "tavg=12.5", "pavg=3");
        assertThat(split(" sample:soil  sample:climate, tavg=1 ; "))
                .containsExactly("sample:soil", "sample:climate", "tavg=1");
        assertThat(split("sand=a:soil a:climate")).containsExactly("sand=a:soil", "a:climate");
    }

    /** The command line takes files. */
    @Test
    void blanksAndCommasOfAPathAreNoSeparators() {
        assertThat(split("sand=/maps/my soil, new.tif clay=soil"))
                .containsExactly("sand=/maps/my soil, new.tif", "clay=soil");
        assertThat(split("sand=my soil.tif")).containsExactly("sand=my soil.tif");
        assertThat(split("C:\\maps\\my climate.tif")).containsExactly("C:\\maps\\my climate.tif");
        assertThat(split("sand=/a=b/c d.tif")).containsExactly("sand=/a=b/c d.tif");
    }

    @Test
    void blanksAloneAreNothing() {
        assertThat(split("", "  ", ";")).isEmpty();
    }
}

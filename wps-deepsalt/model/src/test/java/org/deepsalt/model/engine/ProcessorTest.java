/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void findsTheInstructionsAmongTheFlags() {
        assertThat(Processor.multipliesBfloat16(
                        List.of("model name\t: any", "flags\t\t: fpu avx512f avx512_bf16 amx_tile")))
                .isTrue();
        assertThat(Processor.multipliesBfloat16(List.of("flags : fpu amx_bf16")))
                .isTrue();
        assertThat(Processor.multipliesBfloat16(List.of("flags : fpu avx512f avx512_bf160")))
                .isFalse();
        assertThat(Processor.multipliesBfloat16(List.of("model name : avx512_bf16")))
                .isFalse();
        assertThat(Processor.multipliesBfloat16(List.of())).isFalse();
    }

    @Test
    void precisionsHaveTheNamesOfSettings() {
        assertThat(Precision.of(" BFloat16 ")).contains(Precision.BFLOAT16);
        assertThat(Precision.of("float16")).isEmpty();
        assertThat(Precision.AUTO.key()).isEqualTo("auto");
    }
}

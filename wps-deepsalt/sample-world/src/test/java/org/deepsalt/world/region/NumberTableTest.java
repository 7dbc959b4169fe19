/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberTableTest {
    @Test
    void linesThatBeginWithABlankContinue() {
        NumberTable table = NumberTable.parse(List.of("# comment", "A 1 -2", "  3.5", "", "B", "  4"));
        assertThat(table.row("A")).containsExactly(1, -2, 3.5);
        assertThat(table.row("B")).containsExactly(4);
    }

    @Test
    void aMissingRowIsNamed() {
        assertThatThrownBy(() -> NumberTable.parse(List.of("A 1")).row("C")).hasMessageContaining("C");
        assertThatThrownBy(() -> NumberTable.read(NumberTableTest.class, "absent.txt"))
                .hasMessageContaining("absent.txt");
    }
}

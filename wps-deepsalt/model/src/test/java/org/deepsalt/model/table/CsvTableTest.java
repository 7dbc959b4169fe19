/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.deepsalt.model.DeepSaltException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsThatOfTheHeader(String separator) throws IOException {
        String text =
                String.join(separator, "\"name; or, so\"", "b", "c") + "\n" + String.join(separator, "1", "2", "3");
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("name; or, so", "b", "c"), List.of("1", "2", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheFirstName(String charset) throws IOException {
        byte[] text = "\uFEFFlongitude,ece\n1,2\n".getBytes(Charset.forName(charset));
        assertThat(read(text)).containsExactly(List.of("longitude", "ece"), List.of("1", "2"));
    }

    @Test
    void aGzippedTableMayHaveOneToo() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("\uFEFFa;b\n1,5;2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(packed.toByteArray())).containsExactly(List.of("a", "b"), List.of("1,5", "2"));
    }

    @Test
    void aCommaIsDecimalWhereItSeparatesNoCells() {
        CellNumbers numbers = new CellNumbers(';');
        assertThat(numbers.parse("1,5")).isEqualTo(1.5);
        assertThat(numbers.parse("-110,078763")).isEqualTo(-110.078763);
        assertThat(numbers.parse("1.234,5")).isNaN();
        assertThat(numbers.parse("1,234,567")).isNaN();
        assertThat(numbers.mixed()).isFalse();
        assertThat(numbers.parse("1.5")).isEqualTo(1.5);
        assertThat(numbers.mixed()).isTrue();
        assertThat(new CellNumbers(',').parse("1,5")).isNaN();
    }

    @Test
    void namesAreFoundBySpellingFirstThenInAnyCase() {
        HeaderNames names = new HeaderNames(List.of("ID", " ece ", "ECe", "Lat", "lon"));
        assertThat(names.find("ece")).isEqualTo(1);
        assertThat(names.find("ECe")).isEqualTo(2);
        assertThat(names.find("LAT")).isEqualTo(3);
        assertThat(names.find("nothing")).isEqualTo(-1);
        assertThat(names.first(HeaderNames.LONGITUDE)).isEqualTo(4);
        assertThat(names.spelt("id")).contains("ID");
        assertThatThrownBy(() -> names.find("ECE"))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("'ECE' may be any of [ece, ECe]");
    }

    @Test
    void namesOfSeveralColumnsAreTold() {
        assertThat(new HeaderNames(List.of("a", "b", "a ", "A", "", "", "a")).repeated())
                .containsExactly("a");
    }

    @Test
    void aQuoteThatIsNeverClosedLosesNoRows() throws IOException {
        byte[] open = "a,b\n1,\"x\n2,y\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(open)).rootCause().hasMessage("a quote that opens in line 2 is never closed");
        byte[] closed = "a,b\n\"1\",\"x \"\" y\n\"\n2,5\" deep\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(closed)).containsExactly(List.of("a", "b"), List.of("1", "x \" y\n"), List.of("2", "5\" deep"));
    }

    private List<List<String>> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("table.csv"), bytes);
        List<List<String>> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file)) {
            table.forEach(row -> rows.add(row.getFields()));
        }
        return rows;
    }
}

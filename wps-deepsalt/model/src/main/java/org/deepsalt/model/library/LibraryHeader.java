/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.deepsalt.model.Problems;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.conductivity.ConductivityUnit;
import org.deepsalt.model.conductivity.EcColumn;
import org.deepsalt.model.conductivity.Extract;
import org.deepsalt.model.table.HeaderNames;

/**
 * Which column of a laboratory library holds what, in any order and case; besides plain names those of the Open Soil
 * Spectral Library and of the KSSL and AfSIS libraries are known. A column that is not there has number -1.
 *
 * @param id sample's name
 * @param longitude WGS 84 degrees
 * @param latitude WGS 84 degrees
 * @param country or region that a sample comes from
 * @param clay for the factors of texture
 * @param conductivities columns of EC, the one nearest to ECe first
 * @param ecUnit unit of EC, row by row
 * @param ecExtract extract of EC, row by row
 * @param property the soil property, if it is another one than ECe
 */
@RecordBuilder
record LibraryHeader(
        int id,
        int longitude,
        int latitude,
        int country,
        ClayColumn clay,
        List<EcColumn> conductivities,
        int ecUnit,
        int ecExtract,
        int property) {
    private static final int NAMED = 5;
    private static final List<String> COUNTRY = List.of(
            "country",
            "iso",
            "country_code",
            "country_iso",
            "location.country_iso.3166_txt",
            "country.name_txt",
            "region");
    private static final List<String> ID =
            List.of("id", "sample_id", "id.layer_uuid_txt", "id.layer_local_c", "smp_id", "spectrum_id", "ssn");

    /** Finds the columns of a header. */
    static LibraryHeader of(List<String> fields, SoilProperty property) {
        HeaderNames names = new HeaderNames(fields);
        List<String> keys = fields.stream().map(SoilProperty::key).toList();
        int named = keys.indexOf(SoilProperty.key(property.name()));
        int namedWithUnit = keys.indexOf(SoilProperty.key(property.name() + " " + property.unit()));
        return LibraryHeaderBuilder.builder()
                .id(names.first(ID))
                .longitude(names.first(HeaderNames.LONGITUDE))
                .latitude(names.first(HeaderNames.LATITUDE))
                .country(names.first(COUNTRY))
                .clay(ClayColumn.among(fields))
                .conductivities(EcColumn.among(fields))
                .ecUnit(names.find("ec_unit"))
                .ecExtract(names.find("ec_extract"))
                .property(Math.max(named, namedWithUnit))
                .build();
    }

    /** Adds what keeps columns from being told apart. */
    static void requireDistinct(String library, List<String> fields, Problems problems) {
        List<String> repeated = new HeaderNames(fields).repeated();
        if (!repeated.isEmpty()) {
            problems.add("library '" + library + "' has several columns named "
                    + String.join(", ", repeated.subList(0, Math.min(NAMED, repeated.size())))
                    + ": rename or remove all but one of each");
        }
    }

    /** Adds what is missing for training on a property; a Vis-NIR sample may have a country in place of coordinates. */
    void check(String library, SoilProperty wanted, LibraryOptions options, SpectralAxis axis, Problems problems) {
        requireColumn(library, id, ID, problems);
        if (axis.isVisNir() && longitude < 0 && latitude < 0 && country < 0) {
            problems.add("library '" + library + "' has neither coordinates nor a country, wanted columns longitude and"
                    + " latitude, or one of " + String.join(", ", COUNTRY) + ": figures are those of places or"
                    + " countries that were left out");
        } else if (!axis.isVisNir() || longitude >= 0 || latitude >= 0) {
            requireColumn(library, longitude, HeaderNames.LONGITUDE, problems);
            requireColumn(library, latitude, HeaderNames.LATITUDE, problems);
        }
        if (wanted.isEce()) {
            checkConductivity("library '" + library + "'", options, problems);
        } else if (property < 0) {
            problems.add("library '" + library + "' has no column for the target, wanted '" + wanted.name() + "' or '"
                    + wanted.name() + "_" + SoilProperty.key(wanted.unit()) + "' in " + wanted.unit()
                    + ": add it, or name another target");
        }
    }

    private static void requireColumn(String library, int column, List<String> names, Problems problems) {
        if (column < 0) {
            problems.add("library '" + library + "' has no column '" + names.get(0) + "'; known names of it are "
                    + String.join(", ", names));
        }
    }

    private void checkConductivity(String library, LibraryOptions options, Problems problems) {
        if (conductivities.isEmpty()) {
            problems.add(library + " has no column of electrical conductivity, wanted one such as ec_dS_m (or mS_cm,"
                    + " mmho_cm, mS_m, uS_cm) with a column ec_extract, or ece_dS_m, ec_1to2_dS_m, EC 1:5 (uS/cm),"
                    + " ec_usda.a364_ds.m");
        }
        for (EcColumn ec : conductivities) {
            if (ec.unit().isEmpty() && ecUnit < 0 && options.ecUnit().isEmpty()) {
                problems.add(library + " does not say the unit of column '" + ec.name()
                        + "': head it " + ec.name() + "_dS_m, or add a column ec_unit, or set ecUnit, with one of "
                        + ConductivityUnit.all());
            }
            if (ec.extract().isEmpty() && ecExtract < 0 && options.ecExtract().isEmpty()) {
                problems.add(library + " does not say in which extract column '" + ec.name()
                        + "' was measured: add a column ec_extract, or set ecExtract, with one of " + Extract.all());
            }
        }
    }
}

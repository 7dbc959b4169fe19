/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the floors: imports run downwards only, and what goes into a GeoServer names no host's types. */
@AnalyzeClasses(packages = "org.deepsalt", importOptions = ShippedClasses.class)
class FloorsTest {
    private static final String MODEL = "org.deepsalt.model..";
    private static final String RASTER = "org.deepsalt.raster..";
    private static final String PROCESSES = "org.deepsalt.processes..";
    private static final String WORLD = "org.deepsalt.world..";
    private static final String LOCAL = "org.deepsalt.local..";
    private static final String BATCH = "org.deepsalt.batch..";
    private static final String DEMO_HOST = "org.deepsalt.demohost..";
    private static final String COMMAND_LINE = "org.deepsalt.cli..";

    @ArchTest
    static final ArchRule IMPORTS_RUN_DOWNWARDS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.deepsalt..")
            .layer("model")
            .definedBy(MODEL)
            .layer("raster")
            .definedBy(RASTER)
            .layer("processes")
            .definedBy(PROCESSES)
            .layer("sample world")
            .definedBy(WORLD)
            .layer("local processes")
            .definedBy(LOCAL)
            .layer("batch")
            .definedBy(BATCH)
            .layer("demonstration host")
            .definedBy(DEMO_HOST)
            .layer("command line")
            .definedBy(COMMAND_LINE)
            .whereLayer("command line")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("demonstration host")
            .mayOnlyBeAccessedByLayers("command line")
            .whereLayer("sample world")
            .mayOnlyBeAccessedByLayers("command line")
            .whereLayer("processes")
            .mayOnlyBeAccessedByLayers("local processes", "batch", "demonstration host", "command line")
            .whereLayer("local processes")
            .mayOnlyBeAccessedByLayers("batch", "demonstration host", "command line")
            .whereLayer("batch")
            .mayOnlyBeAccessedByLayers("command line")
            .whereLayer("raster")
            .mayOnlyBeAccessedByLayers(
                    "processes", "sample world", "local processes", "batch", "demonstration host", "command line");

    /** GeoServer 2.28 replaced JAI and JAI-ext by ImageN, 3.0 moved to Jakarta: one jar shall do for all. */
    @ArchTest
    static final ArchRule NO_TYPE_OF_ONE_GEOSERVER_LINE = noClasses()
            .that()
            .resideInAnyPackage(MODEL, RASTER, PROCESSES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.media.jai..",
                    "com.sun.media..",
                    "it.geosolutions.jaiext..",
                    "org.eclipse.imagen..",
                    "javax.servlet..",
                    "jakarta.servlet..",
                    "javax.xml.bind..",
                    "jakarta.xml.bind..");

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NO_MAPS =
            noClasses().that().resideInAPackage(MODEL).should().dependOnClassesThat(gis());

    @ArchTest
    static final ArchRule THE_RASTERS_KNOW_NO_WPS = noClasses()
            .that()
            .resideInAPackage(RASTER)
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.geotools.process.."));

    @ArchTest
    static final ArchRule ONLY_THE_MODEL_KNOWS_TENSORFLOW = noClasses()
            .that()
            .resideOutsideOfPackage(MODEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tensorflow..", "ai.djl..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_TALKS_TO_THE_TERMINAL =
            noClasses().that().resideOutsideOfPackage(COMMAND_LINE).should(ACCESS_STANDARD_STREAMS);

    private static DescribedPredicate<JavaClass> gis() {
        return resideInAnyPackage("org.geotools..", "org.locationtech..", "javax.imageio..", "java.awt..");
    }
}

/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the extension to what a GeoServer of every line has, and TensorFlow out of its start. */
@AnalyzeClasses(packages = "org.deepsalt.geoserver", importOptions = DoNotIncludeTests.class)
class ExtensionFloorTest {
    private static final String EXTENSION = "org.deepsalt.geoserver..";

    /**
     * What is not named here is what ties a jar to one line, such as JAI, ImageN and servlets, and what only the model
     * may touch, such as TensorFlow. Annotations for the compiler are not shipped.
     */
    @ArchTest
    static final ArchRule IT_STANDS_ON_THE_LOWER_FLOORS_AND_ON_GEOSERVER = classes()
            .that()
            .resideInAPackage(EXTENSION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    EXTENSION,
                    "org.deepsalt.model..",
                    "org.deepsalt.raster..",
                    "org.deepsalt.processes..",
                    "java..",
                    "org.geoserver..",
                    "org.geotools..",
                    "org.locationtech.jts..",
                    "org.springframework.beans..",
                    "org.springframework.context..",
                    "org.springframework.core",
                    "org.springframework.http..",
                    "org.springframework.web.bind.annotation",
                    "org.springframework.web.context.request",
                    "org.springframework.web.servlet",
                    "org.springframework.web.servlet.mvc.method.annotation",
                    "org.springframework.security.access..",
                    "org.springframework.security.core..",
                    "org.slf4j..",
                    "org.jspecify.annotations..",
                    "io.soabase.recordbuilder.core..");

    /** Where jars are missing, the status has to be able to say so without the class that needs them. */
    @ArchTest
    static final ArchRule ONLY_THE_ENGINES_STATUS_ASKS_WHETHER_TENSORFLOW_RUNS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.deepsalt.geoserver.status.EngineStatus")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.deepsalt.model.engine.TensorFlow");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.deepsalt.geoserver.(**)").should().beFreeOfCycles();
}

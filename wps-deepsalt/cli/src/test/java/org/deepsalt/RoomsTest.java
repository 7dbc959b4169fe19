/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says for each package of a floor which others of the same floor its classes may use. A package that is not in its
 * table, or a use that the table does not allow, fails. A dot stands for the floor's own package.
 */
@AnalyzeClasses(packages = "org.deepsalt", importOptions = ShippedClasses.class)
class RoomsTest {
    @ArchTest
    static final ArchRule ROOMS_OF_THE_MODEL = rooms("org.deepsalt.model", """
            . :
            matrix :
            conductivity :
            files : .
            table : . files
            net.layer :
            net : matrix net.layer
            engine : . files
            spectra : . matrix
            pixels : matrix
            metrics : . matrix
            library : . matrix conductivity table spectra
            estimator : . matrix metrics net net.layer engine
            baselines.data : matrix net pixels spectra
            baselines.search :
            baselines.features : matrix pixels spectra baselines.data baselines.search
            baselines.regression : . matrix baselines.data baselines.search
            baselines : . matrix metrics pixels baselines.data baselines.search baselines.features \
                baselines.regression
            training.optimizer : . matrix net.layer engine
            training.split : . matrix pixels
            training.pairing : . matrix library pixels spectra
            training.reading : . matrix net library spectra training.split
            training.data : matrix net library pixels spectra baselines.data training.split training.pairing
            training.settings : . matrix net pixels spectra training.data training.optimizer training.pairing \
                training.split
            training.encoder : . matrix metrics net net.layer spectra training.optimizer training.pairing \
                training.settings training.split
            training.distillation : . matrix net net.layer library pixels spectra estimator baselines baselines.data \
                training.data training.encoder training.optimizer training.pairing training.reading training.settings \
                training.split
            training.simulation : . matrix library pixels spectra training.data training.encoder training.settings
            training : . matrix metrics net net.layer library pixels estimator baselines baselines.data training.data \
                training.distillation training.encoder training.optimizer training.pairing training.settings \
                training.split
            store : . files metrics net library spectra engine estimator training
            """);

    @ArchTest
    static final ArchRule ROOMS_OF_THE_RASTERS = rooms("org.deepsalt.raster", """
            . :
            grid :
            geotiff.tags : grid
            geotiff.unpack : geotiff.tags
            geotiff.decode : grid geotiff.tags geotiff.unpack
            geotiff.encode : geotiff.tags
            coverage : grid geotiff.tags geotiff.decode
            enmap : grid geotiff.tags geotiff.decode
            scene : grid geotiff.decode coverage enmap
            sampling : grid scene
            estimate : grid geotiff.tags geotiff.encode scene
            statistics : grid coverage estimate
            """);

    /** The rooms of the processes do not import one another. */
    @ArchTest
    static final ArchRule ROOMS_OF_THE_PROCESSES = rooms("org.deepsalt.processes", """
            . :
            catalog :
            report :
            records : catalog report
            geojson : catalog
            inputs : catalog
            job : catalog
            estimate : . catalog inputs job records report
            train : . catalog inputs job report
            evaluate : . catalog inputs job report
            statistics : . catalog inputs job report
            models : . catalog job records report
            scenes : . catalog inputs job report
            publish : . catalog inputs job report
            """);

    @ArchTest
    static final ArchRule ROOMS_OF_THE_DEMONSTRATION_HOST = rooms("org.deepsalt.demohost", """
            xml :
            style : xml
            catalog : style xml
            publish : catalog xml
            http : xml
            wps : catalog http xml
            records : catalog http
            wms.request : catalog http xml
            wms.paint : catalog http style wms.request
            wms.legend : catalog http style wms.paint
            wms : catalog http style xml wms.request wms.paint wms.legend
            . : catalog http publish records wms wps
            """);

    @ArchTest
    static final ArchRule ROOMS_OF_THE_BATCH = rooms("org.deepsalt.batch", """
            scene :
            job : scene
            run : job scene
            options : job scene
            """);

    @ArchTest
    static final ArchRule ROOMS_OF_THE_LOCAL_PROCESSES = rooms("org.deepsalt.local", """
            files :
            registry :
            """);

    @ArchTest
    static final ArchRule ROOMS_OF_THE_SAMPLE_WORLD = rooms("org.deepsalt.world", """
            damage :
            noise :
            region : noise
            land : noise region
            laboratory : land noise region
            satellite.ground : land noise region
            satellite : land noise region satellite.ground
            satellite.product : land region satellite
            maps : land noise region satellite
            . : laboratory land maps region satellite satellite.product
            """);

    /** One layer per line: its package below the floor, a colon, and the packages that it may import. */
    private static ArchRule rooms(String floor, String table) {
        Map<String, String[]> allowed = new LinkedHashMap<>();
        table.lines().forEach(line -> {
            String[] parts = line.split(":", -1);
            String targets = parts[1].strip();
            allowed.put(parts[0].strip(), targets.isEmpty() ? new String[0] : targets.split("\\s+", -1));
        });
        LayeredArchitecture architecture = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitectureIgnoring(not(resideInAPackage(floor + "..")));
        for (String room : allowed.keySet()) {
            architecture = architecture.layer(room).definedBy(room.equals(".") ? floor : floor + "." + room);
        }
        for (Map.Entry<String, String[]> room : allowed.entrySet()) {
            architecture = room.getValue().length == 0
                    ? architecture.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : architecture.whereLayer(room.getKey()).mayOnlyAccessLayers(room.getValue());
        }
        return architecture;
    }
}

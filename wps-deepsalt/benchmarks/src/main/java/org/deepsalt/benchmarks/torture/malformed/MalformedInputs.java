/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.malformed;

import java.util.List;

/** All kinds of malformed inputs. Stateless. */
public final class MalformedInputs {
    private static final List<MalformedInput> ALL = List.of(
            new MutatedExecute(),
            new MutatedQuery(),
            new MutatedGeoJson(),
            new HostileNumbers(),
            new PathTricks(),
            new XmlBombs(),
            new Amplifications(),
            new DamagedFiles(),
            new BrokenHttp(),
            new CrossSiteRequests(),
            new LogForgeries());

    private MalformedInputs() {}

    /** One of each. */
    public static List<MalformedInput> all() {
        return ALL;
    }
}

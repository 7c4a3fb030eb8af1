package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.NewConnection;
import dev.watchkeeper.app.workbench.PasswordPrompt;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.member.LabMember;
import dev.watchkeeper.lab.member.MemberRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lab's servers as a team would have saved them, in a home folder that goes with the lab.
 *
 * @param surroundings those of the process, but for the console's home folder
 * @param names of the targets, {@link #PRIMARY} first
 */
record DemoFleet(Surroundings surroundings, List<String> names) {
    static final String PRIMARY = "shop-primary";
    static final String CACHE = "shop-cache";

    static DemoFleet of(Lab lab, Surroundings process) throws FaultException {
        Map<String, String> variables = new HashMap<>(process.variables());
        variables.put("WATCHKEEPER_HOME", lab.folder().resolve("watchkeeper").toString());
        Surroundings surroundings =
                new Surroundings(variables, process.home(), process.clock(), process.zone(), process.user());
        List<String> names = new ArrayList<>();
        try (Workbench bench = Workbench.of(surroundings, PasswordPrompt.nobody(), warning -> {})) {
            for (LabMember member : lab.members()) {
                Optional<String> name = name(member.role());
                if (name.isPresent()) {
                    bench.add(connection(name.get(), member));
                    names.add(name.get());
                }
            }
            DemoPlaces.write(bench, lab);
            DemoDraft.write(bench, PRIMARY);
        }
        return new DemoFleet(surroundings, List.copyOf(names));
    }

    private static NewConnection connection(String name, LabMember member) {
        boolean subscriber = member.role() == MemberRole.LOGICAL_SUBSCRIBER;
        return new NewConnection(
                name,
                member.uri(),
                subscriber ? Environment.STAGING : Environment.PRODUCTION,
                new PasswordSource.Usual(),
                false,
                List.of(subscriber ? "reporting" : "shop"));
    }

    private static Optional<String> name(MemberRole role) {
        return switch (role) {
            case PRIMARY -> Optional.of(PRIMARY);
            case SYNCHRONOUS_STANDBY -> Optional.of("shop-sync");
            case ASYNCHRONOUS_STANDBY -> Optional.of("shop-async");
            case CASCADING_STANDBY -> Optional.of("shop-cascade");
            case LOGICAL_SUBSCRIBER -> Optional.of("analytics");
            case REDIS_PRIMARY -> Optional.of(CACHE);
            case REDIS_REPLICA, REDIS_SENTINEL -> Optional.empty();
        };
    }
}

package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.replica.ReplicaPlan;
import dev.watchkeeper.postgres.replication.replica.ReplicaWish;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wizard for a new standby. */
final class ReplicaOffer {
    private final MemberAction.Member member;
    private final MemberReading reading;

    ReplicaOffer(MemberAction.Member member, MemberReading reading) {
        this.member = member;
        this.reading = reading;
    }

    Offer offer() {
        int port = reading.identity().port();
        String host = reading.facts().serverAddress() == null
                ? "localhost"
                : reading.facts().serverAddress();
        String major = Integer.toString(reading.version().major());
        return new Offer(
                "plan-replica",
                "New standby…",
                Optional.empty(),
                List.of(
                        question("name", "Name of the new standby", "standby-1"),
                        question("address", "Its address, as the primary sees it", ""),
                        question("primary", "The primary's host, as it sees that", host),
                        question("port", "The primary's port", Integer.toString(port)),
                        question("role", "Role to replicate with", "replicator"),
                        question("slot", "Slot", "standby_1"),
                        question("data", "Data directory there", "/var/lib/postgresql/" + major + "/main"),
                        question("major", "PostgreSQL's major version there", major)),
                this::make);
    }

    private static Offer.Question question(String key, String label, String usual) {
        return new Offer.Question(key, label, usual, List.of());
    }

    private PlanReplica make(Map<String, String> answers) throws FaultException {
        ReplicaWish wish = new ReplicaWish(
                answer(answers, "name"),
                answer(answers, "address"),
                primary(answers),
                answer(answers, "role"),
                answer(answers, "slot"),
                answer(answers, "data"),
                number(answers, "major"));
        return new PlanReplica(member, ReplicaPlan.of(member.server(), wish));
    }

    private HostPort primary(Map<String, String> answers) throws FaultException {
        try {
            return new HostPort(answer(answers, "primary"), number(answers, "port"));
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, String.valueOf(e.getMessage()), "Give the primary's host and port");
        }
    }

    private String answer(Map<String, String> answers, String key) {
        return Optional.ofNullable(answers.get(key))
                .orElseGet(() -> offer().questions().stream()
                        .filter(question -> question.key().equals(key))
                        .map(Offer.Question::usual)
                        .findFirst()
                        .orElse(""))
                .strip();
    }

    private int number(Map<String, String> answers, String key) throws FaultException {
        String text = answer(answers, key);
        if (!text.matches("\\d{1,5}")) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, "'" + text + "' is no number", "Give the " + key + " in digits");
        }
        return Integer.parseInt(text);
    }
}

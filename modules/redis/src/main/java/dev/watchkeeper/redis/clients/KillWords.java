package dev.watchkeeper.redis.clients;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.util.ArrayList;
import java.util.List;

/** What ending clients means, in words and numbers. */
final class KillWords {
    private KillWords() {}

    static String brief(Client client) {
        return client.id() + " at " + client.address();
    }

    static String of(Client client) {
        List<String> facts = new ArrayList<>();
        if (!client.called().isEmpty()) {
            facts.add(client.called());
        }
        facts.add("user " + client.user());
        facts.add("connected for " + Spans.words(client.age()));
        facts.add("idle for " + Spans.words(client.idle()));
        if (!client.command().isEmpty()) {
            facts.add("last command " + client.command());
        }
        return "client " + brief(client) + " (" + String.join(", ", facts) + ")" + consequences(List.of(client));
    }

    /** Empty if nothing is lost but the connection. */
    static String consequences(List<Client> clients) {
        StringBuilder words = new StringBuilder();
        long queued = clients.stream()
                .filter(Client::isInTransaction)
                .mapToLong(Client::multi)
                .sum();
        if (clients.stream().anyMatch(Client::isInTransaction)) {
            words.append(". ")
                    .append(Sizes.of(queued, "queued command", "queued commands"))
                    .append(" of MULTI discarded");
        }
        if (clients.stream().anyMatch(client -> client.kind() == ClientKind.REPLICA)) {
            words.append(
                    ". A replica's link breaks: it connects again, and takes up from the backlog or resyncs fully");
        }
        if (clients.stream().anyMatch(client -> client.kind() == ClientKind.PRIMARY)) {
            words.append(". The link to the primary breaks: this replica connects again");
        }
        return words.toString();
    }
}

package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.redis.settings.ChangeSetting;
import dev.watchkeeper.redis.settings.MemorySetting;
import java.util.List;
import java.util.Optional;

/** What can be done to one server. */
record Offers(Field field, Seen server) {
    private static final String KEEP = "keep";
    private static final List<String> YES_NO = List.of("yes", "no");

    List<Offer> all() {
        return server.sentinel() ? ofSentinel() : ofServer();
    }

    private List<Offer> ofSentinel() {
        Optional<String> silent = server.opinion().isPresent() ? Optional.empty() : Optional.of("it does not answer");
        return List.of(
                new Offer(
                        "sentinel-failover",
                        "Fail over…",
                        silent,
                        List.of(),
                        answers -> SentinelDeeds.failover(field, server)),
                new Offer(
                        "sentinel-reset",
                        "Forget and find again…",
                        silent,
                        List.of(),
                        answers -> SentinelDeeds.reset(server)));
    }

    private List<Offer> ofServer() {
        Optional<String> silent = server.isHere() ? Optional.empty() : Optional.of("it does not answer");
        return List.of(
                new Offer(
                        "replicaof",
                        "Make it a replica of…",
                        silent,
                        List.of(new Offer.Question("primary", "Its primary, host:port", usual(), others())),
                        answers -> ReplicaDeeds.follow(field, server, answers.getOrDefault("primary", usual()))),
                new Offer(
                        "promote",
                        "Promote by hand…",
                        silent.or(() -> server.isPrimary() ? Optional.of("it is a primary") : Optional.empty()),
                        List.of(),
                        answers -> ReplicaDeeds.promote(field, server)),
                setting(MemorySetting.MAXMEMORY, "Change maxmemory…", "Maxmemory: 256mb, 1gb, 0 for no limit", silent),
                setting(MemorySetting.MAXMEMORY_POLICY, "Change the eviction policy…", "When memory is full", silent),
                new Offer("bgsave", "Save to disk now…", silent, List.of(), answers -> ReplicaDeeds.save(server)));
    }

    private Offer setting(MemorySetting setting, String label, String question, Optional<String> silent) {
        List<String> choices = setting == MemorySetting.MAXMEMORY ? List.of() : MemorySetting.POLICIES;
        String usual = server.lastData()
                .map(sight -> sight.info().get(setting == MemorySetting.MAXMEMORY ? "maxmemory" : "maxmemory_policy"))
                .orElse("");
        return new Offer(
                "set-" + setting.parameter(),
                label,
                silent,
                List.of(
                        new Offer.Question(setting.parameter(), question, usual, choices),
                        new Offer.Question(KEEP, "Write it into redis.conf", "no", YES_NO)),
                answers -> ChangeSetting.of(
                        server.server(),
                        setting,
                        answers.getOrDefault(setting.parameter(), usual),
                        answers.getOrDefault(KEEP, "no").equals("yes")));
    }

    private String usual() {
        return field.primary()
                .filter(one -> !one.equals(server))
                .map(field::announced)
                .map(HostPort::toString)
                .orElse("");
    }

    private List<String> others() {
        return field.servers()
                .filter(one -> !one.equals(server))
                .map(field::announced)
                .map(HostPort::toString)
                .toList();
    }
}

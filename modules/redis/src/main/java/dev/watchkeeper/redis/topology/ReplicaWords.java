package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.text.InfoText;
import java.util.Optional;
import java.util.OptionalLong;

/** What becomes of a server's data when it is told whom to follow. */
final class ReplicaWords {
    private ReplicaWords() {}

    static String follow(Seen server, HostPort to, InfoText own, Optional<InfoText> primary) {
        StringBuilder words = new StringBuilder("Makes ")
                .append(server.name())
                .append(" a replica of ")
                .append(to)
                .append(". Its data (")
                .append(data(own))
                .append(") gives way to that of ")
                .append(to);
        if (primary.isEmpty()) {
            return words.append(", which is not known here: what it holds can't be said")
                    .toString();
        }
        words.append(" (").append(data(primary.get())).append(")");
        if (own.get("role").equals("master")) {
            words.append(lost(own, primary.get()));
        }
        return words.append(". There is no undo").toString();
    }

    private static String data(InfoText info) {
        return Sizes.of(Nodes.keys(info), "key", "keys") + ", offset " + Sizes.count(info.number("master_repl_offset"));
    }

    private static String lost(InfoText own, InfoText primary) {
        OptionalLong parted = parted(own, primary);
        if (parted.isEmpty()) {
            return ". They have no history in common: everything that only it has is lost";
        }
        long since = since(own, parted.getAsLong());
        return since == 0
                ? ". It has taken nothing since they parted: nothing is lost"
                : ". It has taken " + Sizes.bytes(since) + " of changes since they parted, which are lost";
    }

    /** The offset up to which two that parted had the same changes, as the promoted one remembers it. */
    static OptionalLong parted(InfoText one, InfoText other) {
        if (one.get("master_replid2").equals(other.get("master_replid"))) {
            return OptionalLong.of(one.number("second_repl_offset") - 1);
        }
        return other.get("master_replid2").equals(one.get("master_replid"))
                ? OptionalLong.of(other.number("second_repl_offset") - 1)
                : OptionalLong.empty();
    }

    /** What a server has taken since then, in bytes of changes. */
    static long since(InfoText info, long parted) {
        return Math.max(0, info.number("master_repl_offset") - parted);
    }

    static String promote(Field field, Seen server) {
        Optional<Seen> primary = field.primary();
        String words = "Makes " + server.name() + " take writes, and follow nobody any more";
        if (primary.map(Seen::isPrimary).orElse(false)) {
            words += ". " + primary.get().name()
                    + " takes writes too: that is a split brain from then on, and one side's changes will be lost";
        } else if (primary.isPresent()
                && primary.get().lastData().isPresent()
                && server.data().isPresent()) {
            long loss = primary.get().lastData().get().offset()
                    - server.data().get().offset();
            words += loss > 0
                    ? ". The primary, which does not answer, was " + Sizes.bytes(loss) + " further: that is lost"
                    : ". It has all that the primary was last seen to have";
        }
        boolean watched = field.opinions().findAny().isPresent();
        return words + (watched ? ". The sentinels may make a replica of it again: use SENTINEL FAILOVER instead" : "");
    }
}

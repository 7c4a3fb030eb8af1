package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.hosts.HostProbe;
import dev.watchkeeper.app.hosts.HostScope;
import dev.watchkeeper.app.hosts.HostView.ProcessUse;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.app.shell.BesideFeed;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PollFeed;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Subscription;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each backend takes of its host, where it is known which that is. Asked beside the sessions, at their pace: a host that
 * is slow or silent does not hold them up.
 */
final class BackendUse {
    private final Optional<Subscription<HostsView>> subscription;
    private volatile Map<Integer, ProcessUse> newest = Map.of();

    BackendUse(PaneContext context) {
        subscription = HostProbe.suits(context.target())
                ? Optional.of(context.poller()
                        .subscribe(context.hostProbe(HostScope.PROCESSES), PollFeed.DEFAULT_INTERVAL, this::answered))
                : Optional.empty();
    }

    private void answered(Poll<HostsView> poll) {
        newest = poll instanceof Poll.Fresh<HostsView> fresh
                ? fresh.snapshot().value().server().processes().stream()
                        .collect(Collectors.toMap(ProcessUse::pid, Function.identity(), (one, other) -> one))
                : Map.of();
    }

    /** Of the backend with that number; null if its host did not tell. Any thread. */
    @Nullable
    ProcessUse of(int pid) {
        return newest.get(pid);
    }

    /** The sessions' feed, with this one keeping step. */
    Feed beside(Feed sessions) {
        return subscription.map(host -> (Feed) new BesideFeed(sessions, host)).orElse(sessions);
    }
}

package dev.watchkeeper.backup.make;

import dev.watchkeeper.backup.reading.Listing;
import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where backups of one target belong: what was said now comes before what connections.yaml says. */
final class Places {
    private final Target target;
    private final HostFinder hosts;

    Places(Target target, HostFinder hosts) {
        this.target = target;
        this.hosts = hosts;
    }

    /** @param folder on the host, or a bucket; empty for a repository, which knows by itself */
    record Place(Host host, String folder) {}

    /** @throws FaultException BAD_INPUT if nobody says where */
    Place folder(Class<? extends BackupSource> type, Where where, String example) throws FaultException {
        if (where.folder().isPresent() && where.source().isEmpty()) {
            String name = where.host().or(() -> target.placement().host()).orElse(HostSpec.LOCAL);
            return new Place(hosts.host(name), where.folder().get());
        }
        BackupSource source = fitting(type, where).findFirst().orElseThrow(() -> unknown(where, example));
        // what goes into a bucket that is read from here is made where the server runs
        boolean isBucket = source.host().equals(HostSpec.LOCAL) && Listing.isBucket(source.title());
        String host = isBucket ? target.placement().host().orElse(HostSpec.LOCAL) : source.host();
        return new Place(hosts.host(host), source.title());
    }

    Place of(BackupSource repository) throws FaultException {
        return new Place(hosts.host(repository.host()), "");
    }

    /** @throws FaultException BAD_INPUT if nobody says which one */
    BackupSource.PgBackRest stanza(Where where) throws FaultException {
        BackupSource.PgBackRest source = only(
                BackupSource.PgBackRest.class,
                BackupSource.PgBackRest::stanza,
                where,
                "stanza",
                "pgbackrest, stanza: " + where.folder().orElse("main"));
        return source.stanza().isPresent()
                ? source
                : new BackupSource.PgBackRest(source.host(), where.folder(), source.config());
    }

    /** @throws FaultException BAD_INPUT if nobody says which one */
    BackupSource.Barman server(Where where) throws FaultException {
        BackupSource.Barman source = only(
                BackupSource.Barman.class,
                BackupSource.Barman::server,
                where,
                "server",
                "barman, server: " + where.folder().orElse("main"));
        return source.server().isPresent()
                ? source
                : new BackupSource.Barman(source.host(), where.folder(), source.config());
    }

    /** A repository that goes by this name, or by none; of several that fit none is guessed. */
    private <S extends BackupSource> S only(
            Class<S> type, Function<S, Optional<String>> name, Where where, String what, String example)
            throws FaultException {
        List<S> found = fitting(type, where)
                .filter(one -> where.folder().isEmpty()
                        || name.apply(one).isEmpty()
                        || name.apply(one).equals(where.folder()))
                .distinct()
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        List<S> known = found.isEmpty() ? fitting(type, where).distinct().toList() : found;
        if (known.isEmpty()) {
            throw unknown(where, example);
        }
        String names = known.stream()
                .map(one -> name.apply(one).orElse("any") + " on " + one.host())
                .collect(Collectors.joining(", "));
        throw new FaultException(
                FaultKind.BAD_INPUT,
                found.isEmpty()
                        ? target.name() + " has no " + what + " "
                                + where.folder().orElse("") + " in connections.yaml, only " + names
                        : "more than one " + what + " of " + target.name() + " fits: " + names,
                "Say which: --to with the " + what + ", --host with where it is");
    }

    private <S extends BackupSource> Stream<S> fitting(Class<S> type, Where where) {
        return (where.source().isPresent() ? where.source().stream() : target.placement().backups().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(one ->
                        where.host().isEmpty() || one.host().equals(where.host().get()));
    }

    private FaultException unknown(Where where, String example) {
        return new FaultException(
                FaultKind.BAD_INPUT,
                "it is not known where this backup of " + target.name() + " belongs"
                        + where.host().map(" on "::concat).orElse(""),
                "Write it into connections.yaml, under the connection's backups: - {engine: " + example + ", host: "
                        + where.host().orElse("backup-1") + "}");
    }
}

package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper verify}. */
@Command(
        name = "verify",
        header = "Checks a backup where it lies.",
        description = {
            "",
            "A dump is read to its end and its checksum compared, a base backup is compared with its manifest"
                    + " (pg_verifybackup), an RDB file is read by redis-check-rdb; pgBackRest and Barman check for"
                    + " themselves. It runs as a job on the host. What was found is kept there, and shown in the catalog.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper verify shop_20261120T020004Z.dump --on billing",
            "  watchkeeper verify 20261120-020004F --on billing --yes"
        })
final class VerifyCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(paramLabel = "ID", description = "its id in 'show backups'")
    private String id;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "whose backup")
    private String on;

    @Option(names = "--host", paramLabel = "H", description = "the one on this host, if there are several of that id")
    private @Nullable String host;

    @Option(names = "--detach", description = "don't wait for its end")
    private boolean detach;

    @Mixin
    private Confirmation confirmation;

    VerifyCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            Backup backup = found(bench.machines().catalog(target).read());
            return confirmation.carryOut(
                    bench.machines().backupDesk(target).verify(backup, detach), bench.desk(), setting.console());
        }
    }

    private Backup found(Catalog catalog) throws FaultException {
        List<Backup> named = catalog.backups().stream()
                .filter(one -> one.id().equals(id) && one.kind() != BackupKind.WAL)
                .filter(one -> host == null || one.source().host().equals(host))
                .toList();
        if (named.size() > 1) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "there are several backups " + id,
                    "Say --host as well: "
                            + named.stream()
                                    .map(Backup::source)
                                    .map(BackupSource::host)
                                    .collect(Collectors.joining(", ")));
        }
        if (named.isEmpty()) {
            Optional<Fault> trouble = catalog.sources().stream()
                    .flatMap(one -> one.trouble().stream())
                    .findFirst();
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "there is no backup " + id
                            + trouble.map(fault -> "; " + fault.message()).orElse(""),
                    "See watchkeeper show backups --on " + on);
        }
        return named.getFirst();
    }
}

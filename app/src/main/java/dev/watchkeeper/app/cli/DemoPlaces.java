package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.member.MemberRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the demo's servers stand, and where their backups lie, as somebody would write it into connections.yaml. */
final class DemoPlaces {
    static final String HOST = "lab";

    private DemoPlaces() {}

    static void write(Workbench bench, Lab lab) throws FaultException {
        Path file = bench.folder().connections();
        try {
            String text = Files.readString(file);
            text = below(text, lab.primary().uri(), postgres(lab));
            if (!lab.redis().isEmpty()) {
                text = below(text, cache(lab), redis(lab));
            }
            Files.writeString(file, "hosts:\n" + lab.host().yaml(HOST) + text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FaultException(
                    new Fault(FaultKind.FAILED, "the demo's connections can't be written: " + e.getMessage()), e);
        }
    }

    private static String cache(Lab lab) {
        return lab.members().stream()
                .filter(member -> member.role() == MemberRole.REDIS_PRIMARY)
                .findFirst()
                .orElseThrow()
                .uri();
    }

    /** Behind the line with this address. */
    private static String below(String text, String uri, String lines) {
        int at = text.indexOf('\n', text.indexOf(uri)) + 1;
        return text.substring(0, at) + lines + text.substring(at);
    }

    private static String postgres(Lab lab) {
        return """
                    host: %1$s
                    backups:
                      - {engine: pg_basebackup, path: "%2$s/base", wal: "%3$s"}
                      - {engine: pg_dump, path: "%2$s/dumps"}
                """.formatted(HOST, folder(lab), lab.primary().archive());
    }

    private static String redis(Lab lab) {
        return """
                    host: %s
                    backups:
                      - {engine: redis, path: "%s/redis"}
                """.formatted(HOST, folder(lab));
    }

    private static Path folder(Lab lab) {
        return lab.folder().resolve("backups");
    }
}

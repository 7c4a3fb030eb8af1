package dev.watchkeeper.backup.make;

import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.backup.BackgroundSave;
import dev.watchkeeper.redis.backup.RdbPlace;
import dev.watchkeeper.redis.connect.RedisServer;
import java.util.Optional;

/** Plans a copy of a Redis' own file, after the server was asked to write it anew. */
final class RdbPlanner {
    private final Occasion occasion;
    private final RedisServer server;
    private final String folder;

    RdbPlanner(Occasion occasion, RedisServer server, String folder) {
        this.occasion = occasion;
        this.server = server;
        this.folder = folder;
    }

    BackupPlan plan() throws FaultException {
        RdbPlace place = RdbPlace.of(server);
        Optional<Tool> check = Tools.on(occasion.host(), "redis-check-rdb").any("redis-check-rdb");
        String name = occasion.fileName(occasion.target().name(), ".rdb");
        String task = new TaskText()
                .setJson("engine", "redis")
                .setJson("kind", "rdb")
                .setJson("database", "")
                .setJson("about", occasion.target().name())
                .setJson("server_version", place.version())
                .set("from", place.file())
                .into(folder)
                .set("name", name)
                .set("check", check.map(Tool::path).orElse(""))
                .set("tool_version", place.version())
                .of("rdb.sh");
        JobOrder order =
                new JobOrder("BGSAVE, copied as " + name, occasion.target().name(), task, Optional.empty());
        return new BackupPlan(
                "backup",
                "has Redis " + place.version() + " write its "
                        + Sizes.bytes(place.usedBytes()) + " of memory into " + place.file()
                        + " (BGSAVE: it forks), then copies that as " + name + " into " + occasion.where(folder)
                        + (check.isPresent()
                                ? " and has redis-check-rdb read it"
                                : "; redis-check-rdb is missing there, so that nothing checks it"),
                "BGSAVE\ncp " + place.file() + " " + folder + "/" + name,
                tell -> {
                    BackgroundSave.of(server, tell);
                    return order;
                });
    }
}

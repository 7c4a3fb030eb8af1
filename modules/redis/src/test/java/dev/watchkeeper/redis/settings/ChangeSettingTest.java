package dev.watchkeeper.redis.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.info.InfoProbe;
import dev.watchkeeper.redis.info.ServerInfo;
import dev.watchkeeper.redis.testing.Faulty;
import dev.watchkeeper.redis.testing.OwnRedis;
import dev.watchkeeper.redis.testing.RedisField;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** maxmemory and its policy: looked at, changed, kept, and not changed twice. */
class ChangeSettingTest {
    @Test
    void isVerifiedAndWrittenDown() throws IOException, FaultException {
        try (RedisField field = RedisField.ofTheLab()) {
            OwnRedis redis = field.server("redis");
            redis.ask("SET", "key", "value");
            redis.ask("SET", "mortal", "value", "EX", "1000");
            try (RedisServer server = new RedisServer(redis.target(), Passwords.none())) {
                Action raise = ChangeSetting.of(server, MemorySetting.MAXMEMORY, "64mb", true);
                Action late = ChangeSetting.of(server, MemorySetting.MAXMEMORY, "1gb", false);

                assertThat(raise.statement()).isEqualTo("CONFIG SET maxmemory 67108864\nCONFIG REWRITE");
                assertThat(raise.preview()).contains("from no limit to 64 MB", "Undo: CONFIG SET maxmemory 0");
                assertThat(raise.danger()).isEqualTo(Danger.ORDINARY);
                assertThat(raise.run().done()).isTrue();
                assertThat(Files.readString(field.path().resolve("redis").resolve("redis.conf")))
                        .contains("maxmemory 64mb");
                assertThat(Faulty.of(late::run).kind()).isEqualTo(FaultKind.CONFLICT);

                ChangeSetting.of(server, MemorySetting.MAXMEMORY_POLICY, "allkeys-lru", false)
                        .run();
                ServerInfo info = new InfoProbe(server).read().value();
                assertThat(info.memory().max()).isEqualTo(64L << 20);
                assertThat(info.memory().policy()).isEqualTo("allkeys-lru");
                assertThat(info.memory().used()).isPositive();
                assertThat(info.keyspaces()).singleElement().satisfies(db -> {
                    assertThat(db.keys()).isEqualTo(2);
                    assertThat(db.expiring()).isEqualTo(1);
                });
                assertThat(info.clients().max()).isPositive();

                Action lower = ChangeSetting.of(server, MemorySetting.MAXMEMORY, "100kb", false);
                assertThat(lower.danger()).isEqualTo(Danger.DANGEROUS);
                assertThat(lower.preview()).contains("evicted at once");
                assertThat(Faulty.of(() -> ChangeSetting.of(server, MemorySetting.MAXMEMORY, "much", false))
                                .kind())
                        .isEqualTo(FaultKind.BAD_INPUT);
            }
        }
    }
}

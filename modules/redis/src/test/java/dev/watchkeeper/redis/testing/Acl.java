package dev.watchkeeper.redis.testing;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.redis.connect.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Users that may not do everything. */
public final class Acl {
    private Acl() {}

    /** Makes a user with these rules, and enters as it. */
    public static RedisServer enter(OwnRedis redis, String user, String... rules) throws FaultException {
        List<String> words = new ArrayList<>(List.of("ACL", "SETUSER", user, "on", ">pw"));
        words.addAll(List.of(rules));
        redis.ask(words.toArray(String[]::new));
        return new RedisServer(redis.target(Engine.REDIS, user), (any, host) -> Optional.of(new Secret("pw")));
    }
}

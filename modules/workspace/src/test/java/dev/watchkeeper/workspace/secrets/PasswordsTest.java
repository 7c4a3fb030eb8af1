package dev.watchkeeper.workspace.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
    private static final HostPort HOST = new HostPort("h", 5432);

    @TempDir
    private Path folder;

    @Test
    void takesTheVariableThatTheTargetNames() throws FaultException {
        Passwords places = new EnvironmentPasswords(Map.of("A", "secret", "EMPTY", ""));

        assertThat(places.find(target(new PasswordSource.Variable("A")), HOST).map(Secret::reveal))
                .contains("secret");
        assertThat(places.find(target(new PasswordSource.Usual()), HOST)).isEmpty();
        for (String name : List.of("MISSING", "EMPTY")) {
            FaultException e = catchThrowableOfType(
                    FaultException.class, () -> places.find(target(new PasswordSource.Variable(name)), HOST));
            assertThat(e.fault().kind()).isEqualTo(FaultKind.BAD_INPUT);
            assertThat(e.fault().message()).contains(name);
        }
    }

    @Test
    void asksOnceAndAgainAfterARefusal() throws FaultException {
        List<String> asked = new ArrayList<>();
        AskedPasswords places = new AskedPasswords((target, why) -> {
            asked.add(why);
            return Optional.of(new Secret("answer " + asked.size()));
        });
        Target ask = target(new PasswordSource.Ask());
        Target usual = target(new PasswordSource.Usual());

        assertThat(places.find(usual, HOST)).isEmpty();
        Secret first = places.find(ask, HOST).orElseThrow();
        assertThat(places.find(ask, HOST)).contains(first);
        places.forget(ask, first);
        assertThat(places.ask(ask, "it was wrong").map(Secret::reveal)).contains("answer 2");
        places.forget(ask, first);
        assertThat(places.find(usual, HOST).map(Secret::reveal)).contains("answer 2");
        assertThat(asked).containsExactly("", "it was wrong");
    }

    @Test
    void asksForTheMasterPasswordOnlyWhenItIsNeeded() throws FaultException {
        Path file = folder.resolve("vault.p12");
        Vault.open(file, new Secret("master")).put("entry", new Secret("kept"));
        List<Boolean> asked = new ArrayList<>();
        VaultPasswords places = new VaultPasswords(file, isNew -> {
            asked.add(isNew);
            return Optional.of(new Secret(asked.size() == 1 ? "wrong" : "master"));
        });
        Target target = target(new PasswordSource.Vault("entry"));

        assertThat(places.find(target(new PasswordSource.Usual()), HOST)).isEmpty();
        FaultException e = catchThrowableOfType(FaultException.class, () -> places.find(target, HOST));
        assertThat(e.fault().kind()).isEqualTo(FaultKind.DENIED);
        assertThat(places.find(target, HOST).map(Secret::reveal)).contains("kept");
        assertThat(places.find(target, HOST)).isPresent();
        assertThat(asked).containsExactly(false, false);
        e = catchThrowableOfType(
                FaultException.class, () -> places.find(target(new PasswordSource.Vault("other")), HOST));
        assertThat(e.fault().message()).contains("no entry other");
    }

    @Test
    void theKeychainAnswersOnlyForTargetsThatNameIt() throws FaultException {
        assertThat(new KeychainPasswords().find(target(new PasswordSource.Usual()), HOST))
                .isEmpty();
    }

    private static Target target(PasswordSource source) {
        Endpoint endpoint = new Endpoint(Engine.POSTGRESQL, List.of(HOST), "d", "u", new LinkedHashMap<>());
        return new Target("t", endpoint, Environment.DEVELOPMENT, source, false, List.of(), PoolSize.DEFAULT);
    }
}

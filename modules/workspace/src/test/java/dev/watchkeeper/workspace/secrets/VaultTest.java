package dev.watchkeeper.workspace.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final Secret MASTER = new Secret("Mäster пароль 密码 🐘 %/\\");

    @TempDir
    private Path folder;

    @Test
    void keepsWhatItWasGiven() throws FaultException, IOException {
        String password = "pässwörd пароль 密码 🐘 '\"\\\n";
        Vault vault = Vault.open(file(), MASTER);
        vault.put("billing", new Secret(password));
        vault.put("Billing", new Secret("another"));
        vault.put("ключ / 🐘 \n", new Secret("x"));
        vault.put("gone", new Secret("y"));
        vault.put("billing", new Secret(password + "!"));
        vault.remove("gone");
        vault.remove("never there");

        Vault again = Vault.open(file(), MASTER);
        assertThat(again.get("billing").map(Secret::reveal)).contains(password + "!");
        assertThat(again.get("Billing").map(Secret::reveal)).contains("another");
        assertThat(again.get("ключ / 🐘 \n").map(Secret::reveal)).contains("x");
        assertThat(again.get("gone")).isEqualTo(Optional.empty());
        assertThat(again.list()).containsExactlyInAnyOrder("billing", "Billing", "ключ / 🐘 \n");
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotContain("another");
    }

    @Test
    void seesWhatAnotherConsoleStored() throws FaultException {
        Vault one = Vault.open(file(), MASTER);
        Vault other = Vault.open(file(), MASTER);
        one.put("a", new Secret("1"));
        other.put("b", new Secret("2"));

        assertThat(one.get("b").map(Secret::reveal)).contains("2");
        assertThat(Vault.open(file(), MASTER).list()).containsExactly("a", "b");
    }

    @Test
    void saysWhatIsWrong() throws FaultException, IOException {
        Vault.open(file(), MASTER).put("a", new Secret("1"));

        assertThat(kind(new Secret("wrong"))).isEqualTo(FaultKind.DENIED);
        assertThat(kind(new Secret("Mäster пароль 密码 🐘 %/"))).isEqualTo(FaultKind.DENIED);
        assertThat(kind(new Secret(""))).isEqualTo(FaultKind.BAD_INPUT);
        Files.writeString(file(), "not a keystore");
        assertThat(kind(MASTER)).isEqualTo(FaultKind.BAD_INPUT);
        Files.write(file(), new byte[0]);
        assertThat(kind(MASTER)).isEqualTo(FaultKind.BAD_INPUT);
    }

    private FaultKind kind(Secret master) {
        FaultException e = catchThrowableOfType(FaultException.class, () -> Vault.open(file(), master));
        assertThat(e).isNotNull();
        return e.fault().kind();
    }

    private Path file() {
        return folder.resolve("vault.p12");
    }
}

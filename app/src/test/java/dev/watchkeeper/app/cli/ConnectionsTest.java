package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabExtension.class)
final class ConnectionsTest {
    @TempDir
    Path home;

    @Test
    void addListTestRemove(SharedLabs labs) throws IOException {
        String uri = labs.primary().uri();
        Typed added = Typed.at(home)
                .run(
                        "connections",
                        "add",
                        "shop",
                        "--url",
                        uri,
                        "--environment",
                        "production",
                        "--tag",
                        "a",
                        "--tag",
                        "b");
        assertThat(added.err()).isEmpty();
        assertThat(added.exit()).isEqualTo(Exit.DONE);
        assertThat(Files.readString(file())).contains("name: shop").contains("environment: production");
        assertThat(Typed.at(home).run("connections", "list").out())
                .contains("shop")
                .contains("production");
        assertThat(Typed.at(home).run("connections", "list", "--format", "json").out())
                .contains("\"name\":\"shop\"")
                .contains("\"tags\":[\"a\",\"b\"]");
        Typed test = Typed.at(home).run("connections", "test", "shop");
        assertThat(test.exit()).isEqualTo(Exit.DONE);
        assertThat(test.out()).contains("PostgreSQL 18.").contains("a primary").contains("latency");
        assertThat(Typed.at(home).run("show", "locks", "--on", "shop").exit()).isEqualTo(Exit.DONE);
        assertThat(Typed.at(home).run("connections", "remove", "shop").exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(Typed.at(home).run("connections", "remove", "shop", "--yes").exit())
                .isEqualTo(Exit.DONE);
        assertThat(Files.readString(file())).doesNotContain("shop");
        assertThat(Typed.at(home).run("connections", "remove", "shop", "--yes").exit())
                .isEqualTo(Exit.BAD_ARGUMENTS);
    }

    @Test
    void aPasswordIsNeverTakenAsAnArgument() {
        Typed literal =
                Typed.at(home).run("connections", "add", "x", "--url", "postgresql://a@b/c", "--password", "hunter2");
        assertThat(literal.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(literal.err()).contains("never the password itself").doesNotContain("hunter2");
        Typed inUrl = Typed.at(home).run("connections", "add", "x", "--url", "postgresql://a:hunter2@b/c");
        assertThat(inUrl.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(inUrl.err()).doesNotContain("hunter2");
        assertThat(file()).doesNotExist();
    }

    @Test
    void theFourPlacesOfAPassword() throws IOException {
        int number = 0;
        for (String place : new String[] {"${SHOP_PASSWORD}", "keychain", "vault:other", "ask"}) {
            number++;
            String[] add = {"connections", "add", "t" + number, "--url", "postgresql://a@b/c", "--password", place};
            assertThat(Typed.at(home).run(add).exit()).isEqualTo(Exit.DONE);
        }
        assertThat(Files.readString(file()))
                .contains("${SHOP_PASSWORD}")
                .contains("keychain:t2")
                .contains("vault:other")
                .contains("ask");
        Typed unset = Typed.at(home).run("connections", "test", "t1");
        assertThat(unset.exit()).isNotEqualTo(Exit.DONE);
        assertThat(unset.err()).contains("SHOP_PASSWORD");
    }

    @Test
    void aBrokenFileIsToldWithLineAndColumnAndLeftAlone() throws IOException {
        Files.createDirectories(home.resolve("watchkeeper"));
        String broken = "# mine\nconnections:\n  - name: billing\n    ulr: postgresql://dba@pg/billing\n";
        Files.writeString(file(), broken);
        for (String[] arguments : new String[][] {
            {"connections", "list"},
            {"connections", "add", "x", "--url", "postgresql://a@b/c"},
            {"connections", "remove", "billing", "--yes"},
            {"show", "locks", "--on", "billing"}
        }) {
            Typed typed = Typed.at(home).run(arguments);
            assertThat(typed.exit()).as(String.join(" ", arguments)).isEqualTo(Exit.BAD_ARGUMENTS);
            assertThat(typed.err()).contains("4").contains("5").contains("ulr");
        }
        assertThat(Files.readString(file())).isEqualTo(broken);
    }

    private Path file() {
        return home.resolve("watchkeeper").resolve("connections.yaml");
    }
}

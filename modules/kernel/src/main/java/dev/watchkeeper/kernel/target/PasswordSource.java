package dev.watchkeeper.kernel.target;

/** Where a target's password is to be found. The password itself is never part of a target. */
public sealed interface PasswordSource {
    /** Nothing is said: the engine's usual places ({@code PGPASSWORD}, {@code ~/.pgpass}), then the saved ones, then ask. */
    record Usual() implements PasswordSource {}

    /** {@code ${NAME}}: an environment variable. */
    record Variable(String name) implements PasswordSource {}

    /** {@code keychain:ENTRY}: the desktop's keychain. */
    record Keychain(String entry) implements PasswordSource {}

    /** {@code vault:ENTRY}: the console's own encrypted vault. */
    record Vault(String entry) implements PasswordSource {}

    /** {@code ask}: asked for, and forgotten with the process. */
    record Ask() implements PasswordSource {}
}

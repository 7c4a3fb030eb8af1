package dev.watchkeeper.app.dialogs;

import dev.watchkeeper.kernel.target.PasswordSource;

/** Where a password may come from, as the form offers it. */
enum PasswordPlace {
    USUAL("The usual places: PGPASSWORD, ~/.pgpass", ""),
    ASK("Ask, and forget when the console is closed", ""),
    VARIABLE("An environment variable", "Variable"),
    KEYCHAIN("The desktop's keychain", "Entry"),
    VAULT("The console's encrypted vault", "Entry");

    private final String label;
    private final String entryLabel;

    PasswordPlace(String label, String entryLabel) {
        this.label = label;
        this.entryLabel = entryLabel;
    }

    static PasswordPlace of(PasswordSource source) {
        return switch (source) {
            case PasswordSource.Usual usual -> USUAL;
            case PasswordSource.Ask ask -> ASK;
            case PasswordSource.Variable variable -> VARIABLE;
            case PasswordSource.Keychain keychain -> KEYCHAIN;
            case PasswordSource.Vault vault -> VAULT;
        };
    }

    /** The variable's or the entry's name; empty where there is none. */
    static String entry(PasswordSource source) {
        return switch (source) {
            case PasswordSource.Variable variable -> variable.name();
            case PasswordSource.Keychain keychain -> keychain.entry();
            case PasswordSource.Vault vault -> vault.entry();
            default -> "";
        };
    }

    PasswordSource source(String entry) {
        return switch (this) {
            case USUAL -> new PasswordSource.Usual();
            case ASK -> new PasswordSource.Ask();
            case VARIABLE -> new PasswordSource.Variable(entry.replaceAll("^\\$\\{(.*)}$", "$1"));
            case KEYCHAIN -> new PasswordSource.Keychain(entry);
            case VAULT -> new PasswordSource.Vault(entry);
        };
    }

    boolean needsEntry() {
        return !entryLabel.isEmpty();
    }

    /** Whether the console can put a password there. */
    boolean stores() {
        return this == KEYCHAIN || this == VAULT;
    }

    String entryLabel() {
        return entryLabel;
    }

    @Override
    public String toString() {
        return label;
    }
}

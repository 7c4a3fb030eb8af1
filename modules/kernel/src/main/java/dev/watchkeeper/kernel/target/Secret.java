package dev.watchkeeper.kernel.target;

/** A password on its way to a driver. It never shows itself in a log. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The password in clear; only for handing it to the driver. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "••••••";
    }
}

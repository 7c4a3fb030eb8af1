package dev.watchkeeper.backup.schedule;

/** Who on a host watches the clock. */
public enum Keeper {
    /** The crontab of the host's user. */
    CRON,
    /** A timer of systemd: of the host's user, or of the system if that is root. */
    TIMER
}

package dev.watchkeeper.history.sqlite;

/** How a file is met. */
enum Welcome {
    /** The console's own: made if it is not there, set aside if it is damaged. */
    OWN,
    /** One that somebody named: made if it is not there, but what is there already is theirs, and stays where it is. */
    NAMED,
    /** One that somebody named to be read: it has to be a history. */
    EXISTING
}

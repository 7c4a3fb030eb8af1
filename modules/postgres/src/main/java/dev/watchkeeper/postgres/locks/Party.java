package dev.watchkeeper.postgres.locks;

/**
 * Somebody who holds locks or waits for one: a session, or a prepared transaction that no session stands behind.
 *
 * @param pid process id; parallel workers are folded into their leader; 0 for a prepared transaction
 * @param gid the prepared transaction's name; empty for a session
 */
public record Party(int pid, String gid) implements Comparable<Party> {
    public static Party session(int pid) {
        return new Party(pid, "");
    }

    public static Party prepared(String gid) {
        return new Party(0, gid);
    }

    public boolean isPrepared() {
        return pid == 0;
    }

    /** The pid, or the gid. */
    public String label() {
        return isPrepared() ? gid : Integer.toString(pid);
    }

    @Override
    public int compareTo(Party other) {
        int byPid = Integer.compare(pid, other.pid);
        return byPid != 0 ? byPid : gid.compareTo(other.gid);
    }
}

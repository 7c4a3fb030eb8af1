package dev.watchkeeper.app.hosts;

/** How much of its hosts is wanted. */
public enum HostScope {
    /** All, for who looks at them. */
    ALL(true, true, true, true),
    /** What is worth keeping over time. */
    HISTORY(true, true, false, false),
    /** What the server's processes take. */
    PROCESSES(false, false, true, false);

    private final boolean disks;
    private final boolean others;
    private final boolean processes;
    private final boolean tools;

    HostScope(boolean disks, boolean others, boolean processes, boolean tools) {
        this.disks = disks;
        this.others = others;
        this.processes = processes;
        this.tools = tools;
    }

    boolean disks() {
        return disks;
    }

    /** Whether hosts on which only backups lie are asked. */
    boolean others() {
        return others;
    }

    boolean processes() {
        return processes;
    }

    boolean tools() {
        return tools;
    }
}

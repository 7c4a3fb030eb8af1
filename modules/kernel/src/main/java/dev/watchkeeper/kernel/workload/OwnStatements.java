package dev.watchkeeper.kernel.workload;

/** Tells what the console itself asks of servers from what others do. */
public final class OwnStatements {
    /** Stands before each of them, so that it is seen in every list of statements, of whatever tool. */
    public static final String MARK = "/* watchkeeper */ ";

    private OwnStatements() {}

    /** The statement as it is sent. */
    public static String marked(String sql) {
        return MARK + sql;
    }

    /** Whether it is one of the console's. */
    public static boolean isOwn(String text) {
        return text.startsWith(MARK);
    }
}

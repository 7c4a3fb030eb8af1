package dev.watchkeeper.postgres.locks;

/**
 * What is locked.
 *
 * @param type {@code pg_locks.locktype}: relation, tuple, transactionid, advisory …
 * @param name by name where this database can tell it, else by number: {@code public.orders}, {@code row (0,3) of
 *     public.orders}, {@code transaction 8812}, {@code advisory 42}
 * @param key tells locked things apart within one server
 */
public record Lockable(String type, String name, String key) {
    /** One word for an edge of the drawing. */
    public String word() {
        return switch (type) {
            case "relation" -> "table";
            case "tuple" -> "row";
            case "transactionid" -> "tx";
            case "virtualxid" -> "virtual tx";
            default -> type;
        };
    }
}

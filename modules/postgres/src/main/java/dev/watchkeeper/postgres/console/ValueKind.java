package dev.watchkeeper.postgres.console;

import java.util.Set;

/** What a column's values are, as far as it matters for showing and exporting them. */
public enum ValueKind {
    NUMBER,
    BOOLEAN,
    /** {@code json} and {@code jsonb}. */
    JSON,
    TEXT;

    /** int8, int2, int4, oid, float4, float8, numeric, of src/include/catalog/pg_type.dat. */
    private static final Set<Integer> NUMBERS = Set.of(20, 21, 23, 26, 700, 701, 1700);

    private static final int BOOL = 16;
    private static final Set<Integer> JSONS = Set.of(114, 3802);

    /** @param oid of the type; a domain comes over as what it is made of */
    static ValueKind of(int oid) {
        if (oid == BOOL) {
            return BOOLEAN;
        }
        if (JSONS.contains(oid)) {
            return JSON;
        }
        return NUMBERS.contains(oid) ? NUMBER : TEXT;
    }
}

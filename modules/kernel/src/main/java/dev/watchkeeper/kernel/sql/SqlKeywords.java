package dev.watchkeeper.kernel.sql;

import java.util.Locale;
import java.util.Set;

/**
 * The words that are shown as keywords: PostgreSQL's reserved ones and those that begin or join statements (appendix C
 * of its documentation). Words that are mostly names of columns (name, value, type, key, data …) are left out.
 */
public final class SqlKeywords {
    private static final String WORDS = """
            abort access add all alter analyse analyze and any array as asc asymmetric attach authorization autovacuum \
            before begin between bigint binary boolean both by call cascade case cast check checkpoint close cluster \
            coalesce collate column comment commit concurrently conflict constraint copy create cross cube current \
            current_catalog current_date current_role current_schema current_time current_timestamp current_user cursor \
            database deallocate declare default deferrable deferred delete desc detach discard distinct do drop each else \
            enable disable end except exclude exclusive execute exists explain extension false fetch filter first following \
            for force foreign freeze from full function grant group grouping having if ilike immediate in include index \
            inherit initially inner insert instead intersect interval into is isnull join last lateral leading left \
            like limit listen local localtime localtimestamp lock locked materialized merge move natural next no not \
            nothing notify notnull nowait null nulls of off offset on only or order ordinality outer over overlaps \
            overriding partition placing precision preceding prepare prepared primary procedure range recursive \
            references refresh reindex release rename replace reset restrict returning revoke right role rollback rollup \
            row rows savepoint schema select sequence session session_user set sets share show similar skip smallint some \
            start symmetric table tablesample temp temporary then ties to trailing transaction trigger true truncate \
            unbounded union unique unlisten unlogged update user using vacuum values variadic verbose view wait when where \
            window with within without work write zone""";
    private static final Set<String> ALL = Set.of(WORDS.split("\\s+"));

    private SqlKeywords() {}

    /** In lower case. */
    public static Set<String> all() {
        return ALL;
    }

    /** Whether it is one, in whatever case. */
    public static boolean contains(String word) {
        return ALL.contains(word.toLowerCase(Locale.ROOT));
    }
}

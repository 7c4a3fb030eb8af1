package dev.watchkeeper.report.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what is to be coloured in a statement, by PostgreSQL's lexical rules. Takes anything: what is cut off in the
 * middle of a string (as track_activity_query_size does) is a string to its end. Immutable.
 */
public final class SqlTokens {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Set<String> keywords;

    public SqlTokens() {
        this.keywords = readKeywords();
    }

    /** The coloured pieces in their order; what lies between them is plain. */
    public List<SqlToken> of(String sql) {
        return new SqlScanner(sql, keywords).scan();
    }

    private static Set<String> readKeywords() {
        try (InputStream in = SqlTokens.class.getResourceAsStream("keywords.txt")) {
            if (in == null) {
                throw new IllegalStateException("keywords.txt is missing from the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .flatMap(SPACE::splitAsStream)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.watchkeeper.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parameters a statement has, and which secrets. */
class SqlParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b | select :a::int, x::text, ':no', $$:no$$, \":no\" /* :no */ from t where b = :b and c = :a -- :no",
                "$2,$1 | select $2, $1, $2",
                "name | select :'name'",
                "a,b | select array[:a, :b], array[[:a], [:b]]",
                "x | select d[1:n], d[:n], d[lo:], f(p := 1) from t where k = :x",
                "limit | select 1 limit :limit",
                "a | (select :a) union select 1",
                "`` | create function f(int) returns int return $1",
                "`` | prepare p as select $1",
                "`` | select 'a' :: text, now()::date"
            })
    void has(String names, String statement) {
        assertThat(String.join(",", SqlParameters.of(statement).names())).isEqualTo(names);
    }

    @Test
    void secretsAreNotWrittenDown() {
        assertThat(MaskedSql.of(
                        "alter role a password 'geheim', user b encrypted password E'x' valid until '2030-01-01'"))
                .doesNotContain("geheim", "E'x'")
                .contains("2030-01-01", "••••••");
        assertThat(MaskedSql.of("create subscription s connection 'host=h password=geheim dbname=d' publication p"))
                .isEqualTo("create subscription s connection 'host=h password=•••••• dbname=d' publication p");
        assertThat(MaskedSql.of("select dblink('postgresql://u:geheim@h/d', 'select 1')"))
                .isEqualTo("select dblink('postgresql://u:••••••@h/d', 'select 1')");
        assertThat(MaskedSql.of("create user mapping for u server s options (user 'u', \"password\" 'geheim')"))
                .doesNotContain("geheim");
    }
}

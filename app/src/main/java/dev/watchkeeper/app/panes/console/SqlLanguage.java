package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.sql.Language;
import dev.watchkeeper.app.controls.sql.Stretch;
import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlScript;
import dev.watchkeeper.kernel.sql.SqlToken;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's SQL, as the editor has to know it. */
final class SqlLanguage implements Language {
    @Override
    public Reading read(String text) {
        List<SqlToken> tokens = SqlLexer.tokens(text);
        SqlScript script = SqlScript.of(text);
        return new Read(tokens, script);
    }

    @Override
    public String comment() {
        return "--";
    }

    @Override
    public boolean joinsStrings() {
        return true;
    }

    private record Read(List<SqlToken> tokens, SqlScript script) implements Reading {
        @Override
        public String text() {
            return script.text();
        }

        @Override
        public Optional<Stretch> statementAt(int caret) {
            return script.at(caret).map(one -> new Stretch(one.start(), one.end()));
        }
    }
}

package dev.watchkeeper.kernel.sql;

import dev.watchkeeper.kernel.sql.SqlToken.Kind;

/**
 * A statement as others of its kind look, too: constants and parameters are {@code ?}, several of them in a row are one,
 * comments are gone, white space is one space. Only the text is looked at; the server's query id knows more.
 */
public final class WithoutConstants {
    private static final char HOLE = '?';

    private WithoutConstants() {}

    /**
     * {@code select * from orders where id in (?)}.
     *
     * @param longest so many characters of the statement count
     */
    public static String of(String statement, int longest) {
        String text = statement.length() > longest ? statement.substring(0, longest) : statement;
        StringBuilder shape = new StringBuilder();
        for (SqlToken token : SqlLexer.tokens(text)) {
            switch (token.kind()) {
                case SPACE, COMMENT -> space(shape);
                case STRING, NUMBER, PARAMETER -> hole(shape);
                default -> add(shape, token.kind(), text.substring(token.start(), token.end()));
            }
        }
        return shape.toString().strip();
    }

    private static void space(StringBuilder shape) {
        if (!shape.isEmpty() && shape.charAt(shape.length() - 1) != ' ') {
            shape.append(' ');
        }
    }

    /** One stands for a list of them. */
    private static void hole(StringBuilder shape) {
        int end = spacesBefore(shape, shape.length());
        if (end > 0 && shape.charAt(end - 1) == ',') {
            int before = spacesBefore(shape, end - 1);
            if (before > 0 && shape.charAt(before - 1) == HOLE) {
                shape.setLength(before);
                return;
            }
        }
        shape.append(HOLE);
    }

    private static int spacesBefore(StringBuilder shape, int end) {
        int at = end;
        while (at > 0 && shape.charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }

    private static void add(StringBuilder shape, Kind kind, String word) {
        shape.append(kind == Kind.SYMBOL && word.equals(";") ? "" : word);
    }
}

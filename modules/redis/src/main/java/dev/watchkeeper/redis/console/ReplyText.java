package dev.watchkeeper.redis.console;

import dev.watchkeeper.redis.resp.Reply;
import java.util.List;

/** An answer as redis-cli prints it. */
public final class ReplyText {
    private final StringBuilder out = new StringBuilder();

    private ReplyText() {}

    /** Without an end of line. */
    public static String of(Reply reply) {
        ReplyText text = new ReplyText();
        text.add(reply, "");
        return text.out.toString().stripTrailing();
    }

    private void add(Reply reply, String indent) {
        switch (reply) {
            case Reply.Items items -> list(items.parts(), ")", indent, "(empty array)");
            case Reply.Push push -> list(push.parts(), ")", indent, "(empty push)");
            case Reply.Members members -> list(members.parts(), "~", indent, "(empty set)");
            case Reply.Pairs pairs -> pairs(pairs.pairs(), indent);
            default -> out.append(one(reply)).append('\n');
        }
    }

    /** One that has no parts. */
    private static String one(Reply reply) {
        return switch (reply) {
            case Reply.Bulk bulk -> bulk.value().quoted();
            case Reply.Whole whole -> "(integer) " + whole.number();
            case Reply.Huge huge -> "(big number) " + huge.value();
            case Reply.Decimal decimal -> "(double) " + number(decimal.value());
            case Reply.Truth truth -> truth.yes() ? "(true)" : "(false)";
            case Reply.Nil nil -> "(nil)";
            case Reply.Failure failure -> "(error) " + failure.said();
            default -> reply.text();
        };
    }

    /** {@code 3} and not {@code 3.0}. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.valueOf(value);
    }

    private void list(List<Reply> parts, String mark, String indent, String empty) {
        if (parts.isEmpty()) {
            out.append(empty).append('\n');
        }
        int width = Integer.toString(parts.size()).length();
        for (int i = 0; i < parts.size(); i++) {
            String head = (" ".repeat(width) + (i + 1))
                            .substring(Integer.toString(i + 1).length()) + mark + " ";
            if (i > 0) {
                out.append(indent);
            }
            out.append(head);
            add(parts.get(i), indent + " ".repeat(head.length()));
        }
    }

    private void pairs(List<Reply.Pair> pairs, String indent) {
        if (pairs.isEmpty()) {
            out.append("(empty hash)\n");
        }
        int width = Integer.toString(pairs.size()).length();
        for (int i = 0; i < pairs.size(); i++) {
            String head = (" ".repeat(width) + (i + 1))
                            .substring(Integer.toString(i + 1).length()) + "# ";
            if (i > 0) {
                out.append(indent);
            }
            out.append(head).append(one(pairs.get(i).name())).append(" => ");
            String deeper = indent + " ".repeat(head.length());
            if (!pairs.get(i).value().parts().isEmpty()) {
                out.append('\n').append(deeper);
            }
            add(pairs.get(i).value(), deeper);
        }
    }
}

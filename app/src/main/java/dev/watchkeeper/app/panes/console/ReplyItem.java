package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.console.ReplyText;
import dev.watchkeeper.redis.resp.Reply;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** A reply, or a part of one, in a tree; its parts are made when somebody opens it. */
final class ReplyItem extends TreeItem<ReplyItem.Line> {
    /** More parts of one reply are not drawn. */
    private static final int DRAWN = 2_000;

    /**
     * What stands in a line.
     *
     * @param name index, field, or the command
     * @param value in one line; how many parts, if it has some
     * @param whole to be copied
     * @param failure whether the server refused
     * @param command whether it is the command itself
     */
    record Line(String name, String value, String whole, boolean failure, boolean command) {}

    private final List<Named> parts;
    private boolean made;

    /** A part with what it is called. */
    private record Named(String name, Reply reply) {}

    private ReplyItem(Line line, List<Named> parts) {
        super(line);
        this.parts = parts;
    }

    /** A command with its answer. */
    static ReplyItem of(String command, String note, Reply reply) {
        List<Named> parts = parts(reply);
        String value = (parts.isEmpty() ? text(reply) : count(reply, parts)) + note;
        ReplyItem item = new ReplyItem(new Line(command, value, whole(reply), reply.isFailure(), true), parts);
        item.setExpanded(parts.size() <= 200);
        return item;
    }

    /** What was not even sent. */
    static ReplyItem refused(String command, String why) {
        return new ReplyItem(new Line(command, why, why, true, true), List.of());
    }

    private static ReplyItem part(Named named) {
        List<Named> parts = parts(named.reply());
        String value = parts.isEmpty() ? text(named.reply()) : count(named.reply(), parts);
        ReplyItem item = new ReplyItem(
                new Line(
                        named.name(), value, whole(named.reply()), named.reply().isFailure(), false),
                parts);
        item.setExpanded(parts.size() <= 20);
        return item;
    }

    private static List<Named> parts(Reply reply) {
        List<Named> named = new ArrayList<>();
        if (reply instanceof Reply.Pairs pairs) {
            pairs.pairs().forEach(pair -> named.add(new Named(plain(pair.name()), pair.value())));
        } else if (isLong(reply)) {
            reply.text().lines().filter(line -> !line.isBlank()).forEach(line -> named.add(line(line)));
        } else {
            int number = 1;
            for (Reply part : reply.parts()) {
                named.add(new Named(Integer.toString(number++), part));
            }
        }
        return named;
    }

    /** INFO and its like: a text of many lines. */
    private static boolean isLong(Reply reply) {
        return (reply instanceof Reply.Bulk || reply instanceof Reply.Verbatim)
                && reply.text().indexOf('\n') >= 0;
    }

    private static Named line(String line) {
        int colon = line.indexOf(':');
        return colon <= 0 || line.startsWith("#")
                ? new Named(line, new Reply.Status(""))
                : new Named(line.substring(0, colon), new Reply.Status(line.substring(colon + 1)));
    }

    private static String plain(Reply name) {
        return name.text().replaceAll("\\p{Cntrl}", " ");
    }

    private static String count(Reply reply, List<Named> parts) {
        if (isLong(reply)) {
            return Sizes.of(parts.size(), "line", "lines");
        }
        String what = reply instanceof Reply.Pairs ? "field" : reply instanceof Reply.Members ? "member" : "element";
        return Sizes.of(parts.size(), what, what + "s");
    }

    private static String text(Reply reply) {
        return switch (reply) {
            case Reply.Nil nil -> "(nil)";
            case Reply.Bulk bulk -> bulk.value().quoted();
            case Reply.Status status -> status.words();
            default -> reply.parts().isEmpty() && reply.text().isEmpty() ? "(empty)" : reply.text();
        };
    }

    private static String whole(Reply reply) {
        return ReplyText.of(reply);
    }

    @Override
    public boolean isLeaf() {
        return parts.isEmpty();
    }

    @Override
    public ObservableList<TreeItem<Line>> getChildren() {
        ObservableList<TreeItem<Line>> children = super.getChildren();
        if (!made) {
            made = true;
            List<TreeItem<Line>> some = new ArrayList<>();
            for (Named part : parts.subList(0, Math.min(DRAWN, parts.size()))) {
                some.add(part(part));
            }
            if (parts.size() > DRAWN) {
                String rest = Sizes.count(parts.size() - DRAWN) + " further ones";
                some.add(new ReplyItem(new Line("…", rest, rest, false, false), List.of()));
            }
            children.setAll(some);
        }
        return children;
    }
}

package dev.watchkeeper.app.logview;

import dev.watchkeeper.app.serverlog.RawLine;
import dev.watchkeeper.app.serverlog.RawView;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;

/** Lines of which the first go and to which others come: that is all it tells, however many stay. */
final class LineList extends ObservableListBase<RawLine> {
    private List<RawLine> lines = List.of();

    @Override
    public RawLine get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    void show(List<RawLine> newest) {
        List<RawLine> before = lines;
        int gone = newest.isEmpty()
                ? before.size()
                : RawView.place(before, newest.getFirst().number());
        int same = Math.min(before.size() - gone, newest.size());
        while (same > 0 && !newest.get(same - 1).equals(before.get(gone + same - 1))) {
            same--; // a line that had not ended, or others altogether
        }
        boolean begins = same == 0 || newest.getFirst().equals(before.get(gone));
        if (!begins) {
            same = 0;
        }
        beginChange();
        lines = newest;
        List<RawLine> tail = new ArrayList<>(before.subList(gone + same, before.size()));
        if (!tail.isEmpty()) {
            nextRemove(gone + same, tail);
        }
        if (gone > 0) {
            nextRemove(0, new ArrayList<>(before.subList(0, gone)));
        }
        if (same < newest.size()) {
            nextAdd(same, newest.size());
        }
        endChange();
    }
}

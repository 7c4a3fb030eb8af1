package dev.watchkeeper.backup.wal;

import dev.watchkeeper.backup.WalArchive.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A timeline's history file ({@code 00000003.history}): which timelines came before it, and where each was left. */
public final class HistoryFile {
    private static final Pattern NAME = Pattern.compile("([0-9A-F]{8})\\.history(\\.(gz|zst|lz4|xz|bz2))?");
    private static final Pattern LINE = Pattern.compile("\\s*(\\d+)\\s+([0-9A-Fa-f]+/[0-9A-Fa-f]+)\\b.*");

    private HistoryFile() {}

    /** The timeline whose file it is; empty if it is no history file. */
    public static Optional<Integer> timeline(String baseName) {
        Matcher matcher = NAME.matcher(baseName);
        return matcher.matches() ? Optional.of(Integer.parseUnsignedInt(matcher.group(1), 16)) : Optional.empty();
    }

    /**
     * Where this timeline and those before it were begun.
     *
     * @param timeline whose file it is
     * @param text of the file: lines of parent and position, the oldest first
     */
    public static List<Branch> branches(int timeline, String text) {
        List<Matcher> lines =
                text.lines().map(LINE::matcher).filter(Matcher::matches).toList();
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int child = i + 1 < lines.size() ? Integer.parseInt(lines.get(i + 1).group(1)) : timeline;
            OptionalLong lsn = Lsn.parse(lines.get(i).group(2));
            if (lsn.isPresent()) {
                branches.add(new Branch(child, Integer.parseInt(lines.get(i).group(1)), lsn.getAsLong()));
            }
        }
        return branches;
    }
}

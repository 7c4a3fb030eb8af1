package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.log.LogPlace;
import dev.watchkeeper.kernel.log.LogSink;
import java.util.Optional;

/** Makes findings of a log's bytes, as they come. For one thread. */
final class LogIntake implements LogSink {
    /** How the server is set to write: lines mean something else with another prefix or in another zone. */
    record Manner(String prefix, String zone) {}

    private Manner manner = new Manner("", "");
    private Optional<LogParser> parser = Optional.empty();
    private LogText text = new LogText();
    private LogBook book = new LogBook();
    private boolean whole;

    /** How what will be begun is written. */
    void manner(Manner now) {
        manner = now;
    }

    @Override
    public void begin(LogPlace place, boolean isWhole) {
        LogTime time = LogTime.of(manner.zone());
        parser = Optional.of(
                switch (LogFormat.of(place.format())) {
                    case JSON -> new JsonLog(time);
                    case CSV -> new CsvLog(time);
                    case STDERR -> new StderrLog(time, LinePrefix.of(manner.prefix()));
                });
        text = new LogText();
        book = new LogBook();
        whole = isWhole;
    }

    @Override
    public void take(byte[] piece) {
        parser.ifPresent(one -> book.add(one.feed(text.of(piece))));
    }

    /** Nothing more is there for now. */
    void rest() {
        parser.ifPresent(one -> book.add(one.rest()));
    }

    /** Whether it began at the very beginning of a file. */
    boolean isWhole() {
        return whole;
    }

    LogBook book() {
        return book;
    }
}

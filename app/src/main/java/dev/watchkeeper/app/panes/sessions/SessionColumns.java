package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.hosts.HostView.ProcessUse;
import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sessions.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the sessions, in their order. */
final class SessionColumns {
    static final String TRANSACTION = "Transaction";

    /** Where the columns of the host stand: behind what is always shown. */
    private static final int BEFORE_IN_STATE = 10;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration LONG = Duration.ofMinutes(10);

    private SessionColumns() {}

    /** @param hosted whether it is known what each backend takes of its host */
    static List<LiveColumn<SessionLine>> all(boolean hosted) {
        List<LiveColumn<SessionLine>> columns = new ArrayList<>(ofTheServer());
        if (hosted) {
            columns.addAll(BEFORE_IN_STATE, ofTheHost());
        }
        return columns;
    }

    private static List<LiveColumn<SessionLine>> ofTheHost() {
        return List.of(
                use("CPU", 68, one -> OptionalDouble.of(one.cpu()), SessionColumns::share)
                        .yields(6),
                use("Reads", 84, ProcessUse::readPerSecond, SessionColumns::rate)
                        .yields(5),
                use("Writes", 84, ProcessUse::writtenPerSecond, SessionColumns::rate)
                        .yields(5));
    }

    /** Of hundreds most do nothing: zeros would hide who does. */
    private static String share(double ofOneCore) {
        return ofOneCore < 0.0005 ? "" : HostWords.share(ofOneCore);
    }

    private static String rate(double bytesPerSecond) {
        return bytesPerSecond < 1 ? "" : HostWords.rate(OptionalDouble.of(bytesPerSecond));
    }

    private static LiveColumn<SessionLine> use(
            String title, double width, Function<ProcessUse, OptionalDouble> value, DoubleFunction<String> words) {
        Function<SessionLine.One, @Nullable Double> key = one -> {
            OptionalDouble known = one.use() == null ? OptionalDouble.empty() : value.apply(one.use());
            return known.isPresent() ? known.getAsDouble() : null;
        };
        return LiveColumn.<SessionLine>of(title, width, Look.NUMBER, of(one -> {
                    Double known = key.apply(one);
                    return known == null ? "" : words.apply(known);
                }))
                .by(line -> line instanceof SessionLine.One one ? key.apply(one) : null);
    }

    private static List<LiveColumn<SessionLine>> ofTheServer() {
        return List.of(
                LiveColumn.of("PID", 76, Look.STRONG, SessionColumns::pid).by(key(Session::pid)),
                LiveColumn.of("State", 98, Look.BADGE, of(one -> state(one.session())))
                        .toned(toned(one -> StateGroup.tone(one.session().state()))),
                column("User", 86, Look.TEXT, Session::user),
                column("Database", 82, Look.TEXT, Session::database).yields(1),
                column("Application", 100, Look.TEXT, Session::application).yields(4),
                column("Client", 98, Look.QUIET, Session::client).yields(2),
                age(TRANSACTION, SessionLine.One::xactAge)
                        .toned(toned(one -> isLong(one.xactAge()) ? Tone.AMBER : Tone.NEUTRAL)),
                age("Query", SessionLine.One::queryAge).yields(3),
                LiveColumn.of(
                                "Waits for",
                                150,
                                Look.QUIET,
                                of(one -> one.session().waits()))
                        .toned(toned(
                                one -> StateGroup.of(one.session()) == StateGroup.WAITING ? Tone.RED : Tone.NEUTRAL)),
                number("Blocks", 70, one -> (long) one.blocks()).toned(toned(one -> Tone.RED)),
                age("In state", one -> one.session().stateAge(one.now())).hiddenAtFirst(),
                number("Xmin age", 90, one -> one.session().xminAge()).hiddenAtFirst(),
                number("Xid age", 90, one -> one.session().xidAge()).hiddenAtFirst(),
                LiveColumn.of("Blocked by", 110, Look.QUIET, of(one -> blockers(one.session())))
                        .hiddenAtFirst(),
                column("Kind", 130, Look.QUIET, Session::backendType).hiddenAtFirst(),
                column("TLS", 80, Look.QUIET, Session::tls).hiddenAtFirst(),
                number("Query id", 150, one -> one.session().queryId()).hiddenAtFirst(),
                time("Connected since", Session::backendStart),
                time("Transaction since", Session::xactStart),
                LiveColumn.of("Statement", 520, Look.CODE, of(SessionLine.One::statement))
                        .whole(of(one -> one.session().query())));
    }

    private static String pid(SessionLine line) {
        return switch (line) {
            case SessionLine.Band band -> "";
            case SessionLine.One one ->
                (one.session().isParallelWorker() ? "↳ " : "")
                        + one.session().pid()
                        + (one.workers() == 0 ? "" : " +" + one.workers());
        };
    }

    private static String state(Session session) {
        if (session.isParallelWorker()) {
            return "worker";
        }
        return session.state().badge().isEmpty() && !session.isClient()
                ? session.backendType()
                : session.state().badge();
    }

    /** Of a group's heading. */
    static Optional<String> band(SessionLine line) {
        return line instanceof SessionLine.Band band
                ? Optional.of(band.name() + "  ·  " + Sizes.of(band.sessions(), "session", "sessions")
                        + (band.waiting() == 0 ? "" : ", " + band.waiting() + " waiting for a lock"))
                : Optional.empty();
    }

    static String blockers(Session session) {
        return String.join(
                ", ",
                session.blockedBy().stream()
                        .map(pid -> pid == 0 ? "prepared" : pid.toString())
                        .toList());
    }

    private static boolean isLong(@Nullable Duration age) {
        return age != null && age.compareTo(LONG) > 0;
    }

    private static LiveColumn<SessionLine> column(
            String title, double width, Look look, Function<Session, @Nullable String> text) {
        return LiveColumn.of(title, width, look, of(one -> {
            String value = text.apply(one.session());
            return value == null ? "" : value;
        }));
    }

    private static LiveColumn<SessionLine> age(String title, Function<SessionLine.One, @Nullable Duration> age) {
        return LiveColumn.<SessionLine>of(title, title.length() > 6 ? 104 : 68, Look.NUMBER, of(one -> {
                    Duration span = age.apply(one);
                    return span == null ? "" : Spans.clock(span);
                }))
                .by(line -> line instanceof SessionLine.One one ? age.apply(one) : null);
    }

    private static LiveColumn<SessionLine> number(
            String title, double width, Function<SessionLine.One, @Nullable Long> number) {
        return LiveColumn.<SessionLine>of(title, width, Look.NUMBER, of(one -> {
                    Long value = number.apply(one);
                    return value == null || value == 0 ? "" : Sizes.count(value);
                }))
                .by(line -> line instanceof SessionLine.One one ? number.apply(one) : null);
    }

    private static LiveColumn<SessionLine> time(String title, Function<Session, @Nullable Instant> instant) {
        return LiveColumn.<SessionLine>of(title, 150, Look.QUIET, of(one -> {
                    Instant at = instant.apply(one.session());
                    return at == null ? "" : TIME.format(at.atZone(ZoneId.systemDefault()));
                }))
                .by(line -> line instanceof SessionLine.One one ? instant.apply(one.session()) : null)
                .hiddenAtFirst();
    }

    private static Function<SessionLine, String> of(Function<SessionLine.One, String> text) {
        return line -> line instanceof SessionLine.One one ? text.apply(one) : "";
    }

    private static Function<SessionLine, Tone> toned(Function<SessionLine.One, Tone> tone) {
        return line -> line instanceof SessionLine.One one ? tone.apply(one) : Tone.NEUTRAL;
    }

    private static <C extends Comparable<C>> Function<SessionLine, @Nullable C> key(Function<Session, C> key) {
        return line -> line instanceof SessionLine.One one ? key.apply(one.session()) : null;
    }
}

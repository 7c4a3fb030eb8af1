package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.workbench.ScheduleBoard;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Does nothing, and tells it. Lives on the FX thread. */
final class FakeDeeds implements BackupDeeds {
    private final List<String> done = new ArrayList<>();
    private Consumer<List<Job>> listener = jobs -> {};
    private Consumer<ScheduleBoard.Seen> schedules = seen -> {};
    private List<Job> jobs = List.of();
    private int looks;

    List<String> done() {
        return List.copyOf(done);
    }

    void jobs(List<Job> now) {
        jobs = now;
        listener.accept(now);
    }

    static Job job(Job.State state) {
        return job(state, state == Job.State.RUNNING ? "6 min left" : "");
    }

    static Job job(Job.State state, String note) {
        return new Job(
                "j1",
                "full backup of billing",
                "backup-1",
                state,
                OptionalDouble.of(0.64),
                note,
                Catalogs.NOW.minusSeconds(660),
                state == Job.State.RUNNING ? Optional.empty() : Optional.of(Catalogs.NOW));
    }

    @Override
    public List<Deed> general() {
        return List.of(
                new Deed("Back up now…", "N", Optional.empty(), () -> done.add("back up")),
                new Deed("Retention…", "", Optional.of("it runs just now"), () -> done.add("retention")));
    }

    @Override
    public List<Deed> of(Backup backup) {
        return List.of(new Deed("Verify", "V", Optional.empty(), () -> done.add("verify " + backup.id())));
    }

    @Override
    public Watch watch(Consumer<List<Job>> newListener) {
        listener = newListener;
        newListener.accept(jobs);
        return () -> listener = gone -> {};
    }

    @Override
    public Deed schedule() {
        return new Deed("Back up by the clock…", "S", Optional.empty(), () -> done.add("schedule"));
    }

    @Override
    public Watch watchSchedules(Consumer<ScheduleBoard.Seen> listener) {
        schedules = listener;
        return () -> schedules = gone -> {};
    }

    void schedules(ScheduleBoard.Seen now) {
        schedules.accept(now);
    }

    @Override
    public void lookAtSchedules() {
        looks++;
    }

    int looks() {
        return looks;
    }

    @Override
    public void remove(Schedule schedule) {
        done.add("remove " + schedule.ownId().orElse(""));
    }

    @Override
    public void follow(Job job) {
        done.add("follow " + job.id());
    }

    @Override
    public void cancel(Job job) {
        done.add("cancel " + job.id());
    }
}

package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.app.panes.backups.BackupDeeds;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.workbench.ScheduleBoard;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Asks the hosts what they do by the clock, when somebody wants to know. */
final class ScheduleWatches {
    private final PaneContext context;
    private final LinkedBlockingQueue<Boolean> wishes = new LinkedBlockingQueue<>();

    ScheduleWatches(PaneContext context) {
        this.context = context;
    }

    /** Any thread. */
    void lookNow() {
        wishes.add(true);
    }

    BackupDeeds.Watch watch(Consumer<ScheduleBoard.Seen> listener) {
        AtomicBoolean over = new AtomicBoolean();
        Consumer<ScheduleBoard.Seen> door = context.fx().latest(seen -> {
            if (!over.get()) {
                listener.accept(seen);
            }
        });
        context.background("schedules", () -> look(over, door));
        return () -> {
            over.set(true);
            lookNow();
        };
    }

    private void look(AtomicBoolean over, Consumer<ScheduleBoard.Seen> door) {
        try {
            while (true) {
                wishes.take();
                wishes.clear();
                if (over.get()) {
                    return;
                }
                door.accept(context.schedules().look());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

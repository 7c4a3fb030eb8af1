package dev.watchkeeper.app.panes.memory;

import dev.watchkeeper.redis.info.ServerInfo;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Data, overhead and what is left, as one bar: of the limit, else of the most that was ever used. */
final class MemoryBar extends Region {
    private static final double HEIGHT = 18;

    private final Rectangle data = new Rectangle();
    private final Rectangle overhead = new Rectangle();
    private final Rectangle clip = new Rectangle();
    private double dataShare;
    private double overheadShare;

    MemoryBar() {
        getStyleClass().add("memory-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        clip.setArcWidth(12);
        clip.setArcHeight(12);
        setClip(clip);
        getChildren().addAll(data, overhead);
    }

    void show(ServerInfo.Memory memory) {
        double whole =
                memory.max() == 0 ? Math.max(memory.peak(), memory.used()) : Math.max(memory.max(), memory.used());
        dataShare = memory.dataset() / Math.max(1, whole);
        overheadShare = Math.max(0, memory.used() - memory.dataset()) / Math.max(1, whole);
        boolean full = memory.max() > 0 && memory.used() >= memory.max() && memory.refusesWhenFull();
        data.getStyleClass().setAll(full ? "full" : "data");
        overhead.getStyleClass().setAll("overhead");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        data.setWidth(getWidth() * dataShare);
        data.setHeight(getHeight());
        overhead.setX(data.getWidth());
        overhead.setWidth(getWidth() * overheadShare);
        overhead.setHeight(getHeight());
    }
}

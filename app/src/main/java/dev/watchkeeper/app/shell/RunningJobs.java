package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** The chip that tells how many jobs run on hosts, and leads to them; nothing is seen if there are none. Lives on the FX thread. */
final class RunningJobs {
    private final Map<FleetServer, Integer> counts = new LinkedHashMap<>();
    private final Button chip;
    private final Tooltip where = new Tooltip();

    /** @param goTo brings the jobs of that server to the front */
    RunningJobs(Consumer<FleetServer> goTo) {
        chip = Buttons.plain("", () -> counts.keySet().stream().findFirst().ifPresent(goTo));
        chip.setId("running-jobs");
        chip.getStyleClass().setAll("button", "chip", "tone-accent");
        chip.setTooltip(where);
        tell();
    }

    Button chip() {
        return chip;
    }

    /** What is known now of one server. */
    void of(FleetServer server, int jobs) {
        if (jobs > 0) {
            counts.put(server, jobs);
        } else {
            counts.remove(server);
        }
        tell();
    }

    private void tell() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        String servers =
                counts.keySet().stream().map(server -> server.target().name()).collect(Collectors.joining(", "));
        chip.setVisible(all > 0);
        chip.setManaged(all > 0);
        chip.setText(Sizes.of(all, "job running", "jobs running"));
        where.setText("For " + servers + ": go there");
        chip.setAccessibleText(chip.getText() + " for " + servers + ": go there");
    }
}

package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.target.Target;

/** What can be done with a server of the fleet. */
final class FleetMenu implements Fleet.Deeds {
    private final Window window;

    FleetMenu(Window window) {
        this.window = window;
    }

    @Override
    public void connect(FleetServer server) {
        window.show(server.target());
    }

    @Override
    public void disconnect(FleetServer server) {
        window.disconnect(server);
    }

    @Override
    public void edit(Target target) {}

    @Override
    public void remove(Target target) {}

    @Override
    public void add() {}
}

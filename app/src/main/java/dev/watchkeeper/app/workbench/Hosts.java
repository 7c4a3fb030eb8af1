package dev.watchkeeper.app.workbench;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.HostSpec;

/** The hosts of the process, by name. */
final class Hosts implements HostFinder, AutoCloseable {
    private final Host local = new LocalHost();

    @Override
    public Host host(String name) throws FaultException {
        if (name.equals(HostSpec.LOCAL)) {
            return local;
        }
        throw new FaultException(FaultKind.UNSUPPORTED, "host " + name + " can't be reached yet", "");
    }

    @Override
    public void close() {
        local.close();
    }
}

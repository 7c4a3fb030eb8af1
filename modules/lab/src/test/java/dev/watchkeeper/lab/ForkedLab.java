package dev.watchkeeper.lab;

import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;

/** Runs a lab in a process of its own until its input ends or it is killed. Its first line is the lab's folder. */
final class ForkedLab {
    private ForkedLab() {}

    public static void main(String[] arguments) throws FaultException, IOException {
        Lab lab = Lab.start(LabPlan.topology(18).withRedis().withWorkload());
        System.out.println(lab.folder());
        System.out.flush();
        while (System.in.read() >= 0) {
            System.out.println();
        }
        // no close: the end of the process must be enough
    }
}

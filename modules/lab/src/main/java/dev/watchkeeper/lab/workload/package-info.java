/** A small living workload, as a shop has it. */
@NullMarked
package dev.watchkeeper.lab.workload;

import org.jspecify.annotations.NullMarked;

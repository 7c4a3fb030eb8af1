/** What a server's time goes into: statements and what each of them cost in an interval. */
@NullMarked
package dev.watchkeeper.kernel.workload;

import org.jspecify.annotations.NullMarked;

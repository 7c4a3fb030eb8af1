/** Starting server processes so that none of them outlives the console. */
@NullMarked
package dev.watchkeeper.lab.process;

import org.jspecify.annotations.NullMarked;

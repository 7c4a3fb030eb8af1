/** The lab's machine that is reached over SSH. */
@NullMarked
package dev.watchkeeper.lab.host;

import org.jspecify.annotations.NullMarked;

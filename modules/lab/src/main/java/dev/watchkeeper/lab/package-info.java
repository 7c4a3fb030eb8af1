/** Real servers on loopback. */
@NullMarked
package dev.watchkeeper.lab;

import org.jspecify.annotations.NullMarked;

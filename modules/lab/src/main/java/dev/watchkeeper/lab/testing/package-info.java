/** Labs that the tests of one JVM share. Needs JUnit on the class path. */
@NullMarked
package dev.watchkeeper.lab.testing;

import org.jspecify.annotations.NullMarked;

/** The saved connections: a YAML file that people write too. */
@NullMarked
package dev.watchkeeper.workspace.connections;

import org.jspecify.annotations.NullMarked;

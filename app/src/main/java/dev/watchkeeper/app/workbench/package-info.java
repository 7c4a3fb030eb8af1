/** What both faces stand on: the home folder, connections, passwords, servers, the action desk. */
@NullMarked
package dev.watchkeeper.app.workbench;

import org.jspecify.annotations.NullMarked;

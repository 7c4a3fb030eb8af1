/** The machines of one server: how busy they are, how full their disks. */
@NullMarked
package dev.watchkeeper.app.panes.host;

import org.jspecify.annotations.NullMarked;

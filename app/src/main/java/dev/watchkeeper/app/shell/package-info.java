/** The window: navigation, palette, notifications, and the one place that touches the FX thread. */
@NullMarked
package dev.watchkeeper.app.shell;

import org.jspecify.annotations.NullMarked;

/** Controls that know nothing of any pane: the live table, banners, badges, small charts. */
@NullMarked
package dev.watchkeeper.app.controls;

import org.jspecify.annotations.NullMarked;

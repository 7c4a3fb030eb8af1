/** A statement's plan on the screen: a card, a larger dialog, two plans side by side. */
@NullMarked
package dev.watchkeeper.app.controls.plan;

import org.jspecify.annotations.NullMarked;

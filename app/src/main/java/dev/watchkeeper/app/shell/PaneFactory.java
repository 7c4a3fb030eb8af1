package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.target.Target;

/** Makes one kind of pane. One line in the list of panes is all that the shell knows of it. */
public interface PaneFactory {
    /** As the command line calls it: {@code sessions}. */
    String name();

    /** On the tab, in sentence case. */
    String title();

    /** Name of an icon of Material Design Icons 2, as Ikonli writes it: {@code mdi2a-account-multiple-outline}. */
    String icon();

    /** Whether there is such a pane for this kind of server. */
    boolean suits(Target target);

    /** Whether it is to be opened with the server, because it records while nobody looks. */
    default boolean recordsUnseen() {
        return false;
    }

    /** Makes it and lets it start asking. Called on the FX thread: no waiting for the server. */
    Pane open(PaneContext context);
}

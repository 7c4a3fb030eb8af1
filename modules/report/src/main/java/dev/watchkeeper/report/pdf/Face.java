package dev.watchkeeper.report.pdf;

import java.util.List;

/** The faces that text is set in, each with those that help out where it lacks a character. */
enum Face {
    REGULAR("Roboto-Regular.ttf", "DejaVuSans.ttf"),
    MEDIUM("Roboto-Medium.ttf", "DejaVuSans.ttf"),
    BOLD("Roboto-Bold.ttf", "DejaVuSans-Bold.ttf"),
    MONO("JetBrainsMono-Regular.ttf", "DejaVuSans.ttf"),
    MONO_BOLD("JetBrainsMono-Bold.ttf", "DejaVuSans-Bold.ttf");

    /** Has the pictures of control characters. */
    private static final String PICTURES = "JetBrainsMono-Regular.ttf";

    /** Chinese, Japanese and Korean. */
    private static final String EAST_ASIAN = "DroidSansFallback.ttf";

    private final String file;
    private final String helper;

    Face(String file, String helper) {
        this.file = file;
        this.helper = helper;
    }

    /** File names, the face's own first. */
    List<String> files() {
        return List.of(file, helper, PICTURES, EAST_ASIAN);
    }
}

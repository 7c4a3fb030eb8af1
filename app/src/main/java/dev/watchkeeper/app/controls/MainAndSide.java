package dev.watchkeeper.app.controls;

import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * A table and what belongs to it at its right; below it where there is no room beside, as on a screen that stands upright:
 * there the whole becomes higher, and what holds it scrolls.
 */
public final class MainAndSide extends Region {
    private static final double GAP = 12;

    private final Region main;
    private final Region side;
    private final double least;
    private final DoubleUnaryOperator sideWidth;

    /**
     * @param least the width in pixels from which the two stand beside each other
     * @param sideWidth that of the side, of the width of all
     */
    public MainAndSide(Region main, Region side, double least, DoubleUnaryOperator sideWidth) {
        this.main = main;
        this.side = side;
        this.least = least;
        this.sideWidth = sideWidth;
        getChildren().addAll(main, side);
    }

    private boolean isBeside(double width) {
        return width < 0 || width >= least;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return least;
    }

    @Override
    protected double computeMinHeight(double width) {
        return isBeside(width) ? main.minHeight(-1) : main.minHeight(-1) + GAP + side.prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (isBeside(width)) {
            double right = snapSizeX(sideWidth.applyAsDouble(width));
            main.resizeRelocate(0, 0, width - right - GAP, height);
            side.resizeRelocate(width - right, 0, right, height);
            return;
        }
        double below = snapSizeY(side.prefHeight(width));
        double upper = Math.max(main.minHeight(-1), height - below - GAP);
        main.resizeRelocate(0, 0, width, upper);
        side.resizeRelocate(0, upper + GAP, width, below);
    }
}

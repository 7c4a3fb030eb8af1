package dev.watchkeeper.kernel.workload;

/**
 * What a change must have so that it is not noise.
 *
 * @param share of all execution time, 0 to 1, that the statement takes in A or in B; what takes less is never news
 * @param calls so many in A and in B, for a mean to be compared
 * @param mean so many times slower, or faster
 * @param rate called so many times as often, or as seldom
 * @param deviations so many standard errors a difference of means or of rates must be away from none
 */
public record Thresholds(double share, long calls, double mean, double rate, double deviations) {
    /** 0.5 % of the time; 5 calls; a fifth slower or faster; half as often again; 3 standard errors. */
    public static final Thresholds DEFAULT = new Thresholds(0.005, 5, 1.2, 1.5, 3);
}
